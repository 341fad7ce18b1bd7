"""Date lines: "Jul 18, 2023 11:27 AM IST" -> as much of an ISO 8601 date as is sure."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache

from sitegen.model.article import Dating
from sitegen.read.furniture import MONTHS

_MONTHS = {form: number for number, name in enumerate(MONTHS, 1) for form in (name, name[:3])} | {"sept": 9}
_MONTH = rf"(?P<%s>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_YEAR = r"(?P<%s>(?:19|20)\d\d)\b"
_DAY = r"\b(?P<%s>\d{1,2})(?:st|nd|rd|th)?\b"
_DATE = "|".join(
    (
        rf"\b{_YEAR % 'y1'}-(?P<m1>\d\d?)-(?P<d1>\d\d?)(?:T(?=\d)|\b)",
        rf"\b{_YEAR % 'y2'}/(?P<m2>\d\d?)/(?P<d2>\d\d?)\b",
        rf"\b{_MONTH % 'm3'}\s*{_DAY % 'd3'},?\s*{_YEAR % 'y3'}",
        rf"{_DAY % 'd4'}(?:\s+of)?[\s-]*{_MONTH % 'm4'},?[\s-]*{_YEAR % 'y4'}",
        rf"{_DAY % 'd5'}\.(?P<m5>\d\d?)\.{_YEAR % 'y5'}",
        rf"\b(?P<a6>\d\d?)/(?P<b6>\d\d?)/{_YEAR % 'y6'}",
        rf"\b{_MONTH % 'm7'},?\s*{_YEAR % 'y7'}",
    )
)
_CLOCK = r"(?<!\d)(?P<hour>\d\d?)(?:[:.h](?P<minute>\d\d)(?:[:.]\d\d(?:\.\d+)?)?)?\s*(?P<half>[ap]\.?\s?m\b\.?)?"
_OFFSET = r"(?:UTC|GMT)?\s*(?P<sign>[+\-−])(?P<hours>\d\d?)(?::?(?P<minutes>\d\d))?(?!\d)"
_ZONE = rf"\s*\(?(?:{_OFFSET}|(?P<zone>Z|[A-Z]{{2,5}})(?![A-Za-z]))\)?"
# Only these mean one offset everywhere: IST is India's, Israel's or Ireland's.
_SURE = frozenset({"Z", "UTC", "GMT"})
_LATER = re.compile(r"\b(?:updated?|modified|edited|revised)\b", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:published|posted|created)\b", re.IGNORECASE)
_ISSUED = re.compile(r"\b(?:updated?|modified|published|posted)\b", re.IGNORECASE)
_AGO = re.compile(r"\b(?:an?|\d+)\s+(?:min(?:ute)?s?|hours?|days?|weeks?)\s+ago\b|\bjust now\b", re.IGNORECASE)
_LABEL = (
    r"(?:first|originally|published|publish(?:ed)? date|publication date|posted|created|last|updated?|modified|edited"
    r"|revised|issued|date|time|on|at|hrs|hours|local|(?:\d+|one)\s+min(?:ute)?s?\s+read"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)"
)
_LONGEST = 160
"""Characters of a date line."""
_CENTURIES = ("19", "20")
"""With one of these begins the year of every date."""

# Many articles have no date at all, and these take long to compile.


@cache
def _dates() -> re.Pattern[str]:
    return re.compile(_DATE, re.IGNORECASE)


@cache
def _times() -> re.Pattern[str]:
    # Zones stand in capitals, so that "at" and "on" are none; "am" is one or the other by its letters.
    return re.compile(rf"(?i:{_CLOCK})(?:{_ZONE})?")


@cache
def _labels() -> re.Pattern[str]:
    return re.compile(rf"\b{_LABEL}\b\.?", re.IGNORECASE)


@cache
def _trailing() -> re.Pattern[str]:
    return re.compile(rf"(?:[\s|•·,–—:(/-]|\b{_LABEL}\b\.?)+$", re.IGNORECASE)


def is_date_line(words: str) -> bool:
    """Say whether a line holds nothing but dates, times and their labels."""
    if len(words) > _LONGEST:
        return False
    rest = _AGO.sub(" ", _dates().sub(" ", words) if _may_date(words) else words)
    # A time of day alone heads an entry of a live report.
    if rest == words and not _ISSUED.search(words):
        return False
    rest = _times().sub(lambda found: " " if _is_time(found) else found[0], rest)
    return rest != words and not any(map(str.isalnum, _labels().sub(" ", rest)))


def without_dates(words: str) -> str:
    """Return a line up to its first date and the label before it: what is left of a byline."""
    found = _dates().search(words) if len(words) <= _LONGEST and _may_date(words) else None
    return _trailing().sub("", words[: found.start()]) if found else words


def _may_date(words: str) -> bool:
    return any(century in words for century in _CENTURIES)


def first_dating(lines: Iterable[str], zones: Mapping[str, str]) -> Dating | None:
    """Return when date lines say that the article was published; a line that only says "updated" comes last."""
    ordered = sorted(lines, key=lambda line: bool(_LATER.search(line)) and not _FIRST.search(line))
    return next((dating for line in ordered if (dating := find_dating(line.strip(" |•·,–—-"), zones))), None)


def find_dating(words: str, zones: Mapping[str, str]) -> Dating | None:
    """Return when a date line says that the article was published; `zones`: abbreviation -> offset ("+05:30").

    Of several dates the first that is not labelled "updated" counts, else the first.
    """
    dates = [found for found in _dates().finditer(words) if _day_of(found)]
    if not dates:
        return None
    begins = [0, *(found.end() for found in dates)]
    labels = [words[begin : found.start()] for begin, found in zip(begins, dates, strict=False)]
    chosen = next((number for number, label in enumerate(labels) if not _LATER.search(label)), 0)
    after = words[dates[chosen].end() : dates[chosen + 1].start() if chosen + 1 < len(dates) else len(words)]
    day = _day_of(dates[chosen])
    time = _find_time(after) or (_find_time(labels[0]) if chosen == 0 else None)
    time = time if len(day) == len("2023-07-18") else None
    return Dating(words, day + _clock(time) + _offset(time, zones) if time else day, (time and time["zone"]) or "")


def _day_of(found: re.Match[str]) -> str:
    """Return "2023-07-18" or "2023-07"; empty where the date does not exist or day and month cannot be told apart."""
    parts = {name: value for name, value in found.groupdict().items() if value}
    form = next(iter(parts))[1]
    year, month, day = int(parts[f"y{form}"]), parts.get(f"m{form}", ""), int(parts.get(f"d{form}", 0))
    number = _MONTHS.get(month.lower()) or int(month or 0)
    if "a6" in parts:
        number, day = _month_and_day(int(parts["a6"]), int(parts["b6"]))
    try:
        return date(year, number, day).isoformat() if day else date(year, number, 1).isoformat()[:7]
    except ValueError:
        return ""


def _month_and_day(first: int, second: int) -> tuple[int, int]:
    """Tell 18/07 from 07/18; (0, 0) where both could be meant."""
    if first == second or second > 12:  # noqa: PLR2004  (months of a year)
        return first, second
    return (second, first) if first > 12 else (0, 0)  # noqa: PLR2004  (the same)


def _is_time(found: re.Match[str]) -> bool:
    """Say whether this is a time of day; a bare number is none."""
    return bool(found["minute"] or found["half"])


def _find_time(words: str) -> re.Match[str] | None:
    """Return the first time of day that exists."""
    return next((found for found in _times().finditer(words) if _is_time(found) and _clock(found)), None)


def _clock(found: re.Match[str]) -> str:
    """Return "T11:27", empty where there is no such time."""
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()
    if half:
        hour = hour % 12 + 12 * half.startswith("p") if 1 <= hour <= 12 else 24  # noqa: PLR2004  (hours)
    return f"T{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004  (hours, minutes)


def _offset(found: re.Match[str], zones: Mapping[str, str]) -> str:
    """Return "+05:30"; empty where the line has no zone, or one that stands for several."""
    if found["sign"]:
        sign = "+" if found["sign"] == "+" else "-"
        return f"{sign}{int(found['hours']):02d}:{found['minutes'] or '00'}"
    zone = found["zone"] or ""
    return "+00:00" if zone in _SURE else zones.get(zone, "")
