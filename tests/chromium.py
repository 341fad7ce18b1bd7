"""Where Chromium is; tests that need it are left out where there is none, and the summary says so."""

import os
import shutil
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HINT = "no chromium found; on Debian: apt install chromium"
LEFT_OUT = pytest.StashKey[int]()
"""How many tests were left out."""


def find_chromium() -> str:
    """Return the path of the browser, from SITEGEN_CHROMIUM or by its usual names; empty where there is none."""
    named = os.environ.get("SITEGEN_CHROMIUM", "")
    found = (shutil.which(name) for name in ([named] if named else NAMES))
    return next((path for path in found if path), "")


def pytest_configure(config: pytest.Config) -> None:
    """Refuse to begin without a browser where SITEGEN_BROWSER requires one or SITEGEN_CHROMIUM names one."""
    config.stash[LEFT_OUT] = 0
    is_due = os.environ.get("SITEGEN_BROWSER") == "required" or os.environ.get("SITEGEN_CHROMIUM")
    if is_due and not find_chromium():
        raise pytest.UsageError(HINT)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark every test that needs a browser, and leave it out where there is none."""
    browsing = [item for item in items if "browser" in getattr(item, "fixturenames", ())]
    for item in browsing:
        item.add_marker("browser")
    if browsing and not find_chromium():
        config.hook.pytest_deselected(items=browsing)
        items[:] = [item for item in items if item not in browsing]
        config.stash[LEFT_OUT] = len(browsing)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that shows the summary, where this is one of its workers (pytest-xdist)."""
    told = getattr(session.config, "workeroutput", None)
    if told is not None:
        told["left_out"] = session.config.stash[LEFT_OUT]


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:  # noqa: ANN401  (a type of pytest-xdist)
    """Hear it from a worker; each of them collects the same tests."""
    node.config.stash[LEFT_OUT] = getattr(node, "workeroutput", {}).get("left_out", 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say what was left out."""
    if number := config.stash[LEFT_OUT]:
        terminalreporter.section("left out")
        terminalreporter.line(f"{number} browser tests left out: {HINT}")
