"""Annotation files: the file beside an article, and the file of sources that many briefs share."""

from collections.abc import Sequence
from pathlib import Path

from sitegen.kinds import Kinds
from sitegen.model.annotations import Annotations, Source
from sitegen.model.article import Seed
from sitegen.problems import Kind, Location, Problem
from sitegen.read.decoding import Files, read_text

SHARED = "sources.yaml"


def read_annotations(
    files: Files, seed: Seed, shared: Sequence[Source], kinds: Kinds
) -> tuple[Annotations | None, list[Problem]]:
    """Return what an editor says about an article, None where the file cannot be understood or there is none."""
    from sitegen.read.understand import annotations_of  # noqa: PLC0415  (articles alone are built without forms)

    if seed.annotation is None:
        return None, []
    text, problems = _read_typed(files, seed.annotation)
    if text is None:
        return None, problems
    annotations, found = annotations_of(text, seed.annotation, shared, kinds)
    return annotations, problems + found


def read_shared(root: Path, kinds: Kinds) -> tuple[tuple[Source, ...], list[Problem]]:
    """Return the sources of sources.yaml; a project need not have that file."""
    if not (root / SHARED).exists():
        return (), []
    from sitegen.read.understand import shared_of  # noqa: PLC0415  (as above)

    text, problems = _read_typed(root, SHARED)
    if text is None:
        return (), problems
    sources, found = shared_of(text, SHARED, kinds)
    return sources, problems + found


def _read_typed(files: Files, path: str) -> tuple[str | None, list[Problem]]:
    """Return the text of a file that people type; what is not saved in UTF-8 is read all the same, and reported."""
    decoded, problems = read_text(files, path)
    if decoded is None:
        return None, problems
    hint = "save the file in UTF-8"
    if decoded.encoding != "utf-8":
        name = decoded.encoding.upper().removesuffix("-LE").removesuffix("-BE").replace("WINDOWS", "Windows")
        message = f"the file is saved in {name}, not in UTF-8"
        return decoded.text, [Problem(Location(path), Kind.FILE_NOT_TEXT, message, hint)]
    stray = _stray_byte(decoded.data, path)
    return decoded.text, [
        Problem(stray, Kind.FILE_NOT_TEXT, "this character is not saved in UTF-8", hint)
    ] if stray else []


def _stray_byte(data: bytes, path: str) -> Location | None:
    """Return where the first byte stands that is not UTF-8."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode().removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        return Location(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    return None
