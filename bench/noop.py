"""noop.py: what a second build with nothing changed costs, and --help and --version; what it writes and imports."""

import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from project import PROGRAM, make_project

HEAVY = (
    "spacy",
    "pydantic",
    "rich",
    "jinja2",
    "markdown_it",
    "tornado",
    "livereload",
    "watchfiles",
    "lxml",
    "trafilatura",
)
"""Packages that a build with nothing to do has no need of."""

LIMITS = {"build": 0.30, "--help": 0.10, "--version": 0.10}
"""Seconds of processor time that each may take."""

RIPE = 2.5
"""Seconds after which the cache trusts the date of a file; before, it reads the file again and notes that."""

IMPORT = re.compile(r"^import time:.*\| +(\S+)$", re.MULTILINE)


def main() -> int:
    """Measure, and print a table; exit 1 where something is written or a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100, help="articles in the made-up project")
    parser.add_argument("--project", type=Path, help="measure this project instead")
    parser.add_argument("--runs", type=int, default=9, help="of each; the median counts")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-noop-") as folder:
        root = asked.project or make_project(Path(folder), range(asked.articles))
        for _ in range(2):
            subprocess.run([*PROGRAM, "build", "-q"], cwd=root, check=True, stderr=subprocess.DEVNULL)
            time.sleep(RIPE)
        faults = [fault for command in LIMITS for fault in _measure(command, root, asked.runs)]
    print(*faults, sep="\n")
    return 1 if faults else 0


def _measure(command: str, root: Path, runs: int) -> list[str]:
    before = _stamps(root)
    seconds = sorted(_processor_time(command, root) for _ in range(runs))
    written = sorted(path for path, stamp in _stamps(root).items() if before.get(path) != stamp)
    heavy, modules = _imports(command, root)
    middle = statistics.median(seconds)
    name = f"sitegen {command}"
    print(f"{name:20} {middle:.3f} s (from {seconds[0]:.3f} to {seconds[-1]:.3f}), {modules} modules, of them {heavy}")
    faults = [f"{name} writes {path}" for path in written]
    faults += [f"{name} imports {package}" for package in heavy]
    return faults + ([f"{name} takes more than {LIMITS[command]} s"] if middle > LIMITS[command] else [])


def _processor_time(command: str, root: Path) -> float:
    """Run once; return user and system time in seconds."""
    process = subprocess.Popen([*PROGRAM, command], cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_utime + usage.ru_stime


def _imports(command: str, root: Path) -> tuple[list[str], int]:
    """Return which heavy packages are imported, and how many modules in all."""
    run = [PROGRAM[0], "-X", "importtime", *PROGRAM[1:], command]
    told = subprocess.run(run, cwd=root, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    modules = IMPORT.findall(told.stderr)
    return sorted({name.partition(".")[0] for name in modules} & set(HEAVY)), len(modules)


def _stamps(root: Path) -> dict[str, tuple[int, int]]:
    """Return what tells that a file or folder was written."""
    paths = [root, *root.rglob("*")]
    return {str(path): (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in paths}


if __name__ == "__main__":
    sys.exit(main())
