"""Quoted words: an article's quotations in order, each in its scene, with the voices that may say it."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.analyse.lines import Line, Stretch
from sitegen.analyse.ranking.scenes import Scene, scene_of
from sitegen.analyse.ranking.voices import Role, Voice, voices_of
from sitegen.model.article import Article
from sitegen.model.quotations import Quotation

_CARRIED_OVER = (Role.SUBJECT, Role.SHARED, Role.ACCORDING, Role.LABEL)
"""Roles in which somebody of the paragraph before may go on speaking."""
_REACH = 400
"""Tokens from a quotation, more than all but the longest paragraphs have, within which its speaker is looked for."""


class Quoted(Struct, frozen=True):
    """A quotation that holds words."""

    quotation: Quotation
    words: str
    """White space folded."""
    scene: Scene
    voices: tuple[Voice, ...]
    """Of its own lines, and some of the line before."""

    def with_earlier(self, before: "Quoted | None", voice: Voice | None) -> "Quoted":
        """Return the same after the quotation before it was given a speaker, who is a voice here too if not far."""
        if before is None:
            return self
        scene = self.scene.after(before.scene, voice)
        voices = self.voices
        if voice and scene.since != "far" and all(voice.place != each.place for each in voices):
            voices = (*voices, Voice(*voice.place, Role.EARLIER))
        return Quoted(self.quotation, self.words, scene, voices)


def quoted_in(article: Article, lines: Sequence[Line]) -> Iterator[Quoted]:
    """Yield an article's quotations in order; one that holds no word is none."""
    places: dict[Quotation, list[tuple[int, Stretch]]] = {}
    for number, line in enumerate(lines):
        for stretch in line.stretches:
            places.setdefault(stretch.quotation, []).append((number, stretch))
    voices: dict[int, list[Voice]] = {}
    for quotation, found in places.items():
        words = article.words_at(quotation.inner)
        if not any(map(str.isalnum, words)):
            continue
        first, last = found[0], found[-1]
        for number in {max(first[0] - 1, 0), first[0], last[0]} - voices.keys():
            voices[number] = voices_of(lines[number], number)
        edges = {first[0]: first[1], last[0]: last[1]}
        near = [voice for number, stretch in edges.items() for voice in _within(voices[number], stretch)]
        near += _carried_over(lines[first[0] - 1], voices[first[0] - 1]) if first[0] else []
        yield Quoted(quotation, words, scene_of(lines, first, last), tuple(near))


def _within(voices: Sequence[Voice], stretch: Stretch) -> Iterator[Voice]:
    """Yield the voices of a line that are near a quotation's part in it."""
    return (voice for voice in voices if stretch.first - _REACH <= voice.head < stretch.end + _REACH)


def _carried_over(line: Line, voices: Sequence[Voice]) -> Iterator[Voice]:
    """Yield the voices at the end of a line that may go on in the next."""
    since = len(line.columns.texts) - _REACH
    return (voice for voice in voices if voice.role in _CARRIED_OVER and voice.head >= since)
