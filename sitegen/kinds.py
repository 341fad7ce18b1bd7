"""Kinds of sources and signals of passages, from the shipped words/kinds.yaml."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from typing import cast

from sitegen.model.vocabulary import CheckObject
from sitegen.theme import shipped
from sitegen.tree import load_plain


@cache
def _compiled(expression: str) -> re.Pattern[str]:
    """Compile on first use: a warm build matches nothing, so it compiles nothing."""
    return re.compile(expression)


@dataclass(frozen=True, slots=True)
class SourceKind:
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
    cue_expressions: tuple[str, ...] = ()

    @property
    def names(self) -> re.Pattern[str] | None:
        """What names of such sources look like."""
        return _compiled(self.name_expression) if self.name_expression else None

    @property
    def cues(self) -> tuple[re.Pattern[str], ...]:
        """What articles say of such sources; suggests, never decides."""
        return tuple(_compiled(expression) for expression in self.cue_expressions)


@dataclass(frozen=True, slots=True)
class Signal:
    """What a passage shows, whatever its source."""

    name: str
    caveat_kind: str = ""
    """The kind of caveat that it may lead to; empty where it leads to none."""
    ask: tuple[str, ...] = ()
    cue_expressions: tuple[str, ...] = ()

    @property
    def cues(self) -> tuple[re.Pattern[str], ...]:
        """What such passages look like; suggests, never decides."""
        return tuple(_compiled(expression) for expression in self.cue_expressions)


@dataclass(frozen=True, slots=True)
class Kinds:
    """All kinds and signals, in the order of the file."""

    sources: Mapping[str, SourceKind] = field(default_factory=dict)
    signals: Mapping[str, Signal] = field(default_factory=dict)
    fingerprint: str = ""
    """A hash of what they say, for keys."""

    def kind_of(self, name: str) -> str | None:
        """Return the first kind whose names look like this one."""
        found = (kind.name for kind in self.sources.values() if kind.names and kind.names.search(name))
        return next(found, None)

    @property
    def unverified(self) -> frozenset[str]:
        """The kinds whose material needs a check."""
        return frozenset(kind.name for kind in self.sources.values() if kind.unverified)

    @property
    def relaying(self) -> frozenset[str]:
        """The kinds that pass on what others say."""
        return frozenset(kind.name for kind in self.sources.values() if kind.relays)


def load_kinds() -> Kinds:
    """Read the shipped kinds and signals."""
    path = shipped("words") / "kinds.yaml"
    data = cast("Mapping[str, Mapping[str, Mapping[str, object]]]", load_plain(path))
    return Kinds(
        {name: _source_kind(name, about) for name, about in data["sources"].items()},
        {name: _signal(name, about) for name, about in data["signals"].items()},
        sha256(path.read_bytes()).hexdigest(),
    )


def _source_kind(name: str, about: Mapping[str, object]) -> SourceKind:
    return SourceKind(
        name,
        # load_plain gives every scalar as text.
        relays=about.get("relays") == "true",
        unverified=about.get("unverified") == "true",
        caveat_kind=str(about.get("caveat_kind", "")),
        silenced_by=tuple(CheckObject(word) for word in _texts(about, "silenced_by")),
        ask=_texts(about, "ask"),
        name_expression=str(about.get("names", "")),
        cue_expressions=_texts(about, "cues"),
    )


def _signal(name: str, about: Mapping[str, object]) -> Signal:
    caveat_kind = str(about.get("caveat_kind", ""))
    return Signal(name, caveat_kind, ask=_texts(about, "ask"), cue_expressions=_texts(about, "cues"))


def _texts(about: Mapping[str, object], key: str) -> tuple[str, ...]:
    return tuple(cast("list[str]", about.get(key, [])))
