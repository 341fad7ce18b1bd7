"""Paragraphs with their quotations: the words before and after each, outside every quotation."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct

from sitegen.analyse.columns import Columns
from sitegen.analyse.cues import VERBS
from sitegen.analyse.parsing import Parse
from sitegen.model.quotations import Quotation

if TYPE_CHECKING:
    from spacy.tokens import Token

_ENDS = frozenset({".", "!", "?", ";"})
_STOPS = frozenset({".", "!", "?"})
_FINAL = (".", "!", "?", "…")
_GOES_ON = (",", ";", ":")
_QUOTES = "\"'’”»“ "
_COMMAS = frozenset({",", ";", "—", "–", "--", "-"})
_LAST = 3
"""Tokens at the end of a quotation of which one is its last word or stop."""
_RELATIVES = ("WP", "WDT")
_SUBJECTS = ("nsubj", "nsubjpass")
_T = TypeVar("_T")
_INVERTED = 8
"""Tokens after a quotation's question mark within which a verb of saying shows that its sentence goes on."""


class Stretch(Struct, frozen=True):
    """The tokens of a quotation that stand in one line, marks included: from `first` to before `end`."""

    quotation: Quotation
    first: int
    end: int


class Line(Struct, frozen=True, dict=True):
    """A parsed paragraph and the quotations in it."""

    parse: Parse
    stretches: tuple[Stretch, ...]

    def before(self, number: int) -> list["Token"]:
        """Return what leads to a quotation, nearest token first: back to the sentence's start or another quotation."""
        stop = self.stretches[number - 1].end if number else 0
        found = [self.parse.doc[index] for index in range(self.stretches[number].first - 1, stop - 1, -1)]
        return list(_until_end(found))

    def is_quoted(self, token: "Token") -> bool:
        """Say whether a token stands in a quotation."""
        return any(stretch.first <= token.i < stretch.end for stretch in self.stretches)

    @cached_property
    def columns(self) -> Columns:
        """The tokens as plain lists."""
        return self.parse.columns

    @cached_property
    def quoted(self) -> list[bool]:
        """Whether each token stands in a quotation."""
        found = [False] * len(self.columns.texts)
        for stretch in self.stretches:
            found[stretch.first : stretch.end] = [True] * (stretch.end - stretch.first)
        return found

    @cached_property
    def sentences(self) -> list[int]:
        """The number of each token's sentence; a quotation is one thing, whatever stops it holds."""
        texts, quoted = self.columns.texts, self.quoted
        ends = [text in _STOPS and not inside for text, inside in zip(texts, quoted, strict=True)]
        for stretch in self.stretches:
            ends[stretch.end - 1] = self._ends_sentence(stretch)
        return _running(ends)[:-1]

    @cached_property
    def words(self) -> list[int]:
        """How many words outside quotations stand before each token, and in all."""
        return _running([not inside and tag[:1].isalpha() for tag, inside in self._outside(self.columns.tags)])

    @cached_property
    def cues(self) -> list[int]:
        """How many verbs of saying outside quotations stand before each token, and in all."""
        columns = self.columns
        lowers = self._outside(columns.lowers)
        return _running(
            [not inside and lower in VERBS and columns.is_verb(at) for at, (lower, inside) in enumerate(lowers)]
        )

    @cached_property
    def sayings(self) -> list[int]:
        """How many verbs of saying with a subject of their own stand before each token, and in all; "who" is none."""
        columns = self.columns
        spoken = {
            columns.heads[at]
            for at, (dep, tag) in enumerate(zip(columns.deps, columns.tags, strict=True))
            if dep in _SUBJECTS and tag not in _RELATIVES and not self.quoted[at]
        }
        return _running([cue > before and at in spoken for at, (before, cue) in enumerate(pairwise(self.cues))])

    @cached_property
    def subjects(self) -> list[int]:
        """How many subjects outside quotations stand before each token, and in all."""
        return _running([not inside and dep in _SUBJECTS for dep, inside in self._outside(self.columns.deps)])

    @cached_property
    def commas(self) -> list[int]:
        """How many commas, semicolons and dashes outside quotations stand before each token, and in all."""
        return _running([not inside and text in _COMMAS for text, inside in self._outside(self.columns.texts)])

    @cached_property
    def quotations(self) -> list[int]:
        """How many quotations begin before each token, and in all."""
        firsts = {stretch.first for stretch in self.stretches}
        return _running([at in firsts for at in range(len(self.columns.texts))])

    def closing(self, stretch: Stretch) -> str:
        """Return the last characters of a quotation, its marks left out."""
        texts = self.columns.texts[max(stretch.first, stretch.end - _LAST) : stretch.end]
        return "".join(texts).rstrip(_QUOTES)

    def _outside(self, column: Sequence[_T]) -> Iterator[tuple[_T, bool]]:
        return zip(column, self.quoted, strict=True)

    def _ends_sentence(self, stretch: Stretch) -> bool:
        """Say whether a sentence ends where a quotation ends."""
        closing, columns = self.closing(stretch), self.columns
        following = columns.texts[stretch.end : stretch.end + _INVERTED]
        if not closing.endswith(_FINAL) or not following:
            return False
        if following[0][:1].islower() or following[0] in _GOES_ON:
            return False
        # “Why?” Lopez asked.
        ended = next((at for at, text in enumerate(following) if text in _STOPS), len(following))
        return closing.endswith(".") or not any(text.lower() in VERBS for text in following[:ended])


def _running(counted: Iterable[bool]) -> list[int]:
    """Return how many are counted before each, and in all."""
    return list(accumulate(counted, initial=0))


def lines_of(parses: Sequence[Parse], quotations: Sequence[Quotation]) -> list[Line]:
    """Return a line a parse; a quotation over several paragraphs stands in several."""
    rest = sorted(quotations, key=lambda quotation: quotation.outer)
    lines = []
    for parse in parses:
        span = parse.piece.span
        while rest and rest[0].outer.end <= span.start:
            rest.pop(0)
        inside = [quotation for quotation in rest[: _reach(rest, span.end)] if quotation.outer.end > span.start]
        lines.append(Line(parse, tuple(_stretches(parse, inside)) if inside else ()))
    return lines


def _reach(quotations: Sequence[Quotation], end: int) -> int:
    """Return how many of the quotations, in order, start before a place."""
    return bisect_left(quotations, end, key=lambda quotation: quotation.outer.start)


def _stretches(parse: Parse, quotations: Sequence[Quotation]) -> Iterator[Stretch]:
    starts = parse.columns.starts
    for quotation in quotations:
        first = bisect_left(starts, parse.piece.offset(max(quotation.outer.start, parse.piece.span.start)))
        end = bisect_left(starts, parse.piece.offset(min(quotation.outer.end, parse.piece.span.end) - 1) + 1)
        if first < end:
            yield Stretch(quotation, first, end)


def _until_end(tokens: Sequence["Token"]) -> Iterator["Token"]:
    """Yield tokens up to one that ends a sentence."""
    for token in tokens:
        if token.text in _ENDS:
            return
        yield token
