"""Statements: what the article puts in quotation marks as said, and who is proposed to have said it."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.analyse.cues import NOUNS, class_of
from sitegen.analyse.lines import lines_of
from sitegen.analyse.ranking.choice import Choice, choose
from sitegen.analyse.ranking.quoted import Quoted, quoted_in
from sitegen.analyse.ranking.signs import CAPITALS, signs, style_of
from sitegen.analyse.ranking.speaker_weights import SPEAKER
from sitegen.analyse.ranking.speech_weights import SPEECH
from sitegen.analyse.reading import Reading
from sitegen.analyse.speakers import mention_of
from sitegen.model.analysis import Speaker, Statement
from sitegen.model.article import Span

_FEW = 5
"""Words below which quotation marks hold speech only where somebody says them."""
_SURE_ENOUGH = 0.3
"""Probability below which nobody is proposed rather than somebody wrong."""


def find_statements(reading: Reading) -> Iterator[Statement]:
    """Yield the direct quotes in order; words that quotation marks only set apart are left out."""
    marked = [quotation for quotation in reading.quotations if not quotation.depth]
    lines = lines_of(reading.parses, marked)
    before: tuple[Quoted, Choice] | None = None
    for found in quoted_in(reading.article, lines):
        quoted = found.with_earlier(before[0], before[1].voice) if before else found
        choice = choose(quoted.scene, quoted.voices, SPEAKER)
        if is_speech(quoted, choice, SPEECH):
            before = quoted, choice
            yield _statement(reading, quoted, choice)


def is_speech(quoted: Quoted, choice: Choice, weights: Mapping[str, float]) -> bool:
    """Say whether the signs speak for rather than against that a quotation is said; few words need a speaker."""
    words = quoted.words.split()
    if (choice.voice is None and len(words) < _FEW) or _is_titled(quoted, words):
        return False
    return sum(weights.get(sign, 0) for sign in signs(quoted.scene, quoted.words, choice)) > 0


def _is_titled(quoted: Quoted, words: Sequence[str]) -> bool:
    """Say whether words are set like a title behind "on" or "in": "said on “Morning in Port Lumen”"."""
    at = quoted.scene.first.first - 1
    if at < 0 or len(words) == 1 or quoted.scene.line.columns.lowers[at] not in ("on", "in"):
        return False
    return style_of(words) == CAPITALS


def _statement(reading: Reading, quoted: Quoted, choice: Choice) -> Statement:
    return Statement(
        quoted.quotation.inner, direct=True, speaker=_speaker(reading, quoted, choice), cue=_cue(quoted, choice)
    )


def _speaker(reading: Reading, quoted: Quoted, choice: Choice) -> Speaker | None:
    voice = choice.voice
    if voice is None or choice.probability < _SURE_ENOUGH:
        return None
    mention = mention_of(quoted.scene.lines[voice.number], voice.head, voice.verb)
    return reading.people.speaker(mention, round(choice.probability, 2))


def _cue(quoted: Quoted, choice: Choice) -> Span | None:
    """Return the verb or noun of saying, or "according to"."""
    voice = choice.voice
    if voice is None or voice.verb < 0 or choice.probability < _SURE_ENOUGH:
        return None
    line = quoted.scene.lines[voice.number]
    columns, doc = line.columns, line.parse.doc
    if columns.lowers[voice.verb] == "according":
        return line.parse.span_of(doc[voice.verb], doc[voice.verb + 1])
    lower = columns.lowers[voice.verb]
    is_cue = class_of(lower) if columns.is_verb(voice.verb) else lower in NOUNS
    return line.parse.span_of(doc[voice.verb], doc[voice.verb]) if is_cue else None
