"""What each key of a form takes, read off the form's fields when it is first needed."""

from enum import Enum
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, get_args

from msgspec import Struct
from msgspec.structs import fields

from sitegen.read.fields import Check, KindOfSource, NeededWithout
from sitegen.read.forms.form import Form, keys_of


class Choice(Struct, frozen=True):
    """One of a few words."""

    values: dict[str, Any]
    """By the word that is typed, what it means: the word, or a member of an enumeration."""


class Listed(Struct, frozen=True):
    """A list."""

    each: "Taken"


Taken: TypeAlias = "Check | KindOfSource | Choice | Listed | type[Form] | None"
"""What a key takes; None is any text."""


class Key(Struct, frozen=True):
    """A key of a form."""

    form: type[Form]
    typed: str
    name: str
    """The name of the form's field."""
    takes: Taken
    is_needed: bool
    unless: str | None
    """The key beside which this one is not needed."""


class Plan(Struct, frozen=True):
    """The keys of a form in their order."""

    keys: tuple[Key, ...]
    needed: tuple[Key, ...]
    typed: frozenset[str]
    """The keys as they are typed."""


@cache
def plan_of(form: type[Form]) -> Plan:
    """Return what a form takes."""
    keys = []
    for field in fields(form):
        unless = _unless(field.type)
        is_needed = field.required or unless is not None
        keys.append(Key(form, field.encode_name, field.name, _taken(field.type), is_needed, unless))
    return Plan(tuple(keys), tuple(key for key in keys if key.is_needed), frozenset(keys_of(form)))


def _unless(annotation: object) -> str | None:
    marks = getattr(annotation, "__metadata__", ())
    return next((mark.other for mark in marks if isinstance(mark, NeededWithout)), None)


def _taken(annotation: Any, marks: tuple[object, ...] = ()) -> Taken:  # noqa: ANN401  (a type)
    """Return what a type with these marks takes; that it may be None says only that the key need not be typed."""
    inner = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _taken(annotation.__origin__, annotation.__metadata__)
    if NoneType in inner:
        return _taken(inner[0], marks)
    if getattr(annotation, "__origin__", None) is tuple:
        return Listed(_taken(inner[0]))
    return Choice({word: word for word in inner}) if inner else _named(annotation, marks)


def _named(kind: type, marks: tuple[object, ...]) -> Taken:
    if issubclass(kind, Form):
        return kind
    if issubclass(kind, Enum):
        return Choice({member.value: member for member in kind})
    return next((mark for mark in marks if isinstance(mark, Check | KindOfSource)), None)
