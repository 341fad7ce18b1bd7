"""Signs: what shows that a quotation is said, and no title, term or irony, each a template and its value.

Whether it is taken as said follows from the weights of the signs in `speech_weights`.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sitegen.analyse.columns import Columns
from sitegen.analyse.cues import class_of
from sitegen.analyse.ranking.choice import Choice
from sitegen.analyse.ranking.clues import mention_kind, verb_kind, zone_of
from sitegen.analyse.ranking.scenes import Scene

_LENGTHS = (2, 3, 4, 5, 8)
_LENGTH_NAMES = ("1", "2", "3", "4", "5-7", "8+")
_CLASSES = ("say", "cue", "call", "mind")
_SMALL = 4
"""Letters of a word that titles may write small."""
_TELLING_BEFORE = frozenset(
    [
        "the",
        "a",
        "an",
        "as",
        "of",
        "in",
        "on",
        ",",
        ":",
        "that",
        "and",
        "or",
        "-",
        ";",
        "'s",
        "’s",
        "to",
        "for",
        "with",
        "called",
        "named",
        "titled",
        "--",
        "—",
        "–",
        "(",
    ]
)
_TELLING_AFTER = frozenset([",", ".", "(", "and", "or", "-", ";", ":", "?"])
_TITLED = {
    **dict.fromkeys(("on", "in"), "on or in"),
    **dict.fromkeys(("of", "for", "from", "at", "with", "to"), "another preposition"),
    **dict.fromkeys(("'s", "’s", "the"), "an owner or article"),
}
_WORKS = frozenset(
    {
        *(
            "album",
            "anthem",
            "article",
            "ballad",
            "bestseller",
            "blog",
            "book",
            "campaign",
            "classic",
            "column",
            "comedy",
        ),
        *("documentary", "drama", "episode", "essay", "feature", "film", "game", "hit", "magazine", "memoir", "movie"),
        *("musical", "newsletter", "novel", "painting", "play", "podcast", "poem", "program", "programme", "series"),
        *("sequel", "show", "single", "sitcom", "song", "story", "thriller", "tune", "video"),
    }
)
CAPITALS = "capitals"
"""The style of a title: capitals on all words but small ones."""
_FIRST_PERSONS = frozenset(["i", "we", "you", "my", "our", "me", "us", "your"])
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SINGLE = "'‘‚‛`"
_MOST = 5
"""Steps in which the probability of the speaker is told apart."""


def signs(scene: Scene, words: str, choice: Choice) -> list[str]:
    """Return the signs for a quotation of these words, after its speaker was chosen."""
    length = _LENGTH_NAMES[bisect_right(_LENGTHS, len(words.split()))]
    style = style_of(words.split())
    return [
        "always: always",
        f"words: {length}",
        f"style: {style}",
        f"style and words: {style}, {length}",
        f"shape and style: {scene.shape}, {style}",
        f"spoke before: {scene.since if scene.earlier else 'nobody'}",
        *_of_end(words, length),
        *_of_choice(scene, choice),
        *_of_governors(scene, length),
        *_of_neighbours(scene, style, length),
        *_of_inside(scene.line.columns, range(scene.first.first, scene.first.end)),
        f"hangs: {scene.tie or 'on nothing'}, {style}",
        f"marks: {_marks(scene)}",
        f"sentence has: {_cue_of_sentence(scene)}",
    ]


def style_of(words: Sequence[str]) -> str:
    """Return how words are set: with capitals like a title, like a sentence, or like a part of one."""
    capitals = sum(word[:1].isupper() for word in words)
    small = sum(len(word) <= _SMALL and word[:1].islower() for word in words)
    if capitals and capitals + small == len(words):
        return CAPITALS
    first = words[0][:1]
    return "capital first" if first.isupper() else "small first" if first.islower() else "other"


def _of_end(words: str, length: str) -> Iterator[str]:
    end = words.rstrip("'’”\"“ ")[-1:]
    yield f"ends: {end if end in tuple(',.?!') else 'without a stop'}, {length}"


def _of_choice(scene: Scene, choice: Choice) -> Iterator[str]:
    yield f"speaker, how sure: {int(choice.probability * _MOST)}"
    if voice := choice.voice:
        columns = scene.lines[voice.number].columns
        verb = verb_kind(columns, voice)
        yield f"speaker, role: {voice.role.value}"
        yield f"speaker, kind: {mention_kind(columns, voice.head)}"
        yield f"speaker, zone and verb: {zone_of(scene, voice)}, {verb}"


def _of_governors(scene: Scene, length: str) -> Iterator[str]:
    """Yield what sort of verbs the words hang on."""
    columns = scene.line.columns
    classes = [class_of(columns.lowers[at]) for at in scene.governors if columns.is_verb(at)]
    yield f"hangs on a verb: {next((each for each in _CLASSES if each in classes), 'of none')}"
    nearest = classes[0] or "another" if classes else "none"
    yield f"hangs on a verb, nearest: {nearest}, {length}"


def _of_neighbours(scene: Scene, style: str, length: str) -> Iterator[str]:
    """Yield what stands directly before and after."""
    columns, at = scene.line.columns, scene.first.first - 1
    before = "nothing"
    if at >= 0:
        before = columns.lowers[at] if columns.lowers[at] in _TELLING_BEFORE else columns.tags[at]
    yield f"before: {before}"
    yield f"before, by style: {before}, {style}"
    if style == CAPITALS and length != "1":
        is_work = at >= 0 and columns.lowers[at] in _WORKS
        yield f"set like a title, after: {'a kind of work' if is_work else _TITLED.get(before, 'another')}"
    columns, at = scene.lines[scene.last_number].columns, scene.last.end
    after = "nothing"
    if at < len(columns.texts):
        after = columns.texts[at] if columns.texts[at] in _TELLING_AFTER else columns.tags[at]
    yield f"after: {after}, {length}"
    yield f"after, by style: {after}, {style}"


def _of_inside(columns: Columns, inside: range) -> Iterator[str]:
    """Yield what the words themselves are."""
    if any(columns.tags[at] in _FINITE for at in inside):
        yield "inside: a finite verb"
    if any(columns.lowers[at] in _FIRST_PERSONS for at in inside):
        yield "inside: I, we or you"
    if any(columns.names[at] == "WORK_OF_ART" for at in inside):
        yield "inside: a work's name"


def _marks(scene: Scene) -> str:
    text = scene.line.columns.texts[scene.first.first]
    return "single" if text[:1] in _SINGLE and text[:2] not in ("''", "``", "‘‘") else "double"


def _cue_of_sentence(scene: Scene) -> str:
    """Return the most telling sort of verb in the sentence, outside quotations."""
    line, columns = scene.line, scene.line.columns
    sentence = line.sentences[scene.first.first]
    start, end = scene.first.first, scene.first.end
    while start and line.sentences[start - 1] == sentence:
        start -= 1
    while end < len(line.sentences) and line.sentences[end] == sentence:
        end += 1
    found = {class_of(columns.lowers[at]) for at in range(start, end) if columns.is_verb(at) and not line.quoted[at]}
    return next((each for each in _CLASSES if each in found), "none")
