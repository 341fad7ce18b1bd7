"""Keeping: what the shelf of a build has not in memory, from the cache; and what it has been sent, in a worker."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import cast

from msgspec import Struct

from sitegen.cache import own
from sitegen.model.brief import Brief
from sitegen.model.entry import Entry
from sitegen.pipeline.judgements import composed, shown
from sitegen.pipeline.papers import Composed, Judgement
from sitegen.pipeline.project import Project
from sitegen.render import Remake, Shelved

ENTRIES = 2048
"""Entries that stay in memory, since each stands on several pages."""


class Packed(Struct, frozen=True):
    """A brief as it can be sent."""

    key: str
    entry_key: str
    entry: bytes
    brief: bytes = b""
    """Empty where the entry alone is needed."""


class Held:
    """The keeper of a build: briefs wait in the cache, each known by its judgement."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._entry = lru_cache(ENTRIES)(self._read)

    def shelved(self, judgement: Judgement) -> Shelved:
        """Put a brief on the shelf."""
        assert judgement.spine is not None  # noqa: S101  (what is chosen has one)
        return Shelved(judgement.spine, judgement.brief_key, judgement.entry_key, judgement, self)

    def brief(self, of: object) -> tuple[Brief, str]:
        """Give a brief and its Markdown."""
        return _opened(composed(self._project, cast("Judgement", of)))

    def entry(self, of: object) -> Entry:
        """Give the entry of a brief."""
        return self._entry(cast("Judgement", of))

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        """Give what an earlier build made under a key, or have it made and keep it."""
        known = self._project.cache.read("part", key)
        if known is None:
            self._project.cache.write("part", key, known := make())
        return known

    def recall_all(self, keys: Iterable[str], make: Remake) -> Mapping[str, bytes]:
        """Give what earlier builds made under keys; what is missing is made together, and kept."""
        cache, due = self._project.cache, list(keys)
        known = cache.read_all("part", due)
        if missing := [key for key in due if key not in known]:
            made = make(missing)
            for key in missing:
                cache.write("part", key, made[key])
            known |= made
        return {key: known[key] for key in due}

    def packed(self, shelved: Shelved, *, whole: bool) -> Packed:
        """Return a brief as it can be sent; without the whole of it, its entry."""
        judgement = cast("Judgement", shelved.of)
        brief = composed(self._project, judgement) if whole else b""
        return Packed(shelved.key, shelved.entry_key, shown(self._project, judgement), brief)

    def _read(self, judgement: Judgement) -> Entry:
        return own(shown(self._project, judgement), Entry)


class Sent:
    """The keeper of what has been sent."""

    def shelved(self, packed: Packed) -> Shelved:
        """Put a brief on the shelf."""
        entry = own(packed.entry, Entry)
        return Shelved(entry, packed.key, packed.entry_key, (packed.brief, entry), self)

    def brief(self, of: object) -> tuple[Brief, str]:
        """Give a brief and its Markdown."""
        return _opened(cast("tuple[bytes, Entry]", of)[0])

    def entry(self, of: object) -> Entry:
        """Give the entry of a brief."""
        return cast("tuple[bytes, Entry]", of)[1]

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:  # noqa: ARG002  (as a keeper has it)
        """Make it: nothing is remembered here."""
        return make()

    def recall_all(self, keys: Iterable[str], make: Remake) -> Mapping[str, bytes]:
        """Make all."""
        return make(list(keys))


def _opened(data: bytes) -> tuple[Brief, str]:
    found = own(data, Composed)
    return found.brief, found.markdown
