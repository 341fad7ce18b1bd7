"""An article as received: its text, and what each paragraph of it is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from sitegen.problems import Location

_LINE_END = re.compile(r"\r\n|\r|\n")


class Role(StrEnum):
    """What a paragraph is; only HEADLINE and BODY are quoted from and counted."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATE_LINE = "date-line"
    BODY = "body"
    CAPTION = "caption"
    BIOGRAPHY = "biography"


class Span(Struct, frozen=True, order=True):
    """A stretch of the article's text: characters (Unicode code points) from `start` to before `end`."""

    start: int
    end: int

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether both share a character."""
        return self.start < other.end and other.start < self.end


class Paragraph(Struct, frozen=True):
    """A paragraph with its place; hard-wrapped lines are one paragraph."""

    role: Role
    span: Span


class Dating(Struct, frozen=True):
    """When an article says that it was published."""

    printed: str
    """The words of the date line, as printed."""
    iso: str
    """As much as is sure, ISO 8601: "2023-07", "2023-07-18", "2023-07-18T11:27"; an offset only where it is known."""
    zone: str = ""
    """The zone abbreviation as printed ("IST"), empty where there is none; an ambiguous one is never resolved here."""


class Place(Struct, frozen=True, order=True):
    """Where the characters from `offset` of a text on stand in the file that the text was taken from."""

    offset: int
    line: int
    column: int


class Article(Struct, frozen=True):
    """One article, as a person pasted or saved it."""

    path: str
    """From the project's root, with "/"."""
    text: str
    """The decoded file without its byte-order mark, line ends and white space as they were; of a saved page, its story
    as `sitegen import` writes it."""
    sha256: str
    """Of the file's bytes, hexadecimal."""
    encoding: str
    paragraphs: tuple[Paragraph, ...]
    headline: str
    """White space folded."""
    authors: tuple[str, ...] = ()
    date: Dating | None = None
    modified: str = ""
    """When a saved page says that it was changed last, ISO 8601; these are empty where the page does not say."""
    publisher: str = ""
    """Its name, as a saved page gives it."""
    url: str = ""
    language: str = ""
    """Of a saved page, BCP 47: "en-GB"."""
    places: tuple[Place, ...] = ()
    """Of a saved page: where its text stands in the file, by offset; without them, the text is the file."""

    def words_at(self, span: Span) -> str:
        """Return the text of a stretch with white space folded to single spaces."""
        return " ".join(self.text[span.start : span.end].split())

    def paragraphs_of(self, *roles: Role) -> Iterator[Paragraph]:
        """Yield the paragraphs of these roles in order."""
        return (paragraph for paragraph in self.paragraphs if paragraph.role in roles)

    def location(self, offset: int) -> Location:
        """Return the line and column of a character of the text, in the article's file."""
        if self.places:
            place = self.places[bisect_right(self.places, offset, key=_offset_of) - 1]
            return Location(self.path, place.line, place.column + offset - place.offset)
        starts = _line_starts(self.text)
        line = bisect_right(starts, offset)
        return Location(self.path, line, offset - starts[line - 1] + 1)


class Seed(Struct, frozen=True, array_like=True, order=True):
    """What stands in seeds/ under one stem; paths from the project's root with "/"."""

    stem: str
    article: str
    annotation: str | None = None

    @property
    def paths(self) -> tuple[str, ...]:
        """Return the files that there are."""
        return (self.article, self.annotation) if self.annotation else (self.article,)


def _offset_of(place: Place) -> int:
    return place.offset


@lru_cache(maxsize=4)
def _line_starts(text: str) -> tuple[int, ...]:
    """Return where each line starts, in characters; remembered for the few texts that are being worked on."""
    return (0, *(end.end() for end in _LINE_END.finditer(text)))
