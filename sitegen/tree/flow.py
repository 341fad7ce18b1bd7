"""Values in brackets: where they end, and their entries put right one by one."""

import re
from collections.abc import Iterator

from sitegen.tree.events import is_sound
from sitegen.tree.mistakes import diagnose
from sitegen.tree.wording import quoted

_PAIRS = {"[": "]", "{": "}"}
_ENTRY = re.compile(r"""\s*(?P<key>[^\s:"'\[{][^:"']*+|"[^"]*"|'[^']*')\s*:(?:\s++|$)(?P<value>.*\S)\s*""", re.DOTALL)


def end_of_flow(value: str) -> int | None:
    """Return where a value that begins with a bracket ends, None where it is never closed."""
    depth = 0
    for place, mark in _marks(value):
        depth += 1 if mark in _PAIRS else -1 if mark in _PAIRS.values() else 0
        if depth == 0:
            return place + 1
    return None


def mend_flow(value: str) -> tuple[str, str] | None:
    """Return a bracketed value with the entries put right that YAML cannot read, and the first of those as typed."""
    first = ""
    entries: list[str] = []
    for entry in _entries(value[1:-1]):
        mended = _mend_entry(entry, value[0])
        first = first or (entry.strip() if mended != entry else "")
        entries.append(mended)
    whole = f"{value[0]}{','.join(entries)}{value[-1]}"
    return (whole, first) if first and is_sound(f"x: {whole}") else None


def _mend_entry(entry: str, bracket: str) -> str:
    if is_sound(f"{bracket}{entry}{_PAIRS[bracket]}"):
        return entry
    found = _ENTRY.fullmatch(entry) if bracket == "{" else None
    text = found["value"] if found else entry.strip()
    mistake = diagnose(text) if text else None
    lead = entry[: len(entry) - len(entry.lstrip())]
    safe = quoted(mistake.meant if mistake else text)
    return f"{lead}{found['key'].rstrip()}: {safe}" if found else f"{lead}{safe}"


def _entries(inside: str) -> Iterator[str]:
    """Yield what stands between the commas of the outermost brackets."""
    start = depth = 0
    for place, mark in _marks(inside):
        depth += 1 if mark in _PAIRS else -1 if mark in _PAIRS.values() else 0
        if mark == "," and depth == 0:
            yield inside[start:place]
            start = place + 1
    yield inside[start:]


def _marks(value: str) -> Iterator[tuple[int, str]]:
    """Yield brackets and commas with their places, those in quotation marks left out."""
    quote = ""
    before = ","
    for place, mark in enumerate(value):
        if quote:
            quote = "" if mark == quote else quote
        elif mark in "\"'" and before in "[{,:":
            quote = mark
        elif mark in "[]{},":
            yield place, mark
        before = mark if not mark.isspace() else before
