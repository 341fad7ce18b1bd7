"""Needles: the words without which a regular expression cannot match, read off the expression itself."""

import re
from functools import cache

Needles = frozenset[str]
"""Texts, case folded, of which a match holds one."""

_NONE: Needles = frozenset()
_TELLING = 3
"""Signs: looking for shorter ones, which most paragraphs hold, takes longer than it spares."""
_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")
_GROUP = re.compile(r"\((?:\?[aimsux-]*:|\?P<\w+>|(?P<looks>\?<?[=!]))?")
_ZERO_WIDTH = re.compile(r"\\[bBAZ]|[\^$]")
_ANY = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]|\\[a-zA-Z0-9]|\.")
_LITERAL = re.compile(r"\\?(?P<sign>.)", re.DOTALL)
_QUANTIFIER = re.compile(r"(?:(?P<optional>[*?]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")


@cache
def needles_of(expression: str) -> tuple[Needles, ...]:
    """Return needles such that every match holds one of each, the most telling first; empty where there are none."""
    reader = _Reader(_FLAGS.sub("", expression))
    branches = list(reader.branches())
    parts = branches[0] if len(branches) == 1 else [_either(branches)]
    first, *others = sorted(dict.fromkeys(parts), key=_lengths, reverse=True)
    return tuple(filter(None, (first, *(needles for needles in others if _lengths(needles)[0] >= _TELLING))))


class _Reader:
    """Reads the part of the language of regular expressions that cues are written in, from left to right."""

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.at = 0

    def branches(self) -> list[list[Needles]]:
        """Return the needles of each part of each branch."""
        branches = [self._sequence()]
        while self.expression[self.at : self.at + 1] == "|":
            self.at += 1
            branches.append(self._sequence())
        return branches

    def _sequence(self) -> list[Needles]:
        """Return the needles of parts that stand one after another; signs in a row are one part."""
        parts: list[Needles] = []
        run = ""
        while self.at < len(self.expression) and self.expression[self.at] not in "|)":
            literal, needles, ends = self._atom()
            quantifier = self._take(_QUANTIFIER)
            if not (quantifier and quantifier["optional"]):
                run += literal
                parts.append(needles)
            if ends or quantifier:
                parts.append(_needle(run))
                run = ""
        return [*parts, _needle(run)]

    def _atom(self) -> tuple[str, Needles, bool]:
        """Return what the next part must hold, as a sign or as needles, and whether it ends a run of signs."""
        if group := self._take(_GROUP):
            needles = _either(self.branches())
            self.at += len(")")
            return ("", _NONE, False) if group["looks"] else ("", needles, True)
        if self._take(_ZERO_WIDTH):
            return "", _NONE, False
        if self._take(_ANY):
            return "", _NONE, True
        literal = self._take(_LITERAL)
        return literal["sign"] if literal else "", _NONE, False

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.expression, self.at)
        self.at = found.end() if found else self.at
        return found


def _either(branches: list[list[Needles]]) -> Needles:
    """Return the needles of the most telling part of each branch; none where a branch has none."""
    best = [max(parts, key=_lengths) for parts in branches]
    return _NONE.union(*best) if all(best) else _NONE


def _needle(run: str) -> Needles:
    return frozenset({run.casefold()} if run.strip() else ())


def _lengths(needles: Needles) -> tuple[int, float]:
    """Return the characters of the shortest, then of one on average: the longer a word, the fewer texts hold it."""
    return min(map(len, needles), default=0), sum(map(len, needles)) / max(len(needles), 1)
