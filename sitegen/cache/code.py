"""The version of the code: a hash that changes when sitegen or a library that its output follows from changes."""

import hashlib
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

_LIBRARIES = re.compile(
    r"(?:babel|cbor2|jinja2|justext|lxml|lxml_html_clean|markdown_it_py|markupsafe|mdit_py_plugins|mdurl|msgspec"
    r"|pagefind_bin|pillow|pyyaml|rapidfuzz|spacy|trafilatura"
    r"|[a-z]{2}_\w+_(?:sm|md|lg|trf)\w*)"  # spaCy's models, by the way they are named
    r"-[^-]+\.dist-info",
    re.IGNORECASE,
)


@cache
def code_version(*parts: str) -> str:
    """Return a hash of the sources, all or those of some modules and folders ("analyse", "model/article.py").

    Remembered, since a process does not notice when its own sources change.
    """
    chosen = (f"{path} {sha256}" for path, sha256 in _sources().items() if not parts or _is_of(path, parts))
    return hashlib.sha256("\n".join((sys.version, *chosen, *_libraries())).encode()).hexdigest()


def _is_of(path: str, parts: Iterable[str]) -> bool:
    return any(path == part or path.startswith(f"{part}/") for part in parts)


@cache
def _sources() -> dict[str, str]:
    """Return the SHA-256 of each source by its path in the package, all read once."""
    package = str(Path(__file__).parents[1])
    found = {path[len(package) + 1 :]: hashlib.sha256(_read(path)).hexdigest() for path in _modules(package)}
    return dict(sorted(found.items()))


def _modules(folder: str) -> Iterator[str]:
    """Yield the sources in a folder, at any depth; texts, since Path objects take longer than to read them all."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _modules(entry.path)
            elif entry.name.endswith(".py"):
                yield entry.path


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as source:  # noqa: PTH123  (said above)
        return source.read()


@cache
def _libraries() -> list[str]:
    """Return names with versions, read off the folders that installers make; importlib.metadata takes 0.05 s."""
    names = (name for folder in sys.path if os.path.isdir(folder) for name in os.listdir(folder))  # noqa: PTH112, PTH208  (said above)
    return sorted({name for name in names if _LIBRARIES.fullmatch(name)})
