"""Records: what can be found. A brief is one, each of its quotes is one, and each carries its own status and caveats.

So what a search shows of a quote's words always stands beside what must be known before they are repeated.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote as quoted

from msgspec import Struct

from sitegen.cache import key_of
from sitegen.model.brief import Brief, PrintedQuote, PrintedSource
from sitegen.model.vocabulary import State
from sitegen.render.addresses import brief_path, status_name
from sitegen.render.site import Site
from sitegen.travels import Line, Role, label_of, of_brief, of_quote

WITHDRAWN = "withdrawn"
UNDATED = "0000"
"""The day of a brief that has none: it comes last in a list by date."""

NAMES = {
    Role.STATUS: "standing",
    Role.MARK: "marks",
    Role.REASON: "reason",
    Role.SPEAKER: "by",
    Role.CLAIM: "ours",
    Role.DENIAL: "answers",
    Role.RESPONSE: "answers",
    Role.CAVEAT: "caveats",
    Role.WHOLE: "caveats",
}
"""Under which names records keep what travels; the script of the page knows them."""

FIELDS = tuple(sorted({"what", "title", "of", "status", "badge", "ours", "publisher", "date", *NAMES.values()}))
"""All that a record may have beside its content: in every index a field has its place in this list as its number."""


class Record(Struct, frozen=True):
    """One thing that can be found."""

    url: str
    """From the folder of the site."""
    content: str
    """What is searched and shown, in extracts: the words of a quote, or a summary, then "ours" of the meta."""
    meta: Mapping[str, str]
    """What is shown beside it, and searched too; lists are lines. Nothing in it is empty."""
    filters: Mapping[str, tuple[str, ...]]
    date: str
    """ISO 8601 text, by which results can be sorted."""

    @property
    def has_words(self) -> bool:
        """Whether its content has any: of a quote that is only linked it has none, of one of withheld words marks."""
        return any(map(str.isalnum, self.content))


def records_of(site: Site, brief: Brief) -> Iterator[Record]:
    """Yield a brief and its quotes; of what is withdrawn only that it is."""
    yield _of_brief(site, brief)
    if brief.state is not State.WITHDRAWN:
        yield from (_of_quote(site, brief, quote) for quote in brief.quotes if quote.withdrawn is None)


def records_digest(site: Site, brief: Brief) -> str:
    """Return a hash of all that a search finds and shows of a brief."""
    return key_of(*records_of(site, brief))


def _of_brief(site: Site, brief: Brief) -> Record:
    """Return the record of a brief: none of the words of its quotes are in it."""
    badge, is_withdrawn = brief.badge, brief.state is State.WITHDRAWN
    shown = {
        "what": "brief",
        "title": brief.title,
        "status": WITHDRAWN if is_withdrawn else status_name(badge.label.status if badge.label else None),
        **_travelling(of_brief(brief, site.words)),
        "standing": label_of(brief),
        "badge": badge.text,
        "ours": " ".join(gap.question for gap in brief.gaps),
    }
    found = (WITHDRAWN,) if is_withdrawn else tuple(status_name(each) for each, _ in badge.counts)
    return _record(site, brief, None, shown, {"status": found, **_sources(brief, brief.sources)})


def _of_quote(site: Site, brief: Brief, quote: PrintedQuote) -> Record:
    shown = {
        "what": "quote",
        "of": site.words("search.quote", n=quote.number, title=brief.title),
        "status": status_name(quote.label.status),
        **_travelling(of_quote(brief, quote, site.words)),
    }
    chain = {step.source for step in quote.credit.steps} | {quote.credit.source}
    sources = [source for source in brief.sources if source.id in chain]
    filters = {"status": (status_name(quote.label.status),), **_sources(brief, sources)}
    return _record(site, brief, quote, shown, filters)


def _travelling(lines: Iterable[Line]) -> dict[str, str]:
    """Return what travels with a quote or a brief, by the names under which records keep it."""
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(NAMES[line.role], []).append(line.text)
    return {name: _lines(texts) for name, texts in found.items()}


def _record(
    site: Site, brief: Brief, quote: PrintedQuote | None, shown: dict[str, str], filters: dict[str, tuple[str, ...]]
) -> Record:
    """Return the record of a brief, or of one of its quotes, with what both have."""
    content, anchor = (quote.text, f"#{quote.id}") if quote else (brief.summary, "")
    date, ours = brief.about.date, _folded(shown.get("ours", ""))
    meta = {
        "publisher": brief.publisher,
        "date": site.words.day(date),
        **shown,
        "ours": ours,
    }
    filled = filters | {"tag": brief.about.tags, "year": (date[:4],) if date else ()}
    return Record(
        f"{quoted(brief_path(brief.slug))}{anchor}",
        _folded(f"{content} {ours}"),
        {name: text for name, text in meta.items() if text},
        {name: tuple(sorted({*values})) for name, values in filled.items() if values},
        date or UNDATED,
    )


def _sources(brief: Brief, sources: Iterable[PrintedSource]) -> dict[str, tuple[str, ...]]:
    """Return kinds of sources, and the names that are one thing in every brief: publishers and shared sources."""
    found = list(sources)
    names = [brief.publisher, *(source.name for source in found if source.shared)]
    return {
        "kind": tuple(source.kind_label for source in found if source.kind_label),
        "source": tuple(name for name in names if name),
    }


def _lines(texts: Iterable[str]) -> str:
    """Return texts as lines, each once."""
    return "\n".join(dict.fromkeys(_folded(text) for text in texts if text))


def _folded(text: str) -> str:
    return " ".join(text.split())
