"""Kinds of sources and signals of passages, from the shipped words/kinds.yaml."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from typing import cast

from msgspec import Struct, field

from sitegen.model.vocabulary import CheckObject
from sitegen.theme import shipped
from sitegen.tree import load_plain

_PART = re.compile(r"<([a-z-]+)>")


@cache
def compiled(expression: str) -> re.Pattern[str]:
    """Compile on first use: a warm build matches nothing, so it compiles nothing."""
    return re.compile(expression)


class Cues(Struct, frozen=True):
    """What shows a kind or a signal: Python's regular expressions, for text whose white space is single spaces."""

    alone: tuple[str, ...] = ()
    """These words are enough."""
    joined: tuple[str, ...] = ()
    """These are enough where the grammar joins one of `nouns` to their first word."""
    nouns: frozenset[str] = frozenset()
    """Lower case."""
    then: tuple[str, ...] = ()
    """These are enough in an article that shows the kind elsewhere."""
    beside: tuple[str, ...] = ()
    """These are enough in a sentence that shows a kind whose material needs a check."""
    unless: tuple[str, ...] = ()
    """A cue that one of these overlaps is none."""
    quoted: bool = False
    """Whether only cues inside quotation marks count."""


class SourceKind(Struct, frozen=True):
    """What holds for every source of one kind."""

    name: str
    relays: bool = False
    """Whether it passes on what others say: without a `from`, its origin is unknown and proves no independence."""
    unverified: bool = False
    """Whether its material needs a check before anything in it can be called so."""
    caveat_kind: str = ""
    """The kind of its standard caveat, whose wording is in words/; empty where it has none."""
    silenced_by: tuple[CheckObject, ...] = ()
    """The standard caveat goes once all of these are verified; empty: it never goes."""
    ask: tuple[str, ...] = ()
    """What an editor should ask about such a source."""
    name_expression: str = ""
    cues: Cues = Cues()
    """What articles say of such sources; suggests, never decides."""

    @property
    def names(self) -> re.Pattern[str] | None:
        """What names of such sources look like."""
        return compiled(self.name_expression) if self.name_expression else None


class Signal(Struct, frozen=True):
    """What a passage shows, whatever its source."""

    name: str
    caveat_kind: str = ""
    """The kind of caveat that it may lead to; empty where it leads to none."""
    ask: tuple[str, ...] = ()
    cues: Cues = Cues()
    """What such passages look like; suggests, never decides."""


class Kinds(Struct, frozen=True):
    """All kinds and signals, in the order of the file."""

    sources: Mapping[str, SourceKind] = field(default_factory=dict)
    signals: Mapping[str, Signal] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Names in plain words, such as those of outlets and platforms."""
    fingerprint: str = ""
    """A hash of what they say, for keys."""

    def kind_of(self, name: str) -> str | None:
        """Return the first kind whose names look like this one."""
        found = (kind.name for kind in self.sources.values() if kind.names and kind.names.search(name))
        return next(found, None)

    @property
    def everything(self) -> Iterator[SourceKind | Signal]:
        """The kinds, then the signals."""
        yield from self.sources.values()
        yield from self.signals.values()

    @property
    def unverified(self) -> frozenset[str]:
        """The kinds whose material needs a check."""
        return frozenset(kind.name for kind in self.sources.values() if kind.unverified)

    @property
    def relaying(self) -> frozenset[str]:
        """The kinds that pass on what others say."""
        return frozenset(kind.name for kind in self.sources.values() if kind.relays)


def any_of(names: Iterable[str]) -> str:
    """Return an expression for any of these names, a longer one before what it begins with; of none, for nothing."""
    return f"(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True))) or '(?!)'})"


def load_kinds() -> Kinds:
    """Read the shipped kinds and signals."""
    path = shipped("words") / "kinds.yaml"
    data = cast("Mapping[str, Mapping[str, Mapping[str, object]]]", load_plain(path))
    lists = {name: tuple(cast("list[str]", names)) for name, names in data["lists"].items()}
    parts = {name: str(part) for name, part in data["parts"].items()}
    parts |= {name: any_of(names) for name, names in lists.items()}
    return Kinds(
        {name: _source_kind(name, about, parts) for name, about in data["sources"].items()},
        {name: _signal(name, about, parts) for name, about in data["signals"].items()},
        lists,
        sha256(path.read_bytes()).hexdigest(),
    )


def _source_kind(name: str, about: Mapping[str, object], parts: Mapping[str, str]) -> SourceKind:
    return SourceKind(
        name,
        # load_plain gives every scalar as text.
        relays=about.get("relays") == "true",
        unverified=about.get("unverified") == "true",
        caveat_kind=str(about.get("caveat_kind", "")),
        silenced_by=tuple(CheckObject(word) for word in _texts(about, "silenced_by")),
        ask=_texts(about, "ask"),
        name_expression=_whole(str(about.get("names", "")), parts),
        cues=_cues(about, parts),
    )


def _signal(name: str, about: Mapping[str, object], parts: Mapping[str, str]) -> Signal:
    caveat_kind = str(about.get("caveat_kind", ""))
    return Signal(name, caveat_kind, ask=_texts(about, "ask"), cues=_cues(about, parts))


def _cues(about: Mapping[str, object], parts: Mapping[str, str]) -> Cues:
    joined = cast("Mapping[str, object]", about.get("joined", {}))
    return Cues(
        _expressions(about, "cues", parts),
        _expressions(joined, "cues", parts),
        frozenset(word for nouns in _texts(joined, "nouns") for word in nouns.split()),
        _expressions(about, "then", parts),
        _expressions(about, "beside", parts),
        _expressions(about, "unless", parts),
        quoted=about.get("quoted") == "true",
    )


def _expressions(about: Mapping[str, object], key: str, parts: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(_whole(expression, parts) for expression in _texts(about, key))


def _whole(expression: str, parts: Mapping[str, str]) -> str:
    """Return an expression with its parts, such as <video>, filled in; a part may have parts itself."""
    while (filled := _PART.sub(lambda part: parts[part[1]], expression)) != expression:
        expression = filled
    return expression


def _texts(about: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", about.get(key, [])))
