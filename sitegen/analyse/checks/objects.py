"""Objects: what a check looked at, from the word that names it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.model.vocabulary import CheckObject

if TYPE_CHECKING:
    from spacy.tokens import Token

_OF_RECORDINGS = """
video videos footage recording recordings audio audiotape tape tapes clip clips image images imagery photo photos
photograph photographs picture pictures document documents letter letters memo memos email emails file files transcript
transcripts call calls conversation conversations screenshot screenshots message messages leak leaks authenticity
genuineness provenance
"""
_OF_CONTENT = """
claim claims report reports account accounts figure figures number numbers toll tolls information detail details
allegation allegations statement statements story stories death deaths assertion assertions content contents news
accuracy truth accusation accusations rumour rumours rumor rumors version casualties fact facts testimony findings
results diagnosis circumstances
"""
_WORDS = {
    CheckObject.RECORDING: _OF_RECORDINGS,
    CheckObject.SPEAKER: "voice voices identity identities speaker speakers caller callers authorship",
    CheckObject.TRANSLATION: "translation translations subtitles",
    CheckObject.PLACE: "location locations whereabouts place scene",
    CheckObject.DATE: "date dates timing",
    CheckObject.CONTENT: _OF_CONTENT,
}
_OBJECTS = {word: thing for thing, words in _WORDS.items() for word in words.split()}
ABOUT_MATERIAL = frozenset({"authenticity", "genuineness", "provenance"})
_GENUINE = frozenset({"authentic", "genuine", "real", "fake", "fabricated", "staged", "doctored", "forged"})
_PRONOUNS = frozenset(
    {"it", "they", "them", "this", "that", "these", "those", "which", "what", "he", "she", "him", "her"}
)


def objects_of(thing: "Token | None") -> list[CheckObject | None]:
    """Return what was checked, each once; None where only a pronoun names it, or nothing."""
    if thing is None or thing.lower_ in _PRONOUNS:
        return [None]
    if thing.tag_[0] in "VM":
        return [_of_clause(thing)]
    known = [_object(noun) for noun in nouns_of(thing) if noun.lower_ in _OBJECTS]
    return list(dict.fromkeys(known)) or [CheckObject.CONTENT]


def is_known(thing: "Token") -> bool:
    """Say whether a word names something that can be checked: a recording, a claim, a voice, a place."""
    if thing.tag_[0] in "VM":
        return _of_clause(thing) is not CheckObject.CONTENT
    return any(noun.lower_ in _OBJECTS for noun in nouns_of(thing))


def is_seen(noun: "Token") -> bool:
    """Say whether a word names what a newsroom would have to see or hear itself."""
    return _OBJECTS.get(noun.lower_) is CheckObject.RECORDING or noun.lower_ in ("statement", "report", "original")


def nouns_of(noun: "Token") -> Iterator["Token"]:
    """Yield a noun and those joined to it by "and" or "or"."""
    yield noun
    for child in noun.children:
        if child.dep_ == "conj" and child.tag_.startswith("N"):
            yield from nouns_of(child)


def _object(noun: "Token") -> CheckObject:
    """Return what a noun names; the authenticity of a claim is its content."""
    if noun.lower_ in ABOUT_MATERIAL:
        of = [word for child in noun.children if child.dep_ == "prep" for word in child.children]
        if any(_OBJECTS.get(word.lower_) is CheckObject.CONTENT for word in of):
            return CheckObject.CONTENT
    return _OBJECTS[noun.lower_]


def _of_clause(verb: "Token") -> CheckObject:
    """Return what a clause says was checked: "that the video was authentic" the recording, any other its content."""
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd") and child.lower_ in _GENUINE:
            return CheckObject.RECORDING
        if child.dep_ in ("nsubj", "nsubjpass") and _OBJECTS.get(child.lower_) is CheckObject.SPEAKER:
            return CheckObject.SPEAKER
    return CheckObject.CONTENT
