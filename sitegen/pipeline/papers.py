"""What goes into judging an article and what comes of it; a build in which nothing is judged needs to know no more."""

from collections.abc import Mapping

from msgspec import Struct

from sitegen.analyse import Model
from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.model.annotations import Source
from sitegen.model.article import Seed
from sitegen.model.brief import Brief
from sitegen.model.entry import Spine
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.read import Bytes
from sitegen.words import Words


class Frame(Struct, frozen=True):
    """What judging any article of a project needs beside its files."""

    settings: Settings
    words: Words
    kinds: Kinds
    model: Model
    shared: tuple[Source, ...]
    """The sources of sources.yaml."""


class Paper(Struct, frozen=True):
    """A seed with the contents of its files, and what is known of it already."""

    seed: Seed
    key: str
    """Names everything that its judgement follows from."""
    files: Mapping[str, Bytes]
    analysis_key: str
    analysis: bytes | None = None
    """Its encoded analysis, where an earlier build made it."""
    defers: bool = False
    """Whether it is read only, since nothing of it is published yet."""


class Composed(Struct, frozen=True):
    """A brief and its written form."""

    brief: Brief
    markdown: str


class Judgement(Struct, frozen=True, array_like=True):
    """What came of one article."""

    seed: Seed
    key: str
    """Names everything that the judgement follows from."""
    problems: tuple[Problem, ...]
    spine: Spine | None = None
    """None where an error kept the brief from being composed."""
    entry_key: str = ""
    """A hash of its entry, which is kept encoded."""
    brief_key: str = ""
    """A hash of the brief and its Markdown, which are kept encoded."""
    markdown_sha256: str = ""
    analysis: str = ""
    """The key of the analysis that it rests on."""


class Judged(Struct, frozen=True):
    """A judgement with what is kept beside it, encoded."""

    judgement: Judgement
    brief: bytes | None = None
    """The Composed; None where there is none."""
    entry: bytes | None = None
    """Its entry; None where there is none."""
    analysis: bytes | None = None
    """None where it was known before, or there is none."""
    is_lost: bool = False
    """Whether it says nothing about the article, but that a process broke on it; it is tried again next time."""


def not_published(seed: Seed) -> Problem:
    """Say that an article has no annotations, and so no page."""
    message = "the article has no annotations, so it is shown in preview only"
    hint = f"write them beside it: sitegen draft {seed.article}"
    return Problem(Location(seed.article), Kind.NOT_PUBLISHED, message, hint, Severity.NOTE)
