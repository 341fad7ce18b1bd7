"""Pronouns: whom "he", "she" and "who" stand for, by what was named before, where, how and how often.

A small relative of S. Lappin and H. Leass, "An algorithm for pronominal anaphora resolution" (1994).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.people.genders import PRONOUNS, Gender
from sitegen.analyse.people.grammar import SUBJECTS, Part, climb, head_of, is_below, part_of, shares_clause
from sitegen.analyse.people.leaves import Leaf, Leaves
from sitegen.analyse.people.sight import UNKNOWN, Seen
from sitegen.model.article import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_WEIGHTS = {
    Part.SPEAKER: 1.4,
    Part.SUBJECT: 1.0,
    Part.EMBEDDED: 0.5,
    Part.OBJECT: 0.4,
    Part.OWNER: 0.35,
    Part.OTHER: 0.3,
    Part.MODIFIER: 0.15,
}
_QUOTED = 0.03
_HEADLINE = 0.3
_SENTENCE, _PARAGRAPH = 0.5, 0.75
"""What a weight keeps from one sentence, one paragraph to the next."""
_UNKNOWN = 0.7
"""What somebody's weight counts where nothing shows which pronoun they go by."""
_DESCRIBED = 0.5
_FORWARD = 0.6
_ASIDE = 0.3
_ELSE = 0.1
"""What speaks for somebody else than all who were seen."""
_FAINT = 0.02
_SURE = 0.6


class Meant(Struct, frozen=True):
    """Whom a pronoun stands for, by number."""

    who: int
    margin: float
    """The share of what speaks for them in what speaks for them and for the next best."""


class _Trace(Struct):
    """How present somebody is: a weight, as of a sentence and a paragraph."""

    weight: float
    rank: int
    leaf: int


class Presence:
    """How present everybody is, as the article goes on."""

    def __init__(self, genders: list[Gender | None]) -> None:
        self.genders = genders
        self._traces: dict[int, _Trace] = {}

    def note(self, who: int, weight: float, rank: int, leaf: int) -> None:
        """Add a mention."""
        trace = self._traces.get(who)
        weight += self._left(trace, rank, leaf) if trace else 0.0
        self._traces[who] = _Trace(weight, rank, leaf)

    def weights(self, gender: Gender | None, rank: int, leaf: int) -> dict[int, float]:
        """Return the weights of those who can go by a pronoun, the heaviest first."""
        found: dict[int, float] = {}
        for who, trace in self._traces.items():
            known = self.genders[who]
            if gender and known not in (None, gender):
                continue
            weight = self._left(trace, rank, leaf) * (1.0 if known else _UNKNOWN)
            if weight > _FAINT:
                found[who] = weight
        return found

    @staticmethod
    def _left(trace: _Trace, rank: int, leaf: int) -> float:
        return float(trace.weight * _SENTENCE ** (rank - trace.rank) * _PARAGRAPH ** (leaf - trace.leaf))


def pronouns_in(
    leaves: Leaves, seen: Mapping[int, Sequence[Seen]], genders: list[Gender | None]
) -> dict[tuple[int, int], Meant]:
    """Return whom each pronoun stands for, by leaf and token; those that stand for nobody are left out."""
    presence = Presence(genders)
    found: dict[tuple[int, int], Meant] = {}
    for leaf in leaves:
        people = seen.get(leaf.number, ())
        for token, meant in _walk(leaf, people, presence):
            found[leaf.number, token] = meant
    return found


def _walk(leaf: Leaf, people: Sequence[Seen], presence: Presence) -> Iterator[tuple[int, Meant]]:
    """Go through a paragraph, noting people and resolving pronouns as they come."""
    events: list[tuple[int, Seen | None]] = [(person.token, person) for person in people]
    events += [(place, None) for place, word in enumerate(leaf.words) if word in PRONOUNS]
    for token, person in sorted(events, key=lambda event: event[0]):
        if person is not None:
            _note(leaf, person, people, presence)
        elif not leaf.is_quoted(token) and (meant := _resolved(leaf, token, people, presence)):
            yield token, meant
            if meant.margin >= _SURE and presence.genders[meant.who] is None:
                presence.genders[meant.who] = PRONOUNS[leaf.words[token]]
            weight = _WEIGHTS[part_of(leaf.parse.doc[token])] * meant.margin
            if leaf.words[token] not in ("he", "she"):
                weight *= _ASIDE
            presence.note(meant.who, weight, leaf.rank(token), leaf.number)


def _note(leaf: Leaf, person: Seen, people: Sequence[Seen], presence: Presence) -> None:
    """Note a mention of somebody; "the businessman", of nobody known, counts for whoever is most present."""
    rank = leaf.rank(person.token)
    if person.who == UNKNOWN:
        weights = presence.weights(None, rank, leaf.number)
        best = max(weights, key=lambda who: weights[who], default=UNKNOWN)
        if best != UNKNOWN and weights[best] * 2 > sum(weights.values()):
            presence.note(best, _DESCRIBED, rank, leaf.number)
        return
    weight = _QUOTED if leaf.is_quoted(person.token) else _WEIGHTS[_part(leaf, person, people)]
    scale = _HEADLINE if leaf.parse.piece.role is Role.HEADLINE else 1.0
    presence.note(person.who, weight * scale, rank, leaf.number)


def _part(leaf: Leaf, person: Seen, people: Sequence[Seen]) -> Part:
    """Return which part of its clause somebody is; nobody is that of the one beside whom they are named."""
    token = leaf.parse.doc[person.token]
    head = head_of(token)
    if head != token and any(other.first <= head.i < other.end and other.who != person.who for other in people):
        return Part.OTHER
    return part_of(token)


def _resolved(leaf: Leaf, place: int, people: Sequence[Seen], presence: Presence) -> Meant | None:
    """Return whom a pronoun stands for: whoever is most present, of those whom gender and grammar allow."""
    gender = PRONOUNS[leaf.words[place]]
    token = leaf.parse.doc[place]
    weights = presence.weights(gender, leaf.rank(place), leaf.number)
    for person in people:
        if leaf.rank(person.token) == leaf.rank(place):
            other = leaf.parse.doc[person.token]
            if _is_other(token, other):
                weights.pop(person.who, None)
            elif person.token > place and _is_forward(token, other) and presence.genders[person.who] in (None, gender):
                weights[person.who] = weights.get(person.who, 0.0) + _FORWARD
    if not weights:
        return None
    best = max(weights, key=lambda who: weights[who])
    rest = sorted(weights.values())[:-1]
    margin = weights[best] / (weights[best] + (rest[-1] if rest else 0.0) + _ELSE)
    return Meant(best, margin)


def _is_other(pronoun: "Token", name: "Token") -> bool:
    """Say whether grammar keeps a name and a pronoun of one sentence from meaning the same person."""
    verb, name = pronoun.head, head_of(name)
    if pronoun.dep_ not in SUBJECTS:
        verb = verb.head if pronoun.dep_ == "pobj" else verb
        return pronoun.dep_ != "poss" and name.dep_ in SUBJECTS and name.head == verb
    if verb.dep_ == "relcl" and verb.head == name:
        return True
    if name.dep_ != "poss" and shares_clause(name, verb):
        return True
    return name.i > pronoun.i and is_below(name, verb)


def _is_forward(pronoun: "Token", name: "Token") -> bool:
    """Say whether a name is the subject of the clause that a pronoun's own clause leads to: "After he left, Roe …"."""
    name = head_of(name)
    verb = pronoun.head
    return name.dep_ in SUBJECTS and verb.dep_ in ("advcl", "pcomp") and name.head in climb(verb)
