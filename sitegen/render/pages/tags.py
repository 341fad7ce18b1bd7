"""Tags: a list of briefs and notes each, and the directory of all."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from sitegen.model.entry import Page, Spine
from sitegen.model.output import Output
from sitegen.model.slugs import tag_slug
from sitegen.render.addresses import TAGS, tag_notes_path, tag_path
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.directory import Directory, Row, directory_output
from sitegen.render.pages.listing import Listing, listing_outputs
from sitegen.render.pages.lists import by_tag
from sitegen.render.pages.notes import NoteList, lines_of, note_list_outputs
from sitegen.render.site import Bodies, Link, Site

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


def tagged(spines: Iterable[Spine], notes: Iterable[Page]) -> list[Tagged]:
    """Return what has each tag, by tag; tags that share an address are one, called as a brief calls it."""
    of_briefs, of_notes = by_tag(spines), by_tag(notes)
    names = {tag_slug(tag): tag for tag in (*of_notes, *of_briefs)}
    noted = {tag_slug(tag): found for tag, found in of_notes.items()}
    return [Tagged(names[slug], of_briefs.get(names[slug], ()), noted.get(slug, ())) for slug in sorted(names)]


def tag_outputs(site: Site, catalogue: Catalogue, notes: Sequence[Page], bodies: Bodies) -> Iterator[Output]:
    """Yield the pages of all tags."""
    found = tagged(catalogue.spines, notes)
    for each in found:
        yield from _lists(site, catalogue, each, bodies)
    words = site.words
    rows = [Row(each.tag, tag_path(each.tag), tuple(_counts(site, each))) for each in found]
    about, empty = "across.tags_about", "tags.empty"
    if site.stock.is_plain:
        about, empty = "notes.tags_about", "notes.tags_empty"
    yield directory_output(site, Directory(TAGS, words("tags.all"), words(about), rows, words(empty), name="tags"))


def _lists(site: Site, catalogue: Catalogue, tagged: Tagged, bodies: Bodies) -> Iterator[Output]:
    words, tag = site.words, tagged.tag
    title, about = words("tags.title", tag=tag), words("notes.tagged", tag=tag)
    path, *more = tagged.paths
    trail: tuple[Link, ...] = (Link(words("tags.all"), TAGS),)
    if tagged.spines:
        yield from listing_outputs(site, catalogue, _with_notes(site, tagged, title, trail))
        title, trail = words("notes.of_tag", tag=tag), (*trail, Link(title, path))
    for first in more if tagged.spines else (path,):
        yield from note_list_outputs(site, NoteList(first, title, about, tagged.notes, trail), bodies)


def _with_notes(site: Site, tagged: Tagged, title: str, trail: tuple[Link, ...]) -> Listing:
    """Return the list of a tag's briefs, with its newest notes below them."""
    words, tag = site.words, tagged.tag
    path, *more = tagged.paths
    below = tagged.notes[:NEWEST]
    rest = Link(words.count("notes.all", len(tagged.notes)), more[0]) if more else None
    key = ("below", lines_of(below), rest) if below else ()
    values = {"notes": below, "more_notes": rest}
    return Listing(path, title, tagged.spines, words("tags.about", tag=tag), trail, key=key, values=lambda: values)


def _counts(site: Site, tagged: Tagged) -> Iterator[str]:
    if tagged.spines:
        yield site.words.count("across.briefs", len(tagged.spines))
    if tagged.notes:
        yield site.words.count("notes.count", len(tagged.notes))
