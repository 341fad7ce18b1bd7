"""Ranking: how likely a candidate is a report, and which of those that overlap are proposed."""

import math
from collections.abc import Iterable

from msgspec import Struct

from sitegen.analyse.reports.candidates import Candidate
from sitegen.analyse.reports.weights import BIAS, WEIGHTS

_LEAST, _LEAST_SAID, _LEAST_RELATIVE = 0.5, 0.4, 0.3
"""The probability from which a candidate is proposed.

An opinion or a wish; a clause that someone is said to say; and one inside a relative clause ("the call, which the
police say they recorded"). Of the first, most that is wrong is no report; of the others, most is a report cut a
little too long or too short.
"""
_SAID = frozenset({"say", "according", "hearsay"})
_SAID_BY_ORDER = ("line", "before", "after")
_SAME = 0.55
"""Share in common from which two stretches are the same content under two cues."""


class Ranked(Struct, frozen=True):
    """A candidate with the probability that it is a report, its content rightly cut."""

    candidate: Candidate
    probability: float


def weight_of(features: Iterable[str], others: float = 0.0) -> float:
    """Return what these features weigh together with others."""
    return sum([WEIGHTS.get(feature, 0.0) for feature in features], others)


def probability_of(weight: float) -> float:
    """Return the probability that logistic regression gives for features of this weight."""
    return 1 / (1 + math.exp(-BIAS - weight))


def choose(ranked: Iterable[Ranked]) -> list[Ranked]:
    """Return those to propose of one paragraph, the likeliest first.

    A cue has no two contents that overlap, and a content no two cues; but one may stand inside another's ("she said
    that he denied taking it").
    """
    chosen: list[Ranked] = []
    likely = [each for each in ranked if each.probability >= _least(each.candidate)]
    for each in sorted(likely, key=lambda each: (-each.probability, each.candidate.first, -each.candidate.last)):
        if not any(_clash(each.candidate, other.candidate) for other in chosen):
            chosen.append(each)
    return chosen


def _least(candidate: Candidate) -> float:
    pattern = candidate.pattern
    if candidate.cue.kind not in _SAID:
        return _LEAST
    if pattern == "ccomp-around":
        return _LEAST_RELATIVE
    return _LEAST_SAID if "comp" in pattern or pattern.startswith(_SAID_BY_ORDER) else _LEAST


def _clash(one: Candidate, other: Candidate) -> bool:
    common = min(one.last, other.last) - max(one.first, other.first) + 1
    if common <= 0:
        return False
    union = max(one.last, other.last) - min(one.first, other.first) + 1
    return one.cue == other.cue or common / union >= _SAME
