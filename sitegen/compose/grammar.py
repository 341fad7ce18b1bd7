"""Names of sources in running text: shortened, and without a capital article in mid-sentence."""

import re

from sitegen.words import Words

_ABBREVIATION = re.compile(r"\S.*\(([^()\s]{2,12})\)$")


def short_name(name: str) -> str:
    """Return what a name's closing brackets abbreviate it to: "GUR" for "Main Directorate of Intelligence (GUR)"."""
    match = _ABBREVIATION.match(name)
    return match.group(1) if match and match.group(1)[:1].isupper() else name


def in_sentence(name: str, words: Words) -> str:
    """Return a name as it stands inside a sentence: "the second soldier" for "The second soldier"."""
    first, _, rest = name.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in texts_of("name.articles", words) else name


def at_start(text: str) -> str:
    """Return text as it stands at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return text with a full stop, unless it ends with a sign of its own."""
    return text if text.endswith((".", "!", "?", "…", ".”", "!”", "?”", '."', '!"', '?"')) else f"{text}."


def number(count: int, words: Words) -> str:
    """Return a small number as a word, others as digits."""
    key = f"number.{count}"
    return words(key) if words.has(key) else str(count)


def texts_of(key: str, words: Words) -> list[str]:
    """Return the texts of a list in words/."""
    texts: list[str] = []
    while words.has(f"{key}.{len(texts) + 1}"):
        texts.append(words(f"{key}.{len(texts) + 1}"))
    return texts


def is_stated(value: str) -> bool:
    """Say whether a value names something: neither empty nor "not-stated"."""
    return bool(value) and value.strip("() ").replace(" ", "-").lower() != "not-stated"
