"""Statuses: how many quotes have each, the briefs that those stand in, and the directory of all nine."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from msgspec import Struct

from sitegen.model.entry import Spine
from sitegen.model.output import Output
from sitegen.model.vocabulary import Status
from sitegen.render.addresses import LABELS, STATUSES, status_path
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.directory import Directory, Row, directory_output
from sitegen.render.pages.listing import Listing, listing_outputs
from sitegen.render.site import Link, Site


class Count(Struct, frozen=True):
    """How many quotes have a status, and in how many briefs they stand."""

    status: Status
    quotes: int
    briefs: int


def counts_of(spines: Iterable[Spine]) -> list[Count]:
    """Count the quotes of each status that any has, in the order of Status."""
    quotes: Counter[Status] = Counter()
    briefs: Counter[Status] = Counter()
    for spine in spines:
        for status, count in spine.counts:
            quotes[status] += count
            briefs[status] += 1
    return [Count(status, quotes[status], briefs[status]) for status in Status if quotes[status]]


def status_outputs(site: Site, catalogue: Catalogue) -> Iterator[Output]:
    """Yield a list for each status that a quote has, and the directory of all statuses."""
    words = site.words
    trail = (Link(words("across.statuses"), STATUSES),)
    found = catalogue.with_each(lambda spine: (status for status, _ in spine.counts))
    counts = {count.status: count for count in counts_of(catalogue.spines)}
    for status in counts:
        label, explained = words(f"status.{status}.label"), words(f"status.{status}.explained")
        listing = Listing(
            status_path(status),
            words("across.status_title", label=label),
            found[status],
            explained,
            trail,
            values=partial(dict, status=status),
        )
        yield from listing_outputs(site, catalogue, listing)
    rows = [_row(site, status, counts.get(status)) for status in Status]
    more = (Link(words("across.labels.title"), LABELS),)
    about = words("across.statuses_about")
    yield directory_output(site, Directory(STATUSES, words("across.statuses"), about, rows, "", more, name="statuses"))


def _row(site: Site, status: Status, count: Count | None) -> Row:
    words = site.words
    told = (
        (words.count("across.quotes", count.quotes), words.count("across.in_briefs", count.briefs))
        if count
        else (words.count("across.quotes", 0),)
    )
    path = status_path(status) if count else ""
    return Row(words(f"status.{status}.label"), path, told, words(f"status.{status}.explained"), status)
