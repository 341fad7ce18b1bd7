"""Shorthands of sources: chains, "id: name", and what a source took its material `from`."""

from collections.abc import Collection, Iterator

from sitegen.problems import Kind, Problem
from sitegen.read.expand.chains import expand_chain
from sitegen.read.expand.shapes import expand_values, is_empty, many, many_of, pair
from sitegen.read.forms import SourceForm, keys_of
from sitegen.tree import Items, Node, Table, Text


def expand_sources(node: Node, kinds: Collection[str]) -> tuple[Items, Items, list[Problem]]:
    """Return the sources that were typed one by one, and the chains."""
    problems: list[Problem] = []
    sources: list[Node] = []
    chains: list[Node] = []
    for item in _items(node):
        if isinstance(item, Text):
            chain, found = expand_chain(item, kinds)
            problems += found
            chains.append(chain)
        elif isinstance(item, Items):
            message = "a source is a chain “A < B < C” or a mapping, but a list stands here"
            problems.append(Problem(item.at, Kind.WRONG_FORM, message))
        else:
            sources += _sources_of(item)
    return Items(tuple(sources), node.at), Items(tuple(chains), node.at), problems


def _items(node: Node) -> tuple[Node, ...]:
    """Return the items of a list, or the one thing that stands in its place."""
    items = node.items if isinstance(node, Items) else (node,)
    return tuple(item for item in items if not is_empty(item))


def _sources_of(table: Table) -> Iterator[Table]:
    """Yield the sources of a table: one where its keys are those of a source, else one for each id."""
    keys = keys_of(SourceForm)
    if table.get("name") is not None and all(
        isinstance(value, Text) for key, value in table.pairs if key.value not in keys
    ):
        yield _expand(table)
        return
    for key, value in table.pairs:
        identity = (Text("id", key.at), key)
        if isinstance(value, Table):
            yield _expand(Table((identity, *(p for p in value.pairs if p[0].value != "id")), key.at))
        elif isinstance(value, Text) and value.value:
            yield _expand(Table((identity, pair("name", value)), key.at))
        else:
            yield _expand(Table((identity,), key.at))


def _expand(table: Table) -> Table:
    expanded = expand_values(table, {"from": many_of(_hop), "also": many})
    return Table(tuple(_flat(expanded)), table.at)


def _flat(table: Node) -> Iterator[tuple[Text, Node]]:
    """Yield the pairs of a source; the tables of one `from` that names several ids become one list."""
    for key, value in table.pairs if isinstance(table, Table) else ():
        if key.value == "from" and isinstance(value, Items):
            hops = (hop for item in value.items for hop in (item.items if isinstance(item, Items) else (item,)))
            yield key, Items(tuple(hops), value.at)
        else:
            yield key, value


def _hop(node: Node) -> Node:
    """Write out an id, or {id: stated | inferred} for several."""
    if isinstance(node, Text):
        return Table((pair("source", node),), node.at)
    if isinstance(node, Table):
        return Items(
            tuple(Table((pair("source", key), pair("basis", value)), key.at) for key, value in node.pairs), node.at
        )
    return node
