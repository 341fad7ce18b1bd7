"""Faults: the scripts that break builds on purpose, each of which ends with 1 where it finds something wrong."""

import sys
from collections.abc import Iterator
from pathlib import Path

from measures.finding import Finding
from measures.running import NotMeasuredError, run

HERE = Path(__file__).parents[1]


def faults(kills: int, articles: int) -> Iterator[Finding]:
    """Kill builds at random moments."""
    command: list[str | Path] = [sys.executable, HERE / "kill.py", "--times", str(kills), "--articles", str(articles)]
    what, asked = (
        f"{kills} builds of {articles} briefs killed at random moments",
        "every file whole, the next build mends",
    )
    try:
        told = run(command, HERE).told.strip().splitlines()
    except NotMeasuredError as error:
        yield Finding("faults", what, asked, str(error), met=False)
        return
    yield Finding("faults", what, asked, told[-1] if told else "no faults", met=True)
