"""The forms of an annotation file as a whole, and of what it says of our brief."""

from typing import Annotated, Literal

from msgspec import field

from sitegen.model.vocabulary import Republish, State
from sitegen.read.fields import Address, Date, Day, Id, Language, Many, OneAlone, Tag, Typed
from sitegen.read.forms.form import CorrectionForm, Form, VersionForm, WithdrawalForm, keys_of
from sitegen.read.forms.quotes import CaveatForm, GapForm, QuoteForm
from sitegen.read.forms.sources import LinkForm, SourceForm

ContentNotice = Literal["graphic", "duress", "identity-at-risk"]


class BriefForm(Form, frozen=True):
    """Our brief."""

    title: Typed = ""
    """The title of the brief; by default it is made from publisher and headline."""
    slug: Id = ""
    """The name of the brief's page in its address; by default that of the file."""
    aliases: Annotated[tuple[Id, ...], OneAlone()] = ()
    """Earlier slugs, whose addresses lead here."""
    editor: Typed = ""
    """Who wrote this annotation file."""
    reviewed_by: Typed = ""
    """Who else has looked at it."""
    date: Day = ""
    """The day as of which the statuses hold; by default that of the article."""
    review_due: Day = ""
    """The day by which somebody should look at it again."""
    state: State | None = None
    """How far the brief is: drafts and reviews are not announced, withdrawn briefs leave a notice."""
    withdrawn: WithdrawalForm | None = None
    """Since when and why the brief is withdrawn."""
    tags: Annotated[tuple[Tag, ...], OneAlone()] = ()
    """Subjects, in small letters with hyphens, each of which gets a page."""
    main: Typed = ""
    """The id of the quote that the brief is about."""
    content: Annotated[tuple[ContentNotice, ...], OneAlone()] = ()
    """What a notice before the page warns of."""


class FileForm(Form, frozen=True):
    """An annotation file."""

    url: Address = ""
    """The address of the original article."""
    title: Typed = ""
    """The headline, where the article's first line is not it."""
    publisher: Typed = ""
    """Who published the article: a name, or the id of a source."""
    authors: Many = ()
    """Who wrote the article, where its byline does not say it well."""
    published: Date = ""
    """When the article was published, where its date line does not say it well."""
    published_basis: Literal["article", "editor"] = "article"
    """Whether that date stands in the article, or you found it elsewhere."""
    language: Language = ""
    """The language of the article; by default the one that a saved page names, else that of the pages."""
    captured: Date = ""
    """When our copy was made."""
    archive: Address = ""
    """The address of a lasting copy."""
    our_copy: Typed = field(default="", name="copy")
    """What is different in our copy, such as lost quotation marks."""
    versions: Annotated[tuple[VersionForm, ...], OneAlone()] = ()
    """Later versions of the article."""
    republish: Republish = Republish.EXCERPTS
    """How much of the article may be printed."""
    permission: Typed = ""
    """The licence, or who allowed it and when."""
    brief: BriefForm = BriefForm()
    """What concerns our brief: its title, its state, its tags."""
    summary: Typed = ""
    """What the article says, in a few sentences of your own."""
    sources: tuple[SourceForm, ...] = ()
    """Who and what the material came from: chains, or sources one by one."""
    quotes: tuple[QuoteForm, ...] = ()
    """What people said, in the words of the article."""
    gaps: tuple[GapForm, ...] = ()
    """What the article leaves open."""
    caveats: tuple[CaveatForm, ...] = ()
    """What readers must know before they repeat any of it."""
    corrections: Annotated[tuple[CorrectionForm, ...], OneAlone()] = ()
    """What we got wrong and put right."""


CHAINS = "<"
"""Where the chains of `sources:` stand in an expanded file: no key that people type."""


class ExpandedForm(FileForm, frozen=True):
    """An annotation file, its shorthands written out."""

    chains: tuple[tuple[LinkForm, ...], ...] = field(default=(), name=CHAINS)
    """The chains of `sources:`, taken apart."""


ALL_KEYS = frozenset(key for form in Form.__subclasses__() for key in keys_of(form))
"""The keys of all forms; what stands in expanded files alone is of a form below FileForm."""
SOURCE_KEYS = frozenset(keys_of(SourceForm))
LEADS = {"quotes": "quote", "caveats": "text", "gaps": "question", "sources": "name"}
"""By the key of a list, the key that a text alone in it stands for."""
