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
    return _closed(words, first, last) if _says_something(words, first, last) else None


def shorter(words: Words, first: int, last: int) -> Iterator[Stretch]:
    """Yield the stretches that end at a mark inside one, or before another verb joined to it by "and"."""
    length = last - first
    for token in range(first + max(2, length // 5), last - max(1, length // 8)):
        if words.lower[token] in _BREAKS or _joins_verbs(words, token):
            yield first, token - 1


def completed(words: Words, first: int, last: int) -> Iterator[Stretch]:
    """Yield a stretch with the rest of a quotation that it holds one mark of, past the sentence if need be."""
    marks = [token for token in range(first, last + 1) if words.lower[token] in MARKS]
    if len(marks) % 2 == 0:
        return
    if (after := _mark_in(words, range(last + 1, len(words.lower)))) is not None and words.lower[marks[-1]] != "”":
        yield first, after
    elif (before := _mark_in(words, range(first - 1, -1, -1))) is not None:
        yield before, last


def _mark_in(words: Words, tokens: range) -> int | None:
    return next((token for token in tokens if words.lower[token] in MARKS), None)


def _unmarked(words: Words, first: int, last: int) -> Stretch:
    """Return a stretch without the quotation marks around it, nor one at its edge that has no partner inside."""
    count = sum(form in MARKS for form in words.lower[first : last + 1])
    starts, ends = words.lower[first] in MARKS, words.lower[last] in MARKS
    if count == 2 and starts and ends:  # noqa: PLR2004  (a pair)
        return first + 1, last - 1
    if count % 2:
        return (first + 1, last) if starts else (first, last - 1)
    return first, last


def _closed(words: Words, first: int, last: int) -> Stretch:
    """Return a stretch with the quotation mark that only a stop or comma keeps from it."""
    if sum(form in MARKS for form in words.lower[first : last + 1]) % 2:
        for token in range(last + 1, min(last + 3, len(words.lower))):
            if words.lower[token] in MARKS:
                return first, token
            if words.lower[token] not in _EDGES:
                break
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
