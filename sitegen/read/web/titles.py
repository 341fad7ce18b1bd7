"""The headline of a page: what stands on it as its heading, checked against what it declares."""

import html
import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from sitegen.read.web.declared import Declared, texts_of
from sitegen.read.web.outlet import Outlet
from sitegen.read.web.tree import elements, words_of

Heading = tuple[HtmlElement, str]
"""An element and its words."""

_WORD = re.compile(r"\w+")
_BARS = re.compile(r"(?<!\s)\s++(?:[|•·»]|::)\s+")
_DASHES = re.compile(r"(?<!\s)\s++[-–—]\s+")
_LABEL = re.compile(r"(?:^|[\s_-])(?:headline|(?:entry|post|article|story)-?title)(?:$|[\s_-])", re.IGNORECASE)
_ALIKE = 0.5
"""Share of words that a heading has in common with a declared title to be the headline."""
_LONGEST = 300
"""Characters; what is longer is no headline."""


def find_headline(root: HtmlElement, declared: Declared, outlet: Outlet) -> tuple[str, HtmlElement | None]:
    """Return the headline and what shows it: the <h1> most like the declared titles, else the best of those."""
    titles = list(dict.fromkeys(_declared_titles(root, declared, outlet)))
    for candidates in (elements(root, "h1"), _named_headlines(root)):
        shown = [(element, words) for element in candidates if 0 < len(words := words_of(element)) <= _LONGEST]
        if best := _best(shown, titles):
            return _without_labels(best[1], outlet), best[0]
        if len(shown) == 1 and not outlet.is_named(shown[0][1]) and _says_enough(shown[0][1]):
            return _without_labels(shown[0][1], outlet), shown[0][0]
    return next(iter(titles), ""), None


def _best(shown: Sequence[Heading], titles: Sequence[str]) -> Heading | None:
    """Return the heading most like the declared titles; the first where none is declared."""
    if not titles:
        return next(iter(shown), None)
    ranked = [(max(_likeness(words, title) for title in titles), element, words) for element, words in shown]
    likeness, element, words = max(ranked, key=lambda one: one[0], default=(0, None, ""))
    return (element, words) if element is not None and likeness >= _ALIKE else None


def _named_headlines(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what a page without a heading of the first rank calls its headline."""
    for element in elements(root, "h2", "h3", "div", "span", "p", "header"):
        if element.get("itemprop") == "headline" or _LABEL.search(element.get("class") or ""):
            yield element


def _declared_titles(root: HtmlElement, declared: Declared, outlet: Outlet) -> Iterator[str]:
    """Yield the titles that a page declares, best first, without the outlet's name."""
    for title in _raw_titles(root, declared):
        folded = " ".join(html.unescape(title).split())
        if len(folded) <= _LONGEST and (words := _without_labels(folded, outlet)):
            yield words


def _raw_titles(root: HtmlElement, declared: Declared) -> Iterator[str]:
    for record in declared.articles():
        yield from texts_of(record.get("headline"))
    yield from declared.meta("og:title", "parsely-title", "sailthru.title", "dc.title", "twitter:title", "title")
    for title in elements(root, "title"):
        yield title.text or ""
        break
    for record in declared.articles():
        yield from texts_of(record.get("name"))


def _without_labels(title: str, outlet: Outlet) -> str:
    """Take off what stands before or behind bars (sections, the outlet), and the outlet behind a dash."""
    parts = _BARS.split(title)
    title = max((part for part in parts if not outlet.is_named(part)), key=len, default=title)
    parts = _DASHES.split(title)
    for number in range(len(parts) - 1, 0, -1):
        tail = title[_nth_dash(title, number) :]
        if outlet.is_named(_DASHES.sub("", tail, count=1)):
            return title[: _nth_dash(title, number)].strip()
    head = parts[0]
    return title[_nth_end(title) :].strip() if len(parts) > 1 and outlet.is_named(head) else title.strip()


def _nth_dash(title: str, number: int) -> int:
    return [found.start() for found in _DASHES.finditer(title)][number - 1]


def _nth_end(title: str) -> int:
    return next(found.end() for found in _DASHES.finditer(title))


def _likeness(one: str, other: str) -> float:
    """Return the share of words that two titles have in common, of the longer one; 1 where one holds the other."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return 0
    common = len(left & right)
    share = common / max(len(left), len(right))
    return max(0.75, share) if common == min(len(left), len(right)) else share


def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold()))


def _says_enough(words: str) -> bool:
    return len(_WORD.findall(words)) >= 3  # noqa: PLR2004  ("Breaking news" is no headline)
