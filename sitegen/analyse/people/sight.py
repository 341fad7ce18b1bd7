"""Sight: where somebody is seen in a paragraph, by name or otherwise."""

from msgspec import Struct

UNKNOWN = -1
"""Whoever "the …" is, where nothing before it says so."""


class Seen(Struct, frozen=True):
    """Somebody whom tokens stand for, by number."""

    token: int
    """The head of the tokens, from the first …"""
    who: int
    first: int
    end: int
    """… to before this one."""
