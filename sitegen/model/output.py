"""Files of the site, not yet made: a key says when they must be made again."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

from sitegen.problems import Problem


class Edition(StrEnum):
    """For whom a site is made: a build is published; a preview shows drafts and proposals, and no one may index it."""

    BUILD = "build"
    PREVIEW = "preview"


Contents = bytes | Iterable[bytes]
"""The bytes of a file; in pieces, where a whole is too large to be held."""


class Output(Struct, frozen=True):
    """One file of the site."""

    path: str
    """From the output folder, with "/"; never leaves it."""
    key: str
    """A hash of everything that the bytes follow from: contents, templates, wording, settings, code, edition."""
    make: Callable[[], Contents | Problem]
    """Make the bytes, or say what in people's files stands against it. Called only where the key is new."""


class LateOutput(Struct, frozen=True):
    """A file of the site, as an output, whose key takes work to know: it is asked for once it is the file's turn."""

    path: str
    find_key: Callable[[], str]
    make: Callable[[], Contents | Problem]

    @property
    def key(self) -> str:
        """As an output has it."""
        return self.find_key()


class Bundle(Struct, frozen=True):
    """Files of the site that are made together, since their very names follow from their contents."""

    folder: str
    """Theirs alone: no other output stands in it."""
    key: str
    """As of an output, for all of them."""
    make: Callable[[], Mapping[str, bytes] | Problem]
    """Make the files, by their paths from the folder; the same key gives the same files."""


OneFile = Output | LateOutput
AnyOutput = OneFile | Bundle


def name_of(output: AnyOutput) -> str:
    """Return what tells an output or a bundle from all others: its path, or its folder with "/"."""
    return f"{output.folder}/" if isinstance(output, Bundle) else output.path


class Group(Protocol):
    """Files of the site that follow from one thing; those that are due are made together, maybe by another process."""

    @property
    def name(self) -> str:
        """The path of its first file."""

    @property
    def folders(self) -> tuple[str, ...]:
        """Where its files stand, from the output folder."""

    @property
    def key(self) -> str:
        """As of an output, for all of them: while it is the same, so are all keys."""

    def keys(self) -> Mapping[str, str]:
        """Give the key of each of its files by path. Called only where its own key is new, or a file is gone."""

    @property
    def what(self) -> object:
        """What its files are made from, for whoever makes them."""


class Groups(Iterable[Group], Sized, Protocol):
    """Groups, made each time that somebody goes through them."""


class Due(Struct, frozen=True):
    """Files of a group that must be made."""

    group: Group
    paths: frozenset[str]


Make = Callable[[Iterator[Due]], Iterator[tuple[Due, Mapping[str, bytes] | Problem]]]
"""Makes what is due of groups, in its order; what is due is told while the first of it is being made."""
