"""The shapes that shorthands are written out to: lists, tables, keys that nobody typed."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from sitegen.tree import Items, Node, Table, Text

Expander: TypeAlias = Callable[[Node], Node]


def pair(key: str, value: Node) -> tuple[Text, Node]:
    """Return a key that nobody typed, at the place of its value."""
    return Text(key, value.at), value


def many(node: Node) -> Node:
    """Make a list of a value that stands alone."""
    return node if isinstance(node, Items) else Items((node,), node.at)


def many_of(expand: Expander) -> Expander:
    """Return what makes a list of a value that stands alone, and expands each."""

    def expand_each(node: Node) -> Node:
        listed = many(node)
        items = listed.items if isinstance(listed, Items) else ()
        return Items(tuple(expand(item) for item in items if not is_empty(item)), listed.at)

    return expand_each


def expand_values(node: Node, expanders: Mapping[str, Expander]) -> Node:
    """Expand the values of a table by their keys; a key without a value counts as not typed."""
    if not isinstance(node, Table):
        return node
    typed = ((key, value) for key, value in node.pairs if not is_empty(value))
    return Table(tuple((key, expanders.get(key.value, _as_typed)(value)) for key, value in typed), node.at)


def is_empty(node: Node) -> bool:
    """Say whether nothing was typed."""
    return isinstance(node, Text) and not node.value.strip()


def folded(name: str) -> str:
    """Return a name as names are compared: case, white space and quotation marks do not count."""
    return " ".join(name.split()).strip("“”„«»\"'‘’ ").casefold()


def _as_typed(node: Node) -> Node:
    return node
