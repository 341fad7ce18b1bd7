"""Phrases: the words that name what a noun stands for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.analyse.chains.outlets import Outlets, name_of_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = ("det", "amod", "compound", "poss", "nummod", "nmod", "case", "quantmod", "punct", "advmod")
_LONGEST = 8
"""Tokens of a name on the left of its noun."""
_NAMED = frozenset({"PERSON", "ORG", "NORP", "FAC", "WORK_OF_ART", "PRODUCT", "GPE"})
SUBJECTS = ("nsubj", "nsubjpass")


def phrase_of(noun: "Token") -> tuple["Token", "Token"]:
    """Return the first and last token of the words before a noun that belong to it, itself included."""
    doc, first = noun.doc, noun.i
    left = max(noun.left_edge.i, noun.i - _LONGEST)
    while first > left and doc[first - 1].text not in ',;:“”"()':
        first -= 1
    return doc[first], _last_of(noun)


def _last_of(noun: "Token") -> "Token":
    """Return the noun, or the last word of the name or of the "of …" or "for …" that goes on behind it."""
    doc, last = noun.doc, noun.i
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I" and noun.ent_type_ in _NAMED:
        last += 1
    if last == noun.i and not noun.ent_type_ and last + 1 < len(doc) and doc[last + 1].lower_ in ("of", "for"):
        part = next((child for child in doc[last + 1].children if child.dep_ == "pobj"), None)
        if part is not None and part.i - noun.i < _LONGEST:
            return part
    return doc[last]


def name_of(noun: "Token", outlets: Outlets) -> str:
    """Return what is meant by a noun: an outlet's or another's name, else the words before it with their noun."""
    named = next((child for child in noun.children if child.dep_ == "appos" and child.ent_type_ == "PERSON"), noun)
    noun = noun if noun.ent_type_ == "PERSON" else named
    first, last = phrase_of(noun)
    words = noun.doc.text[first.idx : last.idx + len(last)]
    if found := outlets.first_in(words):
        return name_of_outlet(found)
    if noun.ent_type_ in _NAMED:
        name = "".join(token.text_with_ws for token in _name_around(noun))
        return name.strip().removesuffix("'s").removesuffix("’s")
    return words.strip().removesuffix("'s").removesuffix("’s")


def _name_around(noun: "Token") -> Iterator["Token"]:
    doc, first, last = noun.doc, noun.i, noun.i
    while doc[first].ent_iob_ == "I":
        first -= 1
    while last + 1 < len(doc) and doc[last + 1].ent_iob_ == "I":
        last += 1
    yield from (doc[index] for index in range(first, last + 1) if index > first or doc[index].lower_ != "the")


def subject_of(verb: "Token", climbs: int = 3) -> "Token | None":
    """Return who does what a verb says: its subject, or that of the clause it hangs on."""
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return verb.head if own.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else own
    if climbs and verb.dep_ in ("conj", "advcl", "xcomp", "pcomp", "prep") and verb.head is not verb:
        return subject_of(verb.head, climbs - 1)
    return None


def agent_of(verb: "Token") -> "Token | None":
    """Return whom "by" names behind a verb."""
    for child in verb.children:
        if child.lower_ == "by":
            return next((named for named in child.children if named.dep_ == "pobj"), None)
    return None
