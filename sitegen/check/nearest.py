"""The passage of an article that is nearest to words which it does not contain."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from unicodedata import normalize

from sitegen.model.article import Article, Span
from sitegen.model.folding import Folded, fold, needle
from sitegen.model.passages import Finder

NEAR = 70
"""Out of 100 (rapidfuzz's partial ratio): what is less alike is another passage, not a slip."""
_WHOLE = 20_000  # characters: longer texts are looked at only around the quote's longest words
_LONG = 5  # letters: words that are rare enough to lead to a passage
_ANCHORS = 4
_HITS = 8
_MOST = 2_000  # characters of a quote that are compared
_ROOM = 24  # characters around the best stretch, since it is as long as the quote, which the passage need not be
_SHOWN = 4  # words on either side of a difference


def nearest_hint(finder: Finder, words: str) -> str:
    """Return a sentence that shows the nearest passage, its differing words in ⟦ ⟧; empty where none is near."""
    found = _nearest_span(finder, needle(words)[:_MOST])
    if found is None:
        return ""
    shown, typed = _compared(finder.article, found, words)
    line = finder.article.location(found.start).line
    return f"the nearest passage (line {line}) reads: “{shown}”{typed}"


def _nearest_span(finder: Finder, words: str) -> Span | None:
    """Return the stretch of body or headline that is most like the words, if it is near."""
    from rapidfuzz.fuzz import partial_ratio_alignment  # noqa: PLC0415  (sound files need no likeness measured)

    best: tuple[float, Span] | None = None
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


def _widened(rank: Folded, start: int, end: int) -> Span:
    """Return a stretch with some room on both sides, to whole words, inside its paragraphs."""
    text = rank.text
    left = max(text.rfind("\n", 0, start) + 1, start - _ROOM, 0)
    stop = text.find("\n", max(end - 1, 0))
    right = min(stop if stop >= 0 else len(text), end + _ROOM)
    while left > 0 and not text[left - 1].isspace():
        left -= 1
    while right < len(text) and not text[right].isspace():
        right += 1
    return rank.span(left, right)


def _compared(article: Article, span: Span, words: str) -> tuple[str, str]:
    """Return the passage with its differing words marked, and a clause that names the words typed instead."""
    there = article.words_at(span).split()
    typed = words.split()
    matcher = SequenceMatcher(None, [_bare(word) for word in typed], [_bare(word) for word in there], autojunk=False)
    steps = _without_edges(matcher.get_opcodes())
    shown = " ".join(_shown(there, step) for step in steps if step[4] > step[3])
    instead = [" ".join(typed[step[1] : step[2]]) for step in steps if step[0] != "equal" and step[2] > step[1]]
    marked = shown.removeprefix("… ").removesuffix(" …")
    if normalize("NFC", fold(words)) in normalize("NFC", fold(article.words_at(span))):
        return marked, "; the letters are the same, but encoded in another way: copy the words from the article"
    return marked, f"; typed was {', '.join(f'“{run}”' for run in instead[:3])}" if instead else ""


_Step = tuple[str, int, int, int, int]


def _without_edges(steps: Sequence[_Step]) -> list[_Step]:
    """Drop what the passage has before the first and behind the last word that was typed."""
    kept = [step for step in steps if step[0] != "insert" or step not in (steps[0], steps[-1])]
    if kept and kept[0][0] == "replace":
        tag, i1, i2, j1, j2 = kept[0]
        kept[0] = tag, i1, i2, max(j1, j2 - (i2 - i1)), j2
    if len(kept) > 1 and kept[-1][0] == "replace":
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


def _bare(word: str) -> str:
    """Return a word as it is compared: quotation marks around it do not count."""
    return fold(word).strip("'")
