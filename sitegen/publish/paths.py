"""Paths of outputs: what may be a path inside the output folder, and which paths get in each other's way."""

import unicodedata
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Self

from msgspec import Struct

from sitegen.problems import Kind, Location, Problem

OWN = ".sitegen"
"""Names that start like this, at the top of the output folder, are kept for the list of files and for staging."""

PARTS = 8

_BETWEEN = "\0"

LONGEST_NAME = 255
"""Bytes of one name that every usual file system takes."""


class Paths(Struct, frozen=True):
    """Some paths in one text: of hundreds of thousands, each by itself takes three times as much memory."""

    text: str = ""

    @classmethod
    def of(cls, paths: Sequence[str]) -> Self:
        """Take paths; none has the sign that stands between them."""
        return cls(_BETWEEN.join(paths))

    @classmethod
    def joined(cls, parts: Iterable[Self]) -> Self:
        """Put paths together that were taken apart."""
        return cls(_BETWEEN.join([each.text for each in parts if each.text]))

    def __iter__(self) -> Iterator[str]:
        return iter(self.text.split(_BETWEEN) if self.text else ())

    def __len__(self) -> int:
        return self.text.count(_BETWEEN) + 1 if self.text else 0


def check_paths(paths: Callable[[], Iterable[str]], owned: Iterable[str], folder: str) -> list[Problem]:
    """Report paths that leave the output folder, or that some file system could not hold beside one another.

    The `owned` folders of the site take none of them.
    """
    closed = {fold(path): path for path in owned}
    return _found(paths(), closed, folder) if _is_doubtful(paths, closed) else []


def _is_doubtful(paths: Callable[[], Iterable[str]], closed: Mapping[str, str]) -> bool:
    """Say whether anything may be wrong, without holding the paths: there are hundreds of thousands, all of them good.

    Two that have one hash are looked at again, whatever the reason.
    """
    hashes, folders = array("q"), {parent for path in closed for parent in parents(path)} | set(closed)
    for path in paths():
        folded = fold(path)
        if fault_of(path):
            return True
        hashes.append(hash(folded))
        folders.add(folder_of(folded))
    folders |= {parent for folder in folders for parent in parents(folder)}
    return _has_twins(hashes) or any(folded in folders or folder_of(folded) in closed for folded in map(fold, paths()))


def _has_twins(hashes: Sequence[int]) -> bool:
    """Say whether a number stands there twice; a part of them at a time, since sets take ten times as much room."""
    parts = ([each for each in hashes if each % PARTS == part] for part in range(PARTS))
    return any(len(set(part)) < len(part) for part in parts)


def _found(paths: Iterable[str], closed: Mapping[str, str], folder: str) -> list[Problem]:
    problems, seen = [], dict[str, str]()
    above = {parent: path for path in closed.values() for parent in parents(fold(path))}
    for path in paths:
        at = Location(f"{folder}/{path}")
        if wrong := fault_of(path):
            problems.append(Problem(at, Kind.BAD_ID, f"this cannot be the path of a file in the site: {wrong}"))
        elif owner := above.get(fold(path)) or _owner(fold(path), closed):
            problems.append(Problem(at, Kind.SLUG_TAKEN, f"sitegen keeps the folder {owner}/ of the site for itself"))
        elif other := seen.get(fold(path)):
            problems.append(Problem(at, Kind.SLUG_TAKEN, f"two pages or files claim one address: {other} and {path}"))
        else:
            seen[fold(path)] = path
    return problems + list(_check_folders(seen, folder))


def _owner(folded: str, closed: Mapping[str, str]) -> str | None:
    """Return the owned folder that a path stands in, or that it is."""
    return next((closed[each] for each in (folded, *parents(folded)) if each in closed), None)


def _check_folders(seen: dict[str, str], folder: str) -> Iterator[Problem]:
    for folded, path in seen.items():
        for parent in parents(folded):
            if parent in seen:
                message = f"{seen[parent]} would have to be a file and a folder, because of {path}"
                yield Problem(Location(f"{folder}/{seen[parent]}"), Kind.SLUG_TAKEN, message)


def fault_of(path: str) -> str:
    """Say why this is no path of a file in the site; empty where it is one."""
    parts = path.split("/")
    if "\0" in path or "\\" in path:
        return "it has a character that file names cannot have everywhere"
    if not all(parts) or "." in parts or ".." in parts:
        return "it is empty, begins or ends with “/”, or has a part that is empty, “.” or “..”"
    if fold(parts[0]).startswith(OWN):
        return f"names with “{OWN}” at the beginning are sitegen's own"
    try:
        too_long = max(len(part.encode()) for part in parts) > LONGEST_NAME
    except UnicodeEncodeError:
        return "its name is not written in UTF-8"
    return f"it has a name of more than {LONGEST_NAME} bytes" if too_long else ""


def fold(path: str) -> str:
    """Return what a file system that ignores case and Unicode's forms of one letter makes of a path."""
    return path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()


def folder_of(path: str) -> str:
    """Return the folder of a path, from the output folder, which itself is empty."""
    return path.rpartition("/")[0]


def parents(path: str) -> Iterator[str]:
    """Return the folders above a path, innermost first, without the output folder itself."""
    while "/" in path:
        path = folder_of(path)
        yield path
