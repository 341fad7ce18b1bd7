"""The JSON Schema of annotation files, for editors that complete and check while one types."""

import ast
import inspect
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from msgspec.structs import fields

from sitegen.kinds import load_kinds
from sitegen.read.fields import TYPED_TEXT, OneAlone, Schema, TypedAs
from sitegen.read.forms import CAVEAT_KINDS, FileForm, Form, GapForm, QuoteForm, keys_of, plan_of

SHIPPED = Path(__file__).with_name("annotation.schema.json")


def annotation_schema() -> Schema:
    """Return the schema of the language as typed, shorthands included."""
    defs: dict[str, Schema] = {}
    schema = _of_form(FileForm, defs)
    _replace(defs["SourceForm"], {"kind": {"enum": list(load_kinds().sources)}})
    _replace(defs["QuoteForm"], {"caveats": {"$ref": "#/properties/caveats"}})
    as_typed = {
        "sources": _sources(TYPED_TEXT),
        "quotes": _listed("QuoteForm", _short(QuoteForm, ("quote", "source"), _one_or_many(TYPED_TEXT)), TYPED_TEXT),
        "gaps": _listed("GapForm", _short(GapForm, ("question", "passage"), TYPED_TEXT), TYPED_TEXT),
        "caveats": _listed("CaveatForm", _caveat(CAVEAT_KINDS, TYPED_TEXT), TYPED_TEXT),
    }
    _replace(schema, as_typed)
    for form in (schema, *defs.values()):
        _allow_empty(form)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "sitegen annotation file"}
    return head | {"$defs": dict(sorted(defs.items()))} | schema


def _of_form(form: type[Form], defs: dict[str, Schema]) -> Schema:
    """Return the schema of a form; those of what is in it go into `defs`, under their names."""
    said = dict(_said_in(form))
    needed = plan_of(form).needed
    always = [key.typed for key in needed if not key.unless]
    either = [{"required": [typed]} for key in needed if key.unless for typed in (key.typed, key.unless)]
    properties = {
        field.encode_name: {"description": said[field.name]} | _of_type(field.type, defs) for field in fields(form)
    }
    return {
        "additionalProperties": False,
        **({"anyOf": either} if either else {}),
        "description": inspect.getdoc(form),
        "properties": properties,
        **({"required": always} if always else {}),
        "type": "object",
    }


def _said_in(form: type) -> Iterator[tuple[str, str]]:
    """Yield the fields of a class, each with the docstring below it in the code."""
    (found,) = ast.parse(inspect.getsource(form)).body
    assert isinstance(found, ast.ClassDef)  # noqa: S101  (what was asked for, for the type checker)
    for field, below in pairwise(found.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            yield field.target.id, inspect.cleandoc(ast.literal_eval(below.value))


def _of_type(annotation: Any, defs: dict[str, Schema]) -> Schema:  # noqa: ANN401  (a type)
    """Return the schema of a type as it is typed; that no value at all may stand there, `_allow_empty` says."""
    inner = get_args(annotation)
    if marks := getattr(annotation, "__metadata__", ()):
        return _as_typed(annotation.__origin__, marks, defs)
    if NoneType in inner:
        return _of_type(inner[0], defs)
    if getattr(annotation, "__origin__", None) is tuple:
        return {"items": _of_type(inner[0], defs), "type": "array"}
    if inner:
        return {"enum": list(inner), "type": "string"}
    return {"type": "string"} if annotation is str else _by_name(annotation, defs)


def _as_typed(annotation: object, marks: tuple[object, ...], defs: dict[str, Schema]) -> Schema:
    """Return the schema of a type that has marks; what is typed instead of a form leaves no trace of it."""
    schema = {}
    if not any(isinstance(mark, TypedAs) and mark.instead for mark in marks):
        schema = _of_type(annotation, defs)
    for mark in marks:
        if isinstance(mark, TypedAs | OneAlone):
            schema = mark.described(schema)
    return schema


def _by_name(named: type[Form] | type[Enum], defs: dict[str, Schema]) -> Schema:
    """Return what leads to the schema of a form or an enumeration."""
    if issubclass(named, Enum):
        members = [member.value for member in named]
        defs[named.__name__] = {"description": inspect.getdoc(named), "enum": members, "type": "string"}
    elif named.__name__ not in defs:
        defs[named.__name__] = _of_form(named, defs)
    return {"$ref": f"#/$defs/{named.__name__}"}


def _replace(form: Schema, properties: Schema) -> None:
    """Let keys take something else, and keep what they say of themselves."""
    for key, value in properties.items():
        form["properties"][key] = {**value, "description": form["properties"][key]["description"]}


def _one_or_many(text: Schema) -> Schema:
    return {"anyOf": [text, {"type": "array", "items": text}]}


def _listed(form: str, short: Schema, text: Schema) -> Schema:
    """Return a list of texts, forms and shorthands, mixed; one alone needs no list."""
    item = {"anyOf": [text, {"$ref": f"#/$defs/{form}"}, short]}
    return {"anyOf": [item, {"type": "array", "items": item}]}


def _short(form: type[Form], replaced: tuple[str, str], value: Schema) -> Schema:
    """Return "anything: value" beside the form's other keys."""
    return {
        "type": "object",
        "properties": _properties_of(form, leave_out=replaced),
        "additionalProperties": value,
        "not": {"anyOf": [{"required": [key]} for key in replaced]},
    }


def _caveat(kinds: tuple[str, ...], text: Schema) -> Schema:
    """Return "kind: text" beside a caveat's other keys."""
    by_kind = {kind: {**text, "description": f"A caveat of the kind {kind}, in your words."} for kind in kinds}
    others = {key: {"$ref": f"#/$defs/CaveatForm/properties/{key}"} for key in ("about", "passage")}
    return {"type": "object", "properties": by_kind | others, "additionalProperties": False}


def _properties_of(form: type[Form], leave_out: tuple[str, ...]) -> Schema:
    keys = (key for key in keys_of(form) if key not in leave_out)
    return {key: {"$ref": f"#/$defs/{form.__name__}/properties/{key}"} for key in keys}


def _sources(text: Schema) -> Schema:
    """Return chains, and ids with forms or names."""
    source = {"$ref": "#/$defs/SourceForm"}
    by_id = {"type": "object", "additionalProperties": {"anyOf": [source, text, {"type": "null"}]}}
    item = {"anyOf": [text, source, by_id]}
    return {"anyOf": [text, by_id, {"type": "array", "items": item}]}


def _allow_empty(form: Schema) -> None:
    """Let keys stand without a value: that counts as not typed. What a key says of itself stays in front."""
    needed = form.get("required", ())
    for key, value in form.get("properties", {}).items():
        if key not in needed:
            said = {"description": value.pop("description")}
            form["properties"][key] = said | {"anyOf": [value, {"type": "null"}]}
