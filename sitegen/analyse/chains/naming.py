"""Naming: the name of the body that an article first only describes ("Ukrainian military intelligence")."""

from collections.abc import Iterable, Mapping

_HEADS = frozenset({"intelligence", "ministry", "army", "military", "police", "navy", "government", "prosecutors"})
_NATION = 5
"""Letters that a country's name and its adjective share: Ukraine, Ukrainian."""


def bodies_in(named: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return for each description of a body the name it has elsewhere in the article; names come with their mention."""
    words = {name: f"{mention} {name}".split() for name, mention in named if name}
    found = {}
    for description in words:
        name = next((other for other in words if _is_body(description.split(), words[other])), "")
        if name:
            found[description] = name
    return found


def _is_body(description: list[str], words: list[str]) -> bool:
    """Say whether a description is that of a body that the words name: its nation, its noun, and more capitals."""
    nation, head = description[0], description[-1].casefold()
    if head not in _HEADS or not nation[0].isupper() or any(word[0].isupper() for word in description[1:]):
        return False
    proper = {word for word in words if word[0].isupper()}
    same = any(word[:_NATION] == nation[:_NATION] for word in proper)
    return len(proper) > len(description) and same and any(word.casefold() == head for word in proper)
