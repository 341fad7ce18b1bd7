"""Values that begin with a quotation mark: where they end, and what is meant where they end too early."""

import re
from typing import NamedTuple

_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*'", re.DOTALL)
_ESCAPE = re.compile(r'\\(?![0abt\tnvfre "/\\N_LPxuU\n])')


class Mistake(NamedTuple):
    """A value that YAML reads otherwise than it is meant."""

    column: int
    """From the beginning of the value."""
    message: str
    meant: str
    """The text that is meant."""


def end_of_quoted(value: str) -> int | None:
    """Return where a value that begins with a quotation mark ends, None where it is never closed."""
    found = (_DOUBLE if value.startswith('"') else _SINGLE).match(value)
    return found.end() if found else None


def diagnose_quoted(value: str) -> Mistake | None:
    """Return what is wrong with a value on one line that begins with a quotation mark."""
    mark = value[0]
    end = end_of_quoted(value)
    if end is None:
        return Mistake(0, f"the quotation mark {mark} is never closed", _unclosed(value))
    rest = value[end:]
    if rest and not re.match(r"\s+#|\s*$", rest):
        what = (
            "the quotation marks end here, but the text goes on" if mark == '"' else "the apostrophe ends the text here"
        )
        return Mistake(end, what, _meant(value))
    escape = _ESCAPE.search(value) if mark == '"' else None
    if escape:
        return Mistake(
            escape.start(), "a backslash between double quotation marks changes the text", value[1 : end - 1]
        )
    return None


def _unclosed(value: str) -> str:
    return value[1:].strip()


def _meant(value: str) -> str:
    """Return the text without a pair of marks around the whole of it; other marks are the text's own."""
    mark = value[0]
    first = value.index(mark, 1)
    around = len(value) > 1 and value.endswith(mark)
    opens_again = value[first - 1].isspace() or (
        first + 1 < len(value) and value[first - 1].isalnum() and value[first + 1].isalnum()
    )
    return value[1:-1] if around and opens_again else value
