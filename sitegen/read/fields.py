"""The kinds of values that an annotation file holds: how each is checked, and how it is typed."""

import re
from collections.abc import Collection
from datetime import date
from typing import Annotated, Any, Final, LiteralString

from pydantic import AfterValidator, GetJsonSchemaHandler, ValidationInfo
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

TYPED_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""Editors take `no` and `11:27` for truth values and numbers; here they are text."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(?:[01]\d|2[0-3]):[0-5]\d(?:Z|[+-][01]\d:[0-5]\d)?)?)?)?")
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_TAG = re.compile(r"[^\W_A-Z](?:[\w-]*[^\W_])?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")

BAD_COUNT: Final = "bad_count"
BAD_DATE: Final = "bad_date"
BAD_DAY: Final = "bad_day"
CHOICE: Final = "choice"


class TypedAs:
    """A marker on a field: its JSON Schema describes what people type, shorthands included."""

    def __init__(self, *forms: dict[str, Any], instead: bool = False) -> None:
        """`forms` stand beside the expanded form, or `instead` of it."""
        self.forms = forms
        self.instead = instead

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        forms = [*self.forms] if self.instead else [*self.forms, handler(core_schema)]
        return forms[0] if len(forms) == 1 else {"anyOf": forms}


class OneAlone:
    """A marker on a list: one value alone needs no dash."""

    def __get_pydantic_json_schema__(self, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        whole = handler(core_schema)
        return {"anyOf": [whole["items"], whole]}


def _refusal(error: LiteralString, context: dict[str, Any] | None = None) -> PydanticCustomError:
    """Return an error whose wording read/objections.py has."""
    return PydanticCustomError(error, "refused", context)


def _date(value: str) -> str:
    found = _DATE.fullmatch(value)
    if found is None or not _exists(found[1], found[2] or "01", found[3] or "01"):
        raise _refusal(BAD_DATE)
    return value


def _day(value: str) -> str:
    found = _DAY.fullmatch(value)
    if found is None or not _exists(*found.groups()):
        raise _refusal(BAD_DAY)
    return value


def is_id(value: str) -> bool:
    """Say whether a text can be an id: letters without accents, digits, hyphens and underscores."""
    return _ID.fullmatch(value) is not None


def _exists(year: str, month: str, day: str) -> bool:
    try:
        date(int(year), int(month), int(day))
    except ValueError:
        return False
    return True


def _matching(pattern: re.Pattern[str], error: LiteralString) -> AfterValidator:
    """Return a check that raises a custom error of this name."""

    def check(value: str) -> str:
        if not pattern.fullmatch(value):
            raise _refusal(error)
        return value

    return AfterValidator(check)


def _source_kind(value: str, info: ValidationInfo) -> str:
    kinds: Collection[str] = (info.context or {}).get("kinds", ())
    if value not in kinds:
        raise _refusal(CHOICE, {"choices": list(kinds)})
    return value


def _count(value: str) -> str:
    if not value.isascii() or not value.isdecimal() or not int(value[:9]) > 0:
        raise _refusal(BAD_COUNT)
    return value


Typed = Annotated[str, TypedAs(TYPED_TEXT, instead=True)]
Date = Annotated[str, AfterValidator(_date), TypedAs({"type": ["string", "number"]}, instead=True)]
Day = Annotated[str, AfterValidator(_day)]
Id = Annotated[str, _matching(_ID, "bad_id"), TypedAs({"type": ["string", "number"]}, instead=True)]
Tag = Annotated[str, _matching(_TAG, "bad_tag"), TypedAs({"type": ["string", "number"]}, instead=True)]
Language = Annotated[str, _matching(_LANGUAGE, "bad_language"), TypedAs({"type": ["string", "boolean"]}, instead=True)]
Address = Annotated[str, _matching(_ADDRESS, "bad_address")]
Count = Annotated[str, AfterValidator(_count), TypedAs({"type": "integer", "minimum": 1}, instead=True)]
SourceKindName = Annotated[str, AfterValidator(_source_kind)]
Many = Annotated[tuple[Typed, ...], OneAlone()]
"""Texts; one alone needs no list."""
