"""The forms of sources: one by one, as links of a chain, and in the file of shared ones."""

from typing import Annotated, Literal

from msgspec import field

from sitegen.model.vocabulary import Basis, Circumstances, Identified
from sitegen.read.fields import TYPED_TEXT, Id, Many, SourceKindName, Typed, TypedAs
from sitegen.read.forms.form import Form

_HOP = {"additionalProperties": {"enum": ["stated", "inferred"]}, "type": "object"}
_FROM = (TYPED_TEXT, _HOP, {"items": {"anyOf": [TYPED_TEXT, _HOP]}, "type": "array"})


class HopForm(Form, frozen=True):
    """What a source took its material from."""

    source: Typed
    """The id or name of where it came from."""
    basis: Basis = Basis.STATED
    """Whether the article states this step, or you infer it."""


class SourceForm(Form, frozen=True):
    """Who or what material came from."""

    id: Id = ""
    """A short name by which the rest of the file refers to this source."""
    name: Typed = ""
    """What the source is called."""
    kind: SourceKindName = ""
    """What kind of source or material it is."""
    hops: Annotated[tuple[HopForm, ...], TypedAs(*_FROM, instead=True)] = field(default=(), name="from")
    """Where it got its material: an id, a list of ids, or ids with `stated` or `inferred`."""
    also: Many = ()
    """Other names and spellings of it."""
    identified: Identified | None = None
    """How sure it is who that is."""
    circumstances: Circumstances | None = None
    """Whether it could speak freely; words spoken in captivity are never confirmed."""
    interest: Typed = ""
    """What it stands to gain."""
    interest_basis: Typed = ""
    """Where its interest can be read."""
    reliability: Literal["", "A", "B", "C", "D", "E", "F"] = ""
    """Its Admiralty letter, from A (reliable) to F (cannot be judged); needs a reason."""
    reason: Typed = ""
    """Why it has that letter."""
    note: Typed = ""
    """Anything else that readers should know of it."""
    released_by: Typed = ""
    """Who released the material: an id, a name, or not-stated."""
    posted_by: Typed = ""
    """Who posted the material: an id, a name, or not-stated."""
    release: Typed = ""
    """How the material came out: posted, leaked, not-stated, or in your words."""
    material: Literal["", "recording", "transcript", "described"] = ""
    """What the article had of the material."""
    original: Typed = ""
    """Where the original is: an address, not-linked, not-public, lost or not-stated."""
    original_language: Typed = ""
    """The language of the original, or not-stated."""
    translated_by: Typed = ""
    """Who translated it, or not-stated."""
    recorded: Typed = ""
    """When it was recorded, or not-stated."""


class LinkForm(Form, frozen=True):
    """One name of a chain, and how the hop that leads to it is known."""

    name: Typed
    """What this link of the chain is called."""
    kind: SourceKindName = ""
    """The kind in brackets behind the name."""
    basis: Basis = Basis.STATED
    """Whether the article states the step to it."""


class SharedForm(Form, frozen=True):
    """The file of shared sources."""

    sources: tuple[SourceForm, ...] = ()
    """The sources."""
