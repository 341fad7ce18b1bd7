"""Lines -> chunks: what stands together as one paragraph, be its lines hard-wrapped or one line each."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from sitegen.model.article import Span

# Zero-width characters and the byte-order mark come along when text is pasted; they make no line.
_BLANK = "\\s\u200b\u2060\ufeff"
_LINE = re.compile(r"([^\r\n\f\v\x85\u2028\u2029]*)(\r\n|[\r\n\f\v\x85\u2028\u2029]|\Z)")
_WORDS = re.compile(rf"[^{_BLANK}](?:.*[^{_BLANK}])?", re.DOTALL)
_ENDED = re.compile(r"""(?:[.!?…:;][)\]"'”’»]*|\))$""")
_WIDEST = 120
"""Characters of a hard-wrapped line; longer lines are paragraphs."""
_MOST, _FULL, _SHORT = 0.9, 0.8, 0.75
"""Shares: of lines that are no wider than that; of the width that makes a line full, and below which it is short."""
_HEAD = 8
"""Lines from the top that may be bylines or date lines."""


class Line(Struct, frozen=True):
    """A line that is not blank, without the white space around it."""

    words: str
    start: int
    indent: int
    """Characters of white space before it; a tab counts as four."""
    opens: bool
    """Whether a blank line, or nothing, stands before it."""


class Chunk(Struct, frozen=True):
    """What may be a paragraph, once its role is known."""

    words: str
    """White space folded."""
    span: Span
    indent: int


def chunks_of(text: str, stands_alone: Callable[[str], bool]) -> list[Chunk]:
    """Cut a text into chunks; near its top a line that `stands_alone` is one of its own."""
    lines = list(_lines(text))
    alone = {number for number, line in enumerate(lines[:_HEAD]) if stands_alone(line.words)}
    room = _room_of([pair for number, pair in enumerate(pairwise(lines)) if not alone & {number, number + 1}])
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        apart = line.opens or bool(alone & {number - 1, number})
        if apart or not _continues(groups[-1][-1], line, room, is_first=number == 1):
            groups.append([])
        groups[-1].append(line)
    return [_chunk(group) for group in groups]


def _lines(text: str) -> Iterator[Line]:
    """Yield the lines that hold something."""
    opens = True
    for found in _LINE.finditer(text):
        words = _WORDS.search(found[1])
        if words:
            indent = len(found[1][: words.start()].expandtabs(4))
            yield Line(words[0], found.start() + words.start(), indent, opens)
        opens = not words


def _room_of(pairs: Sequence[tuple[Line, Line]]) -> float:
    """Return below how many characters a line of a hard-wrapped text ends its paragraph; 0 where none is wrapped.

    A text is wrapped where most lines break off inside a sentence, and the next word would not have fitted into most of
    them. Where blank lines part its paragraphs, a line must be much shorter than the others to end one.
    """
    inner = [(line, after) for line, after in pairs if not after.opens]
    short = [len(line.words) for line, _ in inner if len(line.words) <= _WIDEST]
    if not inner or len(short) < _MOST * len(inner):
        return 0
    width = max(short)
    broken = sum(not _ENDED.search(line.words) for line, _ in inner)
    full = sum(_is_full(line, after, _FULL * width) for line, after in inner)
    if min(broken, full) < len(inner) / 2:
        return 0
    parted = any(after.opens and _ENDED.search(line.words) for line, after in pairs)
    return width * _SHORT if parted else width


def _is_full(line: Line, after: Line, width: float) -> bool:
    """Say whether the next line's first word would not have fitted into this one."""
    return len(line.words) + 1 + len(after.words.split(maxsplit=1)[0]) > width


def _continues(line: Line, after: Line, room: float, *, is_first: bool) -> bool:
    """Say whether `after`, with no blank line between, goes on with the paragraph; a headline may be first."""
    if not room:
        return not _ENDED.search(line.words) and after.words[0].islower()
    if after.indent > line.indent:
        return False
    return _is_full(line, after, room) or not (is_first or _ENDED.search(line.words))


def _chunk(lines: Sequence[Line]) -> Chunk:
    span = Span(lines[0].start, lines[-1].start + len(lines[-1].words))
    return Chunk(" ".join(" ".join(line.words for line in lines).split()), span, lines[0].indent)
