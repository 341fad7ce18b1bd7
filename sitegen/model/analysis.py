"""What software found in an article: proposals, never facts. All places are characters of the article's text."""

from msgspec import Struct

from sitegen.model.article import Span
from sitegen.model.vocabulary import CheckObject, CheckResult


class Entity(Struct, frozen=True):
    """A name in the text; `label` is spaCy's (PERSON, ORG, GPE, DATE …)."""

    span: Span
    label: str


class Speaker(Struct, frozen=True):
    """Who is proposed to have said something."""

    mention: Span
    """The words that name the speaker in the text ("he")."""
    name: str
    """Who they stand for: the fullest name, else the mention's own words; "" where a pronoun stands for nobody sure."""
    confidence: float
    """From 0 to 1, that whoever is mentioned said it."""
    name_confidence: float = 1.0
    """From 0 to 1, that the name is who is mentioned."""


class Statement(Struct, frozen=True):
    """Something that someone is reported to have said."""

    span: Span
    """What is said, without the quotation marks around it, nor the "that" before it."""
    direct: bool
    """Whether quotation marks hold all of it."""
    speaker: Speaker | None = None
    cue: Span | None = None
    """The words that report it ("said")."""


class Evidence(Struct, frozen=True):
    """A passage that shows a kind of source or a signal of kinds.yaml."""

    name: str
    """The kind or signal."""
    is_signal: bool
    cue: Span
    sentence: Span
    source: Span | None = None
    """The mention of whom the passage is from ("a video posted by Z": Z); None where none is found."""


class Hop(Struct, frozen=True):
    """Someone or something that what is said came through."""

    name: str
    """The fullest that the article gives; "" where it names nobody."""
    kind: str
    """Of kinds.yaml."""
    mention: Span | None = None
    shown: Span | None = None
    """The words that show it ("as per Kyiv Post"); None where it is inferred."""


class Chain(Struct, frozen=True):
    """The proposed way of a statement, from the first that the publisher had it from to who said it."""

    statement: Span
    hops: tuple[Hop, ...]


class ReportedCheck(Struct, frozen=True):
    """What the article itself says about checking."""

    result: CheckResult
    cue: Span
    sentence: Span
    object: CheckObject | None = None
    """None where it does not say what was checked."""
    by: str = ""
    """Who checked, "" where it does not say."""


class Answer(Struct, frozen=True):
    """A denial or another response, or that there was none."""

    result: str
    """One of denied, declined, no-answer, not-asked; "answered" where somebody responded otherwise."""
    cue: Span
    sentence: Span
    by: str = ""
    """Who was asked, or denies; "" where the article does not say."""


class OpenQuestion(Struct, frozen=True):
    """What the article says is not known."""

    result: str
    """One of not-revealed, unknown, declined, not-asked."""
    cue: Span
    sentence: Span


class ProposedCaveat(Struct, frozen=True):
    """What a reader must know, as far as the article shows it."""

    kind: str
    wording: str
    """The key of its wording in words/."""
    passage: Span
    """The sentence that shows it."""
    cue: Span
    slots: tuple[tuple[str, str], ...] = ()
    """What the wording is filled in with, by name."""
    about: tuple[Span, ...] = ()
    """The statements it is about; empty: the article."""


class HeadlineClaim(Struct, frozen=True):
    """Words of the headline, and where the body says them."""

    words: Span
    quoted: bool
    subject: str = ""
    """Of whom or what the headline says it."""
    body: Span | None = None
    """The words of the body that say it; None where none do."""
    said_of: str = ""
    """Of whom or what the body says it."""
    said_by: Speaker | None = None
    """None where the body says it in its own name."""
    of_another: bool = False
    """Whether the body surely says it of somebody else than the headline."""


class Analysis(Struct, frozen=True):
    """Everything that the analyse stage proposes for one article."""

    model: str
    """Name and version of the spaCy model."""
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    """What stands in quotation marks as said."""
    reports: tuple[Statement, ...] = ()
    """What is reported without quotation marks, or with some inside it; these may hold statements."""
    chains: tuple[Chain, ...] = ()
    checks: tuple[ReportedCheck, ...] = ()
    answers: tuple[Answer, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    caveats: tuple[ProposedCaveat, ...] = ()
    headline: tuple[HeadlineClaim, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    main_evidence: str = ""
    """The kind of unverified material that the article mainly rests on; "" where it rests on none."""
    summary: tuple[Span, ...] = ()
    """Sentences of the article, in its order."""
