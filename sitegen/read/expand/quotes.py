"""Shorthands of quotes, caveats and gaps: "who: words", "kind: text", "question: passage"."""

from collections.abc import Collection

from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem
from sitegen.read.expand.shapes import Expander, Problems, as_form, folded, many, many_of, pair
from sitegen.read.forms import (
    CAVEAT_KINDS,
    CaveatForm,
    ChangeForm,
    CheckForm,
    Form,
    GapForm,
    QuoteForm,
    ResponseForm,
    WithdrawalForm,
    keys_of,
)
from sitegen.tree import Node, Table, Text


def quote_expander(names: Collection[str]) -> Expander:
    """Return what writes out one quote; `names` of the file's sources, folded, are always speakers."""

    def expand(node: Node, problems: Problems) -> Node:
        node = _with_speaker(node, names, problems)
        table = _as_table(node, "quote")
        stranger = _stranger(table, QuoteForm, ("quote", "source"))
        if stranger and "*" in stranger.value:
            words = f"{stranger.value}: {_text_of(table, stranger)}"
            message = f"“{stranger.value}” would be the speaker here, because a colon stands behind it"
            problems.append(
                Problem(stranger.at, Kind.YAML_MISTAKE, message, f'if it is part of the words, write: - "{words}"')
            )
            table = _replaced(table, stranger, (pair("quote", Text(words, stranger.at)),))
        elif stranger and (folded(stranger.value) in names or not _is_slip(stranger.value, QuoteForm)):
            words_of_speaker = (pair("source", stranger), pair("quote", _value_of(table, stranger)))
            table = _replaced(table, stranger, words_of_speaker)
        return _expand_quote(table, problems)

    return expand


def _with_speaker(node: Node, names: Collection[str], problems: Problems) -> Node:
    """Return "who:words" of a known speaker as if the space behind the colon had been typed."""
    who, colon, words = node.value.partition(":") if isinstance(node, Text) and node.plain else ("", "", "")
    if not (colon and words.strip() and folded(who) in names):
        return node
    message = "a space is missing behind this colon"
    at = Location(node.at.path, node.at.line, node.at.column + len(who))
    problems.append(Problem(at, Kind.YAML_MISTAKE, message, f"write: - {who}: {words.strip()}"))
    behind = Location(at.path, at.line, at.column + 1)
    return Table(((Text(who, node.at), Text(words.strip(), behind)),), node.at)


def expand_caveat(node: Node, problems: Problems) -> Node:
    """Write out "kind: text" and text alone."""
    table = _as_table(node, "text")
    stranger = _stranger(table, CaveatForm, ("kind", "text"))
    if stranger:
        kind = stranger.value.casefold().replace(" ", "-").replace("_", "-")
        if kind in CAVEAT_KINDS or not _is_slip(stranger.value, CaveatForm):
            named = Text(kind if kind in CAVEAT_KINDS else stranger.value, stranger.at)
            table = _replaced(table, stranger, (pair("kind", named), pair("text", _value_of(table, stranger))))
    return as_form(CaveatForm, {"about": many})(table, problems)


def expand_gap(node: Node, problems: Problems) -> Node:
    """Write out "question: passage" and a question alone."""
    table = _as_table(node, "question")
    stranger = _stranger(table, GapForm, ("question", "passage"))
    if stranger and not _is_slip(stranger.value, GapForm):
        table = _replaced(table, stranger, (pair("question", stranger), pair("passage", _value_of(table, stranger))))
    return as_form(GapForm)(table, problems)


def _expand_response(node: Node, problems: Problems) -> Node:
    """Write out a result alone."""
    return as_form(ResponseForm)(_as_table(node, "result"), problems)


def _as_table(node: Node, key: str) -> Node:
    """Return a table in which a text that stands alone has its key; text before other keys has the empty key."""
    if isinstance(node, Text):
        return Table((pair(key, node),), node.at)
    if isinstance(node, Table) and node.get(key) is None:
        return Table(tuple((Text(key, k.at) if k.value == "" else k, value) for k, value in node.pairs), node.at)
    return node


def _stranger(table: Node, form: type[Form], replaced: Collection[str]) -> Text | None:
    """Return the one key that is none of the form's, where neither key that it would stand for is typed.

    Where there are several, one of them is mistyped: the one of several words is meant.
    """
    if not isinstance(table, Table) or any(key.value in replaced for key, _ in table.pairs):
        return None
    strangers = [key for key, _ in table.pairs if key.value not in keys_of(form)]
    likely = strangers if len(strangers) == 1 else [key for key in strangers if _is_like_text(key.value)]
    return likely[0] if len(likely) == 1 else None


def _is_like_text(key: str) -> bool:
    """Say whether a key is more like a name or a sentence than like a key: several words."""
    return len(key.split()) > 1


def _is_slip(key: str, form: type[Form]) -> bool:
    """Say whether a key is one of the form's, mistyped: one word in small letters, near one of them."""
    return key == key.lower() and len(key.split()) == 1 and nearest(key, keys_of(form)) is not None


def _value_of(table: Node, key: Text) -> Node:
    found = table.get(key.value) if isinstance(table, Table) else None
    return found or Text("", key.at)


def _text_of(table: Node, key: Text) -> str:
    value = _value_of(table, key)
    return value.value if isinstance(value, Text) else "…"


def _replaced(table: Node, stranger: Text, by: tuple[tuple[Text, Node], ...]) -> Node:
    """Return the table with other pairs in place of the one with this key."""
    pairs = table.pairs if isinstance(table, Table) else ()
    replaced = [new for old in pairs for new in (by if old[0] is stranger else (old,))]
    return Table(tuple(replaced), table.at)


_expand_quote = as_form(
    QuoteForm,
    {
        **dict.fromkeys(("quote", "via", "denied_by", "withhold"), many),
        "checks": many_of(as_form(CheckForm)),
        "history": many_of(as_form(ChangeForm)),
        "caveats": many_of(expand_caveat),
        "response": _expand_response,
        "withdrawn": as_form(WithdrawalForm),
    },
)
