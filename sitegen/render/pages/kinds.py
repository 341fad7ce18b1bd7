"""Kinds of sources: the briefs whose quotes rest on each, and the directory of all."""

from collections.abc import Iterator, Sequence
from functools import partial

from sitegen.model.entry import Spine
from sitegen.model.output import Output
from sitegen.render.addresses import KINDS, LABELS, SOURCES, kind_path
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.directory import Directory, Row, directory_output
from sitegen.render.pages.listing import Listing, listing_outputs
from sitegen.render.site import Link, Site


def kind_outputs(site: Site, catalogue: Catalogue) -> Iterator[Output]:
    """Yield a list for each kind that a quote rests on, and the directory of these kinds."""
    words = site.words
    found = catalogue.with_each(kinds_of)
    trail = (Link(words("across.kinds"), KINDS),)
    for kind in found:
        listing = Listing(
            kind_path(kind),
            words("across.kind_title", kind=kind_label(site, kind)),
            found[kind],
            words("across.kind_about"),
            trail,
            values=partial(dict, kind=kind),
        )
        yield from listing_outputs(site, catalogue, listing)
    rows = [_row(site, kind, found[kind]) for kind in site.kinds.sources if kind in found]
    more = (Link(words("across.sources"), SOURCES), Link(words("across.labels.title"), LABELS))
    about, empty = words("across.kinds_about"), words("across.kinds_empty")
    yield directory_output(site, Directory(KINDS, words("across.kinds"), about, rows, empty, more, name="kinds"))


def kinds_of(spine: Spine) -> set[str]:
    """Return the kinds of sources that quotes of a brief rest on."""
    return {kind for tally, _ in spine.tallies for kind in tally.kinds}


def kind_label(site: Site, kind: str) -> str:
    """Return a kind in a reader's words."""
    return site.words(f"kinds.{kind}.label")


def quotes_on(spines: Sequence[Spine], kind: str) -> int:
    """Count the quotes that rest on a kind."""
    return sum(count for spine in spines for tally, count in spine.tallies if kind in tally.kinds)


def _row(site: Site, kind: str, spines: Sequence[Spine]) -> Row:
    words = site.words
    told = words.count("across.briefs", len(spines)), words.count("across.quotes", quotes_on(spines, kind))
    text = words("across.kind_unverified") if kind in site.kinds.unverified else ""
    return Row(kind_label(site, kind), kind_path(kind), told, text, kind=kind)
