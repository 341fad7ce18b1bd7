"""Naming: the name of the body that an article first only describes ("Ukrainian military intelligence")."""

from collections.abc import Iterable, Mapping

_HEADS = frozenset({"intelligence", "ministry", "army", "military", "police", "navy", "government", "prosecutors"})
_NATION = 5
"""Letters that a country's name and its adjective share: Ukraine, Ukrainian."""


def bodies_in(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return for each description of a body the name it has elsewhere in the article; names come with their mention."""
    names = list(named)
    descriptions = [name for name, _ in names if name.rpartition(" ")[2].casefold() in _HEADS]
    if not descriptions:
        return {}
    words = {name: f"{mention} {name}".split() for name, mention in names}
    bodies = {one: [name for name in words if _is_body(one.split(), words[name])] for one in descriptions}
    return {description: found[0] for description, found in bodies.items() if found}


def _is_body(description: list[str], words: list[str]) -> bool:
    """Say whether a description is that of a body that the words name: its nation, its noun, and more capitals."""
    nation, head = description[0], description[-1].casefold()
    if not nation[0].isupper() or any(word[0].isupper() for word in description[1:]):
        return False
    proper = {word for word in words if word[0].isupper()}
    same = any(word[:_NATION] == nation[:_NATION] for word in proper)
    return len(proper) > len(description) and same and any(word.casefold() == head for word in proper)
