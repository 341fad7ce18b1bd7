"""Spans: the stretches of tokens that candidates are cut to, without marks and small words at their edges."""

from collections.abc import Iterator

from sitegen.analyse.columns import Columns

Stretch = tuple[int, int]
"""First and last token, both included."""

MARKS = frozenset({'"', "“", "”", "''", "``"})
"""Double quotation marks as tokens."""
_EDGES = frozenset({",", ".", ";", ":", "!", "?", "-", "--", "–", "—", "…", "...", "that"})
_BREAKS = frozenset({",", "--", "—", "–", ";", "(", ":"})
_SHORTEST = 4
"""Tokens of a stretch without a verb that can still say something: "his climate change plan"."""


def trimmed(columns: Columns, first: int, last: int) -> Stretch | None:
    """Return a stretch without marks and "that" at its edges; None where it says nothing."""
    lower, changed = columns.lowers, True
    while changed:
        changed = False
        while first <= last and lower[first] in _EDGES:
            first, changed = first + 1, True
        while first <= last and lower[last] in _EDGES:
            last, changed = last - 1, True
        if first <= last and (lower[first] in MARKS or lower[last] in MARKS):
            inner = _unmarked(columns, first, last)
            changed = inner != (first, last)
            first, last = inner
    return _closed(columns, first, last) if _says_something(columns, first, last) else None


def shorter(columns: Columns, first: int, last: int) -> Iterator[Stretch]:
    """Yield the stretches that end at a mark inside one, or before another verb joined to it by "and"."""
    length = last - first
    for token in range(first + max(2, length // 5), last - max(1, length // 8)):
        if columns.lowers[token] in _BREAKS or _joins_verbs(columns, token):
            yield first, token - 1


def completed(columns: Columns, first: int, last: int) -> Iterator[Stretch]:
    """Yield a stretch with the rest of a quotation that it holds one mark of, past the sentence if need be."""
    marks = [token for token in range(first, last + 1) if columns.lowers[token] in MARKS]
    if len(marks) % 2 == 0:
        return
    after = _mark_in(columns, range(last + 1, len(columns.lowers)))
    if after is not None and columns.lowers[marks[-1]] != "”":
        yield first, after
    elif (before := _mark_in(columns, range(first - 1, -1, -1))) is not None:
        yield before, last


def _mark_in(columns: Columns, tokens: range) -> int | None:
    return next((token for token in tokens if columns.lowers[token] in MARKS), None)


def _unmarked(columns: Columns, first: int, last: int) -> Stretch:
    """Return a stretch without the quotation marks around it, nor one at its edge that has no partner inside."""
    count = sum(form in MARKS for form in columns.lowers[first : last + 1])
    starts, ends = columns.lowers[first] in MARKS, columns.lowers[last] in MARKS
    if count == 2 and starts and ends:  # noqa: PLR2004  (a pair)
        return first + 1, last - 1
    if count % 2:
        return (first + 1, last) if starts else (first, last - 1)
    return first, last


def _closed(columns: Columns, first: int, last: int) -> Stretch:
    """Return a stretch with the quotation mark that only a stop or comma keeps from it."""
    if sum(form in MARKS for form in columns.lowers[first : last + 1]) % 2:
        for token in range(last + 1, min(last + 3, len(columns.lowers))):
            if columns.lowers[token] in MARKS:
                return first, token
            if columns.lowers[token] not in _EDGES:
                break
    return first, last


def _says_something(columns: Columns, first: int, last: int) -> bool:
    """Say whether a stretch has a verb, or words enough to be understood without one."""
    if last - first + 1 >= _SHORTEST:
        return True
    return any(tag[0] == "V" or tag == "MD" for tag in columns.tags[first : last + 1])


def _joins_verbs(columns: Columns, token: int) -> bool:
    if columns.deps[token] != "cc":
        return False
    other = columns.child(columns.heads[token], "conj")
    return other is not None and columns.tags[other][0] == "V"
