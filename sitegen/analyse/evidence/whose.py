"""Whose: the mention of whom a passage is from ("a video posted by Z": Z)."""

from sitegen.analyse.evidence.cues import Match
from sitegen.model.article import Span


def whose(_match: Match) -> Span | None:
    """Return nothing yet."""
    return None
