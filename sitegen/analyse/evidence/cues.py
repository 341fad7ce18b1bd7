"""Cues: where the words of an article show one kind or signal of kinds.yaml."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.evidence.joined import joined_noun
from sitegen.analyse.evidence.needles import needles_of
from sitegen.analyse.evidence.pile import Pile
from sitegen.analyse.evidence.places import Place
from sitegen.kinds import Cues, compiled
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


class Match(Struct, frozen=True):
    """A stretch of a paragraph that a cue fits, in the paragraph's characters."""

    place: Place
    start: int
    end: int
    noun: "Token | None" = None
    """What the grammar joins to it, where it had to."""

    @property
    def sentence(self) -> tuple[int, int]:
        """Which paragraph and which sentence of it: numbers from 0."""
        return self.place.number, self.place.sentence_number(self.start)

    @property
    def tokens(self) -> Sequence["Token"]:
        """The tokens that it touches."""
        return self.place.tokens_in(self.start, self.end)

    @property
    def span(self) -> Span:
        """Where it stands in the article."""
        return self.place.span_of(self.start, self.end)


def matches_alone(cues: Cues, pile: Pile) -> Iterator[Match]:
    """Yield what is enough wherever it stands."""
    yield from _standing(cues, _matches(cues.alone, pile))
    yield from _standing(cues, _joined(cues, pile))


def matches_then(cues: Cues, pile: Pile) -> Iterator[Match]:
    """Yield what is enough in an article that shows the kind elsewhere."""
    return _standing(cues, _matches(cues.then, pile))


def matches_beside(cues: Cues, pile: Pile) -> Iterator[Match]:
    """Yield what is enough in a sentence that shows material which needs a check."""
    return _standing(cues, _matches(cues.beside, pile))


def _matches(expressions: Iterable[str], pile: Pile) -> Iterator[Match]:
    for expression in expressions:
        for place in pile.holding(needles_of(expression)):
            for found in compiled(expression).finditer(place.text):
                yield Match(place, *found.span())


def _joined(cues: Cues, pile: Pile) -> Iterator[Match]:
    """Yield from a word to the noun that the grammar joins to it."""
    for match in _matches(cues.joined, pile):
        noun = joined_noun(match.place.token_at(match.start), cues.nouns)
        if noun is not None:
            yield Match(match.place, min(match.start, noun.idx), max(match.end, noun.idx + len(noun)), noun)


def _standing(cues: Cues, matches: Iterable[Match]) -> Iterator[Match]:
    """Yield the matches that are no part of a name, and that no `unless` overlaps."""
    return (
        match for match in matches if not match.place.is_named(match.start, match.end) and not _excused(cues, match)
    )


def _excused(cues: Cues, match: Match) -> bool:
    return any(
        found.start() < match.end and match.start < found.end()
        for expression in cues.unless
        for found in compiled(expression).finditer(match.place.text)
    )
