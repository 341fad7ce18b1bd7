"""A brief: all that is published of one article, resolved and worded. The truth for page, feeds and exports."""

from msgspec import Struct

from sitegen.model.annotations import About, Change, Check, Correction, Facts, Gap, Hop, Material, Response, Withdrawal
from sitegen.model.article import Role, Span
from sitegen.model.vocabulary import Circumstances, Identified, State, Status, Wording


class PrintedCaveat(Struct, frozen=True):
    """A caveat as it stands in the brief."""

    kind: str
    label: str
    """The kind in a reader's words ("Interested party")."""
    text: str
    about: tuple[str, ...] = ()
    """Ids of quotes and sources; empty where it is about the whole article."""
    passage: str = ""
    """Words of the article, masked where withheld; empty where it names none or none may be printed."""
    standard: bool = False
    """Whether the wording is the kind's standard one, not the editor's."""


class Step(Struct, frozen=True):
    """A source as it stands on the chain of one quote, from the publisher up."""

    source: str
    inferred: bool = False
    """Whether the hop that leads here is inferred."""


class Selector(Struct, frozen=True):
    """Where the words of one part of a quote stand in the article (W3C Web Annotation Data Model, 4.2.4 and 4.2.5)."""

    exact: str
    prefix: str
    suffix: str
    span: Span


class Credit(Struct, frozen=True):
    """Whose words a quote prints and how they reached the page, in a reader's words."""

    source: str
    """The id of a source; empty where none is named."""
    speaker: str
    """"A voice said to be the second soldier" """
    chain: str
    """"Hindustan Times, citing Kyiv Post, citing GUR" """
    steps: tuple[Step, ...] = ()
    inferred: bool = False
    """Whether an editor inferred that these are the source's words."""
    proposed: bool = False
    """Whether software proposed the source and no editor has confirmed it."""


class Label(Struct, frozen=True):
    """A status as printed, always with its day."""

    status: Status
    text: str
    """"Not verified as of 19 July 2023" """
    reason: str = ""
    """The second line: "no check reported", "check inconclusive: Reuters"; empty where there is none."""


class PrintedQuote(Struct, frozen=True):
    """A quote with everything that travels with it."""

    id: str
    number: int
    """From 1, in the order of the annotation file."""
    label: Label
    credit: Credit
    parts: tuple[str, ...]
    """The article's own words, white space folded, withheld words masked; empty where none may be printed."""
    wording: Wording
    text: str
    """The quote as printed: parts joined with […], in quotation marks only where it is direct."""
    says: str = ""
    """"A Russian soldier opened fire …": printed as "Claim: …" """
    caveats: tuple[PrintedCaveat, ...] = ()
    """Every caveat that holds for it: about it, about a source on its chain, and the standard ones."""
    denials: tuple[str, ...] = ()
    """Ids of the quotes that deny it."""
    denial_line: str = ""
    """"Denied by X": travels with every copy; empty where nobody denies it."""
    response: Response | None = None
    response_line: str = ""
    checks: tuple[Check, ...] = ()
    history: tuple[Change, ...] = ()
    selectors: tuple[Selector, ...] = ()
    withdrawn: Withdrawal | None = None


class PrintedSource(Struct, frozen=True):
    """A source as it stands in the brief."""

    id: str
    name: str
    kind: str
    kind_label: str
    steps: tuple[Step, ...] = ()
    """One path from the publisher to it, itself last."""
    chain: str = ""
    """The same in words."""
    hops: tuple[Hop, ...] = ()
    identified: Identified = Identified.NAMED
    circumstances: Circumstances = Circumstances.NOT_STATED
    also: tuple[str, ...] = ()
    interest: str = ""
    interest_basis: str = ""
    reliability: str = ""
    """"C: reason"; empty unless the settings publish it."""
    note: str = ""
    material: Material = Material()
    unverified: bool = False
    """Whether its kind is one whose material needs a check."""
    shared: bool = False


class Stretch(Struct, frozen=True):
    """Words of the article in one piece, and what is marked in them."""

    text: str
    """White space folded; a space at either end is one of the article's."""
    marks: tuple[str, ...] = ()
    """Ids of quotes, and "gap 1", "caveat 2" for the passages that these name; more than one where marks overlap."""
    is_gap: bool = False
    """Whether it stands for words that are left out."""


class Excerpt(Struct, frozen=True):
    """What a brief prints of one paragraph of the article, with its quotes and passages marked."""

    stretches: tuple[Stretch, ...]
    role: Role
    skips: bool = False
    """Whether words of the article between the excerpt before it and this one are left out."""


class Badge(Struct, frozen=True):
    """How far a brief as a whole is checked."""

    label: Label | None
    """None where statuses are mixed and no quote is the main one."""
    text: str
    """What the badge says: "Not verified as of 19 July 2023", "Claim: … Not verified …", "Mixed, as of …"."""
    reason: str
    """One line: what it rests on and what was found of a check."""
    counts: tuple[tuple[Status, int], ...] = ()
    """In the order of Status."""


class Held(Struct, frozen=True):
    """How we hold the text of the article."""

    path: str
    sha256: str
    characters: int
    words: int
    """Words of headline and body."""
    encoding: str
    date_line: str = ""
    """The article's date as it prints it, with a zone that may not be sure; empty where it prints none."""


class Brief(Struct, frozen=True):
    """One brief. `facts` and `about` are filled: nothing that can be known from the article is empty."""

    slug: str
    title: str
    state: State
    facts: Facts
    publisher: str
    """The publisher's name, for people."""
    about: About
    badge: Badge
    held: Held
    summary: str
    proposed: bool = False
    """Whether the whole brief is software's proposal (an article without annotations)."""
    quotes: tuple[PrintedQuote, ...] = ()
    sources: tuple[PrintedSource, ...] = ()
    gaps: tuple[Gap, ...] = ()
    caveats: tuple[PrintedCaveat, ...] = ()
    """The editor's, in order, then the standard ones."""
    corrections: tuple[Correction, ...] = ()
    excerpts: tuple[Excerpt, ...] = ()
    """The quotes and passages where they stand in the article."""

    @property
    def updated(self) -> str:
        """The latest day that the data name: the brief's own, a change of status, a correction, a withdrawal."""
        days = [self.about.date, *(correction.on for correction in self.corrections)]
        days += [change.on for quote in self.quotes for change in quote.history]
        withdrawals = (self.about.withdrawn, *(quote.withdrawn for quote in self.quotes))
        return max([*days, *(each.on for each in withdrawals if each)])

    def quote(self, id: str) -> PrintedQuote:  # noqa: A002  (the word of the annotation language)
        """Return the quote of this id."""
        return next(quote for quote in self.quotes if quote.id == id)

    def source(self, id: str) -> PrintedSource:  # noqa: A002  (as above)
        """Return the source of this id."""
        return next(source for source in self.sources if source.id == id)
