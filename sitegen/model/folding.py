"""Folding: an article's words with quote marks and white space made alike, and the way back to its characters."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from unicodedata import category

from msgspec import Struct

from sitegen.model.article import Span
from sitegen.model.concordance import places_in

MARKS = "\"'`´“”„‟‘’‚‛«»‹›′″ʼ＂＇〝〞〟「」『』"
"""Every form of quotation mark and apostrophe; folded, all are one straight single mark."""

_SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
# Zero-width spaces and joiners, byte-order mark, soft hyphen: pasted along with text, seen by nobody.
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
_BREAK = "\n"  # stands between stretches that no quote crosses; folding leaves no other line end
_ALIKE = str.maketrans(dict.fromkeys(MARKS, "'") | dict.fromkeys(_SPACES, " ") | dict.fromkeys(_INVISIBLE, "\u200b"))
_RUN = re.compile("[ \u200b]{2,}|'(?:\u200b*')+|\u200b")
_JOINS_WORDS = "'-‐‑"  # "don't", "non-legal": a part of such a word may say the opposite
_JOINS_DIGITS = ".,"


def fold(text: str) -> str:
    """Return text with each run of white space as one space, of quote marks as one mark; invisible signs go."""
    return _RUN.sub(lambda run: _one(run.group()), text.translate(_ALIKE))


def needle(words: str) -> str:
    """Return words as they are looked for: folded, without the quotation marks and space that the editor put around."""
    return fold(_unwrapped(words)).strip()


def _unwrapped(words: str) -> str:
    """Take off marks at the ends, but not one whose partner stands inside: it is part of what is said."""
    words = words.strip(_SPACES + _INVISIBLE)
    closes = _pairs(words)
    opened = {end: start for start, end in closes.items()}
    start, last = 0, len(words) - 1
    while start <= last:
        if words[start] in MARKS and closes.get(start, last) >= last:
            start += 1
        elif words[last] in MARKS and opened.get(last, -1) < start:
            last -= 1
        else:
            break
    return words[start : last + 1]


def _pairs(words: str) -> dict[int, int]:
    """Return where each opening quotation mark is closed; apostrophes inside a word are none."""
    pairs: dict[int, int] = {}
    waiting: list[int] = []
    for at, character in enumerate(words):
        before, after = words[at - 1 : at] if at else "", words[at + 1 : at + 2]
        if character not in MARKS or (before.isalnum() and after.isalnum()):
            continue
        follows_a_word = bool(before.strip()) and before not in MARKS
        if waiting and (follows_a_word or not after.strip() or after in MARKS):
            pairs[waiting.pop()] = at
        elif after.strip() and not before.isalnum():
            waiting.append(at)
    return pairs


class Folded(Struct, frozen=True):
    """Stretches of an article, folded, with what leads back to its characters."""

    text: str
    folded_at: Sequence[int]
    """Places of `text` from which on characters count one by one from the same entry of `source_at`."""
    source_at: Sequence[int]

    @classmethod
    def of(cls, text: str, stretches: Sequence[Span]) -> "Folded":
        """Fold stretches of a text; linear in their length."""
        pieces: list[str] = []
        folded_at, source_at, length = [0], [0], 0
        for stretch in stretches:
            for piece, start in _pieces(text, stretch):
                if start - length != source_at[-1] - folded_at[-1]:
                    folded_at.append(length)
                    source_at.append(start)
                pieces.append(piece)
                length += len(piece)
        return cls("".join(pieces), folded_at, source_at)

    def find(self, words: str, start: int = 0, end: int | None = None) -> int:
        """Return where folded words first stand as whole words; -1 where they do not."""
        return next(self.places(words, start, end), -1)

    def find_last(self, words: str, start: int, end: int) -> int:
        """Return where folded words last stand as whole words before `end`; -1 where they do not."""
        at = self.text.rfind(words, start, end)
        while at >= 0 and not self._is_whole(at, at + len(words)):
            at = self.text.rfind(words, start, at + len(words) - 1)
        return at

    def places(self, words: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Yield every place from `start` on where folded words stand as whole words."""
        found = places_in(self.text, words, start, end, whole=True)
        return (at for at in found if self._is_whole(at, at + len(words)))

    def span(self, start: int, end: int) -> Span:
        """Return the article's characters for a stretch of the folded text; of marks in a row, the innermost alone."""
        first = self._source(start + 1) - 1 if self.text[start] == "'" and start + 1 < end else self._source(start)
        return Span(first, self._source(end - 1) + 1)

    def place(self, source: int) -> int:
        """Return the first place of the folded text that stands at or behind a character of the article."""
        entry = bisect_right(self.source_at, source) - 1
        ahead = self.folded_at[entry] + source - self.source_at[entry]
        following = self.folded_at[entry + 1] if entry + 1 < len(self.folded_at) else len(self.text)
        return min(ahead, following)

    def _source(self, place: int) -> int:
        entry = bisect_right(self.folded_at, place) - 1
        return self.source_at[entry] + place - self.folded_at[entry]

    def _is_whole(self, start: int, end: int) -> bool:
        """Say whether a stretch neither begins nor ends inside a word or a number."""
        before, after = self.text[max(start - 2, 0) : start], self.text[end : end + 2]
        return not (_cuts(self.text[start], before[::-1]) or _cuts(self.text[end - 1], after))


def _pieces(text: str, stretch: Span) -> Iterator[tuple[str, int]]:
    """Yield folded pieces of a stretch and where each begins in the text, a break last."""
    alike = text[stretch.start : stretch.end].translate(_ALIKE)
    at = 0
    for run in _RUN.finditer(alike):
        if run.start() > at:
            yield alike[at : run.start()], stretch.start + at
        if one := _one(run.group()):
            yield one, stretch.start + run.start()
        at = run.end()
    yield alike[at:] + _BREAK, stretch.start + at


def _one(run: str) -> str:
    """Return what a run of alike characters folds to."""
    return "'" if run[0] == "'" else " " if " " in run else ""


def _cuts(edge: str, beyond: str) -> bool:
    """Say whether the character at a quote's edge and what stands beyond it, outwards, belong to one word."""
    first, second = beyond[:1], beyond[1:]
    if not first or category(first).startswith("M"):
        return bool(first)
    if not edge.isalnum() or first.isalnum() or first == "_":
        return edge.isalnum()
    if first in _JOINS_DIGITS:
        return edge.isdigit() and second.isdigit()
    return first in _JOINS_WORDS and second.isalnum()
