"""Sources that several briefs name, each for itself: proposals for sources.yaml."""

from collections.abc import Iterable, Iterator

from sitegen.model.entry import Entry
from sitegen.problems import Kind, Location, Problem, Severity

FILE = "sources.yaml"
OFTEN = 2
"""Briefs from which on a name is worth sharing: what rests on it can then be asked across them."""
SHOWN = 3
"""Briefs that a message names."""


def find_recurring(entries: Iterable[Entry]) -> Iterator[Problem]:
    """Propose sources for sources.yaml that recur by name; unnamed ones never do."""
    briefs: dict[tuple[str, str], list[str]] = {}
    names: dict[tuple[str, str], str] = {}
    for entry in entries:
        for name, kind in entry.named_sources if entry.listed else ():
            briefs.setdefault((name.casefold(), kind), []).append(entry.slug)
            names.setdefault((name.casefold(), kind), name)
    for (folded, kind), slugs in sorted(briefs.items()):
        if len(slugs) >= OFTEN:
            yield _proposal(names[folded, kind], kind, slugs)


def _proposal(name: str, kind: str, slugs: list[str]) -> Problem:
    more = f" and {len(slugs) - SHOWN} more" if len(slugs) > SHOWN else ""
    message = f"{len(slugs)} briefs each name the source “{name}” for themselves: {', '.join(slugs[:SHOWN])}{more}"
    hint = f"to share it, write an id of your choice here: some-id: {{name: {name}, kind: {kind}}}"
    return Problem(Location(FILE), Kind.SOURCE_RECURS, message, hint, Severity.NOTE)
