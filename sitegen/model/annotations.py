"""What an editor says about an article: the annotation file, expanded, with the place of every key."""

from collections.abc import Mapping

from msgspec import Struct, field

from sitegen.model.vocabulary import (
    Basis,
    CheckObject,
    CheckResult,
    Circumstances,
    Identified,
    Republish,
    State,
    Status,
    Wording,
)
from sitegen.problems import Location


class Places(Struct, frozen=True):
    """Where a thing stands in its file, and where each of its keys' values stand."""

    here: Location
    keys: Mapping[str, Location] = field(default_factory=dict)

    def of(self, key: str) -> Location:
        """Return the place of a key's value, or of the whole thing where the key was not typed."""
        return self.keys.get(key, self.here)


class Version(Struct, frozen=True):
    """A later version of the article that the editor noticed (`versions:`)."""

    on: str
    note: str


class Withdrawal(Struct, frozen=True):
    """Why and since when a brief or a quote is withdrawn."""

    on: str
    reason: str


class Facts(Struct, frozen=True):
    """What the annotation file says of the article; empty where it says nothing. Dates are ISO 8601 text."""

    url: str = ""
    title: str = ""
    publisher: str = ""
    """The id of a source; empty where the file names none."""
    authors: tuple[str, ...] = ()
    published: str = ""
    published_basis: str = "article"
    """"article" or "editor": whether the date stands in the text."""
    language: str = ""
    captured: str = ""
    archive: str = ""
    copy: str = ""
    """What is wrong with our copy of the article."""
    versions: tuple[Version, ...] = ()
    republish: Republish = Republish.EXCERPTS
    permission: str = ""


class About(Struct, frozen=True):
    """What the annotation file says of our brief (`brief:`); empty where it says nothing."""

    title: str = ""
    slug: str = ""
    aliases: tuple[str, ...] = ()
    editor: str = ""
    reviewed_by: str = ""
    date: str = ""
    """The day as of which statuses hold."""
    review_due: str = ""
    state: State = State.PUBLISHED
    withdrawn: Withdrawal | None = None
    tags: tuple[str, ...] = ()
    main: str = ""
    """The id of the quote whose status is the badge."""
    content: tuple[str, ...] = ()
    """Of graphic, duress, identity-at-risk: what a notice before the page warns of."""
    at: Places | None = None
    """None where the file has no `brief:`."""


class Hop(Struct, frozen=True):
    """One step up a chain: the source that material came from."""

    source: str
    basis: Basis = Basis.STATED


class Material(Struct, frozen=True):
    """What is known of a recording, text or post; "not-stated" and "not-linked" stay as typed, empty is not typed."""

    released_by: str = ""
    """The id of a source, or text."""
    posted_by: str = ""
    """The id of a source, or text."""
    release: str = ""
    material: str = ""
    original: str = ""
    original_language: str = ""
    translated_by: str = ""
    recorded: str = ""


class Source(Struct, frozen=True):
    """Who or what material came from."""

    id: str
    name: str
    kind: str
    """A key of `sources` in kinds.yaml."""
    at: Places
    hops: tuple[Hop, ...] = ()
    """What it took its material `from`; empty for an origin."""
    also: tuple[str, ...] = ()
    identified: Identified = Identified.NAMED
    circumstances: Circumstances = Circumstances.NOT_STATED
    interest: str = ""
    interest_basis: str = ""
    reliability: str = ""
    """Admiralty letter A-F (NATO STANAG 2511), empty where none is given."""
    reason: str = ""
    note: str = ""
    material: Material = Material()
    shared: bool = False
    """Whether it stands in sources.yaml and so has a page across briefs."""


class Check(Struct, frozen=True):
    """What was checked, with what result, by whom, when, how."""

    object: CheckObject
    result: CheckResult
    at: Places
    by: str = ""
    """"us", the id of a source, or text."""
    on: str = ""
    how: str = ""


class Response(Struct, frozen=True):
    """What came of asking someone to respond."""

    asked_by: str = ""
    """The id of a source, or text."""
    result: str = "not-stated"
    """One of denied, declined, no-answer, not-asked, not-stated."""


class Change(Struct, frozen=True):
    """A change of a quote's status."""

    on: str
    old: Status
    new: Status
    why: str


class Standing(Struct, frozen=True):
    """How far a quote is checked, and who contradicts it."""

    status: Status | None = None
    """None where the editor typed none: the default then follows from the chain."""
    checks: tuple[Check, ...] = ()
    denied_by: tuple[str, ...] = ()
    """Ids of quotes."""
    response: Response | None = None
    history: tuple[Change, ...] = ()


class Quote(Struct, frozen=True):
    """Words that the article is said to contain."""

    id: str
    parts: tuple[str, ...]
    """The words as typed; more than one where the article interrupts the quote."""
    at: Places
    """`at.of("quote")` is the place of the words."""
    source: str = ""
    """The id of a source; empty where the editor named none."""
    basis: Basis = Basis.STATED
    words: Wording | None = None
    """None where it is to follow from the article's quotation marks."""
    after: str = ""
    occurrence: int = 0
    """Counted from 1; 0 where the editor gave none."""
    says: str = ""
    via: tuple[str, ...] = ()
    withhold: tuple[str, ...] = ()
    standing: Standing = Standing()
    withdrawn: Withdrawal | None = None


class Gap(Struct, frozen=True):
    """What the article leaves open."""

    question: str
    at: Places
    passage: str = ""
    result: str = "unknown"
    """One of not-revealed, unknown, declined, not-asked."""


class Caveat(Struct, frozen=True):
    """What a reader must know before repeating something."""

    kind: str
    """One of the caveat kinds of docs/annotations.md."""
    text: str
    at: Places
    about: tuple[str, ...] = ()
    """Ids of quotes and sources; empty where it is about the whole article."""
    passage: str = ""


class Correction(Struct, frozen=True):
    """What we got wrong and put right."""

    on: str
    text: str


class Annotations(Struct, frozen=True):
    """One annotation file, expanded: every shorthand written out, every name turned into an id."""

    path: str
    facts: Facts
    about: About
    at: Places
    summary: str = ""
    sources: tuple[Source, ...] = ()
    """Those of the file and, marked `shared`, those of sources.yaml that its chains reach."""
    quotes: tuple[Quote, ...] = ()
    gaps: tuple[Gap, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    corrections: tuple[Correction, ...] = ()
