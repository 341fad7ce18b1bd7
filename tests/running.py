"""The whole program, run on a project: as a process of its own, or within the tests, which is faster."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from project import PROGRAM, make_project

from sitegen.cli import main


def build(root: Path, *options: str, preexec: Callable[[], None] | None = None, seed: str = "0") -> tuple[int, str]:
    """Run `sitegen build`, without coverage, which would write files too; return its exit code and what it said."""
    done = subprocess.run(
        [*PROGRAM, "build", *options],
        cwd=root,
        env=unmeasured(seed),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=preexec,
    )
    return done.returncode, done.stdout + done.stderr


def unmeasured(seed: str = "0") -> Mapping[str, str]:
    """Return the environment of a process that coverage does not look at."""
    return {**{name: value for name, value in os.environ.items() if not name.startswith("COV")}, "PYTHONHASHSEED": seed}


class Runner:
    """Runs commands in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, root: Path, *words: str) -> tuple[int, str]:
        """Run a command on a project; return its exit code and what it said. An exception is a fault."""
        self._capsys.readouterr()
        code = main([words[0], "-C", str(root), *words[1:]])
        said = self._capsys.readouterr()
        return code, said.out + said.err


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a project of three articles and build it; tests work on copies."""
    root = make_project(tmp_path_factory.mktemp("built") / "project", range(1, 4))
    code, said = build(root)
    assert code == 0, said
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Copy the project, its cache and its site."""
    return Path(shutil.copytree(built, tmp_path / "project"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Return what runs a command in this process."""
    return Runner(capsys)
