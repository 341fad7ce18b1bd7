"""Days: which day or range a word such as "yesterday" or "last week" means, counted from the article's date."""

import re
from datetime import date, timedelta
from typing import NamedTuple

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK = 7
_COUNTED = "one two three four five six seven eight nine ten"
_NUMBERS = {word: number for number, word in enumerate(_COUNTED.split(), 1)}
_AGO = re.compile(rf"\b(\d\d?|a|{'|'.join(_NUMBERS)}) (day|week)s? (?:ago|earlier)\b", re.IGNORECASE)
_LAST = re.compile(rf"\blast (week|month|year|night|{'|'.join(_DAYS)})\b", re.IGNORECASE)
_ON = re.compile(rf"\bon ({'|'.join(_DAYS)})\b", re.IGNORECASE)
_YESTERDAY = re.compile(r"\byesterday\b", re.IGNORECASE)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class Days(NamedTuple):
    """A stretch of days, ISO 8601: one day, a month or a year where `last` is empty."""

    first: str
    last: str = ""


def days_meant(words: str, published: str) -> Days | None:
    """Return the days that words mean in an article of an ISO 8601 date; None where either does not say.

    Weeks run from Monday to Sunday (ISO 8601). A day of the week is the last such day before that of publication.
    """
    found = _LAST.search(words)
    if published and found and found[1].lower() in ("month", "year"):
        return _calendar(found[1].lower(), published)
    if not _ISO_DAY.match(published):
        return None
    day = date.fromisoformat(published[:10])
    if _YESTERDAY.search(words):
        return Days((day - timedelta(days=1)).isoformat())
    if found := found or _ON.search(words):
        return _named(found[1].lower(), day)
    if found := _AGO.search(words):
        return _ago(found[1].lower(), found[2].lower(), day)
    return None


def _calendar(unit: str, published: str) -> Days | None:
    """Return last month or last year, as far as the date is sure."""
    year = int(published[:4])
    if unit == "year":
        return Days(str(year - 1))
    if len(published) < len("2023-07"):
        return None
    month = int(published[5:7]) - 1
    return Days(f"{year}-{month:02}") if month else Days(f"{year - 1}-12")


def _named(name: str, day: date) -> Days:
    """Return last week, last night, or the last such day of the week before a day."""
    if name == "night":
        return Days((day - timedelta(days=1)).isoformat())
    if name == "week":
        return _week_before(day)
    back = (day.weekday() - _DAYS.index(name)) % _WEEK or _WEEK
    return Days((day - timedelta(days=back)).isoformat())


def _ago(number: str, unit: str, day: date) -> Days | None:
    """Return the day so many days ago; weeks are too rough for a day, but not for a week."""
    count = _NUMBERS.get(number, 1) if not number.isdigit() else int(number)
    if unit == "day":
        return Days((day - timedelta(days=count)).isoformat())
    return _week_before(day, count)


def _week_before(day: date, weeks: int = 1) -> Days:
    monday = day - timedelta(days=day.weekday() + _WEEK * weeks)
    return Days(monday.isoformat(), (monday + timedelta(days=_WEEK - 1)).isoformat())
