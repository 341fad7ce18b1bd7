"""Where the words of a page's text stand in its file, so that a problem leads to a line that people can open."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sitegen.model.article import Place

_HIDDEN = re.compile(r"<(script|style|noscript|template|svg|head)(?=[\s/>])", re.IGNORECASE)
_TAG = re.compile(r"<[a-zA-Z/!?]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?")
_LINE_END = re.compile(r"\r\n|\r|\n")
_PARAGRAPH = re.compile(r"[^\n]+")
_ENOUGH = 24
"""Letters and figures by which a paragraph is known where not all of it is found."""


def places_of(text: str, source: str) -> tuple[Place, ...]:
    """Return where the paragraphs of a text stand in the source, and wherever a run of characters breaks off.

    What is not found (the word "By", a date written anew) stands where the paragraph before it does.
    """
    shown, offsets = _shown(source)
    starts = (0, *(end.end() for end in _LINE_END.finditer(source)))
    places = [Place(0, 1, 1)]
    behind = 0
    for paragraph in _PARAGRAPH.finditer(text):
        letters = [number for number, char in enumerate(paragraph[0], paragraph.start()) if char.isalnum()]
        found, length = _find("".join(text[number] for number in letters), shown, behind)
        if length:
            behind = found + length
            places += _runs(paragraph.start(), letters[:length], offsets[found:behind], starts)
        else:
            places.append(Place(paragraph.start(), places[-1].line, places[-1].column))
    return tuple(places)


def _find(letters: str, shown: str, behind: int) -> tuple[int, int]:
    """Return where letters stand, rather behind a place than before it, and how many of them; 0 where none do."""
    for wanted in (letters, letters[:_ENOUGH]):
        for start in (behind, 0):
            found = shown.find(wanted, start) if wanted else -1
            if found >= 0:
                return found, len(wanted)
    return 0, 0


def _runs(start: int, letters: Sequence[int], offsets: Sequence[int], starts: Sequence[int]) -> Iterator[Place]:
    """Yield a place for the paragraph's start, and one for each letter that does not follow the one before it."""
    shift = None
    line = 1
    for number, offset in zip(letters, offsets, strict=True):
        before, line = line, bisect_right(starts, offset)
        if offset - number != shift or line != before:
            shift = offset - number
            place = Place(number, line, offset - starts[line - 1] + 1)
            if number == letters[0] and number > start:
                yield Place(start, place.line, place.column)
            yield place


def _shown(source: str) -> tuple[str, list[int]]:
    """Return the letters and figures that a reader sees, and where each stands in the source."""
    letters: list[str] = []
    offsets: list[int] = []
    for start, end in _visible(source):
        for piece, where, is_one in _pieces(source, start, end):
            for number, char in enumerate(piece):
                if char.isalnum():
                    letters.append(char)
                    offsets.append(where if is_one else where + number)
    return "".join(letters), offsets


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
