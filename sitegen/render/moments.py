"""Days as the date-times of RFC 3339, which feeds and annotations need."""

import re

EPOCH = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: it must say so, and no clock may."""


def moment(day: str) -> str:
    """Return an ISO 8601 day, month or moment as the date-time that feeds need (RFC 3339): when it began."""
    if not day:
        return EPOCH
    date, _, time = day.partition("T")
    full = f"{date}-01-01"[:10]
    match = re.fullmatch(r"(\d\d:\d\d)(:\d\d)?(Z|[+-]\d\d:\d\d)", time)
    return f"{full}T{match[1]}{match[2] or ':00'}{match[3]}" if match else f"{full}T00:00:00Z"
