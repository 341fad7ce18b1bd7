"""Grammar: which part of its clause a name or pronoun is, and what may not mean the same person."""

from collections.abc import Iterator
from enum import Enum
from typing import TYPE_CHECKING

from sitegen.analyse.cues import VERBS

if TYPE_CHECKING:
    from spacy.tokens import Token

# Dependency labels of spaCy's English models: https://spacy.io/models/en.
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl", "xcomp", "pcomp", "parataxis", "csubj", "ROOT"})
_DEEPEST = 15
"""Steps to climb in a sentence; deeper ones are parsed badly anyway."""
_STATEMENTS = frozenset({"statement", "remark", "comment", "testimony"})


class Part(Enum):
    """What a name or pronoun is in its clause, from the most to the least likely to be taken up again."""

    SPEAKER = 1
    SUBJECT = 2
    EMBEDDED = 3
    OBJECT = 4
    OWNER = 5
    OTHER = 6
    MODIFIER = 7


_PARTS = {"poss": Part.OWNER, "compound": Part.MODIFIER, "nmod": Part.MODIFIER}


def part_of(token: "Token") -> Part:
    """Return which part of its clause a token is."""
    token = head_of(token)
    if token.dep_ == "conj":
        token = token.head
    dep, head = token.dep_, token.head
    if dep in SUBJECTS:
        return _subject(head)
    if dep in ("dobj", "dative"):
        return Part.SPEAKER if head.lower_ in ("said", "says") else Part.OBJECT
    if dep == "pobj":
        return _behind(head)
    return _PARTS.get(dep, Part.OTHER)


def _subject(verb: "Token") -> Part:
    if verb.lower_ in VERBS:
        return Part.SPEAKER
    return Part.SUBJECT if verb.dep_ == "ROOT" else Part.EMBEDDED


def _behind(preposition: "Token") -> Part:
    """Return which part of a clause the noun behind a preposition is."""
    if preposition.lower_ == "to" and preposition.head.lower_ == "according":
        return Part.SPEAKER
    if preposition.dep_ == "agent" or (preposition.is_sent_start and preposition.lower_ == "for"):
        return Part.EMBEDDED
    return Part.OTHER


def head_of(token: "Token") -> "Token":
    """Return the noun that a name is part of, or stands beside: "the mayor, Jan Roe"."""
    for _ in range(_DEEPEST):
        if token.dep_ != "appos" and not _is_cut(token):
            break
        token = token.head
    return token


def _is_cut(token: "Token") -> bool:
    """Say whether the model took only the first part of a name."""
    return token.dep_ == "compound" and token.i < token.head.i and token.head.tag_ == "NNP"


def climb(token: "Token") -> Iterator["Token"]:
    """Yield what a token hangs on, nearest first."""
    for _ in range(_DEEPEST):
        if token.head == token:
            return
        token = token.head
        yield token


def shares_clause(token: "Token", verb: "Token") -> bool:
    """Say whether a token is an argument of a verb, with no clause between."""
    before = token
    for above in climb(token):
        if above == verb:
            return before.dep_ not in _CLAUSES
        if above.dep_ in _CLAUSES or before.dep_ == "poss":
            return False
        before = above
    return False


def is_below(token: "Token", verb: "Token") -> bool:
    """Say whether a token stands in the clause of a verb, or in one that hangs on it."""
    return any(above == verb for above in climb(token))


def is_about(root: "Token", name: "Token") -> bool:
    """Say whether a noun phrase is about a name in it: the noun itself, set beside it, or who makes a statement."""
    is_maker = root.lower_ in _STATEMENTS and name.dep_ == "poss" and name.head == root
    return root == name or is_maker or _beside(name, root) or _beside(root, name)


def _beside(one: "Token", other: "Token") -> bool:
    return one.dep_ == "appos" and (one.head == other or _beside(one.head, other))
