"""Words that an editor withholds: how they are recognised, wherever and however they are written."""

import re
import unicodedata
from collections.abc import Iterable

from sitegen.model.annotations import Annotations

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = "(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|[-\u2010][ \t]*\r?\n[ \t]*)*"
"""What may stand between two letters of a word unseen: soft hyphens, marks without width, the break of a line."""
_MARKS = "[\u0300-\u036f]*"
"""Accents that stand as signs of their own after their letter."""
_NAME = 3  # letters: what is shorter has no plural


def pattern_of(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds any of the phrases as whole words, whatever their case and the signs between their words.

    So "Ivan Petrov" is found in "IVAN  PETROV's", in "the Ivan Petrovs" and in "ivan-petrov.html", with accents in
    either of the ways in which Unicode writes them, and across soft hyphens. None where there is nothing to find.
    """
    expressions = sorted(
        {_expression(phrase) for phrase in phrases if phrase.strip()}, key=lambda each: (-len(each), each)
    )
    return re.compile("|".join(expressions), re.IGNORECASE) if expressions else None


def withheld_phrases(annotations: Annotations) -> list[str]:
    """Return all that the quotes of a file withhold; what one withholds is withheld everywhere in the brief."""
    return [phrase for quote in annotations.quotes for phrase in quote.withhold]


def _expression(phrase: str) -> str:
    words = _WORD.findall(re.sub(_BETWEEN, "", unicodedata.normalize("NFC", phrase)))
    if not words:
        return re.escape(phrase.strip())
    joined = r"[\W_]+".join(_BETWEEN.join(map(_letter, word)) for word in words)
    plural = f"(?:{_BETWEEN}e?s)?" if len(words[-1]) >= _NAME else ""
    return rf"(?<![^\W_]){joined}{plural}(?![^\W_])"


def _letter(letter: str) -> str:
    """Return what finds a letter, whole or as a letter with its accents after it."""
    plain, accents = (parts := unicodedata.normalize("NFD", letter))[0], parts[1:]
    return f"(?:{re.escape(letter)}|{re.escape(plain)}{_MARKS})" if accents else re.escape(letter)
