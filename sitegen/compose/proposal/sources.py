"""Proposed sources: what the chosen statements rest on, from the chains that software found."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.compose.proposal.speaker import speaker_kind
from sitegen.compose.proposal.weaving import PUBLISHER, Weaver
from sitegen.kinds import Kinds
from sitegen.model.analysis import Chain, Hop, Statement
from sitegen.model.annotations import About, Annotations, Facts, Places, Source
from sitegen.model.article import Span
from sitegen.model.graph import Graph
from sitegen.model.naming import names_somebody


class ProposedSources(Struct, frozen=True):
    """The sources of an article and the way of each statement."""

    sources: tuple[Source, ...]
    """The publisher first."""
    ways: Mapping[Span, tuple[str, ...]]
    """Of a statement: ids of sources from the first that the publisher had it from to who said it."""
    inferred: frozenset[Span]
    """The statements of whose chain the article does not state every hop."""
    mentions: Mapping[str, tuple[Span, ...]]
    """Where the article speaks of a source, by its id."""
    forked: frozenset[str]
    """The sources to which more than one way leads."""
    unsure: frozenset[Span]
    """The statements that may rest on material which their chain does not show."""


def propose_sources(
    statements: Sequence[Statement], chains: Sequence[Chain], kinds: Kinds, publisher: str, at: Places
) -> ProposedSources:
    """Return the sources that these statements rest on; `publisher` is its name, empty where nobody told it."""
    known = {chain.statement: chain.hops for chain in chains}
    weaver = Weaver(kinds, publisher, chains)
    ways, inferred = {}, set()
    for statement in statements:
        hops = known.get(statement.span) or tuple(_speaker_alone(statement, kinds))
        ways[statement.span] = weaver.weave(hops)
        if any(hop.shown is None for hop in hops):
            inferred.add(statement.span)
    mentions = {node.id: tuple(sorted(set(node.mentions))) for node in weaver.by_id.values()}
    sources = tuple(weaver.sources(at))
    graph = Graph.of(Annotations("", Facts(publisher=PUBLISHER), About(), at, sources=sources))
    forked = frozenset(source.id for source in sources if graph.paths(source.id) > 1)
    material = {source.id for source in sources if source.kind in kinds.unverified}
    names = {source.id: source.name for source in sources}
    unsure = {
        span
        for span, way in ways.items()
        if not way or (span in inferred and material.isdisjoint(way) and not _is_relayed(way, names))
    }
    return ProposedSources(sources, ways, frozenset(inferred), mentions, forked, frozenset(unsure))


def _is_relayed(way: Sequence[str], names: Mapping[str, str]) -> bool:
    """Say whether it is known through whom somebody is quoted who is named: then no recording is heard."""
    return len(way) > 1 and names_somebody(names[way[-1]])


def _speaker_alone(statement: Statement, kinds: Kinds) -> Iterator[Hop]:
    """Yield the speaker of a statement that has no chain."""
    speaker = statement.speaker
    if speaker and speaker.name:
        yield Hop(speaker.name, speaker_kind(speaker.name, kinds), speaker.mention, statement.cue or speaker.mention)
