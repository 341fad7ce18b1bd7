"""Relays: outlets and others that an article credits with what somebody else said."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sitegen.analyse.chains.frames import Frame
from sitegen.analyse.chains.outlets import name_of_outlet
from sitegen.analyse.chains.sources import NOT_STATED
from sitegen.analyse.reports.cues import HEARSAY
from sitegen.model.analysis import Hop
from sitegen.model.article import Span

CREDIT = re.compile(
    r"\b(?:told|tell(?:s|ing)|according to|as per|per|citing|cited|cites|quot(?:ed|ing|es)|interview(?:s|ed)?|"
    r"(?:reported|carried|published|broadcast|aired|released|seen|obtained|reviewed|run) (?:by|in|on)|via|"
    r"(?:speaking|spoke|remarks|comments|statement|op-ed|column|editorial|article|essay) (?:to|with|on|in|for)|"
    r"reportedly|allegedly|purportedly|(?:said|on|reported) (?:on|to have|as))\b"
)
"""What a frame without relays has none of."""
_LEADS = re.compile(
    r"(?:"
    r"\b(?:told|tells|telling)(?: [\w’'-]+){0,3}?"
    r"|\b(?:as )?per"
    r"|\baccording to(?: (?:an?|the|this|that))?(?: [\w-]+){0,3}?(?: (?:by|in|from|on))?"
    r"|\b(?:quoted|cited|reported|carried|published|broadcast|aired|released|seen|obtained|reviewed|run)"
    r"(?: \w+)? (?:by|in|on)"
    r"|\binterview(?:s|ed)?(?: [\w-]+){0,3}? (?:with|to|on|by|for|in|from)"
    r"|\b(?:speaking|spoke|appearing|remarks|comments|statement|op-ed|column|editorial|article|essay)(?: \w+)?"
    r" (?:to|with|on|in|for|by)"
    r"|\bas saying(?: \w+)? by"
    r"|\bvia"
    r") (?:the |an? )?$",
    re.IGNORECASE,
)
_LONGEST_LEAD = 70
"""Characters."""
_AGAIN = re.compile(
    r"\b(?:told|interview with) the (?:newspaper|paper|magazine|news agency|agency|network|station|channel)\b"
)
_HEARSAY = re.compile(
    r"\b(?:is|are|was|were|been) (?:(?:reported|said|alleged|rumou?red) to have(?: \w+)?|"
    r"(?:quoted|cited)(?: \w+)? as(?: \w+)?)"
)
_NEAR = 3
"""Tokens between a verb of saying and a word that says that nobody vouches for it."""


class Relay(Struct, frozen=True):
    """An outlet that a frame credits."""

    name: str
    mention: Span
    shown: Span


def relays_in(frame: Frame) -> Iterator[Relay]:
    """Yield the outlets that the words credit with the statement, in their order."""
    for found in frame.find(frame.passage.outlets.pattern):
        if found.start() < frame.speaker[1] and frame.speaker[0] < found.end():
            continue
        # The search ends at the outlet, so that "$" stands right before it.
        lead = _LEADS.search(frame.text, max(frame.start, found.start() - _LONGEST_LEAD), found.start())
        if lead and not frame.is_others(lead.start()):
            span = frame.span_of(found.start(), found.end())
            yield Relay(name_of_outlet(found), span, frame.span_of(lead.start(), found.end()))


def again_in(frame: Frame) -> Span | None:
    """Return the words that credit an outlet named earlier: "told the newspaper"."""
    found = next(frame.find(_AGAIN), None)
    return None if found is None or frame.is_others(found.start()) else frame.span_of(found.start(), found.end())


def hearsay_in(frame: Frame) -> Hop | None:
    """Return the hop of nobody named: "he reportedly said"."""
    if frame.cue is None:
        return None
    doc, at, at_cue = frame.cue.doc, frame.cue.i, frame.cue.idx
    near = doc[max(at - _NEAR, 0) : at + 2]
    found = next((token for token in near if token.lower_ in HEARSAY), None)
    if found is not None:
        return Hop("", NOT_STATED, None, frame.span_of(found.idx, found.idx + len(found)))
    lead = next((one for one in frame.find(_HEARSAY) if one.start() <= at_cue <= one.end()), None)
    return Hop("", NOT_STATED, None, frame.span_of(lead.start(), lead.end())) if lead else None
