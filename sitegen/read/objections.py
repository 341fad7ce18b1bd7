"""What pydantic objects to, in words for people who have never heard of it."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from sitegen.model.slugs import source_slug
from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem
from sitegen.read.forms import CAVEAT_KINDS, CHAINS, BriefForm, CaveatForm, FileForm, Form, SourceForm, form_at, keys_of
from sitegen.read.part_names import MAY_BE_TEXT, PART_NAMES, shape_of
from sitegen.read.typed_dates import iso_forms
from sitegen.read.usual_words import MEANT
from sitegen.tree import Items, Node, Table, Text

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$", re.IGNORECASE)
_BRACKETS = "text that begins with “[” or “- ” needs quotation marks around it"


class Objection(NamedTuple):
    """One error, with what stands at its place."""

    error: ErrorDetails
    key: str
    """The key whose value it is about."""
    node: Node | None
    thing: type[Form]
    """The form that has the key."""

    @property
    def typed(self) -> str:
        """The text that was typed, empty where it is a list or mapping."""
        return self.node.value if isinstance(self.node, Text) else ""


Wording = tuple[Kind, str, str]
"""Kind, message and hint."""


def problem_of(form: type[Form], tree: Table, error: ErrorDetails) -> Problem:
    """Return the problem that an error of the validation stands for, at the place where the thing was typed."""
    path = error["loc"]
    key = _typed_key(tree, path)
    node = _node_at(tree, path)
    objection = Objection(error, key, node, form_at(form, path[: _index_of_key(path)]))
    kind, message, hint = _WORDINGS.get(error["type"], _any_other)(objection)
    return Problem(_place(tree, path, error["type"]), kind, message, hint)


def _typed_key(tree: Table, path: Sequence[int | str]) -> str:
    """Return the last key of a path that somebody typed: one that a shorthand stands for is at its value's place."""
    keys = [(number, step) for number, step in enumerate(path) if isinstance(step, str)]
    for number, step in reversed(keys):
        holder = _node_at(tree, path[:number])
        pairs = holder.pairs if isinstance(holder, Table) else ()
        if all(key.at != value.at for key, value in pairs if key.value == step):
            return step
    return keys[0][1] if keys else ""


def _index_of_key(path: Sequence[int | str]) -> int:
    """Return where the last key stands in a path."""
    return max((number for number, step in enumerate(path) if isinstance(step, str)), default=0)


def _node_at(tree: Node, path: Iterable[int | str]) -> Node | None:
    node: Node | None = tree
    for step in path:
        if isinstance(node, Table) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, Items) and isinstance(step, int):
            node = node.items[step]
    return node


def _place(tree: Table, path: Sequence[int | str], error: str) -> Location:
    """Return the place of the value; of the key where the key is unknown, of the whole where a key is missing."""
    holder = _node_at(tree, path[:-1])
    if error == "missing" and holder:
        return holder.at
    if error == "extra_forbidden" and isinstance(holder, Table):
        return next(key.at for key, _ in holder.pairs if key.value == path[-1])
    node = _node_at(tree, path)
    return node.at if node else tree.at


def _unknown_key(objection: Objection) -> Wording:
    thing, keys = PART_NAMES[objection.thing.__name__], _shown_keys(objection.thing)
    if not objection.key:
        return Kind.UNKNOWN_KEY, f"{thing} has text here that belongs to no key", ""
    slip = nearest(objection.key, keys)
    if slip:
        return Kind.UNKNOWN_KEY, f"{thing} has no key “{objection.key}”; did you mean “{slip}”?", ""
    hint = _elsewhere(objection) or f"the keys of {thing}: {', '.join(keys)}"
    return Kind.UNKNOWN_KEY, f"{thing} has no key “{objection.key}”", hint


def _elsewhere(objection: Objection) -> str:
    """Return which key is meant, or where one belongs that stands in the brief or beside it by mistake."""
    meant = MEANT.get((objection.thing.__name__, objection.key.casefold()))
    if meant:
        return meant
    if objection.key in keys_of(BriefForm) and issubclass(objection.thing, FileForm):
        return f"`{objection.key}:` stands under `brief:`"
    if objection.key in keys_of(FileForm) and objection.thing is BriefForm:
        return f"`{objection.key}:` does not stand under `brief:`, but in the first column"
    return ""


def _missing_key(objection: Objection) -> Wording:
    return Kind.MISSING_KEY, f"{PART_NAMES[objection.thing.__name__]} needs `{objection.key}:`", ""


def _shown_keys(form: type[Form]) -> list[str]:
    return [key for key in keys_of(form) if key != CHAINS]


def _no_choice(objection: Objection) -> Wording:
    choices = _choices(objection)
    message = f"`{objection.key}:` does not take “{objection.typed}”"
    if objection.error["loc"][-1] == "kind":
        message = f"“{objection.typed}” is no kind of {PART_NAMES[objection.thing.__name__].removeprefix('a ')}"
    slip = nearest(objection.typed, choices)
    if slip:
        return Kind.WRONG_VALUE, f"{message}; did you mean “{slip}”?", ""
    hint = f"choose one of: {', '.join(choices)}"
    if objection.thing is CaveatForm and " " in objection.typed:
        hint = f"if it is part of the text, put the whole of it in quotation marks; {hint}"
    return Kind.WRONG_VALUE, message, hint


def _choices(objection: Objection) -> list[str]:
    context: dict[str, Any] = objection.error.get("ctx", {})
    if "choices" in context:
        return list(context["choices"])
    if objection.error["loc"][-1] == "kind":
        return list(CAVEAT_KINDS)
    found = str(context.get("expected", "")).replace(" or ", ", ").split(", ")
    return [choice.strip("'") for choice in found if choice.strip("'")]


def _no_text(objection: Objection) -> Wording:
    hint = ""
    if isinstance(objection.node, Table) and len(objection.node.pairs) == 1:
        (key, value) = objection.node.pairs[0]
        if isinstance(value, Text):
            hint = f'if it is one text, write it in quotation marks: "{key.value}: {value.value}"'
    if isinstance(objection.node, Items):
        hint = _BRACKETS
    return Kind.WRONG_FORM, f"`{objection.key}:` takes text, but {shape_of(objection.node)} stands here", hint


def _no_mapping(objection: Objection) -> Wording:
    form = form_at(objection.thing, (objection.key,))
    if form.__name__ in MAY_BE_TEXT:
        message = f"{PART_NAMES[form.__name__]} is text, or keys and values, but {shape_of(objection.node)} stands here"
        return Kind.WRONG_FORM, message, _BRACKETS
    message = f"{PART_NAMES[form.__name__]} consists of keys and values, but {shape_of(objection.node)} stands here"
    return Kind.WRONG_FORM, message, f"its keys: {', '.join(_shown_keys(form))}"


def _bad_date(objection: Objection) -> Wording:
    is_day = objection.error["type"] == "bad_day"
    forms = iso_forms(objection.typed)
    if is_day:
        forms = [form[:10] for form in forms if len(form) >= len("2023-07-18")]
    hint = f"write: {objection.key}: {forms[0]}" if len(forms) == 1 else f"write {' or '.join(forms)}" if forms else ""
    form = "a day such as 2023-07-18" if is_day else "a date such as 2023-07-18 or 2023-07"
    return Kind.BAD_DATE, f"`{objection.key}:` takes {form}, but has “{objection.typed}”", hint


def _bad_id(objection: Objection) -> Wording:
    slug = source_slug(objection.typed)
    if objection.error["loc"][-1] == "id" and objection.thing is SourceForm and slug:
        slug = f"{slug}: {{name: {objection.typed}, …}}"
    message = f"“{objection.typed}” cannot be an id: ids have letters without accents, digits, hyphens and underscores"
    return Kind.BAD_ID, message, f"write: {slug}" if slug else ""


def _bad_tag(objection: Objection) -> Wording:
    tags = ["-".join(re.findall(r"[^\W_]+", part.casefold())) for part in re.split("[,;]", objection.typed)]
    meant = [tag for tag in tags if tag]
    hint = f"write: [{', '.join(meant)}]" if len(meant) > 1 else f"write: {meant[0]}" if meant else ""
    return Kind.BAD_ID, f"“{objection.typed}” cannot be a tag: tags have small letters, digits and hyphens", hint


def _bad_language(objection: Objection) -> Wording:
    message = f"`{objection.key}:` takes a language code such as en or pt-BR, but has “{objection.typed}”"
    return Kind.WRONG_VALUE, message, ""


def _bad_address(objection: Objection) -> Wording:
    hint = f"write: {objection.key}: https://{objection.typed}" if _HOST.match(objection.typed) else ""
    message = f"`{objection.key}:` takes an address that begins with https:// or http://, but has “{objection.typed}”"
    return Kind.WRONG_VALUE, message, hint


def _bad_count(objection: Objection) -> Wording:
    message = f"`{objection.key}:` takes a number, counted from 1, but has “{objection.typed}”"
    return Kind.WRONG_VALUE, message, ""


def _any_other(objection: Objection) -> Wording:
    return Kind.WRONG_VALUE, f"`{objection.key}:` does not take “{objection.typed}”", ""


_WORDINGS: dict[str, Callable[[Objection], Wording]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing_key,
    "literal_error": _no_choice,
    "enum": _no_choice,
    "choice": _no_choice,
    "string_type": _no_text,
    "model_type": _no_mapping,
    "bad_date": _bad_date,
    "bad_day": _bad_date,
    "bad_id": _bad_id,
    "bad_tag": _bad_tag,
    "bad_language": _bad_language,
    "bad_address": _bad_address,
    "bad_count": _bad_count,
}
