"""Speakers: from a verb of saying to the words that name who said it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.analyse.cues import CARRIERS, is_cue
from sitegen.analyse.lines import Line
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

BY_GRAMMAR, BY_NEIGHBOUR, BY_CONTINUATION, BY_NEARNESS = 0.9, 0.7, 0.6, 0.3
"""Confidence by how a speaker was found; rough, until it is measured."""
# Dependency labels of spaCy's English models: https://spacy.io/models/en.
_SUBJECTS, _INSIDE = ("nsubj", "nsubjpass"), ("prep", "poss", "compound", "amod", "det", "nummod", "nmod", "appos")
_CLIMBS = ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "prep", "aux", "auxpass")
_REACH = 8
"""Tokens from a verb within which its speaker is looked for, and tokens of a mention on either side of its noun."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words that report something, and those that name who said it."""

    cue: Span
    mention: Span | None
    confidence: float = 0.0


def said_by(line: Line, cue: "Token") -> Said:
    """Return who is the subject of a verb of saying; failing that, the noun next to it."""
    place = line.parse.span_of(cue, cue)
    subject = _subject_of(cue)
    if subject is not None and not line.is_quoted(subject):
        return Said(place, _mention(line, subject, cue), BY_GRAMMAR)
    neighbour = next((token for token in _neighbours(line, cue) if _can_speak(token)), None)
    return Said(place, _mention(line, neighbour, cue), BY_NEIGHBOUR) if neighbour is not None else Said(place, None)


def according_to(line: Line, tokens: Sequence["Token"]) -> Said | None:
    """Return whom "according to" names among the tokens."""
    for token in tokens:
        if token.lower_ == "according" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "to":
            last = token.nbor(1)
            named = next((child for child in last.children if child.dep_ == "pobj"), last.nbor(1))
            if not line.is_quoted(named):
                return Said(line.parse.span_of(token, last), _mention(line, named, last), BY_GRAMMAR)
    return None


def _subject_of(verb: "Token", climbs: int = 4) -> "Token | None":
    """Return the subject of a verb, its own or that of the clause it hangs on."""
    for child in verb.children:
        if child.dep_ in _SUBJECTS:
            return verb.head if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" else child
    if not climbs or verb.head == verb:
        return None
    if verb.dep_ in ("acl", "relcl") and verb.head.lower_ not in CARRIERS:
        return verb.head
    if verb.dep_ in (*_CLIMBS, "acl", "relcl", "pobj", "dobj"):
        return _subject_of(verb.head, climbs - 1)
    return None


def _neighbours(line: Line, cue: "Token") -> Iterator["Token"]:
    """Yield the tokens after a verb, then those before it, as far as the next mark or quotation."""
    doc = cue.doc
    for indices in (range(cue.i + 1, min(cue.i + _REACH, len(doc))), range(cue.i - 1, max(cue.i - _REACH, -1), -1)):
        for index in indices:
            if doc[index].is_punct or line.is_quoted(doc[index]):
                break
            yield doc[index]


def _can_speak(token: "Token") -> bool:
    return token.tag_ in ("NN", "NNS", "NNP", "NNPS", "PRP") and token.lower_ not in CARRIERS


def mention_of(line: Line, head: int, verb: int) -> Span:
    """Return the words around a token that name the speaker, short of the verb, if there is one (-1: none)."""
    doc = line.parse.doc
    return _mention(line, doc[head], doc[verb if verb >= 0 else head])


def _mention(line: Line, head: "Token", cue: "Token") -> Span:
    """Return the words around a noun that name the speaker, short of the verb and of any mark or quotation."""
    doc, first, last = head.doc, head.i, head.i
    while first > max(head.left_edge.i, head.i - _REACH) and _belongs(line, doc[first - 1], cue):
        first -= 1
    right = max([head.i, *(child.right_edge.i for child in head.rights if child.dep_ in _INSIDE)])
    while last < min(right, head.i + _REACH) and _belongs(line, doc[last + 1], cue):
        last += 1
    return line.parse.span_of(doc[first], doc[last])


def _belongs(line: Line, token: "Token", cue: "Token") -> bool:
    return token.i != cue.i and not token.is_punct and not line.is_quoted(token) and not is_cue(token)
