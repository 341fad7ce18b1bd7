"""Mentions: where an article names somebody."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.analyse.people.forms import TITLES, Form, could_be_person, form_of, plain_title
from sitegen.analyse.people.given import is_given
from sitegen.analyse.people.leaves import Leaf, Leaves
from sitegen.model.article import Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_PERSON, _PEOPLES = "PERSON", "NORP"
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NAMES = _PLACES | {_PERSON, "ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}
# What stands before a place, and hardly ever before a person.
_BEFORE_PLACES = frozenset({"in", "at", "near", "across", "into", "throughout", "outside", "inside", "around"})
_ADDRESSES = frozenset({"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "sir", "gen.", "sen.", "gov.", "rep."})
_JOINING = frozenset({"of", "and", "to", "for", "with", "by"})
_PROPER = frozenset({"NNP", "NNPS", "NN", "FW", "``", "''", "DT"})
_NOT_NAMES = frozenset({"team", "camp", "longtime", "former", "then", "ex", "president-elect", "congrats", "dear"})
"""What the model takes for first names."""
_LONGEST = 3
"""Words of a name beside a title."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name where it stands."""

    span: Span
    form: Form
    leaf: int
    first: int
    """Its tokens, from the first …"""
    end: int
    """… to before this one."""
    headline: bool
    person: bool
    """Whether the model or a title before it says that it is a person's."""
    place: bool
    """Whether the model says that it is a place's …"""
    local: bool
    """… and it stands as one: behind "in"."""


def mentions_in(leaves: Leaves) -> list[Mention]:
    """Return every name that is a person's, in the order of the text."""
    peoples = {leaf.words[start] for leaf in leaves for start, _, label in leaf.entities if label == _PEOPLES}
    found = [mention for leaf in leaves for mention in _named(leaf, peoples)]
    lasts = {mention.form.last for mention in found if mention.person}
    firsts = {mention.form.first for mention in found if mention.person and mention.form.is_full}
    people = [mention for mention in found if mention.person or _is_known(mention, lasts)]
    taken = {(mention.leaf, token) for mention in people for token in range(mention.first, mention.end)}
    missed = [mention for leaf in leaves for mention in _missed(leaf, lasts | firsts, taken)]
    return sorted((*people, *missed), key=lambda mention: mention.span)


def _named(leaf: Leaf, peoples: set[str]) -> Iterator[Mention]:
    """Yield the names that the model sees, and those beside a title."""
    taken: set[int] = set()
    for start, end, label in leaf.entities:
        if label not in _NAMES:
            continue
        first = next((place for place in range(start, end - 1) if leaf.words[place] not in peoples), end - 1)
        mention = _mention(leaf, first, end, label)
        if mention is not None:
            taken.update(range(start, end))
            yield mention
    for place, word in enumerate(leaf.words[:-1]):
        if word in _ADDRESSES and place + 1 not in taken and place not in taken:
            end = _end_of_name(leaf.parse.doc, place + 1)
            if end > place + 1 and (mention := _mention(leaf, place + 1, end, _PERSON)):
                yield mention


def _mention(leaf: Leaf, start: int, end: int, label: str) -> Mention | None:
    """Return the name that some tokens hold, if it can be a person's."""
    doc = leaf.parse.doc
    start, end = _narrowed(doc, start, end)
    before = [doc[place].text for place in range(max(start - _LONGEST, 0), start)]
    form = form_of(doc[start:end].text, before)
    if form is None or not could_be_person(form):
        return None
    titled = any(plain_title(title) in TITLES for title in form.titles)
    local = label in _PLACES and start > 0 and leaf.words[start - 1] in _BEFORE_PLACES
    headline = leaf.parse.piece.role is Role.HEADLINE
    person = label == _PERSON or (titled and not local) or (label == "ORG" and is_given(form.first))
    return Mention(leaf.span(start, end - 1), form, leaf.number, start, end, headline, person, label in _PLACES, local)


def _narrowed(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """Return the tokens of a name without "'s" at its end, and without the owner before it."""
    joined = [place for place in range(start + 1, end - 1) if doc[place].lower_ in _JOINING]
    start = joined[-1] + 1 if joined else start
    while end - start > 1 and (doc[start].tag_ not in _PROPER or doc[start].lower_ in _NOT_NAMES):
        start += 1
    while end - start > 1 and doc[end - 1].tag_ in ("POS", ".", ",", "''", "``", ":", "HYPH"):
        end -= 1
    owners = [place for place in range(start + 1, end - 1) if doc[place].tag_ == "POS"]
    return (owners[-1] + 1 if owners else start), end


def _end_of_name(doc: "Doc", start: int) -> int:
    end = start
    while end < min(start + _LONGEST, len(doc)) and doc[end].tag_ in ("NNP", "NNPS") and doc[end].text[:1].isupper():
        end += 1
    return end


def _is_known(mention: Mention, lasts: set[str]) -> bool:
    """Say whether a name that the model takes for something else ends as a person's does."""
    if mention.place and mention.form.is_full and not is_given(mention.form.first):
        return False
    return not mention.local and mention.form.last in lasts and len(mention.form.core) <= _LONGEST


def _missed(leaf: Leaf, known: set[str], taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """Yield the names of known people that the model sees nothing in."""
    if known.isdisjoint(leaf.words):
        return
    doc = leaf.parse.doc
    for place, word in enumerate(leaf.words):
        if word in known and (leaf.number, place) not in taken:
            token = doc[place]
            if token.text[:1].isupper() and not token.ent_type_ and token.tag_ in ("NNP", "NNPS"):
                mention = _mention(leaf, place, place + 1, "")
                if mention is not None:
                    yield mention
