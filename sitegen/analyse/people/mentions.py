"""Mentions: where an article names somebody."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.people.forms import TITLES, Form, could_be_person, form_of, plain_title
from sitegen.analyse.people.given import GIVEN
from sitegen.analyse.people.grammar import SUBJECTS
from sitegen.analyse.people.leaves import Leaf, Leaves
from sitegen.model.article import Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_PERSON, _PEOPLES = "PERSON", "NORP"
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OTHERS = _PLACES | {"ORG", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"}
_NOUNS = frozenset({"NNP", "NNPS"})
_POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
# What stands before a place, and hardly ever before a person.
_BEFORE_PLACES = frozenset({"in", "at", "near", "across", "into", "throughout", "outside", "inside", "around"})
_ADDRESSES = frozenset({"mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "ms", "dr", "sir", "gen.", "sen.", "gov.", "rep."})
_SIGNS = GIVEN | _ADDRESSES
_LEADING = frozenset({"of", "and", "to", "for", "with", "by", *_POSSESSIVES})
_PROPER = frozenset({"NNP", "NNPS", "NN", "FW", "``", "''", "DT"})
_NOT_NAMES = frozenset({"team", "camp", "longtime", "former", "then", "ex", "president-elect", "congrats", "dear"})
"""What the model takes for first names."""
_LONGEST = 3
"""Words of a name beside a title."""


class Mention(Struct, frozen=True):
    """A name where it stands."""

    span: Span
    form: Form
    leaf: int
    first: int
    """Its tokens, from the first …"""
    end: int
    """… to before this one."""
    aside: bool
    """Whether it stands in the headline or a quotation, where it is easily run together with other words."""


def mentions_in(leaves: Leaves) -> list[Mention]:
    """Return every name that is a person's, in the order of the text."""
    peoples = {leaf.words[start] for leaf in leaves for start, _, label in leaf.entities if label == _PEOPLES}
    found = [mention for leaf in leaves for mention in (*_seen(leaf, peoples), *_unseen(leaf))]
    taken = {(mention.leaf, token) for mention in found for token in range(mention.first, mention.end)}
    known = {word for mention in found for word in mention.form.core}
    for leaf in leaves:
        found += _mistaken(leaf, known, taken)
        found += _missed(leaf, known, taken)
    return sorted(found, key=lambda mention: mention.span)


def _seen(leaf: Leaf, peoples: set[str]) -> Iterator[Mention]:
    """Yield the names that the model, a title or a given name shows to be people's."""
    for start, end, label in leaf.entities:
        if label == _PERSON or (label in _OTHERS and _is_shown(leaf, start, label)):
            first = next((place for place in range(start, end - 1) if leaf.words[place] not in peoples), end - 1)
            if mention := _mention(leaf, first, end):
                yield mention


def _is_shown(leaf: Leaf, start: int, label: str) -> bool:
    """Say whether a title, or a given name, shows that what the model takes for something else is a person."""
    before = leaf.words[start - 1] if start else ""
    if label in _PLACES:
        return before in _ADDRESSES
    return plain_title(before) in TITLES or leaf.words[start] in _SIGNS


def _unseen(leaf: Leaf) -> Iterator[Mention]:
    """Yield the names that the model does not see, but that a title or a given name shows."""
    doc, last = leaf.parse.doc, -1
    for place in [place for place, word in enumerate(leaf.words[:-1]) if word in _SIGNS]:
        if place <= last or doc[place].ent_type_ or doc[place + 1].ent_type_:
            continue
        start = place + (leaf.words[place] in _ADDRESSES)
        end = _end_of_name(doc, start)
        if end - place > 1 and (mention := _mention(leaf, start, end)):
            last = end - 1
            yield mention


def _mistaken(leaf: Leaf, known: set[str], taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """Yield what the model takes for something else, and ends in a word of a person's name."""
    for start, end, label in leaf.entities:
        if label not in _OTHERS or end - start > _LONGEST or (leaf.number, start) in taken:
            continue
        place = label in _PLACES and (end - start > 1 or leaf.words[max(start - 1, 0)] in _BEFORE_PLACES)
        last = leaf.words[end - 1] if leaf.words[end - 1] not in _POSSESSIVES else leaf.words[end - 2]
        can_be = not place and (last in known or (end - start > 1 and leaf.words[end - 2] == "-"))
        if can_be and (mention := _mention(leaf, start, end)) and mention.form.last in known:
            yield mention


def _missed(leaf: Leaf, known: set[str], taken: set[tuple[int, int]]) -> Iterator[Mention]:
    """Yield the names of known people that the model sees nothing in."""
    doc = leaf.parse.doc
    hyphened = {word.partition("-")[0] for word in known if "-" in word}
    for place in [place for place, word in enumerate(leaf.words) if word in known or word in hyphened]:
        if (leaf.number, place) in taken:
            continue
        token = doc[place]
        is_noun = token.tag_ in _NOUNS or token.dep_ in SUBJECTS or leaf.words[place] in hyphened
        if is_noun and not token.ent_type_ and token.text[:1].isupper():
            mention = _mention(leaf, place, max(_end_of_name(doc, place, 1), place + 1))
            if mention and mention.form.last in known:
                yield mention


def _mention(leaf: Leaf, start: int, end: int) -> Mention | None:
    """Return the name that some tokens hold, if it can be a person's."""
    doc, piece = leaf.parse.doc, leaf.parse.piece
    if end - start > 1:
        start, end = _narrowed(leaf, start, end)
    before: list[str] = []
    if start and plain_title(leaf.words[start - 1]) in TITLES:
        before = [doc[place].text for place in range(max(start - _LONGEST, 0), start)]
    last = doc[end - 1]
    first_place, end_place = doc[start].idx, last.idx + len(last)
    form = form_of(piece.text[first_place:end_place], before)
    if form is None or not could_be_person(form):
        return None
    aside = piece.role is Role.HEADLINE or leaf.is_quoted(start)
    return Mention(piece.span_of(first_place, end_place), form, leaf.number, start, end, aside)


def _narrowed(leaf: Leaf, start: int, end: int) -> tuple[int, int]:
    """Return the tokens of a name without "'s" at its end, and without what leads to it or owns it."""
    words, doc = leaf.words, leaf.parse.doc
    while end - start > 1 and (words[end - 1] in _POSSESSIVES or not any(map(str.isalnum, words[end - 1]))):
        end -= 1
    for place in range(end - 2, start, -1):
        if words[place] in _LEADING:
            start = place + 1
            break
    while end - start > 1 and (words[start] in _NOT_NAMES or doc[start].tag_ not in _PROPER):
        start += 1
    return start, end


def _end_of_name(doc: "Doc", start: int, longest: int = _LONGEST) -> int:
    """Return the token behind a run of names, what hyphens tie to them included."""
    end = start
    while end < min(start + longest, len(doc)) and (doc[end].tag_ in _NOUNS or end == start) and _is_capital(doc[end]):
        end += 1
        if end + 1 < len(doc) and doc[end].text == "-" and _is_capital(doc[end + 1]):
            start, end = start + 2, end + 1
    return end


def _is_capital(token: "Token") -> bool:
    return token.text[:1].isupper()
