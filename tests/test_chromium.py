"""Browser tests where there is no browser."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAID = r"browser tests left out: no chromium found; on Debian: apt install chromium"


def run(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Collect the browser tests where no program is found by its name."""
    own = {name: value for name, value in os.environ.items() if not name.startswith(("SITEGEN_", "PYTEST_"))}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "no:cacheprovider",
        *options,
        *sorted(str(each) for each in Path(__file__).parent.glob("test_browser*.py")),
    ]
    return subprocess.run(command, env={**own, "PATH": "", **environment}, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("options", [(), ("-n", "1")])
def test_the_summary_says_how_many_tests_were_left_out(options: tuple[str, ...]) -> None:
    told = run(*options).stdout
    lines = [line for line in told.splitlines() if SAID in line]
    assert len(lines) == 1
    assert int(lines[0].split()[0]) > 20


@pytest.mark.parametrize("asked", [{"SITEGEN_BROWSER": "required"}, {"SITEGEN_CHROMIUM": "/no/such/browser"}])
def test_nothing_is_left_out_where_a_browser_is_required_or_named(asked: dict[str, str]) -> None:
    done = run(**asked)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "no chromium found" in done.stderr
