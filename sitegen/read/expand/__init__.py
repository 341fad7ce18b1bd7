"""Shorthands written out on the tree, each piece with the place where it was typed."""

from collections.abc import Collection, Iterator

from sitegen.problems import Problem
from sitegen.read.expand.quotes import expand_caveat, expand_gap, quote_expander
from sitegen.read.expand.shapes import Expander, as_form, folded, is_empty, many, many_of, pair, with_slips_mended
from sitegen.read.expand.sources import expand_sources
from sitegen.read.forms import (
    CHAINS,
    BriefForm,
    CaveatForm,
    CorrectionForm,
    FileForm,
    GapForm,
    QuoteForm,
    VersionForm,
    WithdrawalForm,
)
from sitegen.tree import Items, Table, Text


def expand_file(root: Table, kinds: Collection[str]) -> tuple[Table, list[Problem]]:
    """Write out an annotation file; chains stand under a key of their own, apart from other sources."""
    problems: list[Problem] = []
    root = Table(tuple(with_slips_mended(root, FileForm, problems)), root.at)
    sources, chains = expand_sources(root.get("sources") or Items((), root.at), kinds, problems)
    names = frozenset(_names(sources, chains))
    expanders = _FILE | {"quotes": many_of(quote_expander(names), QuoteForm)}
    pairs = [
        (key, expanders[key.value](value, problems) if key.value in expanders else value)
        for key, value in root.pairs
        if key.value not in {"sources", CHAINS} and not is_empty(value)
    ]
    return Table((*pairs, pair("sources", sources), pair(CHAINS, chains)), root.at), problems


def expand_shared(root: Table, kinds: Collection[str]) -> tuple[Table, list[Problem]]:
    """Write out a file of shared sources."""
    problems: list[Problem] = []
    sources, _ = expand_sources(root, kinds, problems)
    return Table((pair("sources", sources),), root.at), problems


def _names(sources: Items, chains: Items) -> Iterator[str]:
    """Yield ids and names of all sources of the file, folded."""
    links = (link for chain in chains.items if isinstance(chain, Items) for link in chain.items)
    for source in (*sources.items, *links):
        for key, value in source.pairs if isinstance(source, Table) else ():
            if key.value in {"id", "name"} and isinstance(value, Text):
                yield folded(value.value)


_FILE: dict[str, Expander] = {
    "authors": many,
    "versions": many_of(as_form(VersionForm)),
    "brief": as_form(
        BriefForm, {**dict.fromkeys(("aliases", "tags", "content"), many), "withdrawn": as_form(WithdrawalForm)}
    ),
    "gaps": many_of(expand_gap, GapForm),
    "caveats": many_of(expand_caveat, CaveatForm),
    "corrections": many_of(as_form(CorrectionForm)),
}
