"""What an example of docs/problems.md cannot show in a block: bytes, links, locks. By the code of the section."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from sitegen.pipeline import judge
from sitegen.publish.lock import hold

_LONG = "summary: The crew was left.\n" + "# The crew was left on the pier.\n" * 10_000


@contextmanager
def _a_link_out_of_the_project(root: Path) -> Iterator[None]:
    outside = root.parent / f"{root.name}-elsewhere.txt"
    outside.write_text("Ferry crew left on the pier\n\nNobody was hurt.\n", encoding="utf-8")
    (root / "seeds" / "ferry.txt").symlink_to(outside)
    yield


@contextmanager
def _an_endless_annotation_file(root: Path) -> Iterator[None]:
    (root / "seeds" / "case.yaml").write_text(_LONG, encoding="utf-8")
    yield


@contextmanager
def _files_in_other_encodings(root: Path) -> Iterator[None]:
    (root / "seeds" / "case.yaml").write_bytes("publisher: Kurier für Velmora\nsummary: Nichts.\n".encode("cp1252"))
    (root / "seeds" / "ferry.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    yield


@contextmanager
def _another_build(root: Path) -> Iterator[None]:
    (root / "site").mkdir()
    with hold(root / "site") as busy:
        assert busy is None
        yield


@contextmanager
def _no_program_for_the_index(_root: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setitem(sys.modules, "pagefind_bin", None)
        yield


@contextmanager
def _software_that_breaks(root: Path) -> Iterator[None]:
    # Of an article without annotations nothing is published, and so nothing analysed, unless this is set.
    with (root / "sitegen.yaml").open("a", encoding="utf-8") as settings:
        settings.write("unreviewed: show\n")

    def break_off(*_: object) -> None:
        message = "the table is too wide"
        raise ValueError(message)

    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(judge, "_analysis", break_off)
        yield


ARRANGED: Mapping[str, Callable[[Path], AbstractContextManager[None]]] = {
    "file-unreadable": _a_link_out_of_the_project,
    "file-too-large": _an_endless_annotation_file,
    "analysis-failed": _software_that_breaks,
    "file-not-text": _files_in_other_encodings,
    "output-busy": _another_build,
    "search-failed": _no_program_for_the_index,
}
