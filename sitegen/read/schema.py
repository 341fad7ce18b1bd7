"""The JSON Schema of annotation files, for editors that complete and check while one types."""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sitegen.read.forms import Form

Schema = dict[str, Any]

SHIPPED = Path(__file__).with_name("annotation.schema.json")


def annotation_schema() -> Schema:
    """Return the schema of the language as typed, shorthands included."""
    from sitegen.kinds import load_kinds  # noqa: PLC0415  (as below)
    from sitegen.read.fields import TYPED_TEXT  # noqa: PLC0415  (as below)
    from sitegen.read.forms import CAVEAT_KINDS, FileForm, all_forms  # noqa: PLC0415  (as below)

    schema = FileForm.model_json_schema()
    forms = schema["$defs"]
    for form in all_forms(FileForm):
        if form is FileForm or form.__name__ in forms:  # of some, the short form alone is typed
            _describe(schema if form is FileForm else forms[form.__name__], form)
    _replace(forms["SourceForm"], {"kind": {"enum": list(load_kinds().sources)}})
    _replace(forms["QuoteForm"], {"caveats": {"$ref": "#/properties/caveats"}})
    as_typed = {
        "sources": _sources(TYPED_TEXT),
        "quotes": _listed("QuoteForm", _short("QuoteForm", ("quote", "source"), _one_or_many(TYPED_TEXT)), TYPED_TEXT),
        "gaps": _listed("GapForm", _short("GapForm", ("question", "passage"), TYPED_TEXT), TYPED_TEXT),
        "caveats": _listed("CaveatForm", _caveat(CAVEAT_KINDS, TYPED_TEXT), TYPED_TEXT),
    }
    _replace(schema, as_typed)
    for form in (schema, *forms.values()):
        _allow_empty(form)
    plain: Schema = _without_titles(schema)
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "sitegen annotation file"}
    return head | plain


def _describe(schema: Schema, form: "type[Form]") -> None:
    """Let each key say what stands below it in the code; pydantic could, but would read the code at every start."""
    ours = [each for each in reversed(form.__mro__) if each.__module__.startswith("sitegen.")]
    said = dict(pair for each in ours for pair in _said_in(each))
    for name, field in form.model_fields.items():
        key = field.alias or name
        schema["properties"][key] = {"description": said[name]} | schema["properties"][key]


def _said_in(form: type) -> Iterator[tuple[str, str]]:
    """Yield the fields of a class, each with the docstring below it."""
    (found,) = ast.parse(inspect.getsource(form)).body
    assert isinstance(found, ast.ClassDef)  # noqa: S101  (what was asked for, for the type checker)
    for field, below in pairwise(found.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(below, ast.Expr):
            yield field.target.id, inspect.cleandoc(ast.literal_eval(below.value))


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


def _short(form: str, replaced: tuple[str, str], value: Schema) -> Schema:
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


def _properties_of(form: str, leave_out: tuple[str, ...]) -> Schema:
    from sitegen.read import forms  # noqa: PLC0415  (a warm build does without pydantic)

    keys = [key for key in forms.keys_of(getattr(forms, form)) if key not in leave_out]
    return {key: {"$ref": f"#/$defs/{form}/properties/{key}"} for key in keys}


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


def _without_titles(node: Any) -> Any:  # noqa: ANN401  (JSON)
    """Return the schema without the titles and defaults that pydantic gives to everything."""
    if isinstance(node, list):
        return [_without_titles(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: {name: _without_titles(inner) for name, inner in value.items()}
        if key in {"properties", "$defs"}
        else _without_titles(value)
        for key, value in node.items()
        if key not in {"title", "default"}
    }
