"""Tables of the whole site: briefs, quotes and sources as CSV (RFC 4180, UTF-8), each row with its status and caveats.

What feeds leave out (drafts, reviews, proposals) stands in no table; of what is withdrawn the tombstone does.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from sitegen.model.brief import Brief, PrintedQuote, PrintedSource
from sitegen.model.entry import Spine
from sitegen.model.output import LateOutput
from sitegen.model.vocabulary import State
from sitegen.render.addresses import BRIEFS_CSV, QUOTES_CSV, SOURCES_CSV, absolute, brief_path, status_name
from sitegen.render.exports.chunks import Chunks, chunks_of
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site
from sitegen.render.xml import legal
from sitegen.travels import Role, of_brief, of_quote

BETWEEN = " | "
"""What stands between several things in one cell; not a line break, so that no tool takes a caveat from its row."""
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
"""How cells begin that spreadsheets run as formulas, some of them the wide signs too; an apostrophe makes them text.

https://owasp.org/www-community/attacks/CSV_Injection
"""

STANDING = ("status", "as_of", "status_text", "reason", "not_reviewed", "caveats")
"""The columns without which no row stands."""
COLUMNS: Mapping[str, tuple[str, ...]] = {
    BRIEFS_CSV: (
        *("brief", "title", "page", "state", *STANDING, "denial", "response", "withdrawn_on", "updated", "summary"),
        *("editor", "tags", "quotes", "counts", "article", "article_title", "publisher", "authors", "published"),
        *("captured", "archive"),
    ),
    QUOTES_CSV: (
        *("brief", "quote", "page", *STANDING, "denial", "response", "withdrawn_on", "text", "words", "claim"),
        *("speaker", "source", "chain", "article", "publisher"),
    ),
    SOURCES_CSV: (
        *("brief", "source", "page", "as_of", "name", "kind", "kind_label", "unverified_kind", "identified"),
        *("circumstances", "interest", "interest_basis", "caveats", "chain", "origins", "quotes", "shared"),
    ),
}
"""The columns of each table by its path; docs/data.md and the page about the data say what each holds."""

Row = dict[str, str]


def table_outputs(site: Site, shown: Iterable[Sequence[Shelved]]) -> Iterator[LateOutput]:
    """Yield the tables; each follows from the rows that stand in it, in their order."""
    chunks = chunks_of(site, "rows", shown, lambda each: f"{each.slug} {each.key}", partial(_lines_of, site))
    for path in COLUMNS:
        yield LateOutput(path, partial(chunks.key, path), partial(_table, chunks, path))


def _table(chunks: Chunks, path: str) -> Iterator[bytes]:
    """Yield a table, a part at a time."""
    yield _lines(COLUMNS[path], [dict(zip(COLUMNS[path], COLUMNS[path], strict=True))]).encode()
    yield from chunks.parts(path)


def _lines_of(site: Site, shelved: Shelved) -> dict[str, str]:
    """Return what each table has of a brief."""
    brief, _ = shelved.load()
    return {path: _lines(COLUMNS[path], rows) for path, rows in _rows(site, shelved.spine, brief)}


def _lines(columns: Sequence[str], rows: Iterable[Row]) -> str:
    file = io.StringIO(newline="")
    csv.DictWriter(file, columns).writerows({name: _cell(text) for name, text in row.items()} for row in rows)
    return file.getvalue()


def is_shown(spine: Spine) -> bool:
    """Say whether a brief stands in the data: published ones do, and of withdrawn ones the tombstone."""
    return spine.listed or (spine.state is State.WITHDRAWN and not spine.proposed)


def _rows(site: Site, spine: Spine, brief: Brief) -> Iterator[tuple[str, Iterable[Row]]]:
    yield BRIEFS_CSV, [_brief_row(site, spine, brief)]
    yield QUOTES_CSV, [_quote_row(site, brief, quote) for quote in brief.quotes]
    yield SOURCES_CSV, [_source_row(site, brief, source) for source in brief.sources]


def _brief_row(site: Site, spine: Spine, brief: Brief) -> Row:
    told = _told((line.role, line.text) for line in of_brief(brief, site.words))
    facts, withdrawn = brief.facts, brief.about.withdrawn
    gone = brief.state is State.WITHDRAWN
    return {
        "brief": brief.slug,
        "title": brief.title,
        "page": _page(site, brief.slug),
        "state": brief.state,
        "status": "withdrawn" if gone else status_name(spine.badge_status),
        "as_of": brief.about.date,
        "status_text": told[Role.STATUS],
        "reason": brief.badge.reason,
        "not_reviewed": told[Role.MARK],
        "caveats": BETWEEN.join(text for text in (told[Role.CAVEAT], told[Role.WHOLE]) if text),
        "denial": told[Role.DENIAL],
        "response": told[Role.RESPONSE],
        "withdrawn_on": withdrawn.on if gone and withdrawn else "",
        "updated": brief.updated,
        "summary": brief.summary,
        "editor": brief.about.editor,
        "tags": "" if gone else BETWEEN.join(brief.about.tags),
        "quotes": str(sum(quote.withdrawn is None for quote in brief.quotes)),
        "counts": BETWEEN.join(f"{status}: {count}" for status, count in brief.badge.counts),
        "article": facts.url,
        "article_title": facts.title,
        "publisher": brief.publisher,
        "authors": BETWEEN.join(facts.authors),
        "published": facts.published,
        "captured": facts.captured,
        "archive": facts.archive,
    }


def _quote_row(site: Site, brief: Brief, quote: PrintedQuote) -> Row:
    told = _told((line.role, line.text) for line in of_quote(brief, quote, site.words))
    row = {
        "brief": brief.slug,
        "quote": quote.id,
        "page": f"{_page(site, brief.slug)}#{quote.id}",
        "status": "withdrawn" if quote.withdrawn else quote.label.status,
        "as_of": brief.about.date,
        "status_text": quote.label.text,
        "reason": quote.label.reason,
        "not_reviewed": told[Role.MARK],
        "caveats": told[Role.CAVEAT],
        "denial": told[Role.DENIAL],
        "response": told[Role.RESPONSE],
        "withdrawn_on": quote.withdrawn.on if quote.withdrawn else "",
        "article": brief.facts.url,
        "publisher": brief.publisher,
    }
    if quote.withdrawn:
        return row
    said = {"text": quote.text if quote.parts else "", "words": quote.wording, "claim": quote.says}
    credit = quote.credit
    return row | said | {"speaker": credit.speaker, "source": credit.source, "chain": credit.chain}


def _source_row(site: Site, brief: Brief, source: PrintedSource) -> Row:
    steps = [{step.source for step in quote.credit.steps} for quote in brief.quotes if not quote.withdrawn]
    return {
        "brief": brief.slug,
        "source": source.id,
        "page": _page(site, brief.slug),
        "as_of": brief.about.date,
        "name": source.name,
        "kind": source.kind,
        "kind_label": source.kind_label,
        "unverified_kind": _yes(source.unverified),
        "identified": source.identified,
        "circumstances": source.circumstances,
        "interest": source.interest,
        "interest_basis": source.interest_basis,
        "caveats": BETWEEN.join(f"{each.label}: {each.text}" for each in brief.caveats if source.id in each.about),
        "chain": source.chain,
        "origins": BETWEEN.join(_origins(brief, source)),
        "quotes": str(sum(source.id in way for way in steps)),
        "shared": _yes(source.shared),
    }


def _origins(brief: Brief, source: PrintedSource) -> Iterator[str]:
    """Yield the names of everything upstream of a source that took its material from nobody; itself, if it did not."""
    sources = {each.id: each for each in brief.sources}
    seen, waiting = {source.id}, [source.id]
    while waiting:
        each = sources[waiting.pop(0)]
        above = [hop.source for hop in each.hops if hop.source in sources]
        if not above:
            yield each.name
        fresh = [id_ for id_ in dict.fromkeys(above) if id_ not in seen]
        seen.update(fresh)
        waiting.extend(fresh)


def _told(lines: Iterable[tuple[Role, str]]) -> dict[Role, str]:
    """Return what travels, by what it is; several of one kind in one text."""
    found: dict[Role, list[str]] = {role: [] for role in Role}
    for role, text in lines:
        found[role].append(text)
    return {role: BETWEEN.join(texts) for role, texts in found.items()}


def _page(site: Site, slug: str) -> str:
    """Return the page of a brief: its full address, or where the site's is not known, its place in the site."""
    return absolute(site.settings.url, brief_path(slug)) if site.settings.url else brief_path(slug)


def _yes(value: object) -> str:
    return "yes" if value else "no"


def _cell(text: str) -> str:
    """Return text as one line that no spreadsheet runs."""
    line = " ".join(legal(text).split())
    return f"'{line}" if line.startswith(FORMULA) else line
