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
    return f"{first.lower()} {rest}" if rest and first in words.texts("name.articles") else name


def without_article(noun: str, words: Words) -> str:
    """Return a noun without the article that it may begin with: "phone call" for "a phone call"."""
    first, _, rest = noun.partition(" ")
    return rest if rest and first in map(str.lower, words.texts("name.articles")) else noun


def at_start(text: str) -> str:
    """Return text as it stands at the beginning of a sentence, in scripts that have capitals for that."""
    return text[:1].title() + text[1:]


def is_stated(value: str) -> bool:
    """Say whether a value names something: neither empty nor "not-stated"."""
    return bool(value) and value.strip("() ").replace(" ", "-").lower() != "not-stated"
