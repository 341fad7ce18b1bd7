"""Shorthands written out on the tree, each piece with the place where it was typed."""

from collections.abc import Collection, Iterator

from sitegen.problems import Problem
from sitegen.read.expand.quotes import expand_caveat, expand_gap, quote_expander
from sitegen.read.expand.shapes import Expander, expand_values, folded, many, many_of, pair
from sitegen.read.expand.sources import expand_sources
from sitegen.tree import Items, Node, Table, Text


def expand_file(root: Table, kinds: Collection[str]) -> tuple[Table, list[Problem]]:
    """Write out an annotation file; chains stand under the key `chains` of the result, apart from other sources."""
    typed = root.get("sources") or Items((), root.at)
    sources, chains, problems = expand_sources(typed, kinds)
    names = frozenset(_names(sources, chains))
    expanded = expand_values(root, _FILE | {"quotes": many_of(quote_expander(names))})
    pairs = [entry for entry in (expanded.pairs if isinstance(expanded, Table) else ()) if entry[0].value != "sources"]
    return Table((*pairs, pair("sources", sources), pair("chains", chains)), root.at), problems


def expand_shared(root: Table, kinds: Collection[str]) -> tuple[Table, list[Problem]]:
    """Write out a file of shared sources."""
    sources, _, problems = expand_sources(root, kinds)
    return Table((pair("sources", sources),), root.at), problems


def _names(sources: Items, chains: Items) -> Iterator[str]:
    """Yield ids and names of all sources of the file, folded."""
    links = (link for chain in chains.items if isinstance(chain, Items) for link in chain.items)
    for source in (*sources.items, *links):
        for key, value in source.pairs if isinstance(source, Table) else ():
            if key.value in {"id", "name"} and isinstance(value, Text):
                yield folded(value.value)


def _brief(node: Node) -> Node:
    return expand_values(
        node,
        {**dict.fromkeys(("aliases", "tags", "content"), many), "withdrawn": lambda value: expand_values(value, {})},
    )


_FILE: dict[str, Expander] = {
    "authors": many,
    "versions": many_of(lambda node: expand_values(node, {})),
    "brief": _brief,
    "gaps": many_of(expand_gap),
    "caveats": many_of(expand_caveat),
    "corrections": many_of(lambda node: expand_values(node, {})),
}
