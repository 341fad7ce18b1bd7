"""Sources that briefs share: what is known of each, what rests on it, and the directory of all."""

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.model.annotations import Source
from sitegen.model.entry import Counted, Entry, Spine
from sitegen.model.output import Output
from sitegen.model.vocabulary import Status
from sitegen.render.addresses import KINDS, SOURCES, source_path
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.directory import Directory, Row, directory_output
from sitegen.render.pages.kinds import kind_label
from sitegen.render.pages.listing import Listing, listing_outputs
from sitegen.render.site import Link, Site


class Resting(Struct, frozen=True):
    """What rests on a source, counted."""

    briefs: int
    quotes: int
    only: int
    """In how many briefs every quote goes back to it and to nothing else."""
    counts: tuple[tuple[Status, int], ...]
    """The quotes by status, in the order of Status."""


class Route(Struct, frozen=True):
    """Quotes of one brief that reach the page on one way."""

    chain: str
    """"Hindustan Times, citing Kyiv Post" """
    quotes: tuple[Counted, ...]


class Profile(Struct, frozen=True):
    """What sources.yaml says of a source."""

    id: str
    name: str
    kind: str
    kind_label: str
    also: tuple[str, ...]
    interest: str
    basis: str
    """Where the interest can be read: a web address, or text."""
    note: str


def source_outputs(site: Site, catalogue: Catalogue) -> Iterator[Output]:
    """Yield the pages of every shared source on which a quote rests, and the directory of these sources."""
    words = site.words
    found = catalogue.with_each(lambda spine: (id_ for tally, _ in spine.tallies for id_ in tally.shared_sources))
    named = [_profile(site, source) for source in site.shared if source.id in found]
    rows = []
    for profile in sorted(named, key=lambda each: (-len(found[each.id]), each.name, each.id)):
        resting = resting_on(profile.id, found[profile.id])
        yield from listing_outputs(site, catalogue, _listing(site, profile, resting, found[profile.id]))
        rows.append(_row(site, profile, resting))
    more = (Link(words("across.kinds"), KINDS),)
    about, empty = words("across.sources_about"), words("across.sources_empty")
    yield directory_output(site, Directory(SOURCES, words("across.sources"), about, rows, empty, more, name="sources"))


def resting_on(id_: str, spines: Sequence[Spine]) -> Resting:
    """Count what rests on a source; `spines` are those of the briefs in which something does."""
    statuses: Counter[Status] = Counter()
    for tally, count in (each for spine in spines for each in spine.tallies):
        statuses[tally.status] += count if id_ in tally.shared_sources else 0
    counts = tuple((status, statuses[status]) for status in Status if statuses[status])
    only = sum(spine.only_origin == id_ for spine in spines)
    return Resting(len(spines), statuses.total(), only, counts)


def routes(entry: Entry, id_: str) -> list[Route]:
    """Return the ways on which quotes of a brief come through a source, by their first quote."""
    ways: dict[str, list[Counted]] = {}
    for quote in entry.quotes:
        if id_ in quote.tally.shared_sources:
            ways.setdefault(quote.chain, []).append(quote)
    return [Route(chain, tuple(quotes)) for chain, quotes in ways.items()]


def _listing(site: Site, profile: Profile, resting: Resting, spines: Sequence[Spine]) -> Listing:
    def values() -> dict[str, object]:
        return {
            "source": profile,
            "resting": resting,
            "routes": lambda entry: routes(entry, profile.id),
        }

    return Listing(
        source_path(profile.id),
        profile.name,
        spines,
        site.words("across.source_about", name=profile.name),
        (Link(site.words("across.sources"), SOURCES),),
        "source.html",
        (profile, resting),
        values,
    )


def _profile(site: Site, source: Source) -> Profile:
    return Profile(
        source.id,
        source.name,
        source.kind,
        kind_label(site, source.kind),
        source.also,
        source.interest,
        source.interest_basis,
        source.note,
    )


def _row(site: Site, profile: Profile, resting: Resting) -> Row:
    words = site.words
    told = [words.count("across.briefs", resting.briefs), words.count("across.quotes", resting.quotes)]
    if resting.only:
        told.append(words.count("across.only_origin", resting.only))
    return Row(profile.name, source_path(profile.id), tuple(told), profile.kind_label, kind=profile.kind)
