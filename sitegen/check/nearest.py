"""The passage of an article that is nearest to words which it does not contain."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from unicodedata import normalize

from msgspec import Struct

from sitegen.model.article import Article, Span
from sitegen.model.folding import MARKS, Folded, fold, needle
from sitegen.model.passages import Finder

NEAR = 70
"""Out of 100 (rapidfuzz's partial ratio): what is less alike is another passage, not a slip."""
_WHOLE = 20_000  # characters: longer texts are looked at only around the quote's longest words
_LONG = 5  # letters: words that are rare enough to lead to a passage
_ANCHORS = 4
_HITS = 8
_MOST = 600  # characters of a quote that are compared
_LONGEST = 400  # characters of a passage in a hint
_ROOM = 24  # characters around the best stretch, since it is as long as the quote, which the passage need not be
_PUNCTUATION = ".,;:!?…—–'"
_TYPED = 3  # differences that a message names
_SHOWN = 4  # words on either side of a difference


class _Near(Struct, frozen=True):
    """A stretch of the article that is like the words."""

    start: int
    """Where the likeness begins."""
    wide: Span
    """All of it and some room around, to whole words."""


def nearest_hint(finder: Finder, words: str) -> str:
    """Return a sentence that shows the nearest passage, its differing words in ⟦ ⟧; empty where none is near."""
    wanted = _around_slip(finder, needle(words))
    near = _find_near(finder, wanted)
    if near is None:
        return ""
    passage = finder.article.words_at(near.wide)
    shown, instead = _compared(finder.article, near, wanted)
    line = finder.article.location(near.start).line
    sentence = f"the nearest passage (line {line}) reads: “{shown}”"
    if _is_encoded_otherwise(wanted, fold(passage)):
        return f"{sentence}; the letters are the same, but encoded in another way: copy the words from the article"
    return f"{sentence}; typed was {', '.join(f'“{run}”' for run in instead[:_TYPED])}" if instead else sentence


def _around_slip(finder: Finder, words: str) -> str:
    """Return as much of long words as is compared, around the first place where no passage goes on with them."""
    if len(words) <= _MOST:
        return words
    texts = [rank.text for rank in finder.ranks]
    ends = range(len(words))
    alike = bisect_left(ends, 1, key=lambda end: all(words[: end + 1] not in text for text in texts))
    start = words.rfind(" ", 0, max(alike - _MOST // 2, 0)) + 1
    return words[start : start + _MOST].rpartition(" ")[0]


def _is_encoded_otherwise(words: str, passage: str) -> bool:
    """Say whether words differ from the passage only in how accents are written (é as one sign or as two)."""
    return words not in passage and normalize("NFC", words) in normalize("NFC", passage)


def _find_near(finder: Finder, words: str) -> _Near | None:
    """Return the stretch of body or headline that is most like the words, if it is near."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415  (sound files need no likeness measured)

    best: tuple[float, _Near] | None = None
    for rank in finder.ranks:
        for start, end in _windows(rank.text, words):
            alike = partial_ratio_alignment(words, rank.text[start:end], score_cutoff=best[0] if best else NEAR)
            if alike and alike.dest_end > alike.dest_start and (best is None or alike.score > best[0]):
                best = alike.score, _widened(rank, start + alike.dest_start, start + alike.dest_end)
    return best[1] if best else None


def _windows(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a folded text worth comparing: all of a short one, else around the longest words."""
    if len(text) < len(words) or not words:
        return
    if len(text) <= _WHOLE:
        yield 0, len(text)
        return
    anchors = sorted({word for word in words.split() if len(word) >= _LONG}, key=lambda word: (-len(word), word))
    for anchor in anchors[:_ANCHORS]:
        at = text.find(anchor)
        for _ in range(_HITS):
            if at < 0:
                break
            yield max(at - len(words) - _ROOM, 0), min(at + 2 * len(words) + _ROOM, len(text))
            at = text.find(anchor, at + 1)


def _widened(rank: Folded, start: int, end: int) -> _Near:
    """Give a stretch some room, to whole words; of one that lies across a caption only the longer side counts."""
    text = rank.text
    side = max(text[start:end].split("\n"), key=len).strip()
    start = text.index(side, start)
    end = start + len(side)
    left, right = max(text.rfind("\n", 0, start) + 1, start - _ROOM), min(text.find("\n", end), end + _ROOM)
    left = max(text.rfind(" ", 0, left + 1), text.rfind("\n", 0, left + 1)) + 1
    right = (
        right if text[right].isspace() else min(at for at in (text.find(" ", right), text.find("\n", right)) if at > 0)
    )
    return _Near(rank.span(start, end).start, rank.span(left, right))


_Step = tuple[str, int, int, int, int]


def _compared(article: Article, near: _Near, words: str) -> tuple[str, list[str]]:
    """Return the passage with its differing words marked, and the words that were typed instead."""
    there, typed = article.words_at(near.wide).split(), words.split()
    before = len(article.words_at(Span(near.wide.start, near.start + 1)).split()) - 1
    keys = [fold(word) for word in typed]
    matcher = SequenceMatcher(None, keys, [_key(word, keys) for word in there], autojunk=False)
    steps = _without_edges(matcher.get_opcodes(), before)
    if steps:
        there[steps[0][3]] = there[steps[0][3]].lstrip(MARKS)
        there[steps[-1][4] - 1] = there[steps[-1][4] - 1].rstrip(MARKS)
    shown = " ".join(_shown(there, step) for step in steps if step[4] > step[3])
    instead = [" ".join(typed[step[1] : step[2]]) for step in steps if step[0] != "equal" and step[2] > step[1]]
    return _shortened(shown), instead


def _shortened(passage: str) -> str:
    if len(passage) <= _LONGEST:
        return passage
    cut = passage[:_LONGEST].rpartition(" ")[0]
    return cut + ("⟧ …" if cut.count("⟦") > cut.count("⟧") else " …")


def _without_edges(steps: Sequence[_Step], first: int) -> list[_Step]:
    """Drop the room around the passage: words that nothing typed stands for; `first` is where the likeness begins."""
    kept = [step for step in steps if step[0] != "insert" or step not in (steps[0], steps[-1])]
    if kept and kept[0][0] == "replace":
        tag, i1, i2, j1, j2 = kept[0]
        start = min(first, j2 - 1) if len(kept) == 1 else j2 - (i2 - i1)
        kept[0] = tag, i1, i2, max(j1, start), j2
    if kept and kept[-1][0] == "replace":
        tag, i1, i2, j1, j2 = kept[-1]
        kept[-1] = tag, i1, i2, j1, min(j2, j1 + i2 - i1)
    return kept


def _shown(words: Sequence[str], step: _Step) -> str:
    """Return the words of one step: alike ones shortened in the middle, differing ones in ⟦ ⟧."""
    run = words[step[3] : step[4]]
    if step[0] != "equal":
        return f"⟦{' '.join(run)}⟧"
    if len(run) <= 2 * _SHOWN + 2:
        return " ".join(run)
    return " ".join([*run[:_SHOWN], "…", *run[-_SHOWN:]])


def _key(word: str, typed: Sequence[str]) -> str:
    """Return what a word of the article is compared by; a quote may begin and end without its punctuation."""
    folded = fold(word)
    if folded.startswith(typed[-1]) and not folded[len(typed[-1]) :].strip(_PUNCTUATION):
        return typed[-1]
    return typed[0] if folded.endswith(typed[0]) and not folded[: -len(typed[0])].strip(_PUNCTUATION) else folded
