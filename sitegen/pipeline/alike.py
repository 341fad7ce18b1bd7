"""Alike: of what many briefs have in common one is kept, since all spines of a site are in memory at once."""

from collections.abc import Hashable
from typing import TypeVar

from sitegen.model.entry import Origin, Spine, Tally

H = TypeVar("H", bound=Hashable)


class Alike:
    """Gives the same object for all that is equal; what it gave lives as long as it does."""

    def __init__(self) -> None:
        self._kept = dict[Hashable, Hashable]()

    def one(self, value: H) -> H:
        """Return what was the first to be equal to this."""
        return self._kept.setdefault(value, value)  # type: ignore[return-value]  # what is equal is of one type here

    def spine(self, spine: Spine) -> Spine:
        """Return a spine that holds nothing of its own but its name."""
        one = self.one
        return Spine(
            slug=spine.slug,
            state=spine.state,
            proposed=spine.proposed,
            date=one(spine.date),
            updated=one(spine.updated),
            badge_status=spine.badge_status,
            counts=one(spine.counts),
            tags=one(tuple(map(one, spine.tags))),
            shared_sources=one(spine.shared_sources),
            aliases=spine.aliases,
            corrections=spine.corrections,
            tallies=one(tuple([one((self._tally(tally), count)) for tally, count in spine.tallies])),
            origins=one(tuple(map(self._origin, spine.origins))),
        )

    def _tally(self, tally: Tally) -> Tally:
        return self.one(tally)

    def _origin(self, origin: Origin) -> Origin:
        return self.one(origin)
