"""The files of briefs, made by the crew: a few briefs at a time, each from what was composed of it."""

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from pathlib import Path
from typing import cast

from sitegen.cache import decoded
from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.model.annotations import Source
from sitegen.model.brief import Brief
from sitegen.model.entry import Entry, Page
from sitegen.model.output import Due, Edition, Make
from sitegen.pipeline.crew import Batch, Crew
from sitegen.pipeline.judge import Composed
from sitegen.problems import Kind, Location, Problem
from sitegen.render import Beside, Shelved, Site, brief_outputs, open_site
from sitegen.words import Words

BATCH = 8
"""Briefs that one process takes at a time."""
FEW = 24
"""Briefs that are rendered sooner here than a process is begun."""
PATIENCE = 300.0
"""Seconds that a batch may take, a thousand times what is usual."""

Files = Mapping[str, bytes]


@dataclass(frozen=True, slots=True, eq=False)
class SiteFrame:
    """What every page follows from beside what it shows."""

    root: Path
    settings: Settings
    words: Words
    kinds: Kinds
    edition: Edition
    pages: tuple[Page, ...]
    shared: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """A brief that waits in the cache, encoded."""

    read: Callable[[], bytes]

    def __call__(self) -> tuple[Brief, str]:
        """Return the brief and its Markdown."""
        found = decoded(self.read(), Composed)
        assert found  # noqa: S101  (the build encoded it itself)
        return found.brief, found.markdown


@dataclass(frozen=True, slots=True)
class Slip:
    """A brief of which files are due."""

    entry: Entry
    key: str
    entry_key: str
    beside: Beside
    paths: frozenset[str]
    composed: bytes


@lru_cache(maxsize=1)
def site_of(frame: SiteFrame) -> Site:
    """Open the site, once a process."""
    basis = frame.settings, frame.words, frame.kinds
    return open_site(frame.root, *basis, frame.edition, pages=frame.pages, shared=frame.shared)


def render(frame: SiteFrame, slips: Sequence[Slip]) -> list[Files | Problem]:
    """Make the files that are due of some briefs."""
    site = site_of(frame)
    return [_render(site, slip) for slip in slips]


def _render(site: Site, slip: Slip) -> Files | Problem:
    files = {}
    for output in brief_outputs(
        site, Shelved(slip.entry, slip.key, slip.entry_key, Held(lambda: slip.composed)), slip.beside
    ):
        if output.path in slip.paths:
            made = output.make()
            if isinstance(made, Problem):
                return made
            files[output.path] = made
    return files


def lost(slip: Slip, reason: str) -> Files | Problem:
    """Say that a process broke on a brief."""
    message = f"the pages of the brief “{slip.entry.slug}” could not be made: it {reason}"
    return Problem(Location("templates"), Kind.TEMPLATE_ERROR, message)


def maker(crew: Crew, frame: SiteFrame) -> Make:
    """Return what makes the files of briefs: a few here, many with the crew."""

    def make(due: Iterator[Due]) -> Iterator[tuple[Due, Files | Problem]]:
        first = list(islice(due, FEW))
        workers = Crew() if len(first) < FEW else crew
        waiting = deque[Due]()
        for made in workers.each(render, frame, _batches(chain(first, due), waiting), lost):
            yield waiting.popleft(), made

    return make


def _batches(due: Iterator[Due], waiting: deque[Due]) -> Iterator[Batch[Slip]]:
    while some := list(islice(due, BATCH)):
        waiting.extend(some)
        yield Batch([_slip(each) for each in some], PATIENCE)


def _slip(due: Due) -> Slip:
    shelved, beside = cast("tuple[Shelved, Beside]", due.group.what)
    composed = cast("Held", shelved.load).read()
    return Slip(shelved.entry, shelved.key, shelved.entry_key, beside, due.paths, composed)
