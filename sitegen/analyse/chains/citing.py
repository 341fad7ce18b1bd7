"""Citing: whom a source names as its own: "reported, citing two officials", "quoted the mayor as saying"."""

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.chains.frames import Frame
from sitegen.analyse.chains.phrases import SUBJECTS, agent_of, name_of, phrase_of
from sitegen.analyse.chains.sources import ANONYMOUS, DOCUMENT, NEWS, OFFICIAL, ORGANISATION, PERSON, POST, Sources
from sitegen.analyse.people.roles import NOUNS
from sitegen.model.analysis import Hop
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CITING = re.compile(r"\b(?:citing|quoting|cited|cites|quoted|quotes)\b")
_OTHER_SOURCES = "police media report reports statement eyewitness eyewitnesses relative relatives rebel rebels"
_OTHERS = frozenset(_OTHER_SOURCES.split())
"""What is cited as a source beside people by their roles."""


class Cited(Struct, frozen=True):
    """Whom somebody cites."""

    verb: "Token"
    hop: Hop
    mention: Span
    is_speaker: bool
    """Whether that is who the article says it is said by."""


def citing_in(frame: Frame, sources: Sources) -> Cited | None:
    """Return whom the words cite, where it is a source and no reason."""
    for found in frame.find(CITING):
        verb = frame.passage.token_at(found.start())
        named = _cited(verb, frame) if verb.tag_.startswith("VB") else None
        if named is not None and (cited := _as_source(verb, named, frame, sources)):
            return cited
    return None


def _as_source(verb: "Token", named: "Token", frame: Frame, sources: Sources) -> Cited | None:
    first, last = phrase_of(named)
    start, end = first.idx, last.idx + len(last)
    mention, shown = frame.span_of(start, end), frame.span_of(min(start, verb.idx), max(end, verb.idx + len(verb)))
    is_speaker = _holds_speaker(frame, named)
    kind = _kind(named, sources, mention)
    if not kind and not is_speaker:
        return None
    hop = Hop(name_of(named, sources.outlets), kind, mention, shown)
    return Cited(verb, hop, mention, is_speaker)


def _cited(verb: "Token", frame: Frame) -> "Token | None":
    """Return who is cited: the object; the subject where the speaker is who cites ("was quoted by an agency")."""
    agent = agent_of(verb)
    label = "nsubjpass" if agent is not None and _is_speaker(frame, agent) else "dobj"
    return next((child for child in verb.children if child.dep_ == label), None)


def _holds_speaker(frame: Frame, noun: "Token") -> bool:
    """Say whether the speaker's mention is that noun, or words that hang on it: "a spokesman for the rebels saying"."""
    if frame.speaker[0] == frame.speaker[1]:
        return False
    speaker = frame.passage.token_at(frame.speaker[1] - 1)
    return _is_speaker(frame, noun) or noun.is_ancestor(speaker)


def _is_speaker(frame: Frame, noun: "Token") -> bool:
    return frame.speaker[0] <= noun.idx < frame.speaker[1]


def citer_of(verb: "Token", frame: Frame) -> Hop | None:
    """Return the outlet that is the subject of a verb of citing."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    outlets = frame.passage.outlets
    first, last = phrase_of(subject)
    if not outlets.first_in(frame.text[first.idx : last.idx + len(last)]):
        return None
    mention = frame.span_of(first.idx, last.idx + len(last))
    return Hop(name_of(subject, outlets), NEWS, mention, frame.span_of(first.idx, verb.idx + len(verb)))


def _kind(noun: "Token", sources: Sources, mention: Span) -> str:
    """Return the kind of a source; "" for a reason that is cited ("citing the weather")."""
    name = name_of(noun, sources.outlets)
    kind = sources.kind_of(name, mention)
    if kind in (NEWS, ANONYMOUS, OFFICIAL, DOCUMENT, POST):
        return kind
    if kind in (PERSON, ORGANISATION) and noun.ent_type_ in ("PERSON", "ORG"):
        return kind
    is_source = noun.lower_ in _OTHERS or not NOUNS.isdisjoint((noun.lower_, noun.lower_.removesuffix("s")))
    return PERSON if is_source else ""
