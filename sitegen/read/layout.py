"""Lines -> chunks: what stands together as one paragraph, be its lines hard-wrapped or one line each."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sitegen.model.article import Span

# Zero-width characters and the byte-order mark come along when text is pasted; they make no line.
_BLANK = "\\s\u200b\u2060\ufeff"
_LINE = re.compile(r"([^\r\n\f\v\x85\u2028\u2029]*)(\r\n|[\r\n\f\v\x85\u2028\u2029]|\Z)")
_WORDS = re.compile(rf"[^{_BLANK}](?:.*[^{_BLANK}])?", re.DOTALL)
_ENDED = re.compile(r"""[.!?…:;][)\]"'”’»]*$""")
_WIDEST = 120
"""Characters of a hard-wrapped line; longer lines are paragraphs."""
_HEAD = 8
"""Lines from the top that may be bylines or date lines."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it."""

    words: str
    start: int
    indent: int
    """Characters of white space before it; a tab counts as four."""
    opens: bool
    """Whether a blank line, or nothing, stands before it."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What may be a paragraph, once its role is known."""

    words: str
    """White space folded."""
    span: Span
    indent: int


def chunks_of(text: str, stands_alone: Callable[[str], bool]) -> list[Chunk]:
    """Cut a text into chunks; near its top a line that `stands_alone` is one of its own."""
    lines = list(_lines(text))
    alone = {number for number, line in enumerate(lines[:_HEAD]) if stands_alone(line.words)}
    width = _wrapped_at([pair for number, pair in enumerate(pairwise(lines)) if not alone & {number, number + 1}])
    groups: list[list[Line]] = []
    for number, line in enumerate(lines):
        apart = line.opens or bool(alone & {number - 1, number})
        if apart or not _continues(groups[-1][-1], line, width):
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


def _wrapped_at(pairs: Sequence[tuple[Line, Line]]) -> int:
    """Return the width in characters at which the text is hard-wrapped; 0 where it is not.

    It is where most lines break off inside a sentence, and the next word would not have fitted into most of them.
    """
    inner = [(line, after) for line, after in pairs if not after.opens]
    short = [line for line, _ in inner if len(line.words) <= _WIDEST]
    if not inner or len(short) < 0.9 * len(inner):
        return 0
    width = max(len(line.words) for line in short)
    broken = sum(not _ENDED.search(line.words) for line, _ in inner)
    full = sum(_is_full(line, after, 0.8 * width) for line, after in inner)
    return width if broken >= len(inner) / 2 and full >= 0.6 * len(inner) else 0


def _is_full(line: Line, after: Line, width: float) -> bool:
    """Say whether the next line's first word would not have fitted into this one."""
    return len(line.words) + 1 + len(after.words.split(maxsplit=1)[0]) > width


def _continues(line: Line, after: Line, width: int) -> bool:
    """Say whether `after`, with no blank line between, goes on with the paragraph of `line`."""
    if not width:
        return not _ENDED.search(line.words) and after.words[0].islower()
    if after.indent > line.indent:
        return False
    return _is_full(line, after, 0.75 * width) or not _ENDED.search(line.words)


def _chunk(lines: Sequence[Line]) -> Chunk:
    span = Span(lines[0].start, lines[-1].start + len(lines[-1].words))
    return Chunk(" ".join(" ".join(line.words for line in lines).split()), span, lines[0].indent)
