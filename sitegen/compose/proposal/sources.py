"""Proposed sources: the chains that software found, as one graph."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.kinds import Kinds
from sitegen.model.analysis import Chain, Hop, Statement
from sitegen.model.annotations import About, Annotations, Facts, Material, Places, Source
from sitegen.model.annotations import Hop as Step
from sitegen.model.article import Span
from sitegen.model.graph import Graph
from sitegen.model.slugs import in_ascii
from sitegen.model.vocabulary import Basis, Identified

PUBLISHER = "publisher"
"""The id of the publisher's source."""
NOT_STATED = "not-stated"
_PERSON = "person"
_ARTICLES = re.compile(r"\A(?:the|a|an|another)\s+", re.IGNORECASE)
_MOST_WORDS, _MOST_CHARACTERS = 5, 60
"""Of an id."""


@dataclass(frozen=True, slots=True)
class ProposedSources:
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

    @property
    def unsure(self) -> frozenset[Span]:
        """Return the statements of which the article does not state from where they come."""
        return self.inferred | {span for span, way in self.ways.items() if not way}


@dataclass(slots=True)
class _Node:
    """A source that is being put together."""

    id: str
    name: str
    kind: str
    origins: dict[str, bool] = field(default_factory=dict)
    """Ids of what it took its material from, and whether the article states it."""
    mentions: list[Span] = field(default_factory=list)
    released_by: str = ""


def propose_sources(
    statements: Sequence[Statement], chains: Sequence[Chain], kinds: Kinds, publisher: str, at: Places
) -> ProposedSources:
    """Return the sources that these statements rest on; `publisher` is its name, empty where nobody told it."""
    known = {chain.statement: chain.hops for chain in chains}
    weaver = _Weaver(kinds, publisher)
    ways, inferred = {}, set()
    for statement in statements:
        hops = known.get(statement.span) or tuple(_speaker_alone(statement, kinds))
        ways[statement.span] = weaver.weave(hops)
        if any(hop.shown is None for hop in hops):
            inferred.add(statement.span)
    mentions = {node.id: tuple(sorted(set(node.mentions))) for node in weaver.nodes.values()}
    sources = tuple(weaver.sources(at))
    graph = Graph.of(Annotations("", Facts(publisher=PUBLISHER), About(), at, sources=sources))
    forked = frozenset(source.id for source in sources if graph.paths(source.id) > 1)
    return ProposedSources(sources, ways, frozenset(inferred), mentions, forked)


def is_name(text: str) -> bool:
    """Say whether a text names somebody, rather than describing them ("a soldier in the video")."""
    return any(char.isupper() for char in text) and not _ARTICLES.match(text)


def speaker_kind(name: str, kinds: Kinds) -> str:
    """Return the kind of source that a speaker is; a name that looks like material ("man in the video") is a person."""
    guess = kinds.kind_of(name)
    return guess if guess and guess not in kinds.unverified else _PERSON


class _Weaver:
    """Joins chains into one graph without circles; what has one name and kind is one source."""

    def __init__(self, kinds: Kinds, publisher: str) -> None:
        self.kinds = kinds
        self.nodes: dict[tuple[str, ...], _Node] = {("",): _Node(PUBLISHER, publisher, "news-report")}
        self.by_id = {PUBLISHER: self.nodes["",]}

    def weave(self, hops: Sequence[Hop]) -> tuple[str, ...]:
        """Add a chain and return the ids of its sources; a hop that would close a circle is left out."""
        former, way, unnamed_release = self.by_id[PUBLISHER], [], False
        for hop in hops:
            if not hop.name and hop.kind == NOT_STATED and hop is not hops[-1]:
                # Nobody is named: said on the material that comes next, it needs no source of its own.
                unnamed_release = True
                continue
            node = self._node(hop, former)
            if node.id == former.id or self._leads(node, former):
                continue
            former.origins[node.id] = former.origins.get(node.id, False) or hop.shown is not None
            node.mentions += [hop.mention] if hop.mention else []
            if unnamed_release and self._is_material(node):
                node.released_by = NOT_STATED
            former, unnamed_release = node, False
            way.append(node.id)
        return tuple(way)

    def sources(self, at: Places) -> Iterator[Source]:
        """Yield the sources in the order in which the chains met them."""
        reached = [id_ for node in self.nodes.values() if node.id != PUBLISHER for id_ in node.origins]
        for node in self.nodes.values():
            # What hangs on the publisher alone needs no word: only what is reached otherwise too is typed.
            typed = (
                node.origins.items()
                if node.id != PUBLISHER
                else [(id_, stated) for id_, stated in node.origins.items() if id_ in reached]
            )
            hops = tuple(Step(id_, Basis.STATED if stated else Basis.INFERRED) for id_, stated in typed)
            yield Source(
                node.id,
                node.name,
                node.kind,
                at,
                hops,
                identified=self._identified(node),
                material=Material(released_by=node.released_by),
            )

    def _node(self, hop: Hop, former: _Node) -> _Node:
        """Return the source that a hop stands for; unnamed people of two chains never become one."""
        key = (
            (hop.kind, hop.name.casefold())
            if is_name(hop.name) or self._is(hop.kind)
            else (hop.kind, hop.name.casefold(), former.id)
        )
        if key not in self.nodes:
            node = _Node(self._free_id(hop.name or hop.kind), hop.name, hop.kind)
            self.nodes[key] = self.by_id[node.id] = node
        return self.nodes[key]

    def _is_material(self, node: _Node) -> bool:
        return self._is(node.kind)

    def _is(self, kind: str) -> bool:
        return kind in self.kinds.unverified

    def _leads(self, node: _Node, target: _Node) -> bool:
        """Say whether a source has its material, over any number of hops, from another."""
        waiting, seen = [node.id], set[str]()
        while waiting:
            id_ = waiting.pop()
            if id_ == target.id:
                return True
            if id_ not in seen:
                seen.add(id_)
                waiting += self.by_id[id_].origins
        return False

    def _identified(self, node: _Node) -> Identified:
        """Nobody has confirmed that a name is the speaker's."""
        if node.kind == _PERSON and not is_name(node.name):
            return Identified.UNNAMED
        return Identified.CLAIMED if node.kind == _PERSON else Identified.NAMED

    def _free_id(self, name: str) -> str:
        """Return an id for a name that no other source has; never "quote-1", which quotes have."""
        bare = re.sub("['’]", "", _ARTICLES.sub("", name, count=1))
        words = re.findall(r"[a-z0-9]+", in_ascii(bare).lower())
        slug = "-".join(words[:_MOST_WORDS])[:_MOST_CHARACTERS].strip("-") or "source"
        slug = f"source-{slug}" if slug.startswith("quote-") else slug
        return next(
            id_ for id_ in (slug, *(f"{slug}-{n}" for n in range(2, len(self.by_id) + 3))) if id_ not in self.by_id
        )


def _speaker_alone(statement: Statement, kinds: Kinds) -> Iterator[Hop]:
    """Yield the speaker of a statement that has no chain."""
    speaker = statement.speaker
    if speaker and speaker.name:
        yield Hop(speaker.name, speaker_kind(speaker.name, kinds), speaker.mention, statement.cue or speaker.mention)
