"""Dates as people write them -> the form that annotation files take, where it is sure which day is meant."""

import re
from collections.abc import Iterator
from datetime import date

from sitegen.read.furniture import MONTHS

_MONTHS = tuple(name[:3] for name in MONTHS)
_NAME = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]*\.?"
_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})(?:[T ]+(?P<time>\d{1,2}:\d{2})(?::\d{2})?)?"
)
_PACKED = re.compile(r"(?P<year>[12]\d{3})(?P<month>\d{2})(?P<day>\d{2})")
_DOTTED = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
_EITHER = re.compile(r"(?P<one>\d{1,2})[/-](?P<other>\d{1,2})[/-](?P<year>\d{4})")
_DAY_NAME = re.compile(
    rf"(?:[a-z]+day,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_NAME}[ ,-]+(?P<year>\d{{4}})", re.IGNORECASE
)
_NAME_DAY = re.compile(
    rf"(?:[a-z]+day,? )?{_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.IGNORECASE
)
_NAME_YEAR = re.compile(rf"{_NAME},? (?P<year>\d{{4}})", re.IGNORECASE)


def iso_forms(typed: str) -> list[str]:
    """Return the dates that may be meant, as annotation files take them: one where it is sure, two where it is not."""
    return list(dict.fromkeys(form for form in _forms(typed.strip()) if _is_real(form)))


def _forms(typed: str) -> Iterator[str]:
    for pattern in (_YEAR_FIRST, _PACKED, _DOTTED, _DAY_NAME, _NAME_DAY):
        if found := pattern.fullmatch(typed):
            parts = found.groupdict()
            time = f"T{parts['time']:0>5}" if parts.get("time") else ""
            yield f"{parts['year']}-{_month(parts):02}-{int(parts['day']):02}{time}"
    if found := _EITHER.fullmatch(typed):
        one, other = int(found["one"]), int(found["other"])
        yield f"{found['year']}-{other:02}-{one:02}"
        yield f"{found['year']}-{one:02}-{other:02}"
    if found := _NAME_YEAR.fullmatch(typed):
        yield f"{found['year']}-{_month(found.groupdict()):02}"


def _month(parts: dict[str, str | None]) -> int:
    name = parts.get("name")
    return _MONTHS.index(name.lower()) + 1 if name else int(parts["month"] or 0)


def _is_real(form: str) -> bool:
    year, month, *rest = form.partition("T")[0].split("-")
    try:
        date(int(year), int(month), int(rest[0]) if rest else 1)
    except ValueError:
        return False
    return True
