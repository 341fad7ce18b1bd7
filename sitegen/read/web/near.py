"""The short lines around a headline: bylines and dates as a reader sees them."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from sitegen.read.web.tree import SILENT, elements, names_of, words_of

LONGEST = 200
"""Characters of a line."""
_BEFORE, _AFTER = 40, 220
"""Elements around the headline that are looked at."""
_AWAY = re.compile(
    r"(?:^|[\s_-])(?:related|recommend\w*|trending|popular|newsletter|comments?|footer|nav|menu|sidebar|promo|share|social"
    r"|breadcrumbs?|most-?read|latest|ad|ads|advert\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_WHOLE = frozenset({"html", "body", "main", "article"})
"""What says in its names which parts the page has ("with-sidebar")."""
_APART = frozenset({"nav", "footer", "aside", "form", "button", "figcaption", "select", "option", "figure"})


def lines_near(root: HtmlElement, headline: HtmlElement | None) -> list[HtmlElement]:
    """Return the outermost elements around the headline that hold one short line each, those behind it first."""
    if headline is None:
        return []
    order = list(elements(root))
    at = order.index(headline)
    end = at + sum(1 for _ in headline.iter())
    return [*_lines(order[end : end + _AFTER]), *_lines(order[max(at - _BEFORE, 0) : at])]


def _lines(stretch: list[HtmlElement]) -> Iterator[HtmlElement]:
    done: set[HtmlElement] = set()
    for element in stretch:
        if element.getparent() in done or element.tag in SILENT:
            done.add(element)
            continue
        if element.tag in _APART or _AWAY.search(names_of(element)):
            done.add(element)
        elif 0 < len(words_of(element)) <= LONGEST:
            done.add(element)
            yield element


def is_away(element: HtmlElement) -> bool:
    """Say whether an element stands in the furniture of a page: menus, footers, lists of other stories."""
    around = (each for each in (element, *element.iterancestors()) if each.tag not in _WHOLE)
    return any(each.tag in _APART or _AWAY.search(names_of(each)) for each in around)


def pieces_of(element: HtmlElement) -> list[str]:
    """Return the texts of an element one by one, as its markup parts them."""
    texts = (" ".join(text.split()) for text in element.itertext())
    return [text for text in texts if text]
