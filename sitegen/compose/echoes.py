"""Circular reporting: sources that are cited side by side and go back to one origin."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.model.graph import Graph


class Echo(Struct, frozen=True):
    """Sources that look like several and are one."""

    ids: tuple[str, ...]
    """Those cited side by side; the origin may be one of them."""
    origin: str


def find_echoes(graph: Graph) -> tuple[Echo, ...]:
    """Return the echoes of a graph, each once, in the order of the file."""
    return tuple(dict.fromkeys(echo for beside in graph.upward.values() for echo in _among(beside, graph)))


def _among(beside: Sequence[str], graph: Graph) -> Iterator[Echo]:
    """Yield the echoes among sources that one source took its material from."""
    if len(beside) < 2:  # noqa: PLR2004  (an echo needs two)
        return
    by_origin: dict[str, list[str]] = {}
    for id_ in beside:
        for origin in sorted(graph.origins(id_)):
            by_origin.setdefault(origin, []).append(id_)
    yield from (Echo(tuple(ids), origin) for origin, ids in by_origin.items() if len(ids) > 1)
