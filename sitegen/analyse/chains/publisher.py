"""Publisher: the outlet that an article shows to be its own, which is no hop of any chain."""

import re
from collections.abc import Iterator

from sitegen.analyse.chains.outlets import Outlets, name_of_outlet

_DATE_LINE = re.compile(r"^.{0,60}?\((?P<name>[A-Z][\w. ]{1,25})\)\s*[-–—]", re.MULTILINE)
_START = 1500
"""Characters within which an agency's mark stands before the first sentence."""
_UNABLE = re.compile(
    r"(?:(?:was|is|has been|were) (?:not able|unable) to|(?:could|can|did) ?not) "
    r"(?:be |independently |immediately )*(?:verify|confirm|reach|authenticate)"
)
_ASKED = re.compile(
    r"\b(?:requests?|questions?|inquiries|enquiries|e-?mails?|calls?)(?: \w+){0,3} (?:from|by|to) (?=[Tt]he |[A-Z])|"
    r"\bcontacted by (?=[Tt]he |[A-Z])"
)
_NEAR = 40
"""Characters."""


def own_names(text: str, outlets: Outlets) -> frozenset[str]:
    """Return the names by which an article speaks of the outlet that it appeared in."""
    return frozenset((*_signed(text, outlets), *_unable(text, outlets), *_asking(text, outlets)))


def _signed(text: str, outlets: Outlets) -> Iterator[str]:
    """Yield the mark of an agency before the text: "KHERSON (Reuters) -"."""
    found = _DATE_LINE.search(text, 0, _START)
    outlet = outlets.pattern.fullmatch(found["name"]) if found else None
    if outlet:
        yield name_of_outlet(outlet)


def _unable(text: str, outlets: Outlets) -> Iterator[str]:
    for found in _UNABLE.finditer(text):
        before = text[max(found.start() - _NEAR, 0) : found.start()].rstrip()
        named = (outlet for outlet in outlets.pattern.finditer(before) if outlet.end() == len(before))
        yield from map(name_of_outlet, named)


def _asking(text: str, outlets: Outlets) -> Iterator[str]:
    """Yield the outlet whose own questions the article speaks of: "did not answer questions from …"."""
    named = (outlets.pattern.match(text, found.end()) for found in _ASKED.finditer(text))
    yield from (name_of_outlet(outlet) for outlet in named if outlet)
