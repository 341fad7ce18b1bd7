"""Bylines: "ByMallika Soni", "BY THE WASHINGTON POST", "Jake Sherman | Reuters" -> who wrote the article."""

import re
from collections.abc import Iterator
from functools import cache

from sitegen.read.furniture import AGENCY, MONTHS, WEEKDAYS

# Glued to a name ("ByMallika Soni"), "By" counts only before a capital: "Bystanders" begins a sentence.
_BY = re.compile(
    r"(?:(?:written|reported|posted|compiled|curated|edited|analysis|review|story|report|text)(?: and \w+)? by\b:?\s*"
    r"|by\b:?\s*|authors?(?:/authors?)?\s*:\s*)|(?-i:By(?=[A-ZÀ-Þ]\w))",
    re.IGNORECASE,
)
_BARS = re.compile(r"(?:(?<!\s)\s++)?[|·•]\s*")
_PARTS = re.compile(r"(?:(?<!\s)\s++)?[|·•—–]\s*|(?<!\s)\s++-\s+")
_PEOPLE = re.compile(r"(?:(?<!\s)\s++)?(?:,|;|&|\band\b|\bwith\b)\s*", re.IGNORECASE)
_EUROPEAN = (
    "de",
    "da",
    "del",
    "der",
    "den",
    "di",
    "dos",
    "du",
    "la",
    "le",
    "of",
    "ten",
    "ter",
    "the",
    "van",
    "von",
    "zu",
)
_ARABIC = ("al", "bin", "bint", "el", "ibn", "ul")
# Small words inside names; all others in small letters say that a line is no name.
_PARTICLES = frozenset((*_EUROPEAN, *_ARABIC))
_NO_NAME = frozenset({*WEEKDAYS, *MONTHS, "this", "that", "these", "when", "then", "now", "how", "why", "what"})
_FROM = re.compile(r"\b(?:in|for|at|of|from|special to|on behalf of)\b.*", re.IGNORECASE)
_LONGEST, _LONGEST_AFFILIATION, _MOST_WORDS = 150, 60, 6
"""Characters of a byline and of an affiliation; words of one name, and no agency has more."""

# Few lines are as short as what these find, and they take long to compile.


@cache
def _trade() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:staff|writers?|reporters?|correspondents?|editors?|journalists?|columnists?|contributors?|desk|bureau|news"
        r"|times|post|journal|agenc(?:y|ies)|wires?|chief|bbc|cnn|npr|nbc|cbs|abc|fox|politico|updated|published)\b",
        re.IGNORECASE,
    )


@cache
def _agency() -> re.Pattern[str]:
    return re.compile(AGENCY)


def is_byline(words: str, *, beside_date: bool = False) -> bool:
    """Say whether a line says who wrote the article; a bare name does so only beside a date line."""
    if not words or len(words) > _LONGEST:
        return False
    if starts_by(words):
        return bool(authors_in(words)) and all(map(_is_affiliation, _PARTS.split(words)[1:]))
    if _is_agency(words):
        return True
    parts = _BARS.split(words)
    if len(parts) > 1:
        return _is_person(parts[0]) and all(map(_is_affiliation, parts[1:]))
    return (
        beside_date
        and _is_person(_PEOPLE.split(words)[0])
        and not words.endswith((".", ","))
        and bool(authors_in(words))
    )


def starts_by(words: str) -> bool:
    """Say whether a line starts as only bylines do."""
    return bool(_BY.match(words))


def authors_in(words: str) -> tuple[str, ...]:
    """Return the names of a byline, each once; empty where one of them is no name."""
    # More than once: "Written by: By Runa Selwyn".
    while found := _BY.match(words):
        words = words[found.end() :]
    names: dict[str, None] = {}
    for number, piece in enumerate(_PEOPLE.split(_PARTS.split(words)[0])):
        name = _FROM.sub("", piece).strip() or piece
        # "University of Arnholm" and "Bank of Arnholm" are names, "Reuters in Arnholm" is not.
        name = piece if " " not in name and " of " in piece and not _is_agency(name) else name
        if number and (_trade().search(piece) or _is_agency(piece) or not name):
            continue
        if not is_name(name):
            return ()
        names[_in_print(name)] = None
    return tuple(names)


def _is_agency(words: str) -> bool:
    return len(words.split()) <= _MOST_WORDS and bool(_agency().fullmatch(words))


def _is_person(words: str) -> bool:
    """Say whether this is a name of two words or more."""
    return is_name(words) and len(words.split()) > 1


def is_name(words: str) -> bool:
    """Capitals throughout, particles aside; no figures, no day of the week."""
    pieces = words.split()
    if not 0 < len(pieces) <= _MOST_WORDS or pieces[0].casefold() in _NO_NAME or any(map(str.isdigit, words)):
        return False
    if any(piece.endswith(":") for piece in pieces):
        return False
    if pieces[-1].endswith((".", "!", "?", ":", ")")) and len(pieces[-1]) > len("Jr."):
        return False
    return any(map(_is_capital, pieces)) and all(_is_capital(piece) or piece in _PARTICLES for piece in pieces)


def _is_capital(word: str) -> bool:
    return word.lstrip("'’\"“‘(@")[:1].isupper()


def _is_affiliation(words: str) -> bool:
    """Say whether this can follow a name behind a bar: an outlet, a trade, a place; never a sentence."""
    return (
        len(words) <= _LONGEST_AFFILIATION and not words.endswith((".", "!", "?")) and len(words.split()) <= _MOST_WORDS
    )


def _in_print(name: str) -> str:
    """Set a name in capitals as names are written; abbreviations stay."""
    return " ".join(_unshout(name)) if name.isupper() and " " in name else name


def _unshout(name: str) -> Iterator[str]:
    for word in name.split():
        yield word if _is_agency(word) else word.title()
