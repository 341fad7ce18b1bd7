"""Periods of time that a plot has columns for: months, or what is longer where there would be too many of them."""

from collections.abc import Iterable

from msgspec import Struct

MOST = 24
"""Columns that stay legible on a phone."""
QUARTER, YEAR = 3, 12
"""In months."""


class Periods(Struct, frozen=True):
    """Periods of one length, one after the other, without a gap."""

    months: int
    """How long each is: 1, 3 or 12."""
    starts: tuple[str, ...]
    """The month in which each begins, as in "2024-04", the earliest first."""

    def place_of(self, day: str) -> int | None:
        """Return the place of the period that a day is in; None for a text that does not name one of its months."""
        if len(day) < len("2024-04"):
            return None
        place = (_month(day) - _month(self.starts[0])) // self.months if self.starts else -1
        return place if 0 <= place < len(self.starts) else None


def periods_of(days: Iterable[str]) -> Periods:
    """Return the periods from the first to the last of these days, in months if these are no more than MOST."""
    months = [_month(day) for day in days if len(day) >= len("2024-04")]
    if not months:
        return Periods(1, ())
    first, last = min(months), max(months)
    length = next((each for each in (1, QUARTER) if last // each - first // each < MOST), YEAR)
    starts = range(first // length * length, last + 1, length)
    return Periods(length, tuple(f"{start // YEAR:04}-{start % YEAR + 1:02}" for start in starts))


def _month(day: str) -> int:
    """Return the number of a day's month, counted from the year 0."""
    return int(day[:4]) * YEAR + int(day[5:7]) - 1
