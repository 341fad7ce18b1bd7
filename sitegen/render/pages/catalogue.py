"""The catalogue: what pages across briefs know of all of them, each with a hash of it for keys."""

from collections.abc import Callable, Iterable, Sequence

from sitegen.model.entry import Entry, Spine
from sitegen.render.pages.lists import newest_first
from sitegen.render.shelf import Shelved


class Catalogue:
    """All briefs of the site, the newest first."""

    def __init__(self, shelf: Iterable[Shelved]) -> None:
        self._shelf = {shelved.slug: shelved for shelved in shelf}
        self.spines: Sequence[Spine] = newest_first(shelved.spine for shelved in self._shelf.values())

    def hashes_of(self, spines: Iterable[Spine]) -> str:
        """Return the hashes of some entries in a row, for the key of what shows them."""
        return "".join([self._shelf[spine.slug].entry_key for spine in spines])

    def hash_of(self, spine: Spine) -> str:
        """Return the hash of one of them."""
        return self._shelf[spine.slug].entry_key

    def entry_of(self, spine: Spine) -> Entry:
        """Return the entry of a brief, loaded."""
        return self._shelf[spine.slug].entry()

    def entries_of(self, spines: Iterable[Spine]) -> list[Entry]:
        """Return the entries of some briefs, for the page that shows them."""
        return [self.entry_of(spine) for spine in spines]

    def with_each(self, names: Callable[[Spine], Iterable[str]]) -> dict[str, Sequence[Spine]]:
        """Return the briefs of each name that briefs have, the newest first."""
        found: dict[str, list[Spine]] = {}
        for spine in self.spines:
            for name in dict.fromkeys(names(spine)):
                found.setdefault(name, []).append(spine)
        return dict(found)
