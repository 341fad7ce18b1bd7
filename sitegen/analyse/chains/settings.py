"""Settings: the material in which something is said, where the sentence shows it."""

import re
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.chains.frames import HIDDEN, Frame
from sitegen.analyse.chains.materials import Material, Mention
from sitegen.analyse.chains.phrases import SUBJECTS
from sitegen.analyse.cues import SHOWING

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset({"in", "on", "from", "during", "throughout", "at", "of"})
_COMMENTING = "comment commented commenting remark remarked elaborate focus based respond responded responding"
_ABOUT = frozenset(_COMMENTING.split())
_OF_SPEAKER = re.compile(
    r"(?: [\w’'-]+){0,5} (?:of|shows|showed|showing|captures|captured|features|featuring|has|had|in which|where)"
    r"(?: \w+){0,2} "
)
"""What stands between a material and who speaks in it: "a video from the port showed a sailor saying"."""
_IN_WHICH = re.compile(r"\b(?:in|on) which\b|\bwhere\b")
HEARD = re.compile(r"\b(?:heard|seen|shown) (?:\w+ )?(?:saying|telling|shouting|speaking|asking|say|tell|shout)")


class Setting(Struct, frozen=True):
    """The material in which something is said."""

    material: Material
    mention: Mention | None
    shown: tuple[int, int] | None
    """Characters of the piece; None where it is inferred."""
    is_speaker: bool = False
    """Whether the material itself is what says it."""


def setting_of(frame: Frame, mentions: Sequence[Mention]) -> Setting | None:
    """Return the material that a frame says the words are spoken in."""
    for mention in mentions:
        token = mention.token
        if frame.text[token.idx] == HIDDEN:
            continue
        if frame.speaker[0] <= token.idx < frame.speaker[1] and _is_head(frame, token):
            return Setting(mention.material, mention, (token.idx, token.idx + len(token)), is_speaker=True)
        first = _leading(frame, token)
        if first is not None:
            return Setting(mention.material, mention, (first, token.idx + len(token)))
    return None


def _is_head(frame: Frame, token: "Token") -> bool:
    """Say whether a noun is what the words of a mention hang on."""
    head = token.head
    return not frame.speaker[0] <= head.idx < frame.speaker[1]


def _leading(frame: Frame, token: "Token") -> int | None:
    """Return where the words start that lead from the report to the material: "at the beginning of the call"."""
    cue = frame.cue
    if cue is None:
        return None
    behind = token.idx + len(token)
    if _OF_SPEAKER.fullmatch(frame.text, behind, max(frame.speaker[0], behind)) and frame.speaker[1] <= cue.idx:
        return _start(token)
    if token.idx < cue.idx and _IN_WHICH.search(frame.text, token.idx, cue.idx):
        return _start(token)
    if token.dep_ == "nsubj" and token.head.lower_ in SHOWING and _governs(frame, token.head, cue, ()):
        return _start(token)
    if token.i + 1 == cue.i and cue.tag_ == "VBG":
        return _start(token)
    return _climb(frame, token, cue)


def _start(token: "Token") -> int:
    """Return where the words start that lead to a noun, the preposition before them included."""
    first = token
    while first.i and first.nbor(-1).tag_ in ("DT", "JJ", "VBN", "NN", "CD"):
        first = first.nbor(-1)
    return first.nbor(-1).idx if first.i and first.nbor(-1).lower_ in _INSIDE else first.idx


def _climb(frame: Frame, token: "Token", cue: "Token") -> int | None:
    node, nouns = token, {token.i}
    while node.dep_ == "pobj" and node.head.lower_ in _INSIDE:
        preposition, governor = node.head, node.head.head
        if governor.tag_.startswith("VB"):
            fits = _governs(frame, governor, cue, nouns)
            about = governor.lower_ in _ABOUT or preposition.lower_ == "of"
            return preposition.idx if fits and not about else None
        if frame.speaker[0] <= governor.idx < frame.speaker[1] and preposition.lower_ != "of":
            return preposition.idx
        if preposition.lower_ != "of":
            return None
        node = governor
        nouns.add(node.i)
    return None


def _governs(frame: Frame, verb: "Token", cue: "Token", nouns: Collection[int]) -> bool:
    """Say whether a verb is the cue, or above it: not by its own subject, nor as what somebody else says.

    What hangs on the nouns that lead to the material is said in it ("in the call, to which the other replied").
    """
    node, through = cue, False
    while node != verb:
        if node.dep_ in SUBJECTS or node.head == node:
            return False
        node = node.head
        through = through or node.i in nouns
    return through or verb == cue or not frame.is_others(verb.idx)
