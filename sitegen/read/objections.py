"""What is wrong with a value, in words for the people who typed it."""

import re
from collections.abc import Callable, Collection

from msgspec import Struct

from sitegen.model.slugs import source_slug
from sitegen.near import nearest
from sitegen.problems import Kind, Problem
from sitegen.read.fields import Fault
from sitegen.read.forms import CHAINS, BriefForm, CaveatForm, FileForm, Form, SourceForm, keys_of
from sitegen.read.part_names import MAY_BE_TEXT, PART_NAMES, shape_of
from sitegen.read.usual_words import MEANT
from sitegen.tree import Items, Node, Table, Text

_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?$", re.IGNORECASE)
_BRACKETS = "text that begins with “[” or “- ” needs quotation marks around it"


class Objection(Struct, frozen=True):
    """One fault, with what stands at its place."""

    fault: Fault
    thing: type[Form]
    """The form that has the key, or the one that is due here."""
    expanded: str
    """The key as it stands in the tree."""
    key: str
    """The key that was typed for it."""
    node: Node
    """What was typed: the value; the key where that is unknown, the whole where a key is missing."""
    choices: Collection[str] = ()

    @property
    def typed(self) -> str:
        """The text that was typed, empty where it is a list or mapping."""
        return self.node.value if isinstance(self.node, Text) else ""


Wording = tuple[Kind, str, str]
"""Kind, message and hint."""


def problem_of(objection: Objection) -> Problem:
    """Return an objection as a problem."""
    kind, message, hint = _WORDINGS[objection.fault](objection)
    return Problem(objection.node.at, kind, message, hint)


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
    choices = [choice for choice in objection.choices if choice]
    message = f"`{objection.key}:` does not take “{objection.typed}”"
    if objection.expanded == "kind":
        message = f"“{objection.typed}” is no kind of {PART_NAMES[objection.thing.__name__].removeprefix('a ')}"
    slip = nearest(objection.typed, choices)
    if slip:
        return Kind.WRONG_VALUE, f"{message}; did you mean “{slip}”?", ""
    hint = f"choose one of: {', '.join(choices)}"
    if objection.thing is CaveatForm and " " in objection.typed:
        hint = f"if it is part of the text, put the whole of it in quotation marks; {hint}"
    return Kind.WRONG_VALUE, message, hint


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
    name = PART_NAMES[objection.thing.__name__]
    if objection.thing.__name__ in MAY_BE_TEXT:
        message = f"{name} is text, or keys and values, but {shape_of(objection.node)} stands here"
        return Kind.WRONG_FORM, message, _BRACKETS
    message = f"{name} consists of keys and values, but {shape_of(objection.node)} stands here"
    return Kind.WRONG_FORM, message, f"its keys: {', '.join(_shown_keys(objection.thing))}"


def _bad_date(objection: Objection) -> Wording:
    from sitegen.read.typed_dates import iso_forms  # noqa: PLC0415  (its patterns take longer to compile than all else)

    is_day = objection.fault == "bad day"
    forms = iso_forms(objection.typed)
    if is_day:
        forms = [form[:10] for form in forms if len(form) >= len("2023-07-18")]
    hint = f"write: {objection.key}: {forms[0]}" if len(forms) == 1 else f"write {' or '.join(forms)}" if forms else ""
    form = "a day such as 2023-07-18" if is_day else "a date such as 2023-07-18 or 2023-07"
    return Kind.BAD_DATE, f"`{objection.key}:` takes {form}, but has “{objection.typed}”", hint


def _bad_id(objection: Objection) -> Wording:
    slug = source_slug(objection.typed)
    if objection.expanded == "id" and objection.thing is SourceForm and slug:
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


def _no_list(objection: Objection) -> Wording:
    return Kind.WRONG_VALUE, f"`{objection.key}:` does not take “{objection.typed}”", ""


_WORDINGS: dict[Fault, Callable[[Objection], Wording]] = {
    "unknown key": _unknown_key,
    "missing key": _missing_key,
    "no choice": _no_choice,
    "no text": _no_text,
    "no list": _no_list,
    "no mapping": _no_mapping,
    "bad date": _bad_date,
    "bad day": _bad_date,
    "bad id": _bad_id,
    "bad tag": _bad_tag,
    "bad language": _bad_language,
    "bad address": _bad_address,
    "bad count": _bad_count,
}
