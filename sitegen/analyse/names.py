"""Names in an article: persons where they are named, and every name, date and number that the model sees."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.analyse.parsing import Parse
from sitegen.model.analysis import Entity
from sitegen.model.article import Span


class Name(Struct, frozen=True):
    """A person's name where it stands."""

    span: Span
    full: str
    """The fullest form in which the article gives it."""


def find_entities(parses: Sequence[Parse]) -> Iterator[Entity]:
    """Yield every name, date and number that the model sees."""
    for parse in parses:
        for words in parse.doc.ents:
            yield Entity(parse.piece.span_of(words.start_char, words.end_char), words.label_)


def person_before(people: Sequence[Name], place: int, since: int = 0) -> Name | None:
    """Return the person named last before a place, and not before `since`."""
    return next((name for name in reversed(people) if since <= name.span.start and name.span.end <= place), None)
