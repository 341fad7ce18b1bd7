"""Statistics: what a site's own selection looks like, counted over its published briefs."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import sha256

from msgspec import Struct

from sitegen.cache import encoded
from sitegen.model.entry import Spine
from sitegen.model.output import Output
from sitegen.model.vocabulary import Status
from sitegen.problems import Problem
from sitegen.render.addresses import STATISTICS, kind_path, source_path, status_name
from sitegen.render.heads import head
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.kinds import kind_label, kinds_of, quotes_on
from sitegen.render.pages.periods import QUARTER, YEAR, Periods, periods_of
from sitegen.render.pages.plots import Columns, columns_of, share_of
from sitegen.render.pages.statuses import Count, counts_of
from sitegen.render.site import Site

TOP = 20
"""Origins that are shown."""
AGES = (30, 90, 365, 1095)
"""Days up to which statuses are counted together; what is older comes last."""
UNITS = {1: "month", QUARTER: "quarter", YEAR: "year"}
NAMES = (*Status, "mixed")
"""Of the badges of briefs, in the order in which they are stacked."""


class Bar(Struct, frozen=True):
    """A row of a table with a bar in it."""

    name: str
    counts: tuple[int, ...]
    """The first one is what the bar shows."""
    share: float
    """Of the longest bar, in per cent."""
    path: str = ""
    """The page of what it counts, where there is one."""
    kind: str = ""


class Span(Struct, frozen=True):
    """How many briefs of one period have which badge."""

    name: str
    counts: tuple[int, ...]
    """In the order of the badges that are shown."""


class Statistics(Struct, frozen=True):
    """All numbers of the page."""

    briefs: int
    quotes: int
    first: str
    """The earliest day, ISO 8601; empty where no brief names one."""
    last: str
    unit: str
    """What a column stands for: "month", "quarter" or "year"."""
    badges: tuple[tuple[str, int], ...]
    """The statuses that badges have, "mixed" last, and how many have each."""
    columns: Columns
    spans: tuple[Span, ...]
    counts: tuple[Count, ...]
    origins: tuple[Bar, ...]
    more_origins: int
    """How many are not shown."""
    kinds: tuple[Bar, ...]
    changes: tuple[Bar, ...]
    ages: tuple[Bar, ...]
    latest: str
    """The day to which ages are counted: the latest that any brief names, since no clock is asked."""


def statistics_output(site: Site, catalogue: Catalogue) -> Output:
    """Return the page of statistics; it is counted anew when anything changes that is counted."""
    spines = catalogue.listed
    key = site.key("statistics", sha256(encoded(list(map(_counted, spines)))).hexdigest())
    return Output(STATISTICS, key, lambda: _page(site, statistics_of(site, spines)))


def _counted(spine: Spine) -> tuple[object, ...]:
    """Return all of a brief that any number follows from."""
    return spine.date, spine.updated, spine.badge_status, spine.counts, spine.tallies, spine.origins


def statistics_of(site: Site, spines: Sequence[Spine]) -> Statistics:
    """Count all that the page shows."""
    days = sorted(spine.date for spine in spines if spine.date)
    latest = max((spine.updated for spine in spines), default="")
    periods = periods_of(days)
    badges = Counter(_badge(spine) for spine in spines)
    shown = [str(name) for name in NAMES if badges[str(name)]]
    rows = _rows(spines, periods, shown)
    origins = _origins(spines)
    names = [_period_name(site, start, periods) for start in periods.starts]
    return Statistics(
        len(spines),
        sum(spine.quotes_counted for spine in spines),
        days[0] if days else "",
        days[-1] if days else "",
        UNITS[periods.months],
        tuple((name, badges[name]) for name in shown),
        columns_of(rows, [start[:4] for start in periods.starts]),
        tuple(Span(name, tuple(row.values())) for name, row in zip(names, rows, strict=True)),
        tuple(counts_of(spines)),
        tuple(origins[:TOP]),
        max(0, len(origins) - TOP),
        tuple(_kinds(site, spines)),
        tuple(_changes(site, spines)),
        tuple(_ages(site, spines, latest)),
        latest,
    )


def _badge(spine: Spine) -> str:
    return status_name(spine.badge_status)


def _rows(spines: Iterable[Spine], periods: Periods, shown: Sequence[str]) -> list[dict[str, int]]:
    rows = [dict.fromkeys(shown, 0) for _ in periods.starts]
    for spine in spines:
        place = periods.place_of(spine.date)
        if place is not None:
            rows[place][_badge(spine)] += 1
    return rows


def _period_name(site: Site, start: str, periods: Periods) -> str:
    year, month = start[:4], int(start[5:7])
    if periods.months == QUARTER:
        return site.words("across.statistics.quarter", n=month // QUARTER + 1, year=year)
    return year if periods.months == YEAR else site.words.day(start)


def _bars(found: Iterable[tuple[str, tuple[int, ...], str, str]]) -> list[Bar]:
    rows = list(found)
    most = max((counts[0] for _, counts, _, _ in rows), default=0)
    return [Bar(name, counts, share_of(counts[0], most), path, kind) for name, counts, path, kind in rows]


def _origins(spines: Iterable[Spine]) -> list[Bar]:
    """Count the briefs that go back to each shared or named origin; a name that is not shared counts by its kind."""
    briefs: Counter[tuple[str, str, str]] = Counter()
    only: Counter[tuple[str, str, str]] = Counter()
    names: dict[str, str] = {}
    for spine in spines:
        found = {
            (origin.shared, "" if origin.shared else origin.name, origin.kind)
            for origin in spine.origins
            if origin.shared or origin.name
        }
        names |= {origin.shared: origin.name for origin in spine.origins if origin.shared}
        briefs.update(found)
        only.update(found if len(spine.origins) == 1 else ())
    ordered = sorted(briefs, key=lambda each: (-briefs[each], each[1] or names[each[0]], each))
    return _bars(
        (name or names[shared], (briefs[shared, name, kind], only[shared, name, kind]), _source(shared), kind)
        for shared, name, kind in ordered
    )


def _source(shared: str) -> str:
    return source_path(shared) if shared else ""


def _kinds(site: Site, spines: Sequence[Spine]) -> list[Bar]:
    """Count the briefs and quotes that rest on each kind, the most frequent first."""
    briefs = Counter(kind for spine in spines for kind in kinds_of(spine))
    ordered = sorted(briefs, key=lambda kind: (-briefs[kind], kind))
    return _bars(
        (kind_label(site, kind), (briefs[kind], quotes_on(spines, kind)), kind_path(kind), kind) for kind in ordered
    )


def _changes(site: Site, spines: Iterable[Spine]) -> list[Bar]:
    """Count the changes of status, by what they were from and to."""
    found: Counter[tuple[Status, Status]] = Counter()
    for tally, count in (each for spine in spines for each in spine.tallies):
        found.update({(change.old, change.new): 0 for change in tally.changes})
        for change in tally.changes:
            found[change.old, change.new] += count
    order = list(Status)
    ordered = sorted(found, key=lambda each: (-found[each], order.index(each[0]), order.index(each[1])))
    words = site.words
    return _bars(
        (
            words("across.statistics.change", old=words(f"status.{old}.label"), new=words(f"status.{new}.label")),
            (found[old, new],),
            "",
            "",
        )
        for old, new in ordered
    )


def _ages(site: Site, spines: Iterable[Spine], latest: str) -> list[Bar]:
    """Count the quotes by how long before the latest day the day of their status is."""
    end = _ordinal(latest)
    counts = [0] * (len(AGES) + 1)
    for spine in spines:
        start = _ordinal(spine.date)
        if start and end:
            counts[sum(end - start > age for age in AGES)] += spine.quotes_counted
    if not any(counts):
        return []
    return _bars((site.words(f"across.statistics.ages.{n}"), (count,), "", "") for n, count in enumerate(counts, 1))


def _ordinal(day: str) -> int:
    """Return the number of a whole day; 0 for what is less than one."""
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return 0


def _page(site: Site, numbers: Statistics) -> bytes | Problem:
    words = site.words
    title = words("page.title", title=words("across.statistics.title"), site=site.settings.title)
    values = {
        "page": head(site, STATISTICS, title, words("across.statistics.about")),
        "numbers": numbers,
        "months_title": words(f"across.statistics.months.title.{numbers.unit}"),
    }
    return site.press.fill("statistics.html", values)
