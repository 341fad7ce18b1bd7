"""Words that an editor withholds: how they are recognised, wherever and however they are written."""

import re
from collections.abc import Iterable

from sitegen.model.annotations import Annotations

_WORD = re.compile(r"[^\W_]+")


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of the phrases as whole words, whatever their case and the signs between their words.

    So "Ivan Petrov" is found in "IVAN  PETROV's" and in "ivan-petrov.html". None where there is nothing to find.
    """
    expressions = sorted(
        {_expression(phrase) for phrase in phrases if phrase.strip()}, key=lambda each: (-len(each), each)
    )
    return re.compile("|".join(expressions), re.IGNORECASE) if expressions else None


def withheld_phrases(annotations: Annotations) -> list[str]:
    """Return all that the quotes of a file withhold; what one withholds is withheld everywhere in the brief."""
    return [phrase for quote in annotations.quotes for phrase in quote.withhold]


def _expression(phrase: str) -> str:
    words = _WORD.findall(phrase)
    if not words:
        return re.escape(phrase.strip())
    joined = r"[\W_]+".join(map(re.escape, words))
    return rf"(?<![^\W_]){joined}(?![^\W_])"
