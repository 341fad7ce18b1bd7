"""Weaving: chains joined into one graph of sources without circles."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct, field

from sitegen.compose.grammar import short_name
from sitegen.compose.proposal.speaker import PERSON
from sitegen.kinds import Kinds
from sitegen.model.analysis import Chain, Hop
from sitegen.model.annotations import Hop as Step
from sitegen.model.annotations import Material, Places, Source
from sitegen.model.article import Span
from sitegen.model.naming import usually_identified
from sitegen.model.slugs import in_ascii
from sitegen.model.vocabulary import Basis, Identified

PUBLISHER = "publisher"
"""The id of the publisher's source."""
_NOT_STATED = "not-stated"
_ARTICLES = re.compile(r"\A(?:the|a|an|another)\s+", re.IGNORECASE)
_MOST_WORDS, _MOST_CHARACTERS = 5, 60
"""Of an id."""
_SMALL = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "with", "by", "and"})
"""What no id ends with."""


class Node(Struct):
    """A source that is being put together."""

    id: str
    name: str
    kind: str
    origins: dict[str, bool] = field(default_factory=dict)
    """Ids of what it took its material from, and whether the article states it."""
    mentions: list[Span] = field(default_factory=list)
    released_by: str = ""


def is_name(text: str) -> bool:
    """Say whether a text names somebody, rather than describing them ("a soldier in the video")."""
    return any(char.isupper() for char in text) and not _ARTICLES.match(text)


class Weaver:
    """Joins chains into one graph without circles; what has one name and kind is one source."""

    def __init__(self, kinds: Kinds, publisher: str, chains: Iterable[Chain]) -> None:
        self.kinds = kinds
        self.stated = frozenset(_stated(chains))
        start = Node(PUBLISHER, publisher, "news-report")
        self.nodes: dict[tuple[str, str, str], Node] = {}
        self.by_id = {PUBLISHER: start}

    def weave(self, hops: Sequence[Hop]) -> tuple[str, ...]:
        """Add a chain and return the ids of its sources; a hop that would close a circle is left out."""
        former, way, unnamed_release = self.by_id[PUBLISHER], [], False
        for hop in hops:
            if not hop.name and hop.kind not in self.kinds.unverified:
                # Nobody is named: told of the material that comes next, they need no source of their own.
                unnamed_release = True
                continue
            if self._is_publisher(hop):
                continue
            node = self._node(hop, former)
            if node.id == former.id or self._leads(node, former):
                continue
            is_stated = hop.shown is not None or (former.name.casefold(), hop.name.casefold()) in self.stated
            former.origins[node.id] = former.origins.get(node.id, False) or is_stated
            node.mentions += [hop.mention] if hop.mention else []
            if unnamed_release and node.kind in self.kinds.unverified:
                node.released_by = _NOT_STATED
            former, unnamed_release = node, False
            way.append(node.id)
        return tuple(way)

    def sources(self, at: Places) -> Iterator[Source]:
        """Yield the sources in the order in which the chains met them."""
        reached = [id_ for node in self.by_id.values() if node.id != PUBLISHER for id_ in node.origins]
        for node in self.by_id.values():
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

    def _is_publisher(self, hop: Hop) -> bool:
        """Say whether a hop names the publisher, in whole or by its last words ("the Courier")."""
        name, own = (_ARTICLES.sub("", text).casefold() for text in (hop.name, self.by_id[PUBLISHER].name))
        return bool(own) and (name == own or (hop.kind == "news-report" and own.endswith(f" {name}")))

    def _node(self, hop: Hop, former: Node) -> Node:
        """Return the source that a hop stands for; unnamed people of two chains never become one."""
        is_known = is_name(hop.name) or hop.kind in self.kinds.unverified
        key = (hop.kind, hop.name.casefold(), "" if is_known else former.id)
        if key not in self.nodes:
            name = hop.name or hop.kind.replace("-", " ")
            node = Node(self._free_id(name), name, hop.kind)
            self.nodes[key] = self.by_id[node.id] = node
        return self.nodes[key]

    def _leads(self, node: Node, target: Node) -> bool:
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

    def _identified(self, node: Node) -> Identified:
        """Nobody has confirmed that a name is the speaker's."""
        known = usually_identified(node.kind, node.name)
        return Identified.CLAIMED if node.kind == PERSON and known is Identified.NAMED else known

    def _free_id(self, name: str) -> str:
        """Return an id for a name that no other source has."""
        slug = _slug(name)
        return next(
            id_ for id_ in (slug, *(f"{slug}-{n}" for n in range(2, len(self.by_id) + 3))) if id_ not in self.by_id
        )


def _slug(name: str) -> str:
    """Return an id for a name, its abbreviation where it has one; never "quote-1", which quotes have."""
    bare = re.sub("['’]", "", _ARTICLES.sub("", short_name(name), count=1))
    words = re.findall(r"[a-z0-9]+", in_ascii(bare).lower())[:_MOST_WORDS]
    while words and words[-1] in _SMALL:
        words.pop()
    slug = "-".join(words)[:_MOST_CHARACTERS].strip("-") or "source"
    return f"source-{slug}" if slug.startswith("quote-") else slug


def _stated(chains: Iterable[Chain]) -> Iterator[tuple[str, str]]:
    """Yield the names of sources of which words of the article show, in any chain, that one had it from the other."""
    for chain in chains:
        for former, hop in pairwise((Hop("", ""), *chain.hops)):
            if hop.shown is not None:
                yield former.name.casefold(), hop.name.casefold()
