"""Tags: a list of briefs and notes each, and the directory of all."""

from collections.abc import Iterator

from sitegen.model.output import Output
from sitegen.render.addresses import TAGS, tag_path
from sitegen.render.pages.catalogue import NEWEST, Catalogue, Tagged
from sitegen.render.pages.directory import Directory, Row, directory_output
from sitegen.render.pages.listing import Listing, listing_outputs
from sitegen.render.pages.notes import NoteList, note_list_outputs
from sitegen.render.site import Bodies, Link, Site


def tag_outputs(site: Site, catalogue: Catalogue, bodies: Bodies) -> Iterator[Output]:
    """Yield the pages of all tags."""
    for each in catalogue.tags:
        yield from _lists(site, catalogue, each, bodies)
    words = site.words
    rows = [Row(each.tag, tag_path(each.tag), tuple(_counts(site, each))) for each in catalogue.tags]
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
        yield from listing_outputs(site, catalogue, _with_notes(site, catalogue, tagged, title, trail))
        title, trail = words("notes.of_tag", tag=tag), (*trail, Link(title, path))
    for first in more if tagged.spines else (path,):
        yield from note_list_outputs(site, catalogue, NoteList(first, title, about, tagged.notes, trail), bodies)


def _with_notes(site: Site, catalogue: Catalogue, tagged: Tagged, title: str, trail: tuple[Link, ...]) -> Listing:
    """Return the list of a tag's briefs, with its newest notes below them."""
    words, tag = site.words, tagged.tag
    path, *more = tagged.paths
    below = tagged.notes[:NEWEST]
    rest = Link(words.count("notes.all", len(tagged.notes)), more[0]) if more else None
    key = ("below", catalogue.lines_of(below), rest) if below else ()
    values = {"notes": below, "more_notes": rest}
    return Listing(path, title, tagged.spines, words("tags.about", tag=tag), trail, key=key, values=lambda: values)


def _counts(site: Site, tagged: Tagged) -> Iterator[str]:
    if tagged.spines:
        yield site.words.count("across.briefs", len(tagged.spines))
    if tagged.notes:
        yield site.words.count("notes.count", len(tagged.notes))
