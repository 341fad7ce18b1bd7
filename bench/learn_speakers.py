"""learn_speakers.py GOLD.jsonl [--folds PRED.jsonl]: learn the weights by which speakers and speech are told.

GOLD has a JSON object a line: {"id", "text", "quotes": [{"start", "end", "speaker_start", "speaker_end"}]}, as for
quotes.py. Without --folds the two tables of weights under sitegen/analyse/ranking/ are written anew. With it nothing
of sitegen is changed: each fifth of the articles is read with weights that were learned on the other four, and what is
proposed is written as quotes.py would, so that the figures say how well the weights do on articles they do not know.

The speaker is chosen among the voices of a quotation and nobody, speech is told from none; likelihood.py says how the
weights of both are learned.
"""

import argparse
import json
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from likelihood import Row, learn_twice
from texts import article_of, rows_of, the_model

from sitegen.analyse import Model
from sitegen.analyse.lines import lines_of
from sitegen.analyse.parsing import parse
from sitegen.analyse.ranking.choice import Choice, choose
from sitegen.analyse.ranking.clues import clues, nobody
from sitegen.analyse.ranking.quoted import Quoted, quoted_in
from sitegen.analyse.ranking.signs import signs
from sitegen.analyse.ranking.voices import Voice
from sitegen.analyse.speakers import mention_of
from sitegen.analyse.speech import is_speech
from sitegen.model.article import Article, Role, Span
from sitegen.model.quotations import quotations

FOLDS = 5
SAME = 0.8
"""Part of both that two stretches must share to be one quotation."""
EDGE = " \t\r\n\u00a0\"“”‘’'`«»,.;:!?—–-…"
AFTER_HEAD = re.compile(r"[,(\[—;:]| (?:of|for|from|in|at|with|to|on|by|who|that|which|whose|and) ")
FOLDER = Path(__file__).parents[1] / "sitegen" / "analyse" / "ranking"
HEADER = '''"""{doc}: written by bench/learn_speakers.py, not by hand.

Learned on {number} quotations in {articles} news articles with marked speakers; a sum above the others wins.
"""

{name} = {{
'''


class Marked(TypedDict):
    """A quote of the gold file, as far as it is used."""

    start: int
    end: int
    speaker_start: int | None
    speaker_end: int | None
    cue_text: str


class Line(TypedDict):
    """A line of the gold file, as far as it is used."""

    id: str
    text: str
    quotes: list[Marked]


@dataclass(frozen=True, slots=True)
class Example:
    """A quotation and what people marked."""

    quoted: Quoted
    is_said: bool
    speaker: Span | None
    """The words up to and with the noun that names the speaker …"""
    whole: Span | None = None
    """… and all that name them."""
    cue: frozenset[str] = frozenset()
    """The words that report it, lower case."""


@dataclass(frozen=True, slots=True)
class Told:
    """One article with its examples, in order."""

    article: Article
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Learned:
    """Two tables of weights."""

    speaker: Mapping[str, float]
    speech: Mapping[str, float]


def main() -> int:
    """Learn on all and write the tables, or learn on parts and write predictions."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--folds", type=Path, metavar="PRED.jsonl")
    asked = parser.parse_args()
    model = the_model()
    told = [_told(line, model) for line in rows_of(asked.gold)]
    if asked.folds:
        asked.folds.write_text("".join(f"{json.dumps(line)}\n" for line in _by_folds(told)), encoding="utf-8")
    else:
        _write(told, learn(told))
    return 0


def learn(told: Sequence[Told]) -> Learned:
    """Learn who speaks, then whether it is speech, which looks at who was chosen."""
    speaker = learn_twice([row for each in told for row in _speaker_rows(each)])
    speech = learn_twice([row for each in told for row in _speech_rows(each, speaker)])
    return Learned(speaker, speech)


def _told(line: Line, model: Model) -> Told:
    article = article_of(line["text"], line["id"])
    marked = [quotation for quotation in quotations(article) if not quotation.depth]
    lines = lines_of(parse(article, model.package), marked)
    body = [paragraph.span for paragraph in article.paragraphs_of(Role.BODY)]
    examples = [
        _example(article, quoted, line["quotes"])
        for quoted in quoted_in(article, lines)
        if any(quoted.quotation.outer.overlaps(paragraph) for paragraph in body)
    ]
    return Told(article, tuple(examples))


def _example(article: Article, quoted: Quoted, gold: Sequence[Marked]) -> Example:
    pieces = [_trimmed(article.text, piece) for piece in quoted.quotation.pieces]
    found = [
        each
        for each in gold
        if any(_is_same(piece, _trimmed(article.text, Span(each["start"], each["end"]))) for piece in pieces)
    ]
    for each in found:
        start, end = each["speaker_start"], each["speaker_end"]
        if start is not None and end is not None:
            cut = AFTER_HEAD.search(article.text, start + 1, end)
            cue = frozenset(each["cue_text"].lower().split())
            return Example(
                quoted, is_said=True, speaker=Span(start, cut.start() if cut else end), whole=Span(start, end), cue=cue
            )
    return Example(quoted, bool(found), None)


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return Span(start, end)


def _is_same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared >= SAME * (max(one.end, other.end) - min(one.start, other.start))


def _speaker_rows(told: Told) -> Iterator[Row]:
    """Yield a row a quotation that is said by somebody who is among its voices, or by nobody who is marked.

    Where the speaker speaks by several verbs and some stand in the words that report it, the others are left out.
    """
    before: tuple[Quoted, Voice | None] | None = None
    for example in told.examples:
        quoted = example.quoted.with_earlier(*before) if before else example.quoted
        rightful = _rightful(quoted, example)
        if example.is_said and (rightful or example.speaker is None):
            places = {voice.place for voice in rightful}
            rest = [voice for voice in quoted.voices if voice.place not in places]
            found = [clues(quoted.scene, voice) for voice in (*rightful, *rest)]
            right = [True] * len(rightful) + [False] * len(rest)
            yield [*found, nobody(quoted.scene)], [*right, example.speaker is None]
        if example.is_said:
            before = quoted, next(iter(rightful), None)


def _rightful(quoted: Quoted, example: Example) -> list[Voice]:
    """Return the voices that are the marked speaker, by the marked verb if by any."""
    for span in (example.speaker, example.whole):
        found = [voice for voice in quoted.voices if _is_speaker(quoted, voice, span)]
        if found:
            return [voice for voice in found if _word(quoted, voice.number, voice.verb) in example.cue] or found
    return []


def _word(quoted: Quoted, number: int, token: int) -> str:
    return quoted.scene.lines[number].columns.lowers[token] if token >= 0 else ""


def _is_speaker(quoted: Quoted, voice: Voice, speaker: Span | None) -> bool:
    return speaker is not None and _head(quoted, voice).overlaps(speaker)


def _head(quoted: Quoted, voice: Voice) -> Span:
    parsed = quoted.scene.lines[voice.number].parse
    return parsed.span_of(parsed.doc[voice.head], parsed.doc[voice.head])


def _speech_rows(told: Told, speaker: Mapping[str, float]) -> Iterator[Row]:
    """Yield a row a quotation: said, or not, which has no signs."""
    before: tuple[Quoted, Voice | None] | None = None
    for example in told.examples:
        quoted = example.quoted.with_earlier(*before) if before else example.quoted
        choice = choose(quoted.scene, quoted.voices, speaker)
        yield [signs(quoted.scene, quoted.words, choice), []], [example.is_said, not example.is_said]
        if example.is_said:
            before = quoted, choice.voice


def _by_folds(told: Sequence[Told]) -> Iterator[dict[str, object]]:
    """Yield what is proposed for each article by weights that were learned without it."""
    folds = [zlib.crc32(each.article.path.encode()) % FOLDS for each in told]
    for fold in range(FOLDS):
        learned = learn([each for each, its in zip(told, folds, strict=True) if its != fold])
        print(f"fold {fold + 1}: {len(learned.speaker)} and {len(learned.speech)} weights", file=sys.stderr)
        for each, its in zip(told, folds, strict=True):
            if its == fold:
                yield {"id": each.article.path, "quotes": list(_proposed(each, learned))}


def _proposed(told: Told, learned: Learned) -> Iterator[dict[str, object]]:
    before: tuple[Quoted, Voice | None] | None = None
    for example in told.examples:
        quoted = example.quoted.with_earlier(*before) if before else example.quoted
        choice = choose(quoted.scene, quoted.voices, learned.speaker)
        if not is_speech(quoted, choice, learned.speech):
            continue
        before = quoted, choice.voice
        for piece in quoted.quotation.pieces:
            yield {"start": piece.start, "end": piece.end, **_speaker(told.article, quoted, choice)}


def _speaker(article: Article, quoted: Quoted, choice: Choice) -> dict[str, object]:
    if choice.voice is None:
        return {}
    mention = mention_of(quoted.scene.lines[choice.voice.number], choice.voice.head, choice.voice.verb)
    words = article.words_at(mention)
    how = {"role": choice.voice.role.value, "probability": round(choice.probability, 3)}
    return {"speaker_text": words, "speaker_start": mention.start, "speaker_end": mention.end, **how}


def _write(told: Sequence[Told], learned: Learned) -> None:
    tables = (("speaker", "Weights of the clues to a speaker"), ("speech", "Weights of the signs of speech"))
    for name, doc in tables:
        weights = getattr(learned, name)
        number = sum(len(each.examples) for each in told)
        text = HEADER.format(doc=doc, number=number, articles=len(told), name=name.upper())
        text += "".join(f"    {json.dumps(clue, ensure_ascii=False)}: {weights[clue]},\n" for clue in sorted(weights))
        (FOLDER / f"{name}_weights.py").write_text(f"{text}}}\n", encoding="utf-8")
        print(f"{name}: {len(weights)} weights", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
