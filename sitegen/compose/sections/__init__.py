"""The sections of a brief's Markdown, each a function from the brief to its blocks."""

from sitegen.compose.sections.closing import caveat_lines, cite_lines, gap_lines, history_lines
from sitegen.compose.sections.excerpts import excerpt_lines
from sitegen.compose.sections.held import held_lines
from sitegen.compose.sections.quotes import quote_lines
from sitegen.compose.sections.sources import source_lines

__all__ = [
    "caveat_lines",
    "cite_lines",
    "excerpt_lines",
    "gap_lines",
    "held_lines",
    "history_lines",
    "quote_lines",
    "source_lines",
]
