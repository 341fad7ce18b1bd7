"""Load: archives of articles, half of them annotated, as a program that you bring makes them."""

import os
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

from measures.finding import Asked, Finding, not_met, times
from measures.peers import remove
from measures.running import SITEGEN, NotMeasuredError, Run, middle, run
from sitegen.config import Settings

HERE = Path(__file__).parent
RIPE = 2.5
"""Seconds after which the cache trusts the date of a file; before, it reads the file again."""

SETTINGS = "title: Load\nurl: https://load.example/\n"
PROCESSES = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
FAULTY = 1
"""How a build with --keep-going ends where some of the briefs have errors, as some of a load have."""


@dataclass
class Archive:
    """A project of so many articles of a load."""

    maker: Path | None
    root: Path
    articles: int
    settings: str = SETTINGS

    @cached_property
    def made(self) -> Path:
        """Return the project, written when it is asked for first."""
        if self.maker is None:
            message = "left out: needs the program that makes a load (--maker)"
            raise NotMeasuredError(message)
        remove(self.root)
        self.root.mkdir(parents=True)
        (self.root / "sitegen.yaml").write_text(self.settings, "utf-8")
        run([sys.executable, self.maker.resolve(), str(self.articles), self.root / "seeds"], self.root)
        return self.root

    def build(self, *options: str, weigh: bool = False) -> Run:
        """Build what is sound."""
        command = [*SITEGEN, "build", "-q", "--keep-going", *options]
        return run(command, self.made, weigh=weigh, allowed={FAULTY})

    def clear(self) -> None:
        """Remove the site, the composed briefs and the cache."""
        for name in ("site", ".sitegen", "content/briefs"):
            remove(self.made / name)

    def built(self) -> None:
        """See that the site stands, and that the cache trusts the dates of its files."""
        self.build()
        time.sleep(RIPE)
        self.build()


@dataclass
class Load:
    """The cases that a load is for."""

    maker: Path | None
    work: Path
    articles: int
    big: int
    few: int
    rounds: int

    @cached_property
    def archive(self) -> Archive:
        """Return the archive of most of the cases."""
        return Archive(self.maker, self.work / f"load-{self.articles}", self.articles)

    def first(self) -> Iterator[Finding]:
        """Build from nothing, beside bare spaCy on as many processes: as projects are, and with all articles shown."""
        archive = self.archive
        archive.made  # noqa: B018  (it is written now, not while the clock runs)
        words, seconds = _bare(archive)
        _, by_paragraph = _bare(archive, "--paragraphs")
        bare = f"nlp.pipe {words / seconds:,.0f} words/s, by paragraphs {words / by_paragraph:,.0f}"
        for shown, settings in ((", all analysed and shown", "unreviewed: show\n"), ("", "")):
            (archive.root / "sitegen.yaml").write_text(SETTINGS + settings, "utf-8")
            archive.clear()
            ours = archive.build()
            rates = f"sitegen {words / ours.seconds:,.0f} words/s, {bare}"
            figures = f"{rates}; {words:,.0f} words on {PROCESSES} processes; {times(sitegen=ours)}"
            what = f"{self.articles:,} load articles, half annotated{shown}: first build, words/s"
            yield Asked("load", what, 0.7, "× nlp.pipe").at_least(seconds / ours.seconds, figures)

    def edited(self) -> Iterator[Finding]:
        """Build after the summary of one brief changed."""
        self.archive.built()
        path = sorted((self.archive.made / "seeds").glob("*.yaml"))[self.articles // 4]
        found: list[Run] = []
        for number in range(self.rounds):
            word = f"zzedit{number}"
            text = path.read_text("utf-8").splitlines(keepends=True)
            changed = [f'summary: "A summary with {word}."\n' if line.startswith("summary:") else line for line in text]
            path.write_text("".join(changed), "utf-8")
            found.append(self.archive.build())
            page = self.archive.made / f"site/briefs/{path.stem}.html"
            if page.is_file() and word not in page.read_text("utf-8"):
                yield not_met("load-edit", "the page shows the edited summary", "", f"{page.name} has no {word}")
        what = f"{self.articles:,} load articles, one annotation edited"
        spent = middle(found)
        yield Asked("load-edit", what, 1.0, "s of processor").at_most(spent.processor, times(sitegen=spent))

    def noop(self) -> Iterator[Finding]:
        """Build again where nothing changed."""
        self.archive.built()
        spent = middle([self.archive.build() for _ in range(self.rounds)])
        what = f"{self.articles:,} load articles, nothing changed"
        yield Asked("load-noop", what, 0.5, "s of processor").at_most(spent.processor, times(sitegen=spent))

    def growth(self) -> Iterator[Finding]:
        """Render ten times as many briefs without analysing anything, and compare time and memory."""
        small, large = (_rendered(self.maker, self.work, number) for number in (self.big // 10, self.big))
        what = f"{self.big:,} against {self.big // 10:,} load articles, render only"
        figures = times(small=small, large=large)
        yield Asked("big", f"{what}: time", 11).at_most(large.seconds / small.seconds, figures)
        weights = f"{small.peak:.0f} MiB, {large.peak:.0f} MiB"
        yield Asked("big", f"{what}: memory", 2).at_most(large.peak / small.peak, weights)

    def jobs(self) -> Iterator[Finding]:
        """Build from nothing on one process and on two."""
        archive = Archive(self.maker, self.work / f"jobs-{self.few}", self.few)
        found: list[Run] = []
        for number in (1, 2):
            archive.clear()
            found.append(archive.build("--jobs", str(number)))
        one, two = found
        what = f"{self.few:,} load articles, first build, 1 against 2 processes"
        yield Asked("jobs", what, 1.7).at_least(one.seconds / two.seconds, times(one=one, two=two))


def _bare(archive: Archive, *options: str) -> tuple[float, float]:
    """Return the words of an archive and the seconds in which bare spaCy parses them."""
    bare = run([sys.executable, HERE / "pipe.py", archive.made / "seeds", str(PROCESSES), *options], archive.made)
    words, seconds = map(float, bare.told.split()[-2:])
    return words, seconds


def _rendered(maker: Path | None, work: Path, number: int) -> Run:
    """Return what it takes to make the site of so many articles when nothing has to be analysed.

    Where analyses cannot be switched off, they come from the cache of an earlier build.
    """
    switch = "analyse" in {field.name for field in fields(Settings)}
    archive = Archive(maker, work / f"big-{number}", number, SETTINGS + ("analyse: no\n" if switch else ""))
    archive.made  # noqa: B018  (it is written now, not while the clock runs)
    if switch:
        archive.clear()
    else:
        archive.build()
        for name in ("site", "content/briefs"):
            remove(archive.made / name)
    try:
        return archive.build(weigh=True)
    finally:
        remove(archive.root)
