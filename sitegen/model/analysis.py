"""What software found in an article: proposals, never facts. All places are characters of the article's text."""

from dataclasses import dataclass

from sitegen.model.article import Span


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in the text; `label` is spaCy's (PERSON, ORG, GPE, DATE …)."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is proposed to have said something."""

    mention: Span
    """The words that name the speaker in the text ("he")."""
    name: str
    """The name that they stand for, as far as it is known; otherwise the mention's own words."""
    confidence: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that someone is reported to have said."""

    span: Span
    """What is said, without the quotation marks around it."""
    direct: bool
    speaker: Speaker | None = None
    cue: Span | None = None
    """The words that report it ("said")."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage that shows a kind of source or a signal of kinds.yaml."""

    name: str
    """The kind or signal."""
    is_signal: bool
    cue: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that the analyse stage proposes for one article."""

    model: str
    """Name and version of the spaCy model."""
    sentences: tuple[Span, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    summary: tuple[Span, ...] = ()
    """Sentences of the article, in its order."""
