"""kill.py: kill a build at random moments, and see each time that the site is whole and the next build mends it."""

import argparse
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from project import PROGRAM, make_project, remove_article, write_article

LINK = re.compile(r'\b(?:href|src)="([^"]*)"')
LIST = ".sitegen.list"
STAGING = ".sitegen-staging"

MOVE = 0.00004
"""Seconds that moving one file in takes, about."""

Files = Mapping[str, bytes]


def main() -> int:
    """Kill as many builds as asked; exit 1 where one of them broke the site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=30, help="builds to kill")
    parser.add_argument("--articles", type=int, default=60, help="articles in the project")
    parser.add_argument("--seed", default="1", help="another text gives other moments")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sitegen-kill-") as folder:
        trial = Trial(Path(folder), asked.articles)
        chance = random.Random(asked.seed)  # noqa: S311  (moments, not secrets)
        faults = [fault for number in range(asked.times) for fault in trial.run(chance, aimed=bool(number % 2))]
    print(*faults, trial.summary(), sep="\n")
    return 1 if faults else 0


class Trial:
    """A project before and after a change, with the clean site of each; builds of the change are killed."""

    def __init__(self, folder: Path, articles: int) -> None:
        self._start, self._work = folder / "start", folder / "work"
        make_project(self._start, range(articles))
        _build(self._start)  # the cache knows all articles from now on: no killed build waits for spaCy
        for number in range(articles - _part(articles), articles):
            remove_article(self._start, number)
        _build(self._start)
        shutil.copytree(self._start, self._work)
        _change(self._work, articles)
        begun = time.perf_counter()
        _build(self._work)
        self._seconds = time.perf_counter() - begun
        self._old, self._new = files_of(self._start / "site"), files_of(self._work / "site")
        self._briefs = files_of(self._work / "content")
        self._articles = articles
        self._killed = self._moving = 0

    def run(self, chance: random.Random, *, aimed: bool) -> Iterator[str]:
        """Kill one build at a random moment, or right after it began to move files in; yield what is wrong then."""
        shutil.rmtree(self._work)
        shutil.copytree(self._start, self._work)
        _change(self._work, self._articles)
        longest = MOVE * (len(self._old) + len(self._new)) if aimed else self._seconds
        self._kill(chance.random() * longest, aimed=aimed)
        yield from self._faults(files_of(self._work / "site"))
        _build(self._work)
        if files_of(self._work / "site") != self._new:
            yield "the next build does not equal a clean one in site/"
        if files_of(self._work / "content") != self._briefs:
            yield "the next build does not equal a clean one in content/"

    def summary(self) -> str:
        """Say what the trial was."""
        counts = f"{len(self._old)} files before, {len(self._new)} after; a build takes {self._seconds:.2f} s"
        return f"{self._killed} builds killed, {self._moving} of them while they moved files in; {counts}"

    def _kill(self, seconds: float, *, aimed: bool) -> None:
        path = self._work / "site" / LIST
        standing = path.stat().st_ino
        build = subprocess.Popen([*PROGRAM, "build", "-q"], cwd=self._work, stderr=subprocess.DEVNULL)
        while aimed and build.poll() is None and path.stat().st_ino == standing:
            pass  # the moment is short: no time for sleep
        time.sleep(seconds)
        build.send_signal(signal.SIGKILL)
        self._killed += build.wait() == -signal.SIGKILL
        listed = path.read_text("utf-8")
        self._moving += '"arriving"' in listed or '"changing"' in listed

    def _faults(self, found: Files) -> Iterator[str]:
        """Yield what breaks invariant 5: a file neither old nor new, a file lost, a link to a page that is missing."""
        pages = {path: text for path, text in found.items() if path != LIST and not path.startswith(STAGING)}
        for path, text in pages.items():
            if text not in (self._old.get(path), self._new.get(path)):
                yield f"{path} is neither old nor new"
        yield from (f"{path} is lost" for path in self._old.keys() & self._new.keys() if path not in found)
        yield from missing_links(pages)


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


def files_of(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _change(root: Path, articles: int) -> None:
    """Take the first fifth of the articles away, change the next fifth, and add the last fifth."""
    part = _part(articles)
    for number in range(part):
        remove_article(root, number)
        write_article(root, part + number, tag="changed")
        write_article(root, articles - part + number)


def _part(articles: int) -> int:
    return max(1, articles // 5)


def _build(root: Path) -> None:
    subprocess.run([*PROGRAM, "build", "-q"], cwd=root, check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
