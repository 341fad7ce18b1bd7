"""The catalogue: what lists know of all briefs and notes, each with a hash of it for keys."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

from msgspec import Struct

from sitegen.model.entry import Entry, Page, Spine
from sitegen.model.slugs import tag_slug
from sitegen.render.addresses import tag_notes_path, tag_path
from sitegen.render.pages.lists import by_tag, newest_first
from sitegen.render.shelf import Shelved

NEWEST = 10
"""Notes that stand below the briefs of a tag; if there are more, they have a list of their own."""


class Tagged(Struct, frozen=True):
    """What has a tag, the newest first."""

    tag: str
    spines: Sequence[Spine]
    notes: Sequence[Page]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files of its lists."""
        path = tag_path(self.tag)
        return (path, tag_notes_path(self.tag)) if self.spines and len(self.notes) > NEWEST else (path,)


class Catalogue:
    """All briefs and notes of the site, the newest first."""

    def __init__(self, shelf: Iterable[Shelved], own: Iterable[Page] = ()) -> None:
        """Take the briefs, and people's own pages, of which some are notes."""
        self._shelf = {shelved.slug: shelved for shelved in shelf}
        self._lines = dict[str, str]()
        self.spines: Sequence[Spine] = newest_first(shelved.spine for shelved in self._shelf.values())
        self.notes: Sequence[Page] = newest_first(page for page in own if page.is_note)

    @cached_property
    def listed(self) -> Sequence[Spine]:
        """Return the briefs that stand in feeds, sitemap and search engines."""
        return [spine for spine in self.spines if spine.listed]

    @cached_property
    def tags(self) -> Sequence[Tagged]:
        """Return what has each tag, by tag; tags that share an address are one, called as a brief calls it."""
        of_briefs, of_notes = by_tag(self.spines), by_tag(self.notes)
        names = {tag_slug(tag): tag for tag in (*of_notes, *of_briefs)}
        noted = {tag_slug(tag): found for tag, found in of_notes.items()}
        return [Tagged(names[slug], of_briefs.get(names[slug], ()), noted.get(slug, ())) for slug in sorted(names)]

    def lines_of(self, notes: Iterable[Page]) -> str:
        """Return what lists show of some notes in a row, for the key of what shows them."""
        return "\n".join(map(self._line_of, notes))

    def _line_of(self, note: Page) -> str:
        """Return what a list shows of a note: it stands in several, and is written down once."""
        line = self._lines.get(note.slug)
        if line is None:
            shown = note.slug, note.title, note.date, note.description, note.language, note.draft
            line = self._lines[note.slug] = repr(shown)
        return line

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
