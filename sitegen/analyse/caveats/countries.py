"""Countries: one name for a country, its people, its capital and its seat of power."""

import re
from functools import cache
from itertools import pairwise

_NAMES = {
    "us": "us u.s u.s. usa american americans america united_states washington pentagon white_house centcom",
    "uk": "uk u.k u.k. british britain united_kingdom london downing_street",
    "france": "france french paris",
    "germany": "germany german germans berlin",
    "russia": "russia russian russians moscow kremlin fsb gru",
    "ukraine": "ukraine ukrainian ukrainians kyiv kiev gur sbu",
    "china": "china chinese beijing",
    "israel": "israel israeli israelis jerusalem idf",
    "syria": "syria syrian syrians damascus",
    "iraq": "iraq iraqi iraqis baghdad",
    "iran": "iran iranian iranians tehran",
    "turkey": "turkey turkish turks ankara",
    "saudi": "saudi saudis saudi_arabia riyadh",
    "india": "india indian indians",
    "pakistan": "pakistan pakistani pakistanis islamabad",
    "north korea": "north_korea north_korean pyongyang",
    "south korea": "south_korea south_korean seoul",
    "spain": "spain spanish madrid",
    "poland": "poland polish warsaw",
    "egypt": "egypt egyptian egyptians cairo",
}
_WORD = re.compile(r"[A-Z][\w.]*")
_KNOWN = {name.replace("_", " "): country for country, names in _NAMES.items() for name in names.split()}
_STEM = 5
"""Letters that a country and its people have in common: Norrland, Norrlandic."""


def country_of(name: str) -> str:
    """Return a country's one name; of a country that is not known, as many letters as its people share."""
    low = name.casefold().removeprefix("the ").removesuffix("'s").removesuffix("’s")
    return _KNOWN.get(low, low[:_STEM])


@cache
def countries_in(words: str) -> tuple[str, ...]:
    """Return the countries that the capitalised words of a name stand for, if they stand for any."""
    tokens = _WORD.findall(words)
    pairs = [f"{one} {other}" for one, other in pairwise(tokens)]
    return tuple(map(country_of, (*pairs, *tokens)))
