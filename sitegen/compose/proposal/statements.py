"""Proposed quotes: the strongest direct statements, as far as the budget lets a brief print them."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from msgspec import Struct

from sitegen.compose.allowance import Allowance
from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis, Statement
from sitegen.model.article import Article, Span
from sitegen.model.passages import Finder, Found

_FEW = 3  # words: fewer say little out of their sentence
_PLACES = 20  # at which words are looked for
_HEARD = 0.75  # what a quote loses where its speaker has another
_MANY = 15  # words from which a longer quote says no more
_LONG = 60  # words from which a run of them is warned of
_SMALL = frozenset({"a", "an", "and", "for", "in", "of", "on", "the", "to"})  # words without a capital in names


class Choice(Struct, frozen=True):
    """A statement that is proposed as a quote."""

    statement: Statement
    words: str
    span: Span
    """Of the words: without the comma that belongs to the sentence around them."""
    occurrence: int
    """Which of the places with these words it is, from 1; 0 where it is the only one."""


def candidates(article: Article, statements: Iterable[Statement], finder: Finder) -> list[Choice]:
    """Return the statements that can be quotes: their words are found in quotation marks, where they stand."""
    return [choice for one in statements if (choice := _choice(article, finder, one))]


def choose(fit: Sequence[Choice], material: frozenset[Span], allowance: Allowance, most: int) -> tuple[Choice, ...]:
    """Return the strongest, in the order of the article, as far as the budget admits them, which they are spent from.

    Those in `material` rest on what needs a check: what a brief is most wanted for. Rather than
    somebody again, somebody else is heard.
    """
    rest = [choice for choice in fit if _tells(choice.words)] or [choice for choice in fit if choice.statement.speaker]
    chosen: dict[str, Choice] = {}
    while rest and len(chosen) < most:
        heard = {_speaker(choice) for choice in chosen.values()}
        rest.sort(key=lambda choice: (_strength(choice, material, heard), -choice.span.start))
        best = _take(rest, chosen, allowance)
        if best:
            chosen[best.words] = best
            allowance.spend([best.span], prose=False)
    return tuple(sorted(chosen.values(), key=lambda choice: choice.span))


def _tells(words: str) -> bool:
    """Say whether words say something out of their sentence: there are a few, and not all capitals as in a name."""
    told = words.split()
    return len(told) >= _FEW and not all(word[:1].isupper() or word in _SMALL for word in told)


def _take(rest: list[Choice], chosen: Collection[str], allowance: Allowance) -> Choice | None:
    """Take from the end what says something new and can be afforded; what cannot now never can."""
    while rest:
        best = rest.pop()
        if best.words not in chosen and allowance.admits([best.span], prose=False):
            return best
    return None


def on_material(analysis: Analysis, kinds: Kinds) -> frozenset[Span]:
    """Return the statements whose chain has material on it that needs a check."""
    return frozenset(
        chain.statement for chain in analysis.chains if any(hop.kind in kinds.unverified for hop in chain.hops)
    )


def _choice(article: Article, finder: Finder, statement: Statement) -> Choice | None:
    """Return a statement as a quote; None where the finder would not find it in quotation marks."""
    words = article.words_at(statement.span).rstrip(" ,;")
    places = list(_places(finder, words))
    number = next((n for n, place in enumerate(places) if place.spans[0].overlaps(statement.span)), None)
    if number is None or not places[number].direct:
        return None
    return Choice(statement, words, places[number].spans[0], number + 1 if len(places) > 1 else 0)


def _places(finder: Finder, words: str) -> Iterator[Found]:
    for number in range(1, _PLACES + 1):
        place = finder.find((words,), occurrence=number)
        if not isinstance(place, Found):
            return
        yield place


def _speaker(choice: Choice) -> str:
    return choice.statement.speaker.name if choice.statement.speaker else ""


def _strength(choice: Choice, material: frozenset[Span], heard: Collection[str]) -> float:
    """Return how much there is to be said for a quote: a speaker, material to be checked, enough words, a claim."""
    speaker = choice.statement.speaker
    words = len(choice.words.split())
    named = bool(speaker and speaker.name) + (speaker.confidence if speaker else 0.0)
    length = min(words, _MANY) / (2 * _MANY)
    return (
        named
        + (choice.statement.span in material)
        + length
        - _HEARD * (_speaker(choice) in heard)
        - choice.words.endswith("?")
        - (words > _LONG)
    )
