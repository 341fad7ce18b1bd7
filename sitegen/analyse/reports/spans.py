"""Spans: the stretches of tokens that candidates are cut to, without marks and small words at their edges."""

from collections.abc import Iterator

from sitegen.analyse.reports.words import Words

Stretch = tuple[int, int]
"""First and last token, both included."""

MARKS = frozenset({'"', "“", "”", "''", "``"})
"""Double quotation marks as tokens."""
_EDGES = frozenset({",", ".", ";", ":", "!", "?", "-", "--", "–", "—", "…", "...", "that"})
_BREAKS = frozenset({",", "--", "—", "–", ";", "(", ":"})
_SHORTEST = 4
"""Tokens of a stretch without a verb that can still say something: "his climate change plan"."""


def trimmed(words: Words, first: int, last: int) -> Stretch | None:
    """Return a stretch without marks and "that" at its edges; None where it says nothing."""
    lower, changed = words.lower, True
    while changed:
        changed = False
        while first <= last and lower[first] in _EDGES:
            first, changed = first + 1, True
        while first <= last and lower[last] in _EDGES:
            last, changed = last - 1, True
        if first <= last and (lower[first] in MARKS or lower[last] in MARKS):
            inner = _unmarked(words, first, last)
            changed = inner != (first, last)
            first, last = inner
    return (first, last) if _says_something(words, first, last) else None


def shorter(words: Words, first: int, last: int) -> Iterator[Stretch]:
    """Yield the stretches that end at a mark inside one, or before another verb joined to it by "and"."""
    length = last - first
    for token in range(first + max(2, length // 5), last - max(1, length // 8)):
        if words.lower[token] in _BREAKS or _joins_verbs(words, token):
            yield first, token - 1


def _unmarked(words: Words, first: int, last: int) -> Stretch:
    """Return a stretch without the quotation marks around it, nor one at its edge that has no partner inside."""
    count = sum(form in MARKS for form in words.lower[first : last + 1])
    starts, ends = words.lower[first] in MARKS, words.lower[last] in MARKS
    if count == 2 and starts and ends:  # noqa: PLR2004  (a pair)
        return first + 1, last - 1
    if count % 2:
        return (first + 1, last) if starts else (first, last - 1)
    return first, last


def _says_something(words: Words, first: int, last: int) -> bool:
    """Say whether a stretch has a verb, or words enough to be understood without one."""
    if last - first + 1 >= _SHORTEST:
        return True
    return any(tag[0] == "V" or tag == "MD" for tag in words.tags[first : last + 1])


def _joins_verbs(words: Words, token: int) -> bool:
    if words.deps[token] != "cc":
        return False
    other = words.child(words.heads[token], "conj")
    return other is not None and words.tags[other][0] == "V"
