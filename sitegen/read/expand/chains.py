"""Chains as typed ("A < B <? C (kind)") -> lists of links, each with its place."""

import re
from collections.abc import Collection

from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem
from sitegen.tree import Items, Node, Table, Text

_HOP = re.compile(r"<\?|<-*|←")
"""Arrows are typed for the sign, too."""
_LONGEST = 50
_KIND = re.compile(r"^(?P<name>.*\S)\s*\((?P<kind>[^()]+)\)$", re.DOTALL)


def expand_chain(text: Text, kinds: Collection[str], problems: list[Problem]) -> Items:
    """Return the links of a chain: tables of `name`, `kind` where typed, and `basis` of the hop that leads there."""
    links: list[Node] = []
    basis, start = "stated", 0
    hops = list(_HOP.finditer(text.value))
    if len(hops) > _LONGEST:
        message = f"the chain has {len(hops) + 1} names; {_LONGEST} are the most that is read"
        problems.append(Problem(text.at, Kind.WRONG_VALUE, message))
    for hop in [*hops[:_LONGEST], *([None] if len(hops) <= _LONGEST else [])]:
        end = hop.start() if hop else len(text.value)
        name, at = _part(text, start, end)
        if name:
            links.append(_link(Text(name, at), basis, kinds, problems))
        else:
            problems.append(_nameless(text, at, start, end))
        if hop:
            basis, start = "inferred" if hop[0] == "<?" else "stated", hop.end()
    return Items(tuple(links), text.at)


def _part(text: Text, start: int, end: int) -> tuple[str, Location]:
    """Return a stretch of the chain without the white space around it, and its place."""
    typed = text.value[start:end]
    lead = len(typed) - len(typed.lstrip())
    # A quotation mark before a quoted chain moves its characters by one.
    column = text.at.column + start + lead + (not text.plain)
    return " ".join(typed.split()), Location(text.at.path, text.at.line, column)


def _link(name: Text, basis: str, kinds: Collection[str], problems: list[Problem]) -> Table:
    pairs: list[tuple[Text, Node]] = []
    found = _KIND.match(name.value)
    kind = _kind(found["kind"], name, kinds, problems) if found else None
    if found and kind:
        at = Location(name.at.path, name.at.line, name.at.column + found.start("kind"))
        pairs.append((Text("kind", at), Text(kind, at)))
        name = Text(found["name"], name.at)
    pairs.append((Text("name", name.at), name))
    pairs.append((Text("basis", name.at), Text(basis, name.at)))
    return Table(tuple(pairs), name.at)


def _kind(typed: str, name: Text, kinds: Collection[str], problems: list[Problem]) -> str | None:
    """Return the kind that stands in brackets behind a name, None where the brackets are part of the name."""
    folded = typed.strip().casefold().replace(" ", "-").replace("_", "-")
    if folded in kinds:
        return folded
    slip = nearest(typed, kinds) if typed == typed.lower() else None
    if slip:
        at = Location(name.at.path, name.at.line, name.at.column + name.value.rindex("(") + 1)
        message = f"there is no kind of source “{typed}”; did you mean “{slip}”?"
        problems.append(Problem(at, Kind.WRONG_VALUE, message))
    return slip


def _nameless(text: Text, at: Location, start: int, end: int) -> Problem:
    message = "a chain has no name here: each “<” stands between two names"
    whole = " ".join(f"{text.value[:start]} (not stated) {text.value[end:]}".split())
    return Problem(at, Kind.WRONG_VALUE, message, f"where the article does not say, write: {whole}")
