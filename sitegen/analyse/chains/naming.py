"""Naming: the fullest name for each source that an article calls by several."""

import re
from collections.abc import Iterable, Mapping

from sitegen.analyse.chains.sources import OFFICIAL, Sources, bare

_ABBREVIATED = re.compile(r"^(?P<name>.+) \((?P<short>[A-Z][\w.-]{1,7})\)$")
_BEHIND = re.compile(r"\s\((?P<short>[A-Z][\w.-]{1,7})\)")
_BODIES = "intelligence ministry army military police navy government prosecutors security"
_HEADS = frozenset(_BODIES.split())
_NATION = 5
"""Letters that a country's name and its adjective share: Ukraine, Ukrainian."""


def full_names(names: Iterable[str], text: str, sources: Sources) -> Mapping[str, str]:
    """Return for each name that is short for another one of the article the fuller one."""
    known: dict[str, str] = {}
    for name in names:
        known.setdefault(bare(name), name)
    known.pop("", None)
    full = dict(_abbreviated(known, text))
    for name in known:
        if name not in full and (longer := _longer(name, known, sources)):
            full[name] = full.get(longer, known[longer])
    return full


def _abbreviated(names: Iterable[str], text: str) -> "Iterable[tuple[str, str]]":
    """Yield names that the article gives an abbreviation for, and the abbreviation, with the name that has both."""
    for name in names:
        if found := _ABBREVIATED.match(name):
            yield from ((found["name"], name), (found["short"], name))
        elif " " in name and (at := text.find(f"{name} (")) >= 0 and (behind := _BEHIND.match(text, at + len(name))):
            both = f"{name} ({behind['short']})"
            yield from ((name, both), (behind["short"], both))


def _longer(name: str, names: Iterable[str], sources: Sources) -> str:
    if name.islower() and " " not in name:
        # "The second" goes on from "the first soldier said".
        fuller = [other for other in names if other.startswith(f"{name} ") and other.islower()]
        return fuller[0] if len(fuller) == 1 else ""
    if sources.kind_of(name) != OFFICIAL:
        return ""
    return next((other for other in names if other != name and _is_body(name, other)), "")


def _is_body(description: str, name: str) -> bool:
    """Say whether a description ("Ukrainian military intelligence") is that of a body that has a name."""
    words, others = description.split(), name.split()
    nation, head = words[0], words[-1].casefold()
    if head not in _HEADS or not nation[0].isupper() or any(word[0].isupper() for word in words[1:]):
        return False
    proper = [word for word in others if word[0].isupper()]
    same = any(word[:_NATION] == nation[:_NATION] for word in others)
    return len(proper) > len(words) - 1 and same and any(word.casefold() == head for word in proper)
