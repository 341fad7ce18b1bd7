"""Names in an article, and whom a last name or a pronoun stands for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.analyse.parsing import Parse
from sitegen.model.analysis import Entity
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Words

_PERSON = "PERSON"
_TITLES = ("mr.", "mrs.", "ms.", "dr.", "sir", "mr", "mrs", "ms", "dr")


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name where it stands."""

    span: Span
    full: str
    """The longest form in which the article gives it."""


def find_entities(parses: Sequence[Parse]) -> Iterator[Entity]:
    """Yield every name, date and number that the model sees."""
    for parse in parses:
        for words in parse.doc.ents:
            yield Entity(_span_of(parse, words), words.label_)


def people_in(parses: Sequence[Parse]) -> list[Name]:
    """Return the persons' names in the order of the text, each with the longest form that ends in the same word.

    A short name that the model takes for something else is a person's where its last word is one elsewhere.
    """
    found = [
        (_span_of(parse, words), form, words.label_ == _PERSON)
        for parse in parses
        for words in parse.doc.ents
        if (form := _bare(words))
    ]
    lasts = {_last(form) for _, form, is_person in found if is_person}
    people = [(span, form) for span, form, is_person in found if is_person or (_last(form) in lasts and _is_name(form))]
    forms: dict[str, str] = {}
    for _, form in people:
        if len(form) > len(forms.get(_last(form), "")):
            forms[_last(form)] = form
    return [Name(span, forms[_last(form)]) for span, form in people]


def person_at(people: Sequence[Name], mention: Span) -> Name | None:
    """Return the last person named inside a mention: "Russian General Ivan Popov"."""
    return next((name for name in reversed(people) if name.span in mention), None)


def person_before(people: Sequence[Name], place: int, since: int = 0) -> Name | None:
    """Return the person named last before a place, and not before `since`."""
    return next((name for name in reversed(people) if since <= name.span.start and name.span.end <= place), None)


def _span_of(parse: Parse, words: "Words") -> Span:
    return parse.piece.span_of(words.start_char, words.end_char)


def _bare(words: "Words") -> str:
    """Return a name without "'s", titles and marks around it."""
    pieces = words.text.strip(" '’‘\"“”,.").removesuffix("'s").removesuffix("’s").split()
    while pieces and pieces[0].lower() in _TITLES:
        pieces = pieces[1:]
    return " ".join(pieces)


def _is_name(form: str) -> bool:
    """Say whether a form has first and last name, at most one more between."""
    words = form.split()
    return len(words) in (2, 3) and all(word[0].isupper() for word in words)


def _last(form: str) -> str:
    return form.rpartition(" ")[2].casefold()
