"""Frames: the words around a statement, in the sentence that reports it, without what is said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.chains.outlets import Outlets
from sitegen.analyse.parsing import Parse
from sitegen.model.analysis import Statement
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

HIDDEN = "\0"
"""Stands for each character of what is said, so that every other one keeps its place."""


_HINTS = (
    *("told", "tell", "according to", "as per", "citing", "cited", "cites", "quot", "interview", " via ", "speaking"),
    *("remarks", "comments", "statement", "op-ed", "column", "article", "essay", "editorial", "spoke "),
    *("reported by", "carried ", "published ", "broadcast", "aired ", "seen by", "obtained by", "reviewed by"),
    *("reportedly", "allegedly", "purportedly", "supposedly", "d to have", "d as saying"),
    *("tweet", "social media", " post", "heard "),
)


_CREDIT = re.compile(r",? (?:citing|quoting|according to|as per)\b(?!.*\b(?:citing|quoting|according to|as per)\b)")


class Passage:
    """A parsed paragraph with the statements that are reported in it."""

    def __init__(self, parse: Parse, quoted: Sequence[Span], outlets: Outlets) -> None:
        self.parse, self.quoted, self.outlets = parse, quoted, outlets
        self.said: list[tuple[int, str]] = []
        """Where its verbs of saying stand, in characters of the piece, and who says it."""

    @cached_property
    def text(self) -> str:
        """The paragraph without its direct quotes."""
        return hide(self.parse, self.parse.piece.text, self.quoted)

    @cached_property
    def lower(self) -> str:
        """The paragraph in small letters, quotes included."""
        return self.parse.piece.text.lower()

    @cached_property
    def is_telling(self) -> bool:
        """Whether a word stands in it that may say how a statement came."""
        return self.has(_HINTS) or self.has(self.outlets.platforms)

    def has(self, words: Iterable[str]) -> bool:
        """Say whether any of these stretches of small letters stands in it."""
        lower = self.lower
        return any(word in lower for word in words)

    def others(self, statement: Statement) -> frozenset[int]:
        """Return where the verbs stand that report what others than this speaker say."""
        name = statement.speaker.name if statement.speaker else ""
        places = frozenset(place for place, other in self.said if other != name)
        return places - frozenset(place for place, other in self.said if other == name)

    def token_at(self, offset: int) -> "Token":
        """Return the token that a character of the piece belongs to."""
        span = self.parse.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span is not None and len(span) else self.parse.doc[0]

    def root_at(self, mention: Span) -> "Token | None":
        """Return the noun that a mention hangs on."""
        start, end = self.parse.piece.offset(mention.start), self.parse.piece.offset(mention.end - 1) + 1
        words = self.parse.doc.char_span(start, end, alignment_mode="expand")
        return words.root if words is not None and len(words) else None


class Frame(Struct, frozen=True):
    """A sentence that reports a statement; places are characters of the piece."""

    passage: Passage
    text: str
    """Of the passage, without direct quotes, nor the statement's own words."""
    start: int
    end: int
    cue: "Token | None"
    speaker: tuple[int, int]
    """Where the speaker is mentioned; equal places where that is elsewhere."""
    others: frozenset[int]
    """Where the verbs stand that report what others say."""

    def span_of(self, start: int, end: int) -> Span:
        """Return the place in the article."""
        return self.passage.parse.piece.span_of(start, end)

    def is_others(self, place: int) -> bool:
        """Say whether the verb at a place reports what another speaker says."""
        return place in self.others

    def find(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield where a pattern matches."""
        return pattern.finditer(self.text, self.start, self.end)


def hide(parse: Parse, text: str, spans: Sequence[Span]) -> str:
    """Return the text of a piece with the stretches of the article hidden."""
    for span in spans:
        start, end = parse.piece.offset(span.start), parse.piece.offset(span.end - 1) + 1
        if start < end and span.overlaps(parse.piece.span):
            text = text[:start] + HIDDEN * (end - start) + text[end:]
    return text


def frame_of(passage: Passage, statement: Statement, within: Span | None) -> Frame | None:
    """Return the frame of a statement, cut to what another one says where that holds it; None where there is none."""
    place = _anchor(statement)
    piece = passage.parse.piece
    if place is None or place not in piece.span:
        return None
    token = passage.token_at(piece.offset(place.start))
    start, end = token.sent.start_char, token.sent.end_char
    text = passage.text
    if within is not None:
        start, end = max(start, piece.offset(within.start)), min(end, piece.offset(within.end - 1) + 1)
        text = piece.text
    if not statement.direct or within is not None:
        text = hide(passage.parse, text, [_without_credit(passage, statement.span)])
    cue = token if statement.cue is not None else None
    return Frame(passage, text, start, end, cue, _mentioned(passage, statement), passage.others(statement))


def _without_credit(passage: Passage, said: Span) -> Span:
    """Return what is said without words at its end that credit somebody with it: ", citing two officials"."""
    start = passage.parse.piece.offset(said.start)
    credit = _CREDIT.search(passage.parse.piece.text, start, passage.parse.piece.offset(said.end - 1) + 1)
    return passage.parse.piece.span_of(start, credit.start()) if credit and credit.start() > start else said


def _anchor(statement: Statement) -> Span | None:
    if statement.cue is not None:
        return statement.cue
    return statement.speaker.mention if statement.speaker else None


def _mentioned(passage: Passage, statement: Statement) -> tuple[int, int]:
    piece = passage.parse.piece
    if statement.speaker is None or statement.speaker.mention not in piece.span:
        return 0, 0
    mention = statement.speaker.mention
    return piece.offset(mention.start), piece.offset(mention.end - 1) + 1
