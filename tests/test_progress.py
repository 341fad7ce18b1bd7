"""The line that shows how far long work has come."""

import io
import subprocess
import sys

import pytest

from sitegen.cli import progress
from sitegen.cli.progress import Bar


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Say that it is one."""
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Return a terminal, and let no time pass before something is shown on it."""
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    for name in ("TERM", "NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def test_long_work_on_a_terminal_shows_stage_and_steps(terminal: Terminal) -> None:
    with Bar(stream=terminal) as bar:
        bar.start("reading", 2000)
        bar.advance(64)
        bar.start("publishing", 7)
        bar.advance()
    shown = terminal.getvalue()
    assert "reading" in shown
    assert "publishing" in shown
    assert "1/7" in shown


def test_a_stage_of_unknown_length_is_shown_too(terminal: Terminal) -> None:
    with Bar(stream=terminal) as bar:
        bar.advance()
        bar.start("reading", 0)
    assert "reading" in terminal.getvalue()


def test_short_work_shows_nothing(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 1e9)
    with Bar(stream=terminal) as bar:
        bar.start("reading", 2)
        bar.advance(2)
    assert terminal.getvalue() == ""


def test_quiet_work_shows_nothing(terminal: Terminal) -> None:
    with Bar(quiet=True, stream=terminal) as bar:
        bar.start("reading", 2)
    assert terminal.getvalue() == ""


def test_work_into_a_file_shows_nothing_and_imports_no_rich() -> None:
    code = (
        "import sys, sitegen.cli.progress as p; p.PATIENCE = 0.0\n"
        "with p.Bar() as bar: bar.start('reading', 2); bar.advance()\n"
        "sys.exit('rich' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
