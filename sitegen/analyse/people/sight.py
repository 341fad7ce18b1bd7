"""Sight: where somebody is seen in a paragraph, by name or otherwise."""

from dataclasses import dataclass

UNKNOWN = -1
"""Whoever "the …" is, where nothing before it says so."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody whom tokens stand for, by number."""

    token: int
    """The head of the tokens, from the first …"""
    who: int
    first: int
    end: int
    """… to before this one."""
