"""Lists of notes: of all of them, and of those with a tag. A note is no brief, and nothing here looks like one."""

from collections.abc import Iterator, Sequence
from functools import partial

from msgspec import Struct

from sitegen.model.entry import Page
from sitegen.model.output import Output
from sitegen.problems import Problem
from sitegen.render.addresses import INDEX, NOTES
from sitegen.render.heads import head, purpose_of
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.lists import Leaf, leaves
from sitegen.render.site import Bodies, Link, Site


class NoteList(Struct, frozen=True):
    """A list of notes with its own address."""

    first: str
    """The file of its first page."""
    title: str
    about: str
    """One sentence: its description."""
    notes: Sequence[Page]
    """The newest first."""
    trail: tuple[Link, ...] = ()
    """The lists that it is one of, from the widest on."""
    introduction: Page | None = None
    """A page of people's own that stands above the first page of the list."""


def notes_output(site: Site, catalogue: Catalogue, introduction: Page | None, bodies: Bodies) -> Iterator[Output]:
    """Yield the list of all notes, which is the index where there are no briefs."""
    words, notes = site.words, catalogue.notes
    if site.stock.is_plain:
        trail = (Link(words("notes.title"), INDEX),)
        listed = NoteList(INDEX, words("notes.title"), purpose_of(site), notes, trail, introduction)
    else:
        trail = (Link(words("notes.title"), NOTES),)
        listed = NoteList(NOTES, words("notes.title"), words("notes.about"), notes, trail)
    yield from note_list_outputs(site, catalogue, listed, bodies)


def note_list_outputs(site: Site, catalogue: Catalogue, listed: NoteList, bodies: Bodies) -> Iterator[Output]:
    """Yield all pages of a list of notes."""
    for leaf in leaves(listed.first, listed.notes, site.settings.page_size, lambda note: note.date):
        frame = (leaf.newer, leaf.older, leaf.oldest, leaf.total, leaf.years, listed.title, listed.about)
        introduction = listed.introduction if leaf.number == 0 else None
        above = introduction.digest if introduction else ""
        key = site.key("notes", leaf.path, frame, above, catalogue.lines_of(leaf.items))
        yield Output(leaf.path, key, partial(_page, site, listed, leaf, introduction, bodies))


def _page(site: Site, listed: NoteList, leaf: Leaf[Page], introduction: Page | None, bodies: Bodies) -> bytes | Problem:
    words, settings = site.words, site.settings
    named = words("across.pager.titled", title=listed.title, n=leaf.number) if leaf.number else listed.title
    title = settings.title if leaf.path == INDEX else words("page.title", title=named, site=settings.title)
    values = {
        "page": head(site, leaf.path, title, listed.about),
        "title": listed.title,
        # The index says what the site is in its introduction, if at all.
        "about": "" if listed.first == INDEX else listed.about,
        "trail": listed.trail if leaf.number or listed.first not in (INDEX, NOTES) else (),
        "leaf": leaf,
        "introduction": bodies(introduction) if introduction else None,
    }
    return site.press.fill("notes.html", values)
