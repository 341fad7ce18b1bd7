"""What shorthands are written out to: lists, tables, keys that nobody typed."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from sitegen.near import nearest
from sitegen.problems import Kind, Problem
from sitegen.read.forms import Form, keys_of
from sitegen.read.part_names import PART_NAMES
from sitegen.tree import Items, Node, Table, Text

Problems: TypeAlias = list[Problem]
Expander: TypeAlias = Callable[[Node, Problems], Node]


def pair(key: str, value: Node) -> tuple[Text, Node]:
    """Return a key that nobody typed, at the place of its value."""
    return Text(key, value.at), value


def many(node: Node, _problems: Problems) -> Node:
    """Make a list of a value that stands alone."""
    return node if isinstance(node, Items) else Items((node,), node.at)


def many_of(expand: Expander, form: type[Form] | None = None) -> Expander:
    """Return what makes a list of a value that stands alone, and expands each; values without text are passed over.

    With `form`, several keys that it does not have are items that lack their dashes.
    """

    def expand_each(node: Node, problems: Problems) -> Node:
        items = node.items if isinstance(node, Items) else (node,)
        if form and isinstance(node, Table) and _lacks_dashes(node, form):
            message = "a list is due here, and each of its lines begins with “- ”"
            problems.append(Problem(node.at, Kind.WRONG_FORM, message, f"write: - {node.pairs[0][0].value}: …"))
            items = tuple(Table((entry,), entry[0].at) for entry in node.pairs)
        return Items(tuple(expand(item, problems) for item in items if not is_empty(item)), node.at)

    return expand_each


def _lacks_dashes(table: Table, form: type[Form]) -> bool:
    keys = keys_of(form)
    return len(table.pairs) > 1 and all(key.value not in keys for key, _ in table.pairs)


def as_form(form: type[Form], expanders: Mapping[str, Expander] | None = None) -> Expander:
    """Return what expands the values of a table by their keys; a key without a value counts as not typed."""

    def expand(node: Node, problems: Problems) -> Node:
        if not isinstance(node, Table):
            return node
        typed = Table(tuple((key, value) for key, value in node.pairs if not is_empty(value)), node.at)
        mended = with_slips_mended(typed, form, problems)
        by_key = expanders or {}
        pairs = ((key, by_key[key.value](value, problems) if key.value in by_key else value) for key, value in mended)
        return Table(tuple(pairs), node.at)

    return expand


def with_slips_mended(table: Table, form: type[Form], problems: Problems) -> list[tuple[Text, Node]]:
    """Return the pairs of a table; a mistyped key is reported, and put right unless the right one is there too."""
    typed = {key.value for key, _ in table.pairs}
    pairs: list[tuple[Text, Node]] = []
    for key, value in table.pairs:
        slip = nearest(key.value, keys_of(form)) if key.value not in keys_of(form) else None
        if slip and slip not in typed:
            message = f"{PART_NAMES[form.__name__]} has no key “{key.value}”; did you mean “{slip}”?"
            problems.append(Problem(key.at, Kind.UNKNOWN_KEY, message))
            typed.add(slip)
            key = Text(slip, key.at)  # noqa: PLW2901  (the key as it was meant)
        pairs.append((key, value))
    return pairs


def is_empty(node: Node) -> bool:
    """Say whether nothing was typed."""
    return isinstance(node, Text) and not node.value.strip()


def folded(name: str) -> str:
    """Return a name as names are compared: case, white space and quotation marks do not count."""
    return " ".join(name.split()).strip("“”„«»\"'‘’ ").casefold()
