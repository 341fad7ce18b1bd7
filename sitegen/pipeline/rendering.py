"""The files of briefs, made by the crew: a few briefs at a time, each from what was composed of it."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import cast

from msgspec import Struct

from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.model.annotations import Source
from sitegen.model.entry import Page
from sitegen.model.output import Due, Edition, Make
from sitegen.pipeline.crew import Batch, Crew
from sitegen.pipeline.keeping import Held, Packed, Sent
from sitegen.pipeline.pages import decoded_body
from sitegen.problems import Kind, Location, Problem
from sitegen.render import Beside, Shelved, Site, Stock, brief_outputs, open_site, page_file
from sitegen.render.addresses import page_path
from sitegen.theme import Theme
from sitegen.words import Words

BRIEF, PAGE = 12, 1
"""What it takes to render a brief, and a page that people wrote."""
BATCH = 8 * BRIEF
"""How much of that one process takes at a time."""
FEW = 24 * BRIEF
"""What is rendered sooner here than a process is begun."""
PATIENCE = 300.0
"""Seconds that a batch may take, a thousand times what is usual."""

Files = Mapping[str, bytes]


class SiteFrame(Struct, frozen=True, eq=False):
    """What every page follows from beside what it shows: all of it, since workers need not see the project's folder."""

    theme: Theme
    settings: Settings
    words: Words
    kinds: Kinds
    edition: Edition
    pages: tuple[Page, ...]
    """Of those that people wrote the ones that shape others."""
    shared: tuple[Source, ...]
    stock: Stock
    searches: bool
    """Whether the site can be searched."""


class Slip(Struct, frozen=True):
    """A brief of which files are due."""

    brief: Packed
    earlier: Packed | None
    later: Packed | None
    related: tuple[Packed, ...]
    paths: frozenset[str]


class PageSlip(Struct, frozen=True):
    """A page that people wrote, and its text, encoded."""

    page: Page
    body: bytes


@lru_cache(maxsize=1)
def site_of(frame: SiteFrame) -> Site:
    """Open the site, once a process."""
    basis = frame.settings, frame.words, frame.kinds
    shaping, stock, searches = frame.pages, frame.stock, frame.searches
    return open_site(
        frame.theme, *basis, frame.edition, pages=shaping, shared=frame.shared, stock=stock, searches=searches
    )


def render(frame: SiteFrame, slips: Sequence[Slip | PageSlip]) -> list[Files | Problem]:
    """Make the files that are due of some briefs and pages."""
    site = site_of(frame)
    return [_page(site, slip) if isinstance(slip, PageSlip) else _brief(site, slip) for slip in slips]


def _page(site: Site, slip: PageSlip) -> Files | Problem:
    made = page_file(site, slip.page, decoded_body(slip.body))
    return made if isinstance(made, Problem) else {page_path(slip.page): made}


def _brief(site: Site, slip: Slip) -> Files | Problem:
    put, files = Sent().shelved, {}
    earlier, later = (put(each) if each else None for each in (slip.earlier, slip.later))
    beside = Beside(earlier, later, tuple(map(put, slip.related)))
    for output in brief_outputs(site, put(slip.brief), beside):
        if output.path in slip.paths:
            made = output.make()
            if isinstance(made, Problem):
                return made
            files[output.path] = made if isinstance(made, bytes) else b"".join(made)
    return files


def lost(slip: Slip | PageSlip, reason: str) -> Files | Problem:
    """Say that a process broke on a brief or a page."""
    if isinstance(slip, PageSlip):
        return Problem(Location(slip.page.path), Kind.TEMPLATE_ERROR, f"the page could not be made: it {reason}")
    message = f"the pages of the brief {min(slip.paths)} could not be made: it {reason}"
    return Problem(Location("templates"), Kind.TEMPLATE_ERROR, message)


def maker(crew: Crew, frame: SiteFrame, body: Callable[[Page], bytes]) -> Make:
    """Return what makes the files of briefs and pages: a few here, many with the crew."""

    def make(due: Iterator[Due]) -> Iterator[tuple[Due, Files | Problem]]:
        first = list(_some(due, FEW))
        workers = Crew() if _weight(first) < FEW else crew
        waiting = deque[Due]()
        for made in workers.each(render, frame, _batches(chain(first, due), waiting, body), lost):
            yield waiting.popleft(), made

    return make


def _batches(
    due: Iterator[Due], waiting: deque[Due], body: Callable[[Page], bytes]
) -> Iterator[Batch[Slip | PageSlip]]:
    while some := list(_some(due, BATCH)):
        waiting.extend(some)
        yield Batch([_slip(each, body) for each in some], PATIENCE)


def _some(due: Iterator[Due], most: int) -> Iterator[Due]:
    """Yield as many of what is due as weigh so much together."""
    weight = 0
    while weight < most and (each := next(due, None)):
        weight += _weight([each])
        yield each


def _weight(due: Iterable[Due]) -> int:
    return sum(PAGE if isinstance(each.group.what, Page) else BRIEF for each in due)


def _slip(due: Due, body: Callable[[Page], bytes]) -> Slip | PageSlip:
    if isinstance(due.group.what, Page):
        return PageSlip(due.group.what, body(due.group.what))
    shelved, beside = cast("tuple[Shelved, Beside]", due.group.what)
    keeper = cast("Held", shelved.keeper)
    earlier, later = (keeper.packed(each, whole=False) if each else None for each in (beside.earlier, beside.later))
    related = tuple(keeper.packed(each, whole=False) for each in beside.related)
    return Slip(keeper.packed(shelved, whole=True), earlier, later, related, due.paths)
