"""The command line in tests: an empty project to stand in, and problems to be told of."""

from pathlib import Path

import pytest

from sitegen.problems import Kind, Location, Problem, Severity

ERROR = Problem(Location("seeds/fire.yaml", 12, 10), Kind.QUOTE_NOT_FOUND, "the article does not contain it")
WARNING = Problem(Location("seeds/fire.yaml", 3, 1), Kind.QUOTED_MUCH, "much is quoted", severity=Severity.WARNING)

Capture = pytest.CaptureFixture[str]


def stand_in_project(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make an empty project, and stand in it."""
    (root / "sitegen.yaml").write_text("")
    (root / "seeds").mkdir()
    monkeypatch.chdir(root)
    return root
