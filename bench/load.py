"""load.py MAKER: build thousands of articles; report problems, time a stage, peak memory, and builds after changes.

MAKER is a program that is called as `MAKER NUMBER FOLDER` and writes that many seeds into the folder.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent

CODE = re.compile(r"^(\S+?):\d+:\d+: (?:(warning|note): )?.*\[([a-z-]+)\]$", re.MULTILINE)


def main() -> None:
    """Build once from nothing, then after smaller and smaller changes, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("maker", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it standing")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-load-") as folder:
        root = asked.keep or Path(folder)
        root.mkdir(parents=True, exist_ok=True)
        (root / "sitegen.yaml").write_text("title: Load\nurl: https://load.example/\n", "utf-8")
        make = [sys.executable, asked.maker, str(asked.articles), str(root / "seeds")]
        subprocess.run(make, check=True, stdout=subprocess.DEVNULL)
        _build(root, "from nothing")
        _build(root, "nothing changed")
        _touch(root, ".txt")
        _build(root, "one article changed")
        _touch(root, ".yaml")
        _build(root, "one annotation changed")
        _build(root, "--verify", "--verify")


def _touch(root: Path, suffix: str) -> None:
    """Change one file in the middle of the seeds, as an editor would."""
    paths = sorted((root / "seeds").glob(f"*{suffix}"))
    with paths[len(paths) // 2].open("a", encoding="utf-8") as file:
        file.write("\n# changed\n" if suffix == ".yaml" else "\n\nOne more sentence was added.\n")


def _build(root: Path, name: str, *options: str) -> None:
    run = [sys.executable, str(HERE / "stages.py"), *options]
    with tempfile.TemporaryFile("w+") as told:
        begun = time.perf_counter()
        process = subprocess.Popen(run, cwd=root, stdout=told, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - begun
        told.seek(0)
        text = told.read()
    memory = usage.ru_maxrss / 1024  # ru_maxrss is in KiB on Linux
    print(f"\n{name}: {seconds:.2f} s, processor {usage.ru_utime + usage.ru_stime:.2f} s, {memory:.0f} MiB")
    print(_told(text, process.returncode))


def _told(text: str, code: int) -> str:
    """Count the problems by code, with one example each, and keep the lines about stages."""
    found = CODE.findall(text)
    counts = Counter(f"{severity or 'error'} {kind}" for _, severity, kind in found)
    lines: Sequence[str] = [f"  {number} x {name}" for name, number in counts.most_common()]
    stages = [line for line in text.splitlines() if line.startswith("  ")]
    failed = [text[-2000:]] if code and not found else []
    return "\n".join([f"  exit {code}", *lines, *stages, *failed])


if __name__ == "__main__":
    main()
