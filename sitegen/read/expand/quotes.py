"""Shorthands of quotes, caveats and gaps: "who: words", "kind: text", "question: passage"."""

from collections.abc import Collection

from sitegen.near import nearest
from sitegen.read.expand.shapes import Expander, expand_values, folded, many, many_of, pair
from sitegen.read.forms import CAVEAT_KINDS, CaveatForm, GapForm, QuoteForm, keys_of
from sitegen.tree import Node, Table, Text


def quote_expander(names: Collection[str]) -> Expander:
    """Return what writes out one quote; `names` of the file's sources, folded, are always speakers."""

    def is_speaker(key: str) -> bool:
        return folded(key) in names or not _is_slip(key, keys_of(QuoteForm))

    def expand(node: Node) -> Node:
        if isinstance(node, Text):
            node = Table((pair("quote", node),), node.at)
        if isinstance(node, Table):
            stranger = _stranger(node, keys_of(QuoteForm), ("quote", "source"))
            if stranger and is_speaker(stranger.value):
                node = _split(node, stranger, "source", "quote")
        return expand_values(node, _QUOTE)

    return expand


def expand_caveat(node: Node) -> Node:
    """Write out "kind: text" and text alone."""
    if isinstance(node, Text):
        node = Table((pair("text", node),), node.at)
    if isinstance(node, Table):
        stranger = _stranger(node, keys_of(CaveatForm), ("kind", "text"))
        kind = _caveat_kind(stranger.value) if stranger else ""
        if stranger and (kind in CAVEAT_KINDS or not _is_slip(stranger.value, keys_of(CaveatForm))):
            node = _split(node, stranger, "kind", "text", kind)
    return expand_values(node, {"about": many})


def expand_gap(node: Node) -> Node:
    """Write out "question: passage" and a question alone."""
    if isinstance(node, Text):
        node = Table((pair("question", node),), node.at)
    if isinstance(node, Table):
        stranger = _stranger(node, keys_of(GapForm), ("question", "passage"))
        if stranger and not _is_slip(stranger.value, keys_of(GapForm)):
            node = _split(node, stranger, "question", "passage")
    return expand_values(node, {})


def expand_response(node: Node) -> Node:
    """Write out a result alone."""
    return Table((pair("result", node),), node.at) if isinstance(node, Text) else expand_values(node, {})


def _stranger(table: Table, keys: Collection[str], replaced: Collection[str]) -> Text | None:
    """Return the one key that is none of the form's, where neither key that it would stand for is typed."""
    strangers = [key for key, _ in table.pairs if key.value not in keys]
    taken = any(key.value in replaced for key, _ in table.pairs)
    return strangers[0] if len(strangers) == 1 and not taken else None


def _is_slip(key: str, keys: Collection[str]) -> bool:
    """Say whether a key is one of the form's, mistyped: one word in small letters, near one of them."""
    return key == key.lower() and len(key.split()) == 1 and nearest(key, keys) is not None


def _split(table: Table, stranger: Text, of_key: str, of_value: str, key_text: str = "") -> Table:
    """Replace "key: value" by two pairs that say what key and value are."""
    pairs: list[tuple[Text, Node]] = []
    for key, value in table.pairs:
        if key is stranger:
            pairs += [pair(of_key, Text(key_text or key.value, key.at, key.plain)), pair(of_value, value)]
        else:
            pairs.append((key, value))
    return Table(tuple(pairs), table.at)


def _caveat_kind(typed: str) -> str:
    """Return a kind with small letters and hyphens, other words as typed."""
    kind = typed.casefold().replace(" ", "-").replace("_", "-")
    return kind if kind in CAVEAT_KINDS else typed


_QUOTE: dict[str, Expander] = {
    **dict.fromkeys(("quote", "via", "denied_by", "withhold"), many),
    "checks": many_of(lambda node: expand_values(node, {})),
    "history": many_of(lambda node: expand_values(node, {})),
    "caveats": many_of(expand_caveat),
    "response": expand_response,
}
