"""Who or what something is said of, and whether two such can be the same."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.headline.words import roots_of
from sitegen.analyse.parsing import Parse
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = ("nsubj", "nsubjpass")
_SHARING = ("conj", "xcomp", "pcomp", "prep", "advcl", "aux", "auxpass", "attr", "acomp", "oprd", "dobj", "pobj", "prt")
"""A word in one of these roles has the subject of the word that it hangs on, where it has none of its own."""
_CLIMBS = 5
_ANY = frozenset({"a", "an", "one", "another", "some", "several", "two", "three", "many", "any"})
_I = frozenset({"i", "we", "me", "us", "my", "our"})
_THIRD = frozenset({"he", "she", "him", "her", "his"})
_SURE = 0.7
"""Confidence from which a pronoun's name is taken for whom it stands for."""
_LONGEST = 8
"""Tokens of a name as shown."""


class Named(Struct, frozen=True):
    """Who or what something is said of."""

    text: str
    roots: frozenset[str]
    is_person: bool = False
    """Whether it is a person's name."""
    is_any: bool = False
    """Whether it is one of many: "a soldier", "one of the soldiers"."""


NOBODY = Named("", frozenset())


def is_another(one: Named, other: Named) -> bool:
    """Say whether two are surely not the same: a name against somebody unnamed, or two names that share no word.

    "The president" may be whoever is named, and a name whoever is described: nothing is sure of those.
    """
    if not one.roots or not other.roots or one.roots & other.roots:
        return False
    return one.is_person and (other.is_person or other.is_any)


def subject_of(token: "Token") -> "Token | None":
    """Return the subject of what a word belongs to, also that of the clause above it."""
    for _ in range(_CLIMBS):
        own = next((child for child in token.children if child.dep_ in _SUBJECTS), None)
        if own is not None:
            return token.head if own.tag_ in ("WP", "WDT") and token.dep_ == "relcl" else own
        if token.dep_ in ("acl", "relcl"):
            return token.head
        if token.dep_ not in _SHARING:
            return None
        token = token.head
    return None


def named_at(reading: Reading, parse: Parse, token: "Token | None", speaker: Speaker | None) -> Named:
    """Return whom a noun or pronoun stands for: "I" in a statement for its speaker, "he" for a name that is sure."""
    if token is None:
        return NOBODY
    if token.lower_ in _I and speaker is not None:
        return named_by(reading, speaker)
    if token.lower_ in _THIRD:
        return named_by(reading, reading.people.speaker(parse.span_of(token, token), 1.0))
    tokens = _phrase(token)
    is_any = any(child.lower_ in _ANY for child in (token, *token.children)) or _is_bare_plural(token)
    text = reading.article.words_at(parse.span_of(tokens[0], tokens[-1]))
    roots = frozenset(roots_of(each.lower_ for each in _own(token)))
    return Named(text, roots if token.tag_ != "PRP" else frozenset(), _is_person(reading, token), is_any)


def named_by(reading: Reading, speaker: Speaker) -> Named:
    """Return a speaker as somebody of whom something is said; nobody where the name is not sure."""
    name = speaker.name if speaker.name_confidence >= _SURE else ""
    mention = reading.article.words_at(speaker.mention)
    if not name or name.casefold() in _THIRD:
        return Named(mention, frozenset())
    is_person = any(each.full == name for each in reading.people.names)
    return Named(name, frozenset(roots_of(name.casefold().split())), is_person, name.split()[0].casefold() in _ANY)


def named_before(reading: Reading, tokens: Sequence["Token"]) -> Named:
    """Return the name that words of a headline are, all of them; nobody where a verb is among them."""
    words = [token for token in tokens if token.lower_ not in ("is", "was", "are", "were", "has", "had", "be")]
    if not words or any(token.tag_.startswith(("VB", "MD", ":", ",", "IN")) for token in words):
        return NOBODY
    text = "".join(token.text_with_ws for token in words).strip()
    return Named(text, frozenset(roots_of(token.lower_ for token in words)), _is_person(reading, words[-1]))


def _is_person(reading: Reading, last: "Token") -> bool:
    """Say whether the last word of a name is a person's, as the model sees it here or elsewhere in the article."""
    if not last.tag_.startswith("NNP"):
        return False
    return last.ent_type_ == "PERSON" or any(name.full.split()[-1] == last.text for name in reading.people.names)


def _is_bare_plural(token: "Token") -> bool:
    return token.tag_ == "NNS" and not any(child.dep_ in ("det", "poss") for child in token.children)


def _own(token: "Token") -> list["Token"]:
    """Return a noun with the nouns and adjectives that stand before it."""
    return [*(child for child in token.lefts if child.dep_ in ("compound", "amod", "nmod", "poss")), token]


def _phrase(token: "Token") -> list["Token"]:
    """Return a noun with what stands before it and a phrase behind it, as far as it is short."""
    right = max([token.i, *(child.right_edge.i for child in token.rights if child.dep_ == "prep")])
    end = right if right - token.left_edge.i < _LONGEST else token.i
    start = token.left_edge.i if token.i - token.left_edge.i < _LONGEST else token.i
    return [token.doc[index] for index in range(start, end + 1)]
