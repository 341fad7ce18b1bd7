"""Quotations: what an article puts in quotation marks."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from msgspec import Struct, field

from sitegen.model.article import Article, Paragraph, Role, Span


class _Side(Enum):
    """Which end of a quotation a mark can stand at."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


_DOUBLE, _SINGLE, _ANGLES, _ANGLE, _CORNER, _CORNERS = range(6)
_MARKS: dict[str, tuple[int, _Side]] = {
    **dict.fromkeys(("“", "„", "‟", "``", "‘‘", "〝"), (_DOUBLE, _Side.OPENS)),
    **dict.fromkeys(("”", "’’", "〞", "〟"), (_DOUBLE, _Side.CLOSES)),
    **dict.fromkeys(('"', "''", "＂", "″"), (_DOUBLE, _Side.EITHER)),
    **dict.fromkeys(("‘", "‚", "‛", "`"), (_SINGLE, _Side.OPENS)),
    **dict.fromkeys(("’", "´"), (_SINGLE, _Side.CLOSES)),
    **dict.fromkeys(("'", "＇"), (_SINGLE, _Side.EITHER)),
    **dict.fromkeys(("«", "»"), (_ANGLES, _Side.EITHER)),
    **dict.fromkeys(("‹", "›"), (_ANGLE, _Side.EITHER)),
    "「": (_CORNER, _Side.OPENS),
    "」": (_CORNER, _Side.CLOSES),
    "『": (_CORNERS, _Side.OPENS),
    "』": (_CORNERS, _Side.CLOSES),
}
_MARK = re.compile("``|''|‘‘|’’|[" + "".join(mark for mark in _MARKS if len(mark) == 1) + "]")
# 'tis, rock 'n' roll, the '90s: letters are left out, and the mark before the rest opens nothing.
_ELISION = re.compile(r"(?:tis|twas|twere|em|til|till|cause|cos|n|round|bout|\d0s|\d\d)\b", re.IGNORECASE)
_SMALL_ELISION = 8  # characters: none is longer
# 5'11" is a height, not a quotation.
_FEET = re.compile(r"\d['’′]\d{1,2}$")


class Quotation(Struct, frozen=True):
    """Words in quotation marks, inside others or not."""

    outer: Span
    """From the first mark to after the last."""
    pieces: tuple[Span, ...]
    """The words without their marks, a piece a paragraph; more than one where the mark closes paragraphs later."""
    depth: int = 0
    """How many quotations it stands inside."""

    @property
    def inner(self) -> Span:
        """From the first word to the last, the opening marks of further paragraphs included."""
        return Span(self.pieces[0].start, self.pieces[-1].end)


class _Mark(Struct, frozen=True):
    """A quotation mark with its neighbours."""

    sign: str
    span: Span
    before: str
    """The character before it, a space where there is none."""
    after: str

    @property
    def family(self) -> int:
        return _MARKS[self.sign][0]

    @property
    def side(self) -> _Side:
        return _MARKS[self.sign][1]

    @property
    def looks_opening(self) -> bool:
        """Whether white space, a bracket or another mark stands before it, and words after it."""
        leads = self.before.isspace() or self.before in "([{¿¡"
        leads = leads or (self.before in _MARKS and (self.after.isalnum() or self.after in _MARKS))
        return leads and not self.after.isspace()

    @property
    def looks_closing(self) -> bool:
        """Whether words stand before it, and white space or punctuation after it."""
        return not self.before.isspace() and (self.after.isspace() or self.after in ".,;:!?)]}…—–-")


class _Open(Struct):
    """A quotation whose end is yet to come."""

    mark: _Mark
    pieces: list[Span] = field(default_factory=list)
    since: int = 0


def quotations(article: Article) -> list[Quotation]:
    """Return what stands in quotation marks in headline and body, by place; a mark never closed opens nothing."""
    return [*_quotations(article.text, article.paragraphs)]


@lru_cache(maxsize=2)
def _quotations(text: str, paragraphs: tuple[Paragraph, ...]) -> tuple[Quotation, ...]:
    """Find the quotations of a text; remembered for the articles that are being worked on."""
    found: list[Quotation] = []
    for role in (Role.HEADLINE, Role.BODY):
        carried: _Open | None = None
        for paragraph in paragraphs:
            if paragraph.role is role:
                closed, carried = _Reader(text, paragraph).read(carried)
                found.extend(closed)
    return tuple(_with_depth(found))


def is_quoted(span: Span, marked: Sequence[Quotation]) -> bool:
    """Say whether a stretch lies inside one of an article's quotations, which stand in order."""
    at = bisect_right(marked, span.start, key=lambda quotation: quotation.outer.start) - 1
    while at > 0 and marked[at].depth:
        at -= 1
    return at >= 0 and span in marked[at].inner


class _Reader:
    """Reads the quotations of one paragraph from its marks, left to right, those still open on a stack."""

    def __init__(self, text: str, paragraph: Paragraph) -> None:
        self.text = text
        self.paragraph = paragraph.span
        self.marks = [mark for mark in self._marks() if not _is_apostrophe(mark, text)]
        self.stack: list[_Open] = []
        self.closed: list[Quotation] = []

    def read(self, carried: _Open | None) -> tuple[list[Quotation], _Open | None]:
        """Return what is closed here, and what the next paragraph may go on with."""
        marks = self.marks
        if carried and marks and self._goes_on(carried, marks[0]):
            carried.since = marks[0].span.end
            self.stack.append(carried)
            marks = marks[1:]
        for index, mark in enumerate(marks):
            following = marks[index + 1] if index + 1 < len(marks) else None
            self._take(mark, following)
        return self.closed, self._carry()

    def _marks(self) -> Iterator[_Mark]:
        start, end = self.paragraph.start, self.paragraph.end
        for match in _MARK.finditer(self.text, start, end):
            before = self.text[match.start() - 1] if match.start() > start else " "
            after = self.text[match.end()] if match.end() < end else " "
            yield _Mark(match.group(), Span(*match.span()), before, after)

    def _goes_on(self, carried: _Open, first: _Mark) -> bool:
        """Say whether the paragraph begins with the mark of the quotation that the last one left open."""
        lead = self.text[self.paragraph.start : first.span.start]
        return not lead.strip() and first.family == carried.mark.family and not first.after.isspace()

    def _take(self, mark: _Mark, following: _Mark | None) -> None:
        if mark.family == _SINGLE:
            self._take_single(mark, following)
        elif self._closes(mark):
            self._close(mark)
        elif self._opens(mark):
            self._open(mark)

    def _closes(self, mark: _Mark) -> bool:
        """Say whether a double mark ends a quotation; „…“, »…« and “…“ begin and end with what opens elsewhere."""
        opened = self._opened(mark.family)
        if opened is None:
            return False
        if mark.side is _Side.CLOSES:
            return True
        if mark.side is _Side.OPENS:
            return opened.mark.sign == "„" or mark.looks_closing
        if mark.family in (_ANGLES, _ANGLE):
            return mark.sign != opened.mark.sign or mark.looks_closing
        return not mark.looks_opening

    def _opens(self, mark: _Mark) -> bool:
        """Say whether a double mark that ends nothing begins something; one after a digit tells inches."""
        if mark.side is _Side.OPENS:
            return True
        if mark.side is _Side.CLOSES or self._opened(mark.family):
            return mark.looks_opening
        return mark.family != _DOUBLE or not (mark.after.isspace() or mark.before.isdigit() or mark.looks_closing)

    def _take_single(self, mark: _Mark, following: _Mark | None) -> None:
        is_inner = bool(self.stack) and self.stack[-1].mark.family == _SINGLE
        if is_inner and not mark.looks_opening and not mark.before.isspace():
            # In 'the soldiers' boats', the mark behind the s closes nothing where a surer one follows.
            if not (_is_possessive(mark) and following and _ends_surely(following)):
                self._close(mark)
        elif mark.looks_opening and mark.side is not _Side.CLOSES:
            self._open(mark)

    def _open(self, mark: _Mark) -> None:
        self.stack.append(_Open(mark, since=mark.span.end))

    def _opened(self, family: int) -> _Open | None:
        return next((opened for opened in reversed(self.stack) if opened.mark.family == family), None)

    def _close(self, mark: _Mark) -> None:
        """End the innermost quotation of the mark's family; what was left open inside it opened nothing."""
        while (opened := self.stack.pop()).mark.family != mark.family:
            pass
        pieces = [*opened.pieces, *_trimmed(self.text, opened.since, mark.span.start)]
        if pieces:
            self.closed.append(Quotation(Span(opened.mark.span.start, mark.span.end), tuple(pieces)))

    def _carry(self) -> _Open | None:
        """Return the outermost quotation left open, with its words so far."""
        if not self.stack:
            return None
        left = self.stack[0]
        left.pieces.extend(_trimmed(self.text, left.since, self.paragraph.end))
        return left


def _is_apostrophe(mark: _Mark, text: str) -> bool:
    """Say whether a mark stands inside a word, for letters left out before it ('tis, '90s), or for feet and inches."""
    start = mark.span.start
    if mark.family != _SINGLE:
        return mark.before.isdigit() and (mark.sign == "″" or _FEET.search(text[max(start - 4, 0) : start]) is not None)
    if mark.before.isalnum() and mark.after.isalnum():
        return True
    end = mark.span.end
    return mark.before.isspace() and _ELISION.match(text, end, end + _SMALL_ELISION) is not None


def _is_possessive(mark: _Mark) -> bool:
    """Say whether a single mark may belong to a plural (soldiers')."""
    return mark.before in "sS" and mark.after == " "


def _ends_surely(mark: _Mark) -> bool:
    """Say whether a single mark ends a quotation and can be nothing else."""
    return mark.family == _SINGLE and not mark.looks_opening and mark.looks_closing and not _is_possessive(mark)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield a stretch without white space around it; nothing where there is nothing else."""
    words = text[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _with_depth(found: list[Quotation]) -> list[Quotation]:
    """Return quotations by place, each with how many others it stands inside."""
    result: list[Quotation] = []
    around: list[int] = []
    for quotation in sorted(found, key=lambda each: (each.outer.start, -each.outer.end)):
        while around and around[-1] <= quotation.outer.start:
            around.pop()
        result.append(Quotation(quotation.outer, quotation.pieces, len(around)))
        around.append(quotation.outer.end)
    return result
