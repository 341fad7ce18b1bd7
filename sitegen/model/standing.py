"""Standing: how far a quote is checked, what it rests on, and which checks are independent of it."""

from collections.abc import Collection
from enum import Enum

from msgspec import Struct

from sitegen.model.annotations import Check, Quote, Source
from sitegen.model.graph import Graph
from sitegen.model.vocabulary import Circumstances, Identified, Status


class Tie(Enum):
    """Why a check proves nothing about a quote, or beside another check."""

    SAME = "same"
    """Both are by the same."""
    ON_CHAIN = "on-chain"
    """Who checked stands on the quote's own chain."""
    ORIGIN = "origin"
    """Both go back to one source."""
    UNKNOWN_ORIGIN = "unknown-origin"
    """Who checked passes on what others say, and nothing says whose word it is."""
    ONE_WAY = "one-way"
    """Whatever reached the publisher from one passed the other."""


class Bond(Struct, frozen=True):
    """What ties a check to a quote or to another check."""

    tie: Tie
    source: str
    """The id of the source in which they meet; the name as typed where no source is named."""


def rests_on(graph: Graph, quote: Quote) -> tuple[str, ...]:
    """Return the ids whose caveats hold for a quote: itself, and every source on its chain, the publisher first."""
    return (quote.id, *graph.between(quote.source, quote.via))


def chain_of(graph: Graph, quote: Quote) -> tuple[Source, ...]:
    """Return the sources on the chain of a quote, the publisher first."""
    return tuple(graph.sources[id_] for id_ in graph.between(quote.source, quote.via))


def default_status(graph: Graph, quote: Quote, unverified_kinds: Collection[str]) -> Status:
    """Return the status of a quote whose editor typed none: attributed only where the saying itself is not in doubt."""
    chain = chain_of(graph, quote)
    is_named = bool(chain) and chain[-1].identified is Identified.NAMED
    crosses = any(source.kind in unverified_kinds for source in chain)
    return Status.ATTRIBUTED if is_named and not crosses else Status.UNVERIFIED


def status_of(graph: Graph, quote: Quote, unverified_kinds: Collection[str]) -> Status:
    """Return the status of a quote: the editor's, else the default."""
    return quote.standing.status or default_status(graph, quote, unverified_kinds)


def captive_of(graph: Graph, quote: Quote, unverified_kinds: Collection[str]) -> Source | None:
    """Return the captive whose words a quote are: on its chain, or heard in the material that it ends in."""
    waiting = [source.id for source in chain_of(graph, quote)][::-1]
    seen = set(waiting)
    while waiting:
        source = graph.sources[waiting.pop(0)]
        if source.circumstances is Circumstances.CAPTIVE:
            return source
        if source.kind in unverified_kinds:
            fresh = [id_ for id_ in graph.upward.get(source.id, ()) if id_ not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
    return None


def bond_with_quote(graph: Graph, quote: Quote, check: Check, relaying: Collection[str]) -> Bond | None:
    """Return what ties a check to the chain of the quote; None where it is independent of it.

    What we checked ourselves, or somebody who is no source of the article, is independent.
    """
    if check.by not in graph.sources:
        return None
    chain = set(graph.between(quote.source, quote.via))
    return _bond(graph, quote.source, chain, check.by, relaying)


def bond_between(graph: Graph, first: Check, second: Check, relaying: Collection[str]) -> Bond | None:
    """Return what ties two checks to one another; None where they are independent."""
    if _who(first) == _who(second):
        return Bond(Tie.SAME, first.by or "us")
    if first.by not in graph.sources or second.by not in graph.sources:
        return None
    return _bond(graph, first.by, set(graph.between(first.by)), second.by, relaying)


def _bond(graph: Graph, source: str, chain: Collection[str], checker: str, relaying: Collection[str]) -> Bond | None:
    """Return what ties a checker to a source whose chain this is."""
    if checker == graph.publisher or checker in chain:
        return Bond(Tie.ON_CHAIN, checker)
    # Not the chain alone: a check by one of the quote's origins tells no more than the quote itself.
    taken = set(chain) | {source} | graph.upstream(source)
    behind = graph.upstream(checker)
    if checker in taken:
        return Bond(Tie.ORIGIN, checker)
    if common := [id_ for id_ in graph.sources if id_ in behind and id_ in taken]:
        return Bond(Tie.ORIGIN, _nearest_origin(graph, common))
    unknown = [id_ for id_ in graph.sources if id_ in graph.origins(checker) and graph.sources[id_].kind in relaying]
    if unknown:
        return Bond(Tie.UNKNOWN_ORIGIN, unknown[0])
    barring = taken - {graph.publisher}
    if not graph.reached(checker, barring):
        return Bond(Tie.ONE_WAY, next((id_ for id_ in graph.between(checker) if id_ in barring), checker))
    return None


def _nearest_origin(graph: Graph, common: list[str]) -> str:
    """Return of sources in common one that none of the others took its material from: where the ways meet first."""
    return next(id_ for id_ in common if not any(id_ in graph.upstream(other) for other in common))


def _who(check: Check) -> str:
    return " ".join(check.by.split()).casefold() or "us"
