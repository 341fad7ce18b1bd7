"""A whole brief as JSON, by the schema beside this package: words, statuses with their day, caveats, source graph."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from sitegen.model.annotations import Check, State
from sitegen.model.brief import Brief, Label, PrintedCaveat, PrintedQuote, PrintedSource, Selector, Step
from sitegen.render.addresses import SCHEMA, absolute, brief_path, root_of
from sitegen.render.site import Site

VERSION = 1
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
        "withdrawn": asdict(brief.about.withdrawn) if brief.about.withdrawn else None,
    }
    if brief.state is not State.WITHDRAWN:
        data |= _contents(brief)
    return as_bytes(data)


@cache
def schema_json() -> bytes:
    """Return the JSON Schema that brief.json follows."""
    return _SCHEMA_FILE.read_bytes()


def as_bytes(data: Mapping[str, object]) -> bytes:
    """Write JSON for people and machines; half a surrogate pair, which UTF-8 cannot hold, becomes "?"."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")


def status_data(label: Label, day: str) -> dict[str, object]:
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
        "gaps": [{"question": gap.question, "passage": gap.passage, "result": gap.result} for gap in brief.gaps],
        "caveats": _caveats(brief.caveats),
        "corrections": [asdict(correction) for correction in brief.corrections],
        "held": {name: value for name, value in asdict(brief.held).items() if name != "path"},
    }


def _article(brief: Brief) -> dict[str, object]:
    facts = asdict(brief.facts)
    return {**facts, "publisher": {"id": brief.facts.publisher, "name": brief.publisher}}


def _desk(brief: Brief) -> dict[str, object]:
    about = brief.about
    return {
        "editor": about.editor,
        "reviewed_by": about.reviewed_by,
        "review_due": about.review_due,
        "tags": about.tags,
        "main": about.main,
        "content": about.content,
    }


def _quote(brief: Brief, quote: PrintedQuote) -> dict[str, object]:
    shared: dict[str, object] = {
        "id": quote.id,
        "number": quote.number,
        "status": status_data(quote.label, brief.about.date),
        "caveats": _caveats(quote.caveats),
        "withdrawn": asdict(quote.withdrawn) if quote.withdrawn else None,
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
        "response": {**asdict(quote.response), "text": quote.response_line} if quote.response else None,
        "checks": [_check(check) for check in quote.checks],
        "history": [{"on": each.on, "from": each.old, "to": each.new, "why": each.why} for each in quote.history],
        "selectors": [_selector(selector) for selector in quote.selectors],
    }


def _source(source: PrintedSource) -> dict[str, object]:
    return {
        "id": source.id,
        "name": source.name,
        "also": source.also,
        "kind": source.kind,
        "kind_label": source.kind_label,
        "from": [{"source": hop.source, "basis": hop.basis} for hop in source.hops],
        "chain": {"text": source.chain, "steps": _steps(source.steps)},
        "identified": source.identified,
        "circumstances": source.circumstances,
        "interest": source.interest,
        "interest_basis": source.interest_basis,
        "reliability": source.reliability,
        "note": source.note,
        "material": asdict(source.material),
        "unverified_kind": source.unverified,
        "shared": source.shared,
    }


def _caveats(caveats: Sequence[PrintedCaveat]) -> list[dict[str, object]]:
    return [asdict(caveat) for caveat in caveats]


def _check(check: Check) -> dict[str, object]:
    return {"object": check.object, "result": check.result, "by": check.by, "on": check.on, "how": check.how}


def _steps(steps: Sequence[Step]) -> list[dict[str, object]]:
    return [asdict(step) for step in steps]


def _selector(selector: Selector) -> dict[str, object]:
    """Return where words stand: characters are Unicode code points of the article's text as held."""
    return {
        "exact": selector.exact,
        "prefix": selector.prefix,
        "suffix": selector.suffix,
        "start": selector.span.start,
        "end": selector.span.end,
    }
