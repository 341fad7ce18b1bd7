"""Selection: which sentences of a story, in its order, stand for the whole of it; knows words and nothing else."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from sitegen.model.stems import COMMON, stem

_FREQUENCY = 0.2
"""What the words of a sentence weigh beside its position; position alone picks the lead (see bench/summaries.py)."""
_ALIKE = 0.6
"""Share of stems in common above which a sentence says what a chosen one says."""
_NEW = 0.34
"""Share of its stems up to which a sentence adds nothing to the headline."""
_SHORTEST, _LONGEST = 8, 60
"""Words of a sentence that can stand in a summary."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_TOKEN = re.compile(r"\w+")
_HANGS = re.compile(
    r"\W*(?:he|she|they|that|these|those|his|her|their|its|such|but|and|so|however|meanwhile|also|then|here|instead|"
    r"yet|still|moreover|nor|or|both|another|thus|therefore|similarly|otherwise|afterwards?|if so|in addition|"
    r"for (?:example|instance)|as a result|(?:since|by|until) then|according to (?:him|her|it|them)|"
    r"this(?! (?:week|month|year|morning|spring|summer|autumn|winter))|"
    r"there(?! (?:is|are|was|were|has|have|had|will|would|may|might))|"
    r"it(?! (?:is|was|remains) (?:not )?(?:\w+ )?\w+ (?:that|whether|how|what|when|where|which|who|why)))\b",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\b(?:I|i|we|you|my|our|your|We|You|My|Our|Your)\b")
_ASKS = re.compile(r"\?\W*$|^\W*(?:please|click|scroll|subscribe|sign up)\b", re.IGNORECASE)


def choose(
    sentences: Sequence[str],
    most: int,
    *,
    headline: str = "",
    barred: Collection[int] = (),
    hanging: Collection[int] = (),
) -> list[int]:
    """Return which sentences to take, by rank from 0: at most so many, none barred, in the order of the story.

    A sentence weighs what its position does, 1 / (1 + rank): news says first what matters, and its lead is hard to beat
    (Nenkova 2005, "Automatic text summarization of newswire"); and a fifth of what its words weigh by how often the
    story and, twice, the headline use them (SumBasic: Nenkova and Vanderwende 2005, "The impact of frequency on
    summarization"). One that hangs on the sentence before it, by its first word or as given, is taken only behind that.
    """
    told = [list(_stems(words)) for words in sentences]
    title = list(_stems(headline))
    stems = [frozenset(each) for each in told]
    weights = _weights(stems, Counter(chain(title, title, *told)))
    open_ = [
        rank
        for rank, words in enumerate(sentences)
        if rank not in barred and stands(words) and not _says_no_more(stems[rank], frozenset(title))
    ]
    bound = {rank for rank in open_ if rank in hanging or hangs(sentences[rank])}
    chosen: list[int] = []
    while len(chosen) < most:
        free = [rank for rank in open_ if rank - 1 in chosen or rank not in bound]
        if not free:
            break
        taken = max(free, key=lambda rank: (weights[rank], -rank))
        chosen.append(taken)
        open_ = [rank for rank in open_ if rank != taken and not _is_like(stems[rank], stems[taken])]
    return sorted(chosen)


def stands(words: str) -> bool:
    """Say whether a sentence is of a fair length, tells rather than asks, and is told by nobody in person."""
    length = len(_TOKEN.findall(words))
    return _SHORTEST <= length <= _LONGEST and not _ASKS.search(words) and not _ADDRESSES.search(words)


def hangs(words: str) -> bool:
    """Say whether a sentence begins with what only the sentence before it explains."""
    return bool(_HANGS.match(words))


def _stems(words: str) -> Iterator[str]:
    return (stem(word) for word in _WORD.findall(words.casefold()) if word not in COMMON)


def _weights(stems: Sequence[frozenset[str]], counts: Mapping[str, int]) -> list[float]:
    """Return what each sentence weighs; its words at most as much as those of the heaviest."""
    means = [sum(counts[found] for found in each) / max(len(each), 1) for each in stems]
    heaviest = max(means, default=0.0) or 1.0
    return [1 / (1 + rank) + _FREQUENCY * mean / heaviest for rank, mean in enumerate(means)]


def _says_no_more(sentence: frozenset[str], headline: frozenset[str]) -> bool:
    """Say whether a sentence repeats the headline, a date line before it or not."""
    return len(sentence - headline) <= _NEW * len(sentence)


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _ALIKE * max(min(len(one), len(other)), 1)
