"""Names of sources: whether they name anybody."""

import re

from sitegen.model.vocabulary import Identified

_UNNAMED = frozenset({"anonymous-source", "not-stated"})
"""Kinds of sources that nobody names."""

_ROLES = frozenset({
    "soldier", "soldiers", "official", "officials", "officer", "officers", "source", "sources", "spokesperson",
    "spokesman", "spokeswoman", "speaker", "speakers", "voice", "voices", "caller", "callers", "witness",
    "witnesses", "resident", "residents", "man", "woman", "men", "women", "person", "people", "fighter", "fighters",
    "commander", "commanders", "diplomat", "diplomats", "prisoner", "prisoners", "captive", "captives", "user",
    "users", "civilian", "civilians", "lawyer", "lawyers", "analyst", "analysts", "expert", "experts", "author",
    "authors", "uploader", "minister", "ministers", "mayor", "governor", "president", "general", "colonel",
    "captain", "sergeant", "doctor", "nurse", "driver", "neighbour", "neighbor", "reporter", "correspondent", "aide",
    "adviser", "advisor", "employee", "worker", "insider", "one", "two", "three",
})  # fmt: skip
_NOT_NAMED = re.compile(
    r"\b(?:unnamed|unidentified|anonymous|unknown|not named|not identified|nameless)\b", re.IGNORECASE
)
_HEAD_END = re.compile(r",| (?:of|from|in|at|who|with|on|near) |\(")
_WORD = re.compile(r"[^\W\d_](?:[\w'’.-]*\w)?")


def names_somebody(name: str) -> bool:
    """Say whether there is a proper name in it, as in "Gen. Ivan Popov", but not in "second soldier"."""
    if _NOT_NAMED.search(name):
        return False
    words = _WORD.findall(_HEAD_END.split(name.strip(), maxsplit=1)[0])
    return bool(words) and not words[-1][0].islower() and words[-1].casefold() not in _ROLES


def usually_identified(kind: str, name: str) -> Identified:
    """Return how sure an identity is where nobody says otherwise."""
    if kind in _UNNAMED or (kind == "person" and not names_somebody(name)):
        return Identified.UNNAMED
    return Identified.NAMED
