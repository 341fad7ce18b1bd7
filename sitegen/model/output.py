"""A file of the site, not yet made: its key says when it must be made again."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from sitegen.problems import Problem


class Edition(StrEnum):
    """For whom a site is made: a build is published; a preview shows drafts and proposals, and no one may index it."""

    BUILD = "build"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site."""

    path: str
    """From the output folder, with "/"; never leaves it."""
    key: str
    """A hash of everything that the bytes follow from: contents, templates, wording, settings, code, edition."""
    make: Callable[[], bytes | Problem]
    """Make the bytes, or say what in people's files stands against it. Called only where the key is new."""
