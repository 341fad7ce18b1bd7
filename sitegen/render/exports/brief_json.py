"""A whole brief as JSON, by the schema beside this package: words, statuses with their day, caveats, source graph."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from sitegen.model.annotations import Withdrawal
from sitegen.model.brief import Brief, Label, PrintedCaveat, PrintedQuote, PrintedSource, Selector, Step
from sitegen.model.vocabulary import State
from sitegen.render import json
from sitegen.render.addresses import SCHEMA, absolute, brief_path, root_of
from sitegen.render.site import Site

VERSION = 1
MATERIAL = "released_by posted_by release material original original_language translated_by recorded"
_SCHEMA_FILE = Path(__file__).parent.parent / "brief.schema.json"


def brief_json(site: Site, brief: Brief) -> bytes:
    """Write a brief as JSON; of a withdrawn one only that it is withdrawn."""
    path = brief_path(brief.slug, "json")
    url = site.settings.url
    data = {
        "$schema": absolute(url, SCHEMA) if url else f"{root_of(path)}{SCHEMA}",
        "version": VERSION,
        "slug": brief.slug,
        "url": absolute(url, brief_path(brief.slug)) if url else "",
        "title": brief.title,
        "state": brief.state,
        "withdrawn": _withdrawal(brief.about.withdrawn),
        "updated": brief.updated,
        "licence": site.settings.licence,
        "rights": site.words("page.rights"),
    }
    if brief.state is not State.WITHDRAWN:
        data |= _contents(brief)
    return json.write(data)


@cache
def schema_json() -> bytes:
    """Return the JSON Schema that brief.json follows."""
    return _SCHEMA_FILE.read_bytes()


def _status_data(label: Label, day: str) -> dict[str, object]:
    """Return a status, always with its day and its wording."""
    return {"status": label.status, "as_of": day, "text": label.text, "reason": label.reason}


def _contents(brief: Brief) -> dict[str, object]:
    badge, day = brief.badge, brief.about.date
    return {
        "proposed": brief.proposed,
        "as_of": day,
        "badge": {
            "status": badge.label.status if badge.label else None,
            "as_of": day,
            "text": badge.text,
            "reason": badge.reason,
            "counts": {str(status): count for status, count in badge.counts},
        },
        "article": _article(brief),
        "desk": _desk(brief),
        "summary": brief.summary,
        "quotes": [_quote(brief, quote) for quote in brief.quotes],
        "sources": [_source(source) for source in brief.sources],
        "gaps": [_some(gap, "question passage result") for gap in brief.gaps],
        "caveats": _caveats(brief.caveats),
        "corrections": [_some(correction, "on text") for correction in brief.corrections],
        "held": _some(brief.held, "date_line sha256 characters words encoding"),
    }


def _article(brief: Brief) -> dict[str, object]:
    facts = brief.facts
    return {
        **_some(facts, "url title authors published published_basis language captured archive copy"),
        "publisher": {"id": facts.publisher, "name": brief.publisher},
        "versions": [_some(version, "on note") for version in facts.versions],
        "republish": facts.republish,
        "permission": facts.permission,
    }


def _desk(brief: Brief) -> dict[str, object]:
    return _some(brief.about, "editor reviewed_by review_due tags main content")


def _quote(brief: Brief, quote: PrintedQuote) -> dict[str, object]:
    shared: dict[str, object] = {
        "id": quote.id,
        "number": quote.number,
        "status": _status_data(quote.label, brief.about.date),
        "caveats": _caveats(quote.caveats),
        "withdrawn": _withdrawal(quote.withdrawn),
    }
    return shared if quote.withdrawn else shared | _printed(quote)


def _printed(quote: PrintedQuote) -> dict[str, object]:
    credit = quote.credit
    return {
        "text": quote.text,
        "parts": quote.parts,
        "words": quote.wording,
        "says": quote.says,
        "speaker": credit.speaker,
        "source": credit.source,
        "chain": {"text": credit.chain, "steps": _steps(credit.steps)},
        "inferred": credit.inferred,
        "proposed": credit.proposed,
        "denied_by": {"quotes": quote.denials, "text": quote.denial_line},
        "response": _response(quote),
        "checks": [_some(check, "object result by on how") for check in quote.checks],
        "history": [{"on": each.on, "from": each.old, "to": each.new, "why": each.why} for each in quote.history],
        "selectors": [_selector(selector) for selector in quote.selectors],
    }


def _source(source: PrintedSource) -> dict[str, object]:
    return {
        **_some(source, "id name also kind kind_label"),
        "from": [{"source": hop.source, "basis": hop.basis} for hop in source.hops],
        "chain": {"text": source.chain, "steps": _steps(source.steps)},
        **_some(source, "identified circumstances interest interest_basis reliability note"),
        "material": _some(source.material, MATERIAL),
        "unverified_kind": source.unverified,
        "shared": source.shared,
    }


def _caveats(caveats: Sequence[PrintedCaveat]) -> list[dict[str, object]]:
    return [_some(caveat, "kind label text about passage standard") for caveat in caveats]


def _withdrawal(withdrawn: Withdrawal | None) -> dict[str, object] | None:
    return _some(withdrawn, "on reason") if withdrawn else None


def _response(quote: PrintedQuote) -> dict[str, object] | None:
    return {**_some(quote.response, "asked_by result"), "text": quote.response_line} if quote.response else None


def _steps(steps: Sequence[Step]) -> list[dict[str, object]]:
    return [_some(step, "source inferred") for step in steps]


def _selector(selector: Selector) -> dict[str, object]:
    """Return where words stand: characters are Unicode code points of the article's text as held."""
    return {**_some(selector, "exact prefix suffix"), "start": selector.span.start, "end": selector.span.end}


def _some(thing: object, names: str) -> dict[str, object]:
    """Return the named attributes: the schema names each, so that the model can grow without changing it."""
    return {name: getattr(thing, name) for name in names.split()}
