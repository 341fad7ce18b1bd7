"""full.py: let the disk run full at many points of a build, and see each time that the next one mends the site."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kill import STAGING, files_of, missing_links, without_ours
from project import PROGRAM, change_project, make_unchanged

INSIDE = "SITEGEN_BENCH_MOUNTS"
"""Set where this process may mount a disk that nobody else sees."""
PAGE = 4096
"""Bytes that a disk in memory grows by."""
NO_DISKS = 77
"""The exit code where none can be mounted."""
ROOM = 512_000_000
"""Bytes of a disk with room."""


def main() -> int:
    """Fill the disk as many times as asked; exit 1 where that broke something, NO_DISKS where none can be mounted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=20, help="sizes of the disk")
    parser.add_argument("--articles", type=int, default=30, help="articles in the project")
    parser.add_argument("--jobs", default="0", help="processes of a build; 0: one for each core")
    asked = parser.parse_args()
    if INSIDE not in os.environ:
        return _inside()
    with tempfile.TemporaryDirectory(prefix="sitegen-full-") as folder:
        trial = Trial(Path(folder), asked.articles, asked.jobs)
        faults = [fault for number in range(asked.times) for fault in trial.run(number / asked.times)]
        trial.close()
    print(*faults, trial.summary(), sep="\n")
    return 1 if faults else 0


def _inside() -> int:
    """Run again where disks can be mounted that end with the process."""
    unshare = ["unshare", "--map-root-user", "--mount"]
    try:
        subprocess.run([*unshare, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"no disk can be mounted here: {error}")
        return NO_DISKS
    return subprocess.run(
        [*unshare, sys.executable, *sys.argv], env={**os.environ, INSIDE: "yes"}, check=False
    ).returncode


class Trial:
    """A project before and after a change, with the clean site of each; the disk is full in builds of the change."""

    def __init__(self, folder: Path, articles: int, jobs: str) -> None:
        self._start, self._disk, self._articles, self._jobs = folder / "start", folder / "disk", articles, jobs
        self._work = self._disk / "work"
        self._disk.mkdir()
        make_unchanged(self._start, articles)
        self._prepare()
        before = self._used()
        self._build()
        self._growth = self._used() - before
        self._old, self._new = files_of(self._start / "site"), files_of(self._work / "site")
        self._briefs = files_of(self._work / "content")
        self._full = self._tried = 0

    def run(self, share: float) -> Iterator[str]:
        """Leave room for a share of what a build may write, and yield what is wrong then."""
        self._prepare()
        most = self._growth + sum(map(len, self._new.values()))  # staged files stand beside the old ones
        self._mount("remount", self._used() + int(share * most) // PAGE * PAGE + PAGE)
        code, said = self._build()
        self._tried += 1
        self._full += code != 0
        yield from (f"at {share:.0%}: {fault}" for fault in self._faults(code, said))
        self._mount("remount", ROOM)
        code, said = self._build()
        if code:
            yield f"at {share:.0%}: with room, the next build says {said}"
        if files_of(self._work / "site") != self._new:
            yield f"at {share:.0%}: the next build does not equal a clean one in site/"
        if files_of(self._work / "content") != self._briefs:
            yield f"at {share:.0%}: the next build does not equal a clean one in content/"

    def summary(self) -> str:
        """Say what the trial was."""
        return f"{self._tried} disks, {self._full} of them too small; a build adds {self._growth:,} bytes"

    def close(self) -> None:
        """Take the disk away, if there is one."""
        subprocess.run(["umount", self._disk], check=False, capture_output=True)

    def _faults(self, code: int, said: str) -> Iterator[str]:
        found = files_of(self._work / "site")
        pages = without_ours(found)
        if "Traceback" in said or (code and "make room and run the command again" not in said):
            yield f"not one plain sentence: {said}"
        if code and any(path.startswith(STAGING) for path in found):
            yield "what was staged is left behind"
        yield from (
            f"{path} is neither old nor new"
            for path, text in pages.items()
            if text not in (self._old.get(path), self._new.get(path))
        )
        yield from (f"{path} is lost" for path in self._old.keys() & self._new.keys() if path not in found)
        yield from missing_links(pages)
        if code == 0 and found != self._new:
            yield "the build says that all is well, and it does not equal a clean one"

    def _prepare(self) -> None:
        self.close()
        self._mount("rw", ROOM)
        shutil.copytree(self._start, self._work)
        change_project(self._work, self._articles)

    def _mount(self, how: str, size: int) -> None:
        command = ["mount", "-t", "tmpfs", "-o", f"{how},size={size}", "tmpfs", str(self._disk)]
        subprocess.run(command, check=True, capture_output=True)

    def _used(self) -> int:
        facts = os.statvfs(self._disk)
        return (facts.f_blocks - facts.f_bfree) * facts.f_frsize

    def _build(self) -> tuple[int, str]:
        command = [*PROGRAM, "build", "-q", "--jobs", self._jobs]
        done = subprocess.run(command, cwd=self._work, check=False, capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr


if __name__ == "__main__":
    sys.exit(main())
