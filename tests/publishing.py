"""Publishing by hand: sets of files, what comes of them, and how the power is cut."""

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pytest

from sitegen.model.output import Bundle, Output
from sitegen.problems import Problem
from sitegen.publish import Published, journal, publish
from sitegen.publish.manifest import NAME
from sitegen.publish.staging import FOLDER


def outputs(contents: Mapping[str, str], key: str = "") -> list[Output]:
    """Return outputs that follow from their contents alone, unless a key says otherwise."""
    return [Output(path, key or f"key of {text}", lambda text=text: text.encode()) for path, text in contents.items()]  # type: ignore[misc]  # mypy does not infer lambda defaults


def put(target: Path, contents: Mapping[str, str], *, verify: bool = False) -> Published:
    """Publish where nothing stands against it."""
    published, problems = publish(outputs(contents), target, verify=verify)
    assert problems == []
    assert published is not None
    return published


def refuse(target: Path, contents: Mapping[str, str]) -> list[Problem]:
    """Publish where something stands against it, and see that nothing changes."""
    before = state(target)
    published, problems = publish(outputs(contents), target)
    assert published is None
    assert state(target) == before
    return problems


def site(target: Path) -> dict[str, str]:
    """Return every file in the folder but the list, and the journal where a build was cut off."""
    return {path: text for path, text in state(target).items() if path not in {NAME, journal.NAME}}


def state(folder: Path) -> dict[str, str]:
    """Return every file and every empty folder."""
    found = sorted(folder.rglob("*"))
    files = {path.relative_to(folder).as_posix(): path.read_text() for path in found if path.is_file()}
    return files | {f"{path.relative_to(folder)}/": "" for path in found if path.is_dir() and not any(path.iterdir())}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Name a folder that does not exist yet."""
    return tmp_path / "site"


def watched(monkeypatch: pytest.MonkeyPatch, limit: int = 10**9) -> list[str]:
    """Note every step that changes the folder; after `limit` of them the power goes."""
    steps: list[str] = []

    def watch(module: object, name: str, place: int) -> None:
        real = getattr(module, name)

        def step(*arguments: object, **named: object) -> object:
            if FOLDER not in str(arguments[place]):
                if len(steps) >= limit:
                    raise PowerCutError
                steps.append(f"{name} {Path(str(arguments[place])).name}")
            return real(*arguments, **named)

        monkeypatch.setattr(module, name, step)

    watch(os, "replace", 1)
    watch(Path, "unlink", 0)
    watch(Path, "rmdir", 0)
    return steps


class PowerCutError(BaseException):
    """Stands for a kill: nothing catches it; what runs in `finally` may run or not."""


def cut_off(target: Path, due: Sequence[Output | Bundle], steps: int) -> None:
    """Publish, and cut the power after so many steps."""
    with pytest.MonkeyPatch.context() as monkeypatch, suppress(PowerCutError):
        watched(monkeypatch, limit=steps)
        publish(due, target)
