"""What other pages show of a brief or a page: small records that indexes, feeds and sitemaps are made from."""

from msgspec import Struct
from msgspec.structs import fields

from sitegen.model.annotations import Change, Correction
from sitegen.model.vocabulary import State, Status


class Tally(Struct, frozen=True):
    """A quote as pages across briefs count it: how far it is checked and what it rests on."""

    status: Status
    shared_sources: tuple[str, ...] = ()
    """Ids of the sources on its chain that stand in sources.yaml."""
    kinds: tuple[str, ...] = ()
    """Kinds of the sources on its chain, each once, by name."""
    changes: tuple[Change, ...] = ()


class Counted(Struct, frozen=True):
    """A quote as pages across briefs name it, with none of its words."""

    id: str
    number: int
    chain: str
    """"Hindustan Times, citing Kyiv Post" """
    tally: Tally

    @property
    def status(self) -> Status:
        """How far it is checked."""
        return self.tally.status


class Origin(Struct, frozen=True):
    """Where quotes of a brief come from in the end."""

    shared: str = ""
    """Its id in sources.yaml, where it stands there."""
    name: str = ""
    """Empty for material, and for whoever is not surely named: these are never taken for one another."""
    kind: str = ""


class Spine(Struct, frozen=True, kw_only=True):
    """One brief as a shelf shows it: by what lists put it in order, sort it in and count it. Dates are ISO 8601 text.

    A build holds those of all briefs at once, and so little of any brief besides.
    """

    slug: str
    state: State
    proposed: bool
    date: str
    """The day as of which statuses hold."""
    updated: str
    """The latest day that the brief's data names: its date, a change of status, a correction, a withdrawal."""
    badge_status: Status | None
    counts: tuple[tuple[Status, int], ...]
    tags: tuple[str, ...] = ()
    shared_sources: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    """Corrections and changes of status, as the corrections feed words them."""
    tallies: tuple[tuple[Tally, int], ...] = ()
    """How many of the quotes that are not withdrawn count as what."""
    origins: tuple[Origin, ...] = ()
    """Every origin of its quotes, once."""

    @property
    def only_origin(self) -> str:
        """The id of the shared source to which every quote goes back, where there is no other origin; else empty."""
        return self.origins[0].shared if len(self.origins) == 1 else ""

    @property
    def listed(self) -> bool:
        """Whether it stands in feeds, sitemap and search engines: published briefs alone do."""
        return self.state is State.PUBLISHED and not self.proposed

    @property
    def quotes_counted(self) -> int:
        """How many quotes it has that are not withdrawn."""
        return sum(count for _, count in self.tallies)


class Entry(Spine, frozen=True, kw_only=True):
    """One brief as the cards of lists and feeds show it."""

    title: str
    publisher: str
    badge: str
    """Badge text, with its day."""
    reason: str
    caveats: tuple[str, ...]
    """Texts of the caveats of the main quote, whose claim the badge prints, then of those about the whole."""
    summary: str
    named_sources: tuple[tuple[str, str], ...] = ()
    """Names and kinds of the sources with a name that stand in the brief's own annotation file alone."""
    binding: int = 0
    """How many caveats, the first ones, stand wherever the badge stands: those of the claim that it prints."""
    label: str = ""
    """The badge without the claim that it may print: "Not verified as of 5 March 2024", "Mixed as of …: …"."""
    quotes: tuple[Counted, ...] = ()
    """Those that are not withdrawn."""
    article: str = ""
    """The address of the article; empty where it has none, or the brief is withdrawn."""
    editor: str = ""

    @property
    def spine(self) -> Spine:
        """What a shelf shows of it."""
        return Spine(**{each.name: getattr(self, each.name) for each in fields(Spine)})


class Page(Struct, frozen=True):
    """A page that people wrote in content/, without its text; one with a date is a note."""

    path: str
    """From the project's root, with "/"."""
    slug: str
    """The address without ".html"; "/" where it stands in a folder of content/."""
    title: str
    digest: str
    """SHA-256 of the file's bytes, hexadecimal: with the path, all of the page and of its text follow from it."""
    line: int = 1
    """The line of the file on which the body begins."""
    description: str = ""
    order: int | None = None
    """Its place in the navigation, where it has one."""
    language: str = ""
    aliases: tuple[str, ...] = ()
    date: str = ""
    """ISO 8601: a day, or a day with a time."""
    updated: str = ""
    """The same, of a later change; empty where none is told."""
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    draft: bool = False
    """Whether it is shown in previews alone."""
    links: tuple[str, ...] = ()
    """Addresses in its text that name Markdown files."""
    moved: tuple[tuple[str, str], ...] = ()
    """Those of them whose page does not stand where the name of its file says, and where it stands."""

    @property
    def version(self) -> str:
        """Name what it says, and where its links lead."""
        return " ".join((self.digest, *(f"{link} {address}" for link, address in self.moved)))

    @property
    def is_note(self) -> bool:
        """Whether it is listed by its day; what stands above the index is no part of a list."""
        return bool(self.date) and self.slug != "index"

    @property
    def latest(self) -> str:
        """The day of its last change, so far as one is told."""
        return self.updated or self.date


class Body(Struct, frozen=True):
    """The text of a page that people wrote, as HTML."""

    html: str
    """In the cache, links to Markdown files still name these."""
    titled: bool
    """Whether it has a heading of the first rank, so that the page needs no other."""
