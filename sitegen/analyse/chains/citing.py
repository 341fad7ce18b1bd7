"""Citing: whom a source names as its own: "reported, citing two officials", "quoted the mayor as saying"."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.analyse.chains.frames import Frame
from sitegen.analyse.chains.outlets import outlet_in
from sitegen.analyse.chains.phrases import SUBJECTS, name_of, phrase_of
from sitegen.analyse.chains.sources import ANONYMOUS, DOCUMENT, NEWS, OFFICIAL, ORGANISATION, PERSON, POST, Sources
from sitegen.model.analysis import Hop
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

CITING = re.compile(r"\b(?:citing|quoting|cited|cites|quoted|quotes)\b")
_WITNESS_NOUNS = """
witness witnesses eyewitness eyewitnesses resident residents activist activists doctor doctors medic medics lawyer
lawyers relative relatives survivor survivors expert experts analyst analysts diplomat diplomats commander
commanders rebel rebels spokesman spokeswoman spokesperson police report reports media statement
"""
_WITNESSES = frozenset(_WITNESS_NOUNS.split())


@dataclass(frozen=True, slots=True)
class Cited:
    """Whom somebody cites."""

    verb: "Token"
    hop: Hop
    is_speaker: bool
    """Whether that is who the article says it is said by."""


def citing_in(frame: Frame, sources: Sources) -> Cited | None:
    """Return whom the words cite, where it is a source and no reason."""
    for found in frame.find(CITING):
        token = frame.passage.token_at(found.start())
        if token.tag_.startswith("VB"):
            named = next((child for child in token.children if child.dep_ == "dobj"), None)
            if named is None:
                continue
            first, last = phrase_of(named)
            if kind := _kind(named, sources, frame.span_of(first.idx, last.idx + len(last))):
                shown = frame.span_of(token.idx, last.idx + len(last))
                mention = frame.span_of(first.idx, last.idx + len(last))
                return Cited(token, Hop(name_of(named), kind, mention, shown), _is_speaker(frame, named))
    return None


def _is_speaker(frame: Frame, noun: "Token") -> bool:
    return frame.speaker[0] <= noun.idx < frame.speaker[1]


def citer_of(verb: "Token", frame: Frame) -> Hop | None:
    """Return the outlet that is the subject of a verb of citing."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    first, last = phrase_of(subject)
    if not outlet_in(frame.text[first.idx : last.idx + len(last)]):
        return None
    mention = frame.span_of(first.idx, last.idx + len(last))
    return Hop(name_of(subject), NEWS, mention, frame.span_of(first.idx, verb.idx + len(verb)))


def _kind(noun: "Token", sources: Sources, mention: Span) -> str:
    """Return the kind of a source; "" for a reason that is cited ("citing the weather")."""
    name = name_of(noun)
    kind = sources.kind_of(name, mention)
    if kind in (NEWS, ANONYMOUS, OFFICIAL, DOCUMENT, POST):
        return kind
    if kind in (PERSON, ORGANISATION) and noun.ent_type_ in ("PERSON", "ORG"):
        return kind
    return PERSON if noun.lower_ in _WITNESSES else ""
