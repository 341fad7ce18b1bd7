"""The version of the code: a hash that changes when sitegen or a library that its output follows from changes."""

import hashlib
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_LIBRARIES = re.compile(
    r"(?:babel|cbor2|jinja2|justext|lxml|lxml_html_clean|markdown_it_py|markupsafe|mdit_py_plugins|mdurl|msgspec"
    r"|pagefind_bin|pillow|pydantic|pydantic_core|pyyaml|rapidfuzz|spacy|trafilatura"
    r"|[a-z]{2}_\w+_(?:sm|md|lg|trf)\w*)"  # spaCy's models, by the way they are named
    r"-[^-]+\.dist-info",
    re.IGNORECASE,
)


@cache
def code_version(*parts: str) -> str:
    """Return a hash of the sources, all or those of some modules and folders ("analyse", "model/article.py").

    Remembered, since a process does not notice when its own sources change.
    """
    digest = hashlib.sha256(sys.version.encode())
    package = Path(__file__).parents[1]
    for source in sorted(_sources(package, parts)):
        digest.update(source.relative_to(package).as_posix().encode() + b"\0" + source.read_bytes() + b"\0")
    for library in sorted(set(_libraries())):
        digest.update(library.encode() + b"\0")
    return digest.hexdigest()


def _sources(package: Path, parts: tuple[str, ...]) -> Iterator[Path]:
    for start in [package / part for part in parts] or [package]:
        yield from [start] if start.is_file() else start.rglob("*.py")


def _libraries() -> Iterator[str]:
    """Yield names with versions, read off the folders that installers make; importlib.metadata takes 0.05 s."""
    for folder in filter(Path.is_dir, map(Path, sys.path)):
        yield from (entry.name for entry in folder.iterdir() if _LIBRARIES.fullmatch(entry.name))
