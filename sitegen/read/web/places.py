"""Where the words of a page's text stand in its file, so that a problem leads to a line that people can open."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sitegen.model.article import Place

_HIDDEN = re.compile(r"<(script|style|noscript|template|svg|title)(?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_PARAGRAPH = re.compile(r"[^\n]+")
_ENOUGH = 24
"""Letters and figures by which a paragraph is known where not all of it is found."""


class Letters(Struct, frozen=True):
    """The letters and figures of a page, and where each stands in its source."""

    text: str
    offsets: Sequence[int]

    def find(self, wanted: str, behind: int) -> range:
        """Return where letters stand, rather behind a place than before it; their beginning, if not all; or nothing."""
        for some in (wanted, wanted[:_ENOUGH]):
            for start in (behind, 0):
                found = self.text.find(some, start) if some else -1
                if found >= 0:
                    return range(found, found + len(some))
        return range(0)


def places_of(text: str, source: str) -> tuple[Place, ...]:
    """Return where the paragraphs of a text stand in the source, and wherever a run of characters breaks off.

    What stands nowhere (a date written anew) has the place of the paragraph before it.
    """
    shown = _letters(source, _visible(source))
    starts = (0, *(end.end() for end in _LINE_END.finditer(source)))
    places = [Place(0, 1, 1)]
    behind = 0
    whole: Letters | None = None
    for paragraph in _PARAGRAPH.finditer(text):
        numbers, offsets = _match(paragraph, shown, behind)
        if not numbers and len(paragraph[0]) > 2 * _ENOUGH:
            # A story that stands in JSON-LD alone.
            whole = whole or _letters(source, [(0, len(source))])
            numbers, offsets = _match(paragraph, whole, 0)
        elif numbers:
            behind = bisect_right(shown.offsets, offsets[-1])
        if numbers:
            places += _runs(paragraph, numbers, offsets, source, starts)
        else:
            places.append(Place(paragraph.start(), places[-1].line, places[-1].column))
    return tuple(places)


def _match(paragraph: re.Match[str], letters: Letters, behind: int) -> tuple[list[int], Sequence[int]]:
    """Return the letters of a paragraph that stand in the source, and where; its first word may be ours ("By")."""
    numbers = [number for number, char in enumerate(paragraph[0], paragraph.start()) if char.isalnum()]
    second = paragraph.start() + len(paragraph[0].split(" ", 1)[0])
    for some in (numbers, [number for number in numbers if number >= second]):
        found = letters.find("".join(paragraph.string[number] for number in some), behind)
        if found:
            return some[: len(found)], letters.offsets[found.start : found.stop]
    return [], ()


def _runs(
    paragraph: re.Match[str], numbers: Sequence[int], offsets: Sequence[int], source: str, starts: Sequence[int]
) -> Iterator[Place]:
    """Yield a place for the paragraph's start, and one for each letter that does not follow the one before it."""
    signs = paragraph[0][: numbers[0] - paragraph.start()]
    ahead = len(signs) if source.endswith(signs, 0, offsets[0]) else 0
    yield _place(paragraph.start(), offsets[0] - ahead, starts)
    shift, line = offsets[0] - numbers[0] if ahead or not signs else None, bisect_right(starts, offsets[0])
    for number, offset in zip(numbers, offsets, strict=True):
        before, line = line, bisect_right(starts, offset)
        if offset - number != shift or line != before:
            shift = offset - number
            yield _place(number, offset, starts)


def _place(number: int, offset: int, starts: Sequence[int]) -> Place:
    line = bisect_right(starts, offset)
    return Place(number, line, offset - starts[line - 1] + 1)


def _letters(source: str, stretches: Iterable[tuple[int, int]]) -> Letters:
    """Return the letters and figures of some stretches of a source."""
    letters: list[str] = []
    offsets: list[int] = []
    for start, end in stretches:
        for piece, where, is_one in _pieces(source, start, end):
            for number, char in enumerate(piece):
                if char.isalnum():
                    letters.append(char)
                    offsets.append(where if is_one else where + number)
    return Letters("".join(letters), offsets)


def _pieces(source: str, start: int, end: int) -> Iterator[tuple[str, int, bool]]:
    """Yield text and entities of a stretch without markup; an entity's characters stand in one place."""
    for entity in _ENTITY.finditer(source, start, end):
        yield source[start : entity.start()], start, False
        yield html.unescape(entity[0]), entity.start(), True
        start = entity.end()
    yield source[start:end], start, False


def _visible(source: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches between markup, in one pass; what is never closed hides the rest."""
    start = 0
    while (mark := source.find("<", start)) >= 0:
        yield start, mark
        end = _end_of(source, mark)
        if end < 0:
            return
        start = end
    yield start, len(source)


def _end_of(source: str, mark: int) -> int:
    """Return where the markup that begins here ends; -1 where it never does."""
    if source.startswith("<!--", mark):
        return _behind(source, "-->", mark)
    if hidden := _HIDDEN.match(source, mark):
        closing = re.compile(rf"</{hidden[1]}\s*>", re.IGNORECASE).search(source, mark)
        return closing.end() if closing else -1
    # A "<" before anything else is a sign of the text.
    return _behind(source, ">", mark) if _TAG.match(source, mark) else mark + 1


def _behind(source: str, closing: str, start: int) -> int:
    found = source.find(closing, start)
    return found + len(closing) if found >= 0 else -1
