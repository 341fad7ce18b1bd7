"""The forms of an annotation file, expanded: which keys each thing has, and what they take."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

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
from sitegen.read.fields import (
    TYPED_TEXT,
    Address,
    Count,
    Date,
    Day,
    Id,
    Language,
    Many,
    OneAlone,
    SourceKindName,
    Tag,
    Typed,
    TypedAs,
)

CaveatKind = Literal[
    "interested-party", "unverified", "single-source", "second-hand", "anonymous", "unknown", "translation",
    "redaction", "provenance", "excerpt", "headline", "paraphrase", "dating", "image", "figure", "no-response",
    "capture", "graphic", "duress", "identity-at-risk", "retraction", "other",
]  # fmt: skip
CAVEAT_KINDS: tuple[str, ...] = get_args(CaveatKind)
ContentNotice = Literal["graphic", "duress", "identity-at-risk"]
ResponseResult = Literal["denied", "declined", "no-answer", "not-asked", "not-stated"]
TypedStatus = Annotated[Status, TypedAs({"const": False})]
"""The status `false` is a truth value to editors."""


class Form(BaseModel):
    """A mapping of the language; a key that it does not have is a problem."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class VersionForm(Form):
    """A later version of the article."""

    on: Date
    note: Typed


class WithdrawalForm(Form):
    """Why something is withdrawn."""

    on: Day
    reason: Typed


class BriefForm(Form):
    """Our brief."""

    title: Typed = ""
    slug: Id = ""
    aliases: Annotated[tuple[Id, ...], OneAlone()] = ()
    editor: Typed = ""
    reviewed_by: Typed = ""
    date: Day = ""
    review_due: Day = ""
    state: State = State.PUBLISHED
    withdrawn: WithdrawalForm | None = None
    tags: Annotated[tuple[Tag, ...], OneAlone()] = ()
    main: Typed = ""
    content: Annotated[tuple[ContentNotice, ...], OneAlone()] = ()


class HopForm(Form):
    """What a source took its material from."""

    source: Typed
    basis: Basis = Basis.STATED


_HOP = {"type": "object", "additionalProperties": {"enum": ["stated", "inferred"]}}
_FROM = (TYPED_TEXT, _HOP, {"type": "array", "items": {"anyOf": [TYPED_TEXT, _HOP]}})


class SourceForm(Form):
    """Who or what material came from."""

    id: Id = ""
    name: Typed = ""
    kind: SourceKindName = ""
    hops: Annotated[tuple[HopForm, ...], TypedAs(*_FROM, instead=True), Field(alias="from")] = ()
    also: Many = ()
    identified: Identified | None = None
    circumstances: Circumstances = Circumstances.NOT_STATED
    interest: Typed = ""
    interest_basis: Typed = ""
    reliability: Literal["", "A", "B", "C", "D", "E", "F"] = ""
    reason: Typed = ""
    note: Typed = ""
    released_by: Typed = ""
    posted_by: Typed = ""
    release: Typed = ""
    material: Literal["", "recording", "transcript", "described"] = ""
    original: Typed = ""
    original_language: Typed = ""
    translated_by: Typed = ""
    recorded: Typed = ""


class LinkForm(Form):
    """One name of a chain, and how the hop that leads to it is known."""

    name: Typed
    kind: SourceKindName = ""
    basis: Basis = Basis.STATED


class CheckForm(Form):
    """What was checked, with what result."""

    object: CheckObject
    result: CheckResult
    by: Typed = ""
    on: Date = ""
    how: Typed = ""


class ResponseForm(Form):
    """What came of asking someone to respond."""

    asked_by: Typed = ""
    result: ResponseResult = "not-stated"


class ChangeForm(Form):
    """A change of a quote's status."""

    on: Day
    old: Annotated[TypedStatus, Field(alias="from")]
    new: Annotated[TypedStatus, Field(alias="to")]
    why: Typed


class CaveatForm(Form):
    """What a reader must know before repeating something."""

    kind: CaveatKind = "other"
    text: Typed
    about: Many = ()
    passage: Typed = ""


class QuoteForm(Form):
    """Words that the article contains."""

    id: Id = ""
    quote: Many
    says: Typed = ""
    source: Typed = ""
    basis: Basis = Basis.STATED
    status: TypedStatus | None = None
    after: Typed = ""
    occurrence: Count = ""
    words: Wording | None = None
    via: Many = ()
    checks: Annotated[tuple[CheckForm, ...], OneAlone()] = ()
    denied_by: Many = ()
    response: Annotated[ResponseForm | None, TypedAs({"enum": ["denied", "declined", "no-answer", "not-asked"]})] = None
    withhold: Many = ()
    history: Annotated[tuple[ChangeForm, ...], OneAlone()] = ()
    caveats: tuple[CaveatForm, ...] = ()
    withdrawn: WithdrawalForm | None = None


class GapForm(Form):
    """What the article leaves open."""

    question: Typed
    passage: Typed = ""
    result: Literal["not-revealed", "unknown", "declined", "not-asked"] = "unknown"


class CorrectionForm(Form):
    """What we got wrong and put right."""

    on: Day
    text: Typed


class FileForm(Form):
    """An annotation file."""

    url: Address = ""
    title: Typed = ""
    publisher: Typed = ""
    authors: Many = ()
    published: Date = ""
    published_basis: Literal["article", "editor"] = "article"
    language: Language = "en"
    captured: Date = ""
    archive: Address = ""
    our_copy: Annotated[Typed, Field(alias="copy")] = ""
    versions: Annotated[tuple[VersionForm, ...], OneAlone()] = ()
    republish: Republish = Republish.EXCERPTS
    permission: Typed = ""
    brief: BriefForm = BriefForm()
    summary: Typed = ""
    sources: tuple[SourceForm, ...] = ()
    quotes: tuple[QuoteForm, ...] = ()
    gaps: tuple[GapForm, ...] = ()
    caveats: tuple[CaveatForm, ...] = ()
    corrections: Annotated[tuple[CorrectionForm, ...], OneAlone()] = ()


CHAINS = "<"
"""Where the chains of `sources:` stand in an expanded file: no key that people type."""


class ExpandedForm(FileForm):
    """An annotation file, its shorthands written out."""

    chains: Annotated[tuple[tuple[LinkForm, ...], ...], Field(alias=CHAINS)] = ()


class SharedForm(Form):
    """The file of shared sources."""

    sources: tuple[SourceForm, ...] = ()


def keys_of(form: type[Form]) -> tuple[str, ...]:
    """Return the keys of a form as they are typed."""
    return tuple(field.alias or name for name, field in form.model_fields.items())


def form_at(form: type[Form], path: Iterable[int | str]) -> type[Form]:
    """Return the form that a path of keys leads to; steps that lead to no form are passed over."""
    for step in path:
        field = next((field for name, field in form.model_fields.items() if step in {name, field.alias}), None)
        inner = next(_forms_in(field.annotation), None) if field else None
        form = inner or form
    return form


def _forms_in(annotation: object) -> Iterator[type[Form]]:
    """Yield the forms that a type is made of."""
    if isinstance(annotation, type) and issubclass(annotation, Form):
        yield annotation
    for inner in get_args(annotation):
        yield from _forms_in(inner)


def _all_forms(form: type[Form]) -> Iterator[type[Form]]:
    """Yield a form and those inside it."""
    yield form
    for field in form.model_fields.values():
        for inner in _forms_in(field.annotation):
            yield from _all_forms(inner)


SOURCE_KEYS = frozenset(keys_of(SourceForm))
ALL_KEYS = frozenset(key for form in _all_forms(FileForm) for key in keys_of(form))
LEADS = {"quotes": "quote", "caveats": "text", "gaps": "question", "sources": "name"}
"""By the key of a list, the key that a text alone in it stands for."""
