"""Choices: the voice that the clues speak for most, with a probability."""

from collections.abc import Mapping, Sequence
from math import exp

from msgspec import Struct

from sitegen.analyse.columns import Columns
from sitegen.analyse.cues import SHOWING
from sitegen.analyse.ranking.clues import clues, nobody, verb_kind
from sitegen.analyse.ranking.scenes import Scene
from sitegen.analyse.ranking.voices import Role, Voice

BY_MARK = 0.9
"""Confidence in a name that a mark ties to a quotation; a convention, too rare in the data to be learned."""
BY_LEAD = 0.95
"""Confidence in who says what directly follows: right in 130 of 136 marked quotations."""
_REPORTING = ("say", "cue", "call", "mind", "according")
_NEAR = 2
"""Words between a subject and its verb ("Lopez then also said")."""


class Choice(Struct, frozen=True):
    """Who is taken to have said a quotation."""

    voice: Voice | None
    """None where nobody is mentioned, or nobody is likelier than whoever is."""
    probability: float
    """That the voice said it; that nobody mentioned did, where there is none."""


def choose(scene: Scene, voices: Sequence[Voice], weights: Mapping[str, float]) -> Choice:
    """Choose whom the form names, else by softmax over all voices and nobody.

    A mention that speaks by several verbs gathers their shares.
    """
    for is_named, confidence in ((_is_marked, BY_MARK), (_leads, BY_LEAD)):
        named = next((voice for voice in voices if is_named(scene, voice)), None)
        if named is not None:
            return Choice(named, confidence)
    shares = _shares(scene, voices, weights)
    mentions: dict[tuple[int, int], float] = {}
    for voice, share in zip(voices, shares[1:], strict=True):
        mentions[voice.place] = mentions.get(voice.place, 0) + share
    place = max(mentions, key=mentions.__getitem__, default=None)
    if place is None or mentions[place] < shares[0]:
        return Choice(None, shares[0])
    pairs = [(share, voice) for share, voice in zip(shares[1:], voices, strict=True) if voice.place == place]
    _, best = max(pairs, key=lambda pair: (verb_kind(scene.lines[place[0]].columns, pair[1]) in _REPORTING, pair[0]))
    return Choice(best, mentions[place])


def _shares(scene: Scene, voices: Sequence[Voice], weights: Mapping[str, float]) -> list[float]:
    """Return the probability of nobody, then of each voice."""
    scores = [_score(nobody(scene), weights), *(_score(clues(scene, voice), weights) for voice in voices)]
    highest = max(scores)
    shares = [exp(score - highest) for score in scores]
    total = sum(shares)
    return [share / total for share in shares]


def _is_marked(scene: Scene, voice: Voice) -> bool:
    """Say whether a voice is the name before a quotation and its colon, or behind it and a dash."""
    if voice.role is Role.LABEL:
        return voice.number == scene.number and voice.verb == scene.first.first - 1
    return voice.role is Role.SIGNED and voice.number == scene.last_number and voice.verb == scene.last.end


def _leads(scene: Scene, voice: Voice) -> bool:
    """Say whether a quotation stands behind "Lopez said," and begins as a sentence does."""
    if scene.case != "capital" or scene.shape not in ("after comma", "after colon"):
        return False
    line, verb = scene.line, voice.verb
    is_beside = voice.number == scene.number and voice.head < verb == scene.first.first - 2
    near = is_beside and line.words[verb] - line.words[voice.head + 1] <= _NEAR
    return near and verb_kind(line.columns, voice) in ("say", "cue") and _has_verb(line.columns, voice)


def _has_verb(columns: Columns, voice: Voice) -> bool:
    """Say whether a voice is the subject of its verb, or shown or heard as it speaks."""
    if voice.role in (Role.DESCRIBED, Role.ANTECEDENT):
        return columns.deps[voice.head] == "dobj" and columns.lowers[columns.heads[voice.head]] in SHOWING
    return voice.role is Role.SUBJECT


def _score(found: Sequence[str], weights: Mapping[str, float]) -> float:
    return sum([weights.get(clue, 0) for clue in found])
