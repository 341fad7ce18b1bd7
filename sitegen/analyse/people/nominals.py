"""Nominals: people whom an article does not name there: "a soldier", "the second", "the harbour master"."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.people.genders import Gender
from sitegen.analyse.people.grammar import SUBJECTS, Part, head_of, part_of
from sitegen.analyse.people.leaves import Leaf
from sitegen.analyse.people.roles import NOUNS, gender_of_role
from sitegen.analyse.people.sight import UNKNOWN, Seen

if TYPE_CHECKING:
    from spacy.tokens import Span as Words
    from spacy.tokens import Token

_DEFINITE = frozenset({"the", "this", "that"})
_DETERMINERS = frozenset({"det", "poss"})
_BESIDE = frozenset({"compound", "amod", "appos", "nmod"})
_TAKEN_UP = frozenset({Part.SPEAKER, Part.SUBJECT, Part.EMBEDDED})
_SETTING_APART = frozenset({"first", "second", "third", "other", "another", "last", "latter", "one"})
_LONGEST = 6
"""Tokens of what follows a noun and still belongs to its name: "a soldier in the video"."""


class Nominal(Struct, frozen=True):
    """Somebody who is not named."""

    who: int
    noun: str
    described: frozenset[str]
    """What stands before the noun, in small letters."""
    name: str

    @property
    def gender(self) -> Gender | None:
        """What the noun says."""
        return gender_of_role(self.noun)


class Nominals:
    """Finds the people who are not named, numbered after those who are."""

    def __init__(self, roles: Mapping[str, Sequence[int]], first: int) -> None:
        self.found: list[Nominal] = []
        self._roles = roles
        self._first = first

    def seen(self, leaf: Leaf, named: Sequence[Seen]) -> Iterator[Seen]:
        """Yield where a paragraph has people without their names, and those who are named elsewhere, by a role."""
        taken = {place for person in named for place in range(person.first, person.end)}
        heads = [(head_of(leaf.parse.doc[person.token]), person.who) for person in named]
        beside = {head.i: who for head, who in heads}
        acting = {head.head.i: who for head, who in heads if head.dep_ in SUBJECTS}
        for token in _nouns(leaf, taken):
            who = beside.get(token.i, acting.get(token.head.i, UNKNOWN))
            yield Seen(token.i, self._who(token) if who == UNKNOWN else who, token.i, token.i + 1)

    def _who(self, noun: "Token") -> int:
        """Return who a noun stands for: "the …" somebody before, if anybody; else somebody new."""
        determiner, described = _described(noun)
        if determiner in _DEFINITE and not described & _SETTING_APART:
            before = [one.who for one in self.found if one.noun == noun.lower_ and described <= one.described]
            people = self._roles.get(noun.lower_, ())
            return before[-1] if before else people[0] if len(people) == 1 else UNKNOWN
        new = Nominal(self._first + len(self.found), noun.lower_, described, phrase_of(noun))
        self.found.append(new)
        return new.who


def _nouns(leaf: Leaf, taken: set[int]) -> Iterator["Token"]:
    """Yield the nouns of a paragraph that stand for one person and are taken up later: subjects, outside quotations."""
    for place in [place for place, word in enumerate(leaf.words) if word in NOUNS and place not in taken]:
        token = leaf.parse.doc[place]
        if _is_taken_up(token) and not leaf.is_quoted(place):
            yield token


def _is_taken_up(token: "Token") -> bool:
    return token.tag_ in ("NN", "NNP") and token.dep_ not in _BESIDE and part_of(token) in _TAKEN_UP


def _described(noun: "Token") -> tuple[str, frozenset[str]]:
    """Return the determiner of a noun, and the words between."""
    determiner, words = "", set()
    for child in noun.lefts:
        if child.dep_ in _DETERMINERS:
            determiner = child.lower_
        else:
            words.add(child.lower_)
    return determiner, frozenset(words)


def phrase_of(noun: "Token") -> str:
    """Return a noun with what stands before it, and a short phrase behind it."""
    last = noun.i
    for child in noun.rights:
        if child.dep_ != "prep" or child.right_edge.i - noun.i > _LONGEST:
            break
        last = child.right_edge.i
    return noun.doc[noun.left_edge.i : last + 1].text


def roles_beside(name: "Token") -> Iterator[str]:
    """Yield the roles, in small letters, that the text sets beside a name: "spokesman Jan Roe", "Roe, the mayor"."""
    beside = [name.head] if name.dep_ == "appos" else []
    beside += [child for child in name.children if child.dep_ in ("appos", "compound")]
    if name.dep_ == "nsubj" and name.head.lower_ in ("is", "was"):
        beside += [child for child in name.head.children if child.dep_ == "attr"]
    yield from (noun.lower_ for noun in beside if noun.lower_ in NOUNS)


def is_definite(words: "Words") -> bool:
    """Say whether a noun phrase is "the" and one noun, with no more than a noun before it: "the harbour master"."""
    root = words.root
    if root.tag_ not in ("NN", "NNP") or words[-1] != root or len(words) < len(("the", "mayor")):
        return False
    return words[0].lower_ == "the" and all(token.dep_ == "compound" for token in words[1:-1])
