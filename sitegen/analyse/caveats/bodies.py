"""Bodies: whether words name an official body, or somebody who speaks for one."""

import re

_BODIES = r"""
ministry minister army military intelligence directorate government spokes\w+ officials? president general.staff
commander command navy air.force armed.forces state.news state.media state.television authorities security.service
parliament ambassador embassy kremlin pentagon white.house foreign.office secretary envoy
militants? rebels? separatists?
"""
_OFFICIAL = re.compile(rf"\b(?:{'|'.join(_BODIES.split())})\b", re.IGNORECASE)
_PERSON = re.compile(
    r"\b(?:official|spokes\w+|minister|president|ambassador|secretary|envoy|commander)s?\b", re.IGNORECASE
)
_LETTERS = re.compile(r"\b[A-Z]{3,}\b")


def is_official(words: str) -> bool:
    """Say whether words name a ministry, an army, a minister or the like."""
    return _OFFICIAL.search(words) is not None


def is_body(name: str) -> bool:
    """Say whether a name is that of a body, of capital letters perhaps (GUR), rather than of one who speaks for it."""
    return (is_official(name) or _LETTERS.search(name) is not None) and _PERSON.search(name) is None
