"""Whether a text may be YAML and yet not what is meant: what most files do not have, and mending begins with."""

import re
from collections.abc import Collection

ODD = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"
"""Spaces that look like spaces and are none to YAML, for a set of a regular expression."""
_ODD_SPACES = re.compile(rf"^[ \t]*(?:- *)*[{ODD}]|^ *(?:- +)*[\w-]+:[ ]*[{ODD}]", re.MULTILINE)
"""Such spaces where they matter."""
_GLUED_DASHES = re.compile(r"^ *-[^\s\-\d]", re.MULTILINE)
_LONG_DASHES = re.compile(r"^ *[–—•]\s", re.MULTILINE)
_SEPARATORS = re.compile(r"\n(?:---|\.\.\.)(?:\s|\Z)")
_GLUED_KEYS = re.compile(r"^ *(?:- +)?([\w-]+):(?=\S)", re.MULTILINE)


def is_suspicious(text: str, keys: Collection[str]) -> bool:
    """Say whether there are odd spaces and dashes, or dashes and `keys` of the language without a space behind them."""
    if any(odd.search(text) for odd in (_ODD_SPACES, _GLUED_DASHES, _LONG_DASHES, _SEPARATORS)):
        return True
    return any(glued[1] in keys for glued in _GLUED_KEYS.finditer(text))
