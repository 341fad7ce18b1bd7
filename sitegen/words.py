"""Every word that a reader of a page sees, from the shipped words/: sentences, plurals, days and lists."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from string import Formatter
from typing import cast

from sitegen.theme import shipped
from sitegen.tree import load_plain

FALLBACK = "en"
_MOMENT = re.compile(
    r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?(?:T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?"
)
_FORMATTER = Formatter()


@dataclass(frozen=True, slots=True)
class Words:
    """The wording of one language."""

    language: str
    sentences: Mapping[str, str]
    """Texts with {slots} by dotted key ("status.unverified.label"); items of a list count from 1."""
    fingerprint: str
    """A hash of all of it, for keys."""

    def __call__(self, key: str, /, **slots: object) -> str:
        """Return a sentence with its slots filled. Raises KeyError for a key or slot that does not exist: a bug."""
        return self.sentences[key].format_map(slots)

    def has(self, key: str) -> bool:
        """Say whether there is such a sentence."""
        return key in self.sentences

    def slots_of(self, key: str) -> frozenset[str]:
        """Return the names of the slots that a sentence has. Raises KeyError for an unknown key."""
        return frozenset(name for _, name, _, _ in _FORMATTER.parse(self.sentences[key]) if name)

    def count(self, key: str, n: int, /, **slots: object) -> str:
        """Return the sentence `key.one` or `key.other`, its slot {n} filled."""
        return self(f"{key}.{'one' if n == 1 else 'other'}", n=n, **slots)

    def join(self, items: Sequence[str]) -> str:
        """Return "a", "a and b" or "a, b and c"."""
        *others, last = items or [""]
        return self("lists.last").join([self("lists.comma").join(others), last]) if others else last

    def day(self, iso: str) -> str:
        """Return "18 July 2023", "July 2023" or "2023": as much as the ISO 8601 text is sure of, without the time."""
        match = _MOMENT.fullmatch(iso)
        if not match or not match[2]:
            return iso
        month = self(f"dates.months.{int(match[2])}")
        if not match[3]:
            return self("dates.month", month=month, year=match[1])
        return self("dates.day", day=int(match[3]), month=month, year=match[1])

    def moment(self, iso: str) -> str:
        """Return "18 July 2023, 11:27 (UTC+05:30)", or the day alone where the ISO 8601 text has no time."""
        match = _MOMENT.fullmatch(iso)
        if not match or not match[4]:
            return self.day(iso)
        day = self.day(iso.partition("T")[0])
        if not match[5]:
            return self("dates.moment", day=day, time=match[4])
        zone = self("dates.zone", offset=match[5].removeprefix("Z"))
        return self("dates.moment_with_zone", day=day, time=match[4], zone=zone)


def languages() -> tuple[str, ...]:
    """Return the languages that wording is shipped in."""
    return tuple(sorted(path.stem for path in shipped("words").glob("*.yaml") if path.stem != "kinds"))


def load_words(language: str) -> Words:
    """Read the wording of a language; English stands in, sentence by sentence, for what it lacks."""
    sentences: dict[str, str] = {}
    for each in dict.fromkeys((FALLBACK, language)):
        if each in languages():
            sentences |= _flat("", load_plain(shipped("words") / f"{each}.yaml"))
    text = json.dumps([language, sentences], sort_keys=True)
    return Words(language, sentences, sha256(text.encode()).hexdigest())


def _flat(prefix: str, node: object) -> Iterator[tuple[str, str]]:
    """Yield every text below a node with its dotted key."""
    if isinstance(node, str):
        yield prefix.removeprefix("."), node
        return
    pairs = enumerate(node, 1) if isinstance(node, list) else cast("Mapping[str, object]", node).items()
    for key, child in pairs:
        yield from _flat(f"{prefix}.{key}", child)
