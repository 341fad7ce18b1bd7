"""Alike: of what many briefs have in common one is kept, since all spines of a site are in memory at once."""

from collections.abc import Hashable
from typing import TypeVar

from sitegen.model.article import Seed
from sitegen.model.entry import Spine
from sitegen.pipeline.papers import Judgement
from sitegen.problems import Location, Problem

H = TypeVar("H", bound=Hashable)


class Alike:
    """Gives the same object for all that is equal; what it gave lives as long as it does."""

    def __init__(self) -> None:
        self._kept = dict[Hashable, Hashable]()

    def one(self, value: H) -> H:
        """Return what was the first to be equal to this."""
        return self._kept.setdefault(value, value)  # type: ignore[return-value]  # what is equal is of one type here

    def judgement(self, found: Judgement, seed: Seed) -> Judgement:
        """Return a judgement of a seed that holds little of its own but its keys."""
        spine = self.spine(found.spine) if found.spine else None
        keys = found.entry_key, found.brief_key, found.markdown_sha256, found.analysis
        problems = tuple([self.problem(each, seed) for each in found.problems])
        return Judgement(seed, found.key, problems, spine, *keys)

    def problem(self, found: Problem, seed: Seed) -> Problem:
        """Return a problem that shares its path with the seed, and its sentence with problems of other articles."""
        path = next((path for path in seed.paths if path == found.at.path), found.at.path)
        at = Location(path, found.at.line, found.at.column)
        return Problem(at, found.kind, self.one(found.message), found.hint, found.severity)

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
            tags=one(spine.tags),
            shared_sources=one(spine.shared_sources),
            aliases=spine.aliases,
            corrections=spine.corrections,
            tallies=one(tuple(map(one, spine.tallies))),
            origins=one(tuple(map(one, spine.origins))),
        )
