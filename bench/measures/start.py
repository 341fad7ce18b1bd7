"""Start: what it costs to begin, beside other programs that are written in Python."""

import time
from collections.abc import Iterator
from pathlib import Path

from project import make_project

from measures.finding import Asked, Finding
from measures.peers import Peers
from measures.running import SITEGEN, NotMeasuredError, Run, middle, run

RUNS = 9

LIMITS = {"--help": 0.10, "--version": 0.10, "build": 0.15}
"""Seconds of processor time."""

RIPE = 2.5
"""Seconds after which the cache trusts the date of a file; before, it reads the file again."""


def start(peers: Peers, work: Path) -> Iterator[Finding]:
    """Ask for help and version, and build one brief that did not change."""
    root = make_project(work / "one-brief", range(1, 2))
    for _ in range(2):
        run([*SITEGEN, "build", "-q"], root)
        time.sleep(RIPE)
    for command, limit in LIMITS.items():
        spent = middle([run([*SITEGEN, command], root) for _ in range(RUNS)])
        what = "no-op on one brief" if command == "build" else f"sitegen {command}"
        by_clock = f"{spent.seconds:.3f} s by the clock"
        yield Asked("start", what, limit, "s of processor").at_most(spent.processor, by_clock)
    for name in ("pelican", "mkdocs"):
        yield _beside(peers, name, root)


def _beside(peers: Peers, name: str, root: Path) -> Finding:
    try:
        program = peers.program(name)
        spent: Run = middle([run([program, "--help"], root) for _ in range(RUNS)])
    except NotMeasuredError as error:
        return Finding("start", f"{name} --help", "", str(error))
    return Finding("start", f"{name} --help", "", f"{spent.processor:.3f} s of processor")
