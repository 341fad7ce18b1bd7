"""The kinds of values that an annotation file holds: how each is checked, and how it is typed."""

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal

from msgspec import Struct

Schema = dict[str, Any]
"""A JSON Schema."""

TYPED_TEXT: Schema = {"type": ["string", "number", "boolean"]}
"""Editors take `no` and `11:27` for truth values and numbers; here they are text."""

Fault = Literal[
    "unknown key", "missing key", "no choice", "no text", "no list", "no mapping",
    "bad date", "bad day", "bad id", "bad tag", "bad language", "bad address", "bad count",
]  # fmt: skip
"""What can be wrong with a value; read/objections.py has the wording of each."""


class Check(Struct, frozen=True):
    """A marker on a text: what it has to be."""

    fits: Callable[[str], bool]
    fault: Fault


class KindOfSource(Struct, frozen=True):
    """A marker on a text: it is one of the kinds of sources, of which a project may add some."""


class NeededWithout(Struct, frozen=True):
    """A marker on a key: it is needed where another key is not typed."""

    other: str


class TypedAs:
    """A marker on a field: its JSON Schema describes what people type, shorthands included."""

    def __init__(self, *forms: Schema, instead: bool = False) -> None:
        """`forms` stand beside the expanded form, or `instead` of it."""
        self.forms = forms
        self.instead = instead

    def described(self, expanded: Schema) -> Schema:
        """Return the schema of what is typed for that of the expanded form."""
        forms = [*self.forms] if self.instead else [*self.forms, expanded]
        return forms[0] if len(forms) == 1 else {"anyOf": forms}


class OneAlone:
    """A marker on a list: one value alone needs no dash."""

    def described(self, expanded: Schema) -> Schema:
        """Return the schema of what is typed for that of the expanded form."""
        return {"anyOf": [expanded["items"], expanded]}


# Compiled by `re` when the first value of a kind is read, and kept by it.
_DATE = r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-][01]\d:[0-5]\d)?)?)?)?"
_DAY = r"(\d{4})-(\d{2})-(\d{2})"
_ID = r"[A-Za-z0-9][A-Za-z0-9_-]*"
_TAG = r"[^\W_A-Z](?:[\w-]*[^\W_])?"
_LANGUAGE = r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*"
_ADDRESS = r"https?://[^\s<>\"]+"


def _is_date(value: str) -> bool:
    found = re.fullmatch(_DATE, value)
    return found is not None and _exists(found[1], found[2] or "01", found[3] or "01")


def _is_day(value: str) -> bool:
    found = re.fullmatch(_DAY, value)
    return found is not None and _exists(*found.groups())


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def is_id(value: str) -> bool:
    """Say whether a text can be an id: letters without accents, digits, hyphens and underscores."""
    return re.fullmatch(_ID, value) is not None


def _is_tag(value: str) -> bool:
    return re.fullmatch(_TAG, value) is not None


def _is_language(value: str) -> bool:
    return re.fullmatch(_LANGUAGE, value) is not None


def _is_address(value: str) -> bool:
    return re.fullmatch(_ADDRESS, value) is not None


def _is_count(value: str) -> bool:
    return value.isascii() and value.isdecimal() and int(value[:9]) > 0


Typed = Annotated[str, TypedAs(TYPED_TEXT, instead=True)]
Date = Annotated[str, Check(_is_date, "bad date"), TypedAs({"type": ["string", "number"]}, instead=True)]
Day = Annotated[str, Check(_is_day, "bad day")]
Id = Annotated[str, Check(is_id, "bad id"), TypedAs({"type": ["string", "number"]}, instead=True)]
Tag = Annotated[str, Check(_is_tag, "bad tag"), TypedAs({"type": ["string", "number"]}, instead=True)]
Language = Annotated[str, Check(_is_language, "bad language"), TypedAs({"type": ["string", "boolean"]}, instead=True)]
Address = Annotated[str, Check(_is_address, "bad address")]
Count = Annotated[str, Check(_is_count, "bad count"), TypedAs({"minimum": 1, "type": "integer"}, instead=True)]
SourceKindName = Annotated[str, KindOfSource()]
Many = Annotated[tuple[Typed, ...], OneAlone()]
"""Texts; one alone needs no list."""
