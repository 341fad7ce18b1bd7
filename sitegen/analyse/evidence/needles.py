"""Needles: the words without one of which a regular expression cannot match, read off the expression itself."""

import re
from functools import cache

Needles = frozenset[str]

_FLAGS = re.compile(r"\(\?[aiLmsux]+\)")
_GROUP = re.compile(r"\((?:\?[aimsux]*:|\?P<\w+>|(?P<looks>\?<?[=!]))?")
_ZERO_WIDTH = re.compile(r"\\[bBAZ]|[\^$]")
_ANY = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]|\\[a-zA-Z0-9]|\.")
_LITERAL = re.compile(r"\\?(?P<sign>.)", re.DOTALL)
_QUANTIFIER = re.compile(r"(?:(?P<optional>[*?]|\{0?,\d*\}|\{0\})|\+|\{\d+(?:,\d*)?\})[?+]?")


@cache
def needles_of(expression: str) -> Needles:
    """Return case-folded texts one of which is in every text that an expression matches; empty where none must be."""
    return _Reader(_FLAGS.sub("", expression)).alternatives()


class _Reader:
    """Reads the part of the language of regular expressions that cues are written in, from left to right."""

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.at = 0

    def alternatives(self) -> Needles:
        """Return the needles of each branch; none where a branch has none."""
        branches = [self._sequence()]
        while self._take(re.compile(r"\|")):
            branches.append(self._sequence())
        return frozenset[str]().union(*branches) if all(branches) else frozenset()

    def _sequence(self) -> Needles:
        """Return the needles of the part that is the longest; signs in a row are one part."""
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
        return max((*parts, _needle(run)), key=_length)

    def _atom(self) -> tuple[str, Needles, bool]:
        """Return what the next part must hold, as a sign or as needles, and whether it ends a run of signs."""
        if group := self._take(_GROUP):
            needles = self.alternatives()
            self.at += len(")")
            return ("", frozenset(), False) if group["looks"] else ("", needles, True)
        if self._take(_ZERO_WIDTH):
            return "", frozenset(), False
        if self._take(_ANY):
            return "", frozenset(), True
        literal = self._take(_LITERAL)
        return literal["sign"] if literal else "", frozenset(), False

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self.expression, self.at)
        self.at = found.end() if found else self.at
        return found


def _needle(run: str) -> Needles:
    return frozenset({run.casefold()} if run.strip() else ())


def _length(needles: Needles) -> int:
    """Return the characters of the shortest."""
    return min(map(len, needles), default=0)
