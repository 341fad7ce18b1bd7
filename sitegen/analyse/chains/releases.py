"""Releases: who posted, released or intercepted a material, and the words that say so."""

from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.chains.frames import Passage
from sitegen.analyse.chains.phrases import agent_of, name_of, phrase_of, subject_of
from sitegen.analyse.inflection import forms_of
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_POSTING = ("post", "share", "upload", "tweet", "retweet", "circulate")
_RELEASING = "release publish air broadcast leak obtain intercept distribute issue"
_STEMS = (*_POSTING, *_RELEASING.split())
_FORMS = {form: stem for stem in _STEMS for form in forms_of(stem)}
_PIECES = "portion part parts piece excerpt excerpts copy copies transcript recording series number clip version"
_PARTS = frozenset(_PIECES.split())
_SHORT_PLATFORMS = frozenset({"vk", "x"})
"""Names of platforms that mean many other things elsewhere."""
_BODIES = frozenset({"it", "they"})
PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who", "which", "that"})


class Release(Struct, frozen=True):
    """Who brought a material out."""

    name: str
    mention: Span
    shown: Span
    """The words that say so."""
    is_posted: bool
    """Whether that was on social media."""


def release_of(passage: Passage, noun: "Token") -> Release | None:
    """Return who released the material that a noun stands for, where its sentence says it."""
    for verb in _verbs_of(noun):
        who = _releaser(verb, noun)
        if who is not None and who is not noun:
            return _release(passage, verb, who, noun)
    return _owner(passage, noun)


def _verbs_of(noun: "Token") -> list["Token"]:
    """Return the verbs of releasing that a noun hangs on, or that hang on it."""
    head = noun
    while head.dep_ == "pobj" and head.head.lower_ == "of" and head.head.head.lower_ in _PARTS:
        head = head.head.head
    verbs = [head.head] if head.dep_ in ("dobj", "nsubjpass") else []
    verbs += [child for child in noun.children if child.dep_ in ("acl", "relcl")]
    return [verb for verb in verbs if verb.lower_ in _FORMS]


def _releaser(verb: "Token", noun: "Token") -> "Token | None":
    if (agent := agent_of(verb)) is not None:
        return agent
    if verb.dep_ == "acl" and verb.head is noun:
        return None
    subject = subject_of(verb)
    if subject is None or subject.dep_ == "nsubjpass":
        return None
    return _reporter(verb) or subject if subject.lower_ in _BODIES else subject


def _reporter(verb: "Token") -> "Token | None":
    """Return who says it of themselves: the service, in "the service said that it had intercepted a call"."""
    if verb.dep_ != "ccomp":
        return None
    reporter = subject_of(verb.head)
    return reporter if reporter is not None and reporter.tag_.startswith("NN") else None


def _release(passage: Passage, verb: "Token", who: "Token", noun: "Token") -> Release:
    first, last = phrase_of(who)
    tokens = sorted((first, last, verb, noun), key=lambda token: token.i)
    platforms = {*passage.outlets.platforms, *_SHORT_PLATFORMS}
    posted = _FORMS[verb.lower_] in _POSTING and any(token.lower_ in platforms for token in verb.subtree)
    mention, shown = passage.parse.span_of(first, last), passage.parse.span_of(tokens[0], tokens[-1])
    return Release(name_of(who, passage.outlets), mention, shown, posted)


def _owner(passage: Passage, noun: "Token") -> Release | None:
    """Return the body whose material it is said to be: "the ministry's video"."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss" and child.ent_type_ == "ORG"), None)
    if owner is None:
        return None
    first, last = phrase_of(owner)
    mention, shown = passage.parse.span_of(first, last), passage.parse.span_of(first, noun)
    return Release(name_of(owner, passage.outlets), mention, shown, is_posted=False)
