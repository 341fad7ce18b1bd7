"""What stands in the head of each page: title and description that begin with the status, addresses, other forms."""

from msgspec import Struct

from sitegen.model.entry import Entry
from sitegen.model.vocabulary import State, Status
from sitegen.render.addresses import CORRECTIONS, FEED, JSON_FEED, NOTES_FEED, absolute, root_of, status_name
from sitegen.render.site import Site
from sitegen.words import direction_of

ATOM = "application/atom+xml"
DESCRIPTION = 300
"""Characters of a description: what previews of links show at the most."""
_WORTH = 40
"""Characters that are worth beginning a sentence for."""


class Alternate(Struct, frozen=True):
    """The same in another form."""

    path: str
    type: str
    title: str


class Picture(Struct, frozen=True):
    """A picture that previews of links show; its words say the status too."""

    path: str
    words: str
    width: int
    height: int


class Head(Struct, frozen=True):
    """What a template needs to know of the page that it makes."""

    path: str
    title: str
    root: str | None
    """The way from the page to the folder of the site; None where the page may stand at any depth and links nowhere."""
    description: str = ""
    language: str = "en"
    direction: str = "ltr"
    """Whether lines run "ltr" or "rtl"."""
    canonical: str = ""
    """The full address; empty where the settings do not say where the site stands."""
    indexed: bool = True
    """Whether search engines may index the page."""
    type: str = "website"
    """Open Graph's word for what the page is."""
    alternates: tuple[Alternate, ...] = ()
    picture: Picture | None = None
    dates: tuple[str, str] | tuple[()] = ()
    """Of a published brief: the day as of which it holds, and the latest that its data names; of a note its day."""
    searches: bool = False
    """Whether the page runs the search, which its policy must then allow."""
    linked_data: str = ""
    """What the page is in the words of schema.org, as JSON that can stand in a page; empty where it says nothing."""


def head(  # noqa: PLR0913  (each is a line of the head)
    site: Site,
    path: str,
    title: str,
    description: str = "",
    *,
    due: str = "",
    indexed: bool = True,
    type: str = "website",  # noqa: A002  (Open Graph's word)
    language: str = "",
    alternates: tuple[Alternate, ...] = (),
    picture: Picture | None = None,
    dates: tuple[str, str] | tuple[()] = (),
    searches: bool = False,
    linked_data: str = "",
) -> Head:
    """Return the head of a page at this path; what is due stands before its description and is never cut."""
    canonical = absolute(site.settings.url, path) if site.settings.url else ""
    return Head(
        path,
        title,
        root_of(path),
        described(due, description),
        language or site.settings.language,
        direction_of(language) if language else site.words.direction,
        canonical,
        indexed and not site.is_preview,
        type,
        (*alternates, *feeds(site)),
        picture,
        dates,
        searches,
        linked_data,
    )


def purpose_of(site: Site) -> str:
    """Return one sentence on what the site is, for pages that say none of themselves."""
    return site.settings.description or site.words("page.description")


def rootless(site: Site, path: str, title: str) -> Head:
    """Return the head of a page that a host shows at any address (404): it names the site's own address, if known.

    A preview stands at the top of its server, wherever the site will stand.
    """
    root = "/" if site.is_preview else site.settings.url or None
    language, direction = site.settings.language, site.words.direction
    return Head(path, title, root, language=language, direction=direction, indexed=False)


def feeds(site: Site) -> tuple[Alternate, ...]:
    """Return the feeds of the site; without its address there are none."""
    if not site.settings.url or site.is_preview:
        return ()
    title = site.settings.title
    both = (Alternate(FEED, ATOM, title), Alternate(JSON_FEED, "application/feed+json", title))
    if site.stock.is_plain:
        return both
    corrections = Alternate(CORRECTIONS, ATOM, site.words("feed.corrections", title=title))
    notes = Alternate(NOTES_FEED, ATOM, site.words("notes.feed_title", title=title))
    return (*both, corrections, notes) if site.stock.notes else (*both, corrections)


def mark_of_entry(site: Site, entry: Entry) -> str:
    """Return what stands in brackets before the title of a brief that another page names."""
    return mark_of(site, entry.state, entry.badge_status, proposed=entry.proposed)


def mark_of(site: Site, state: State, status: Status | None, *, proposed: bool) -> str:
    """Return what a title carries in brackets: "Not verified", "Under review; Mixed", "Withdrawn"."""
    words = site.words
    if state is State.WITHDRAWN:
        return words("state.withdrawn")
    standing = words(f"status.{status_name(status)}.label") if status else words("page.mixed")
    if proposed:
        return words("lists.semicolon").join([words("page.proposed_mark"), standing])
    return standing if state is State.PUBLISHED else words("lists.semicolon").join([words(f"state.{state}"), standing])


def described(due: str, more: str = "") -> str:
    """Return a description: what is due is never cut, and as much of more follows as there is space for."""
    whole = " ".join(due.split())
    room = DESCRIPTION - len(whole) - 1
    return f"{whole} {cut(more, room)}".strip() if room >= min(_WORTH, len(more)) else whole


def cut(text: str, length: int) -> str:
    """Return at most so many characters of a text, cut between words and marked with an ellipsis."""
    folded = " ".join(text.split())
    if len(folded) <= length:
        return folded
    return folded[: length - 1].rsplit(" ", 1)[0].rstrip(",;:") + "…"
