"""Voices: those who speak without a name, told apart where the article speaks of another one."""

import re
from dataclasses import dataclass, field

from sitegen.analyse.chains.sources import bare
from sitegen.model.article import Span

_INDEFINITE = re.compile(r"^(?:an?|one) ", re.IGNORECASE)
_COUNTED = ("another", "a third", "a fourth", "a fifth")


@dataclass(slots=True)
class Voices:
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
