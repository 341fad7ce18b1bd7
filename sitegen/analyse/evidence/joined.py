"""Joined: the noun that the grammar of a sentence joins to a verb: what is intercepted, posted or leaked."""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

# Dependency labels of spaCy's English models: https://spacy.io/models/en.
_OBJECTS = ("dobj", "nsubjpass", "dative", "oprd")
_FURTHER = ("conj", "xcomp", "advcl", "ccomp", "acl")
_DEPTH = 2
"""Further verbs ("intercept and monitor"), and nouns in nouns ("portions of that video")."""


def joined_noun(word: "Token", nouns: Collection[str]) -> "Token | None":
    """Return the first of these nouns (lower case) that a verb is about: its object, or what it stands beside."""
    heads = (head for candidate in _candidates(word, _DEPTH) for head in _nouns_in(candidate, _DEPTH))
    return next((head for head in heads if head.lower_ in nouns), None)


def _candidates(word: "Token", depth: int) -> Iterator["Token"]:
    """Yield what a verb, a participle or a noun of the same deed ("the interception of …") may be about."""
    if word.dep_ in ("amod", "acl", "relcl", "compound", "nmod"):
        yield word.head
    if (antecedent := _antecedent(word)) is not None:
        yield antecedent
    children = list(word.children)
    objects = [child for child in children if child.dep_ in _OBJECTS]
    yield from objects
    yield from (last for child in children if child.lower_ == "of" for last in child.children)
    if not objects:
        yield from (child for child in children if child.dep_ == "nsubj")
        if word.dep_ == "conj":
            yield from _candidates(word.head, 0)
    if depth:
        for child in children:
            if child.dep_ in _FURTHER:
                yield from _objects_of(child)


def _antecedent(verb: "Token") -> "Token | None":
    """Return what "that" stands for in "calls that it says were intercepted"."""
    while verb.dep_ in ("ccomp", "xcomp") and verb.head.tag_.startswith("VB"):
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def _objects_of(verb: "Token") -> Iterator["Token"]:
    return (child for child in verb.children if child.dep_ in _OBJECTS)


def _nouns_in(noun: "Token", depth: int) -> Iterator["Token"]:
    """Yield a noun, what it is of, and those beside it ("radio and phone calls")."""
    yield noun
    if depth:
        for child in noun.children:
            if child.dep_ in ("conj", "appos"):
                yield from _nouns_in(child, depth - 1)
            elif child.dep_ == "prep" and child.lower_ == "of":
                for last in child.children:
                    yield from _nouns_in(last, depth - 1)
