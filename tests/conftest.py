"""What all tests share: comparison with files in the repository that are generated from code."""

import os
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

# What these find wrong is told in full, as it is in tests.
pytest.register_assert_rewrite("caching", "citing", "compared", "reading_annotations", "searched")

pytest_plugins = ("chromium", "browsing", "drafting", "made_site", "publishing", "running", "meddling")

ROOT = Path(__file__).parent.parent

# Tests stand beside one another on all cores; those of the crew ask for processes themselves.
os.environ.setdefault("SITEGEN_JOBS", "1")

# No test measures time: a busy machine is no fault of the code.
hypothesis.settings.register_profile("patient", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow])
hypothesis.settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write expected files anew instead of comparing")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Run nothing but the comparisons where they are to write their files."""
    if config.getoption("--update-golden"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the folder of the repository, which is itself a project."""
    return ROOT


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a comparison of text with an expected file; with `--update-golden` it writes the file anew."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update-golden"):
            file.write_text(text, encoding="utf-8", newline="")
        expected = file.read_text(encoding="utf-8") if file.exists() else ""
        assert text == expected, f"{file.relative_to(ROOT)} is stale: make docs"

    return compare
