"""Naming: what sources go by: a body by its name, not a description of it; of two unnamed ones, each by its own."""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from sitegen.analyse.chains.sources import bare
from sitegen.model.article import Span

_HEADS = frozenset({"intelligence", "ministry", "army", "military", "police", "navy", "government", "prosecutors"})
_NATION = 5
"""Letters that a country's name and its adjective share: Ukraine, Ukrainian."""
_INDEFINITE = re.compile(r"^(?:an?|one) ", re.IGNORECASE)
_COUNTED = ("another", "a third", "a fourth", "a fifth")


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


class Voices(Struct):
    """What those without a name are called, so that two soldiers are not taken for one."""

    _places: dict[str, list[tuple[Span, str]]] = field(default_factory=dict)
    """By description: where the article brings in one after another, and what each is called."""
    others: dict[str, str] = field(default_factory=dict)
    """How the article brings in those who are called another one, by what they are called."""

    def name_of(self, name: str, mention: Span, words: str) -> str:
        """Return what somebody is called whom the article mentions in these words; a name stays as it is."""
        plain = bare(name)
        if not plain.islower():
            return name
        name = name[0].lower() + name[1:]
        known = self._places.setdefault(plain, [])
        # "One man who said …": "who" may be met first.
        same = next((called for place, called in known if mention.start <= place.start or place.overlaps(mention)), "")
        if same or (known and not _INDEFINITE.match(words)):
            return same or known[-1][1]
        called = name if not known else f"{_COUNTED[min(len(known), len(_COUNTED)) - 1]} {_one(plain)}"
        if known:
            self.others[called] = name
        known.append((mention, called))
        return called


def _one(plain: str) -> str:
    """Return a description that another of the same can be told by: "one of the soldiers", "of the soldiers"."""
    return plain.removeprefix("one ")
