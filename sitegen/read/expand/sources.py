"""Shorthands of sources: chains, "id: name", and what a source took its material `from`."""

from collections.abc import Collection, Iterator

from sitegen.problems import Kind, Problem
from sitegen.read.expand.chains import expand_chain
from sitegen.read.expand.shapes import Problems, as_form, is_empty, many, pair
from sitegen.read.fields import is_id
from sitegen.read.forms import SourceForm, keys_of
from sitegen.tree import Items, Node, Table, Text


def expand_sources(node: Node, kinds: Collection[str], problems: Problems) -> tuple[Items, Items]:
    """Return the sources that were typed one by one, and the chains."""
    sources: list[Node] = []
    chains: list[Node] = []
    for item in node.items if isinstance(node, Items) else (node,):
        if isinstance(item, Text) and not is_empty(item):
            chains.append(expand_chain(item, kinds, problems))
        elif isinstance(item, Items):
            message = "a source is a chain such as “A < B < C”, or keys and values, but a list stands here"
            problems.append(Problem(item.at, Kind.WRONG_FORM, message))
        elif isinstance(item, Table):
            sources += (_expand_source(source, problems) for source in _sources_of(item, problems))
    return Items(tuple(sources), node.at), Items(tuple(chains), node.at)


def _sources_of(table: Table, problems: Problems) -> Iterator[Table]:
    """Yield the sources of a table: one where its keys are those of a source, else one for each id."""
    typed = {key.value for key, _ in table.pairs}
    if ("name" in typed and typed & {*keys_of(SourceForm)} - {"name"}) or typed == {"name"}:
        yield table
        return
    for key, value in table.pairs:
        identity = (Text("id", key.at), key)
        if isinstance(value, Table):
            named = value.get("name") is not None or is_id(key.value)
            name = () if named else ((Text("name", key.at), key),)
            yield Table((identity, *name, *(entry for entry in value.pairs if entry[0].value != "id")), key.at)
        elif isinstance(value, Items):
            message = f"the source “{key.value}” is a name, or keys and values, but a list stands here"
            problems.append(Problem(value.at, Kind.WRONG_FORM, message))
        elif is_empty(value):
            yield Table((identity, (Text("name", key.at), key)), key.at)
        else:
            yield Table((identity, pair("name", value)), key.at)


def _expand_hops(node: Node, _problems: Problems) -> Node:
    """Write out an id, a list of ids, or {id: stated | inferred} for some of them."""
    items = node.items if isinstance(node, Items) else (node,)
    return Items(tuple(hop for item in items for hop in _hops(item)), node.at)


def _hops(node: Node) -> Iterator[Node]:
    if isinstance(node, Table):
        yield from (Table((pair("source", key), pair("basis", value)), key.at) for key, value in node.pairs)
    elif isinstance(node, Text):
        yield Table((pair("source", node),), node.at)
    else:
        yield node


_expand_source = as_form(SourceForm, {"from": _expand_hops, "also": many})
