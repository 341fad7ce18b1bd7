"""The quotes of a brief as W3C Web Annotations: https://www.w3.org/TR/annotation-model/.

Every annotation carries status, day and caveats in its bodies; words that are withdrawn or not to be printed have none.
"""

import base64
from collections.abc import Iterator

from sitegen.model.brief import Brief, PrintedQuote, Selector
from sitegen.model.vocabulary import Republish, State
from sitegen.render import json
from sitegen.render.addresses import absolute, brief_path
from sitegen.render.moments import moment
from sitegen.render.site import Site
from sitegen.travels import Role, of_quote

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_PURPOSES = {
    Role.STATUS: "classifying",
    Role.MARK: "classifying",
    Role.SPEAKER: "describing",
    Role.CLAIM: "describing",
}
"""Why each line is there, in the words of the standard (section 3.3.5); denials, answers and caveats comment."""


def annotations_jsonld(site: Site, brief: Brief) -> bytes:
    """Write an AnnotationCollection with one AnnotationPage."""
    own = _address(site, brief, "annotations.jsonld")
    items = [_annotation(site, brief, quote) for quote in brief.quotes if _is_printed(brief, quote)]
    collection = {
        "@context": CONTEXT,
        "id": own,
        "type": "AnnotationCollection",
        "label": brief.title,
        "total": len(items),
        "first": {"id": f"{own}#page", "type": "AnnotationPage", "startIndex": 0, "items": items},
    }
    return json.write(collection)


def _is_printed(brief: Brief, quote: PrintedQuote) -> bool:
    held_back = brief.state is State.WITHDRAWN or brief.facts.republish is Republish.LINK_ONLY
    return bool(quote.selectors) and not held_back and quote.withdrawn is None


def _annotation(site: Site, brief: Brief, quote: PrintedQuote) -> dict[str, object]:
    made: dict[str, object] = {
        "id": f"{_address(site, brief, 'html')}#{quote.id}",
        "type": "Annotation",
        "motivation": "assessing",
        "body": list(_bodies(site, brief, quote)),
        "target": [_target(brief, selector) for selector in quote.selectors],
    }
    if brief.about.date:
        made["created"] = moment(brief.about.date)
    if site.settings.licence.startswith(("http://", "https://")):
        made["rights"] = site.settings.licence
    return made


def _bodies(site: Site, brief: Brief, quote: PrintedQuote) -> Iterator[dict[str, str]]:
    """Yield everything that travels with the quote, each line as a body of its own."""
    for line in of_quote(brief, quote, site.words):
        yield _body(site, _PURPOSES.get(line.role, "commenting"), line.text)


def _body(site: Site, purpose: str, value: str) -> dict[str, str]:
    return {
        "type": "TextualBody",
        "purpose": purpose,
        "value": value,
        "format": "text/plain",
        "language": site.settings.language,
    }


def _target(brief: Brief, selector: Selector) -> dict[str, object]:
    target: dict[str, object] = {"source": brief.facts.url or _name_of_copy(brief), "selector": _selectors(selector)}
    taken = brief.facts.captured or brief.facts.published
    if taken:
        target["state"] = {"type": "TimeState", "sourceDate": moment(taken)}
    return target


def _selectors(selector: Selector) -> list[dict[str, object]]:
    """Return both kinds of selector, since some readers need both; positions are code points of our copy."""
    quote: dict[str, object] = {"type": "TextQuoteSelector", "exact": selector.exact}
    quote |= {"prefix": selector.prefix} if selector.prefix else {}
    quote |= {"suffix": selector.suffix} if selector.suffix else {}
    span = selector.span
    return [quote, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]


def _name_of_copy(brief: Brief) -> str:
    """Return the name of an article without an address: the hash of our copy (RFC 6920)."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(brief.held.sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _address(site: Site, brief: Brief, ending: str) -> str:
    """Return the address of a form of the brief; without the site's address, from the folder of the briefs."""
    path = brief_path(brief.slug, ending)
    return absolute(site.settings.url, path) if site.settings.url else path.rpartition("/")[2]
