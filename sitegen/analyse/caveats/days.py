"""Days: which day or range a word such as "yesterday" or "last week" means, counted from the article's date."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK = 7
_COUNTED = "one two three four five six seven eight nine ten"
_NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(), 1)}
_DAY = "|".join(_DAYS)
_DATED = re.compile(
    rf"""
    (?P<yesterday>\b yesterday \b)
    | \b (?:(?:early|earlier|late|later|mid) \s+)? last \s+ (?P<last>week|month|year|night|{_DAY}) \b
    | \b on \s+ (?P<on>{_DAY}) \b
    | \b (?P<number>\d\d?|a|{"|".join(_NUMBERS)}) \s+ (?P<unit>day|week)s? \s+ (?:ago|earlier) \b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Days(NamedTuple):
    """A stretch of days, ISO 8601: one day, a month or a year where `last` is empty."""

    first: str
    last: str = ""


def dated_words(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the words of a stretch that date something from the day of writing or speaking."""
    return _DATED.finditer(text, start, end)


def days_meant(words: re.Match[str], published: str) -> Days | None:
    """Return the days that words mean in an article of an ISO 8601 date; None where that does not say.

    Weeks run from Monday to Sunday (ISO 8601). "On Monday" is the last Monday up to the day of
    publication, "last Monday" the last one before it.
    """
    last = (words["last"] or words["on"] or "").lower()
    if published and last in ("month", "year"):
        return _calendar(last, published)
    if not _ISO_DAY.match(published):
        return None
    day = date.fromisoformat(published[:10])
    if last:
        return _named(last, day, same=bool(words["on"]))
    count = 1 if words["yesterday"] else _number(words["number"].lower())
    if words["unit"] and words["unit"].lower() == "week":
        return _week_before(day, count)
    return Days((day - timedelta(days=count)).isoformat())


def _calendar(unit: str, published: str) -> Days | None:
    """Return last month or last year, as far as the date is sure."""
    if not published:
        return None
    year = int(published[:4])
    if unit == "year":
        return Days(str(year - 1))
    if len(published) < len("2023-07"):
        return None
    month = int(published[5:7]) - 1
    return Days(f"{year}-{month:02}") if month else Days(f"{year - 1}-12")


def _named(name: str, day: date, *, same: bool) -> Days:
    """Return last week, last night, or the last such day of the week before a day, or that day itself."""
    if name == "night":
        return Days((day - timedelta(days=1)).isoformat())
    if name == "week":
        return _week_before(day)
    back = (day.weekday() - _DAYS.index(name)) % _WEEK
    back += _WEEK if not back and not same else 0
    return Days((day - timedelta(days=back)).isoformat())


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word, 1)


def _week_before(day: date, weeks: int = 1) -> Days:
    """Return a week from Monday to Sunday, so many weeks before that of a day."""
    monday = day - timedelta(days=day.weekday() + _WEEK * weeks)
    return Days(monday.isoformat(), (monday + timedelta(days=_WEEK - 1)).isoformat())
