"""kill.py: kill a build at random moments, and see each time that the site is whole and the next build mends it."""

import argparse
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from project import PROGRAM, build_project, change_project, make_unchanged

LINK = re.compile(r'\b(?:href|src)="([^"]*)"')
OWN, JOURNAL, STAGING = ".sitegen", ".sitegen.journal", ".sitegen-staging"

GRACE = 10.0
"""Seconds within which all processes of a killed build must have ended."""
MOVE = 0.00004
"""Seconds that moving one file in takes, about."""

Files = Mapping[str, bytes]


def main() -> int:
    """Kill as many builds as asked; exit 1 where one of them broke the site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=30, help="builds to kill")
    parser.add_argument("--articles", type=int, default=60, help="articles in the project")
    parser.add_argument("--jobs", default="0", help="processes of a build; 0: one for each core")
    parser.add_argument("--fresh", action="store_true", help="forget all that is remembered before each build")
    parser.add_argument("--seed", default="1", help="another text gives other moments")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-kill-") as folder:
        trial = Trial(Path(folder), asked.articles, asked.jobs, fresh=asked.fresh)
        chance = random.Random(asked.seed)  # noqa: S311  (moments, not secrets)
        faults = [fault for number in range(asked.times) for fault in trial.run(chance, number)]
    print(*faults, trial.summary(), sep="\n")
    return 1 if faults else 0


class Trial:
    """A project before and after a change, with the clean site of each; builds of the change are killed."""

    def __init__(self, folder: Path, articles: int, jobs: str, *, fresh: bool) -> None:
        self._start, self._work = folder / "start", folder / "work"
        self._articles, self._jobs, self._fresh = articles, jobs, fresh
        make_unchanged(self._start, articles)
        self._prepare()
        begun = time.perf_counter()
        build_project(self._work, "--jobs", jobs)
        self._seconds = time.perf_counter() - begun
        self._old, self._new = files_of(self._start / "site"), files_of(self._work / "site")
        self._briefs = files_of(self._work / "content")
        self._killed = self._moving = self._alone = 0

    def run(self, chance: random.Random, number: int) -> Iterator[str]:
        """Kill one build, and yield what is wrong then.

        It is killed at a random moment or, every second time, right after it began to move files in; with all of its
        processes or, in two of four times, without those that work for it.
        """
        self._prepare()
        aimed, alone = bool(number % 2), bool(number // 2 % 2)
        longest = MOVE * (len(self._old) + len(self._new)) if aimed else self._seconds
        yield from self._kill(chance.random() * longest, aimed=aimed, alone=alone)
        yield from self._faults(files_of(self._work / "site"))
        build_project(self._work, "--jobs", self._jobs)
        if files_of(self._work / "site") != self._new:
            yield "the next build does not equal a clean one in site/"
        if files_of(self._work / "content") != self._briefs:
            yield "the next build does not equal a clean one in content/"

    def _prepare(self) -> None:
        shutil.rmtree(self._work, ignore_errors=True)
        shutil.copytree(self._start, self._work)
        if self._fresh:
            shutil.rmtree(self._work / ".sitegen")
        change_project(self._work, self._articles)

    def summary(self) -> str:
        """Say what the trial was."""
        counts = f"{len(self._old)} files before, {len(self._new)} after; a build takes {self._seconds:.2f} s"
        ways = f"{self._alone} of them without their workers, {self._moving} while files were moved in"
        return f"{self._killed} builds killed, {ways}; {counts}"

    def _kill(self, seconds: float, *, aimed: bool, alone: bool) -> Iterator[str]:
        journal = self._work / "site" / JOURNAL
        command = [*PROGRAM, "build", "-q", "--jobs", self._jobs]
        build = subprocess.Popen(command, cwd=self._work, stderr=subprocess.DEVNULL, start_new_session=True)
        while aimed and build.poll() is None and not journal.exists():
            pass  # the moment is short: no time for sleep
        time.sleep(seconds)
        if alone:
            build.send_signal(signal.SIGKILL)
        else:
            with suppress(ProcessLookupError):  # it has ended
                os.killpg(build.pid, signal.SIGKILL)
        killed = build.wait() == -signal.SIGKILL
        self._killed += killed
        self._alone += killed and alone
        self._moving += journal.exists()
        if left := _left(build.pid):
            yield f"processes outlive their build: {left}"
            for process in left:
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)

    def _faults(self, found: Files) -> Iterator[str]:
        """Yield what breaks invariant 5: a file neither old nor new, a file lost, a link to a page that is missing."""
        pages = without_ours(found)
        for path, text in pages.items():
            if text not in (self._old.get(path), self._new.get(path)):
                yield f"{path} is neither old nor new"
        yield from (f"{path} is lost" for path in self._old.keys() & self._new.keys() if path not in found)
        yield from missing_links(pages)


def without_ours(found: Files) -> dict[str, bytes]:
    """Return what visitors see of a site: not the list of its files, nor what builds keep beside it."""
    return {path: contents for path, contents in found.items() if not path.startswith(OWN)}


def missing_links(pages: Files) -> Iterator[str]:
    """Go through every page that can be reached from the front page, and yield links to what is not there."""
    ahead, seen = ["index.html"], {"index.html"}
    while ahead:
        page = ahead.pop()
        for link in LINK.findall(pages[page].decode()) if page.endswith(".html") else []:
            path = _target(page, link)
            if path and path not in pages:
                yield f"{page} links to {path}, which is missing"
            elif path and path not in seen:
                seen.add(path)
                ahead.append(path)


def _target(page: str, link: str) -> str:
    """Return the file of the site that a link leads to; empty where it leads out of the site or stays on the page."""
    url = urlsplit(link)
    if url.scheme or url.netloc or not url.path:
        return ""
    parts = [] if url.path.startswith("/") else page.split("/")[:-1]
    for part in unquote(url.path).split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part] if part not in {"", "."} else parts
    return "/".join(parts) + ("/index.html" if url.path.endswith("/") else "")


def _left(session: int) -> list[int]:
    """Return the processes of a session that are still there after some seconds; what has ended is none."""
    end = time.monotonic() + GRACE
    while found := [number for number, (state, of) in _processes() if of == session and state not in "ZX"]:
        if time.monotonic() > end:
            break
        time.sleep(0.02)
    return found


def _processes() -> Iterator[tuple[int, tuple[str, int]]]:
    """Yield every process with its state and session (proc_pid_stat(5)); none where there is no /proc."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            state, _, _, session = (folder / "stat").read_text("utf-8").rpartition(")")[2].split()[:4]
            yield int(folder.name), (state, int(session))


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


if __name__ == "__main__":
    sys.exit(main())
