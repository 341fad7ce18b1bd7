"""An extractive summary: a few sentences of the article, each with its place, none without who says so."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Statement
from sitegen.model.article import Article, Role, Span

SENTENCES = 4
"""The most that a summary has; an article of fewer than eight sentences gets half of them."""
_SHORTEST, _LONGEST = 8, 60
"""Words of a sentence that can stand in a summary."""
_ALIKE = 0.5
"""Share of words in common above which a sentence says what an earlier one says."""
_WHOLE = re.compile(r"""^[^a-z].*[.!?]["'”’)\]]*$""", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{3,}")
_COMMON_WORDS = """
about after again against all also and any are because been before being between both but can could did does
during each few for from further had has have having her here hers him his how into its just more most nor not now
off once only other our out over own said same she should some such than that the their them then there these they
this those through too under until very was were what when where which while who whom why will with would you your
according told says saying one two new
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_HANGS = re.compile(
    r"(?:he|she|it|they|this|that|these|those|his|her|their|its|such|but|and|so|however|meanwhile|also|then|there|here|"
    r"instead|yet|still|moreover|nor|or|both)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that can stand alone."""

    span: Span
    rank: int
    """From 0, in the order of the story."""
    terms: frozenset[str]


def summarise(reading: Reading, statements: Sequence[Statement]) -> tuple[Span, ...]:
    """Return the sentences of the story that stand for it, in its order.

    A sentence weighs what its words weigh, by how often the article uses them (SumBasic: Nenkova and Vanderwende 2005,
    "The impact of frequency on summarization"; the headline's words count double), times its position: news says first
    what matters, and its lead is hard to beat (Nenkova 2005, "Automatic text summarization of newswire").
    Sentences that hang on the one before them, or quote without saying whom, are left out.
    """
    article = reading.article
    story = [span for parse in reading.parses if parse.piece.role is Role.BODY for span in parse.sentences()]
    candidates = [
        _Candidate(span, rank, frozenset(_terms(article.words_at(span))))
        for rank, span in enumerate(story)
        if _stands_alone(article.words_at(span)) and _is_attributed(span, statements)
    ]
    weights = _weights(article, story)
    ranked = sorted(candidates, key=lambda candidate: (-_score(candidate, weights), candidate.rank))
    chosen = _unlike(ranked, min(SENTENCES, math.ceil(len(story) / 2)))
    return tuple(sorted(candidate.span for candidate in chosen)) or tuple(story[:1])


def _terms(words: str) -> Iterator[str]:
    return (word for word in _WORD.findall(words.casefold()) if word not in _COMMON)


def _weights(article: Article, story: Sequence[Span]) -> Mapping[str, float]:
    """Return the share that each word has in the article's words."""
    counts = Counter(term for span in story for term in _terms(article.words_at(span)))
    counts.update([*_terms(article.headline)] * 2)
    total = counts.total()
    return {term: count / total for term, count in counts.items()}


def _score(candidate: _Candidate, weights: Mapping[str, float]) -> float:
    """Weigh a sentence: the mean weight of its words, less with each sentence before it."""
    mean = sum(sorted(weights[term] for term in candidate.terms)) / max(len(candidate.terms), 1)
    return mean / math.sqrt(1 + candidate.rank)


def _unlike(ranked: Sequence[_Candidate], most: int) -> list[_Candidate]:
    """Return the first candidates of which none repeats an earlier one."""
    chosen: list[_Candidate] = []
    for candidate in ranked:
        if len(chosen) < most and not any(_is_like(candidate, other) for other in chosen):
            chosen.append(candidate)
    return chosen


def _is_like(one: _Candidate, other: _Candidate) -> bool:
    return len(one.terms & other.terms) > _ALIKE * min(len(one.terms), len(other.terms))


def _stands_alone(words: str) -> bool:
    """Say whether a sentence is whole, of a fair length, and understood without the one before it."""
    return _SHORTEST <= len(words.split()) <= _LONGEST and bool(_WHOLE.search(words)) and not _HANGS.match(words)


def _is_attributed(sentence: Span, statements: Sequence[Statement]) -> bool:
    """Say whether a sentence names the speaker of every statement that it has words of."""
    return all(
        statement.span in sentence and statement.speaker is not None and statement.speaker.mention in sentence
        for statement in statements
        if statement.span.overlaps(sentence)
    )
