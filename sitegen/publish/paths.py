"""Paths of outputs: what may be a path inside the output folder, and which paths get in each other's way."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from sitegen.problems import Kind, Location, Problem

OWN = ".sitegen"
"""Names that start like this, at the top of the output folder, are kept for the list of files and for staging."""

LONGEST_NAME = 255
"""Bytes of one name that every usual file system takes."""


def check_paths(paths: Iterable[str], owned: Iterable[str], folder: str) -> list[Problem]:
    """Report paths that leave the output folder, or that some file system could not hold beside one another.

    The `owned` folders of the site take none of them.
    """
    problems, seen = [], dict[str, str]()
    closed = {fold(path): path for path in owned}
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


def parents(path: str) -> Iterator[str]:
    """Return the folders above a path, innermost first, without the output folder itself."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
