"""The source chain drawn, twice: wide, in layers from left to right, and narrow, as rows beside rails."""

from msgspec import Struct

from sitegen.model.brief import Brief
from sitegen.model.hops import hops_of
from sitegen.render.chain.drawing import Drawing, draw_wide
from sitegen.render.chain.rail import Rail, draw_rail
from sitegen.render.chain.shown import shown_of
from sitegen.words import Words

__all__ = ["Chain", "draw"]


class Chain(Struct, frozen=True):
    """A chain in both drawings; the page shows the one that it has room for."""

    wide: Drawing | None
    """None where the chain is too long to go from left to right."""
    rail: Rail
    kinds: tuple[str, ...]
    """The kinds that occur, for their icons."""
    looks: frozenset[str]
    """Which of inferred, loose, joint, unchecked and captive occur, for the legend."""


def draw(brief: Brief, words: Words) -> Chain | None:
    """Draw the sources of a brief; None where there is no more than one."""
    if len(brief.sources) < 2:  # noqa: PLR2004  (one box is no chain)
        return None
    hops = hops_of(brief)
    shown = shown_of(brief, hops, words)
    looks = {
        "inferred": any(any(each.values()) for each in hops),
        "loose": any(each.is_loose for each in shown),
        "joint": any(each.is_joint for each in shown),
        "unchecked": any(each.is_unchecked for each in shown),
    }
    return Chain(
        draw_wide(shown, hops, words),
        draw_rail(shown, hops),
        tuple(sorted({each.kind for each in shown})),
        frozenset(name for name, occurs in looks.items() if occurs),
    )
