"""Chunks of the data: some briefs whose part of a file is remembered, so that no file is held as a whole.

What files have of a single brief is remembered too: where one of a chunk is edited, the others are not loaded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from sitegen.cache import encoded, key_of, own
from sitegen.model.chunks import in_chunks
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site

SIZE = 64
"""Briefs of a chunk, on the average."""

Texted = Callable[[Shelved], Mapping[str, str]]
"""Gives what files have of a brief, by their paths."""


class Chunk(Struct, frozen=True):
    """Some briefs."""

    shelved: Sequence[Shelved]
    abouts: Sequence[str]
    """What the parts of each follow from."""
    basis: str
    """A hash of what the parts of all briefs follow from."""
    key: str
    """A hash of all of these."""

    def part_of(self, path: str, make: Texted, between: bytes = b"") -> bytes:
        """Return what a file has of them; where nobody remembers it, the parts of all files are made together."""
        keeper = self.shelved[0]

        def made() -> bytes:
            rows = [own(row, dict[str, bytes]) for row in self._rows(make)]
            parts = {other: between.join([row[other] for row in rows]) for other in rows[0]}
            for other in parts.keys() - {path}:
                keeper.recall(f"{self.key} {other}", partial(parts.__getitem__, other))
            return parts[path]

        return keeper.recall(f"{self.key} {path}", made)

    def _rows(self, make: Texted) -> Iterable[bytes]:
        """Return what the files have of each brief."""
        keys = [key_of(self.basis, about) for about in self.abouts]
        shelved = dict(zip(keys, self.shelved, strict=True))

        def missing(due: Iterable[str]) -> dict[str, bytes]:
            return {key: _row(make(shelved[key])) for key in due}

        return self.shelved[0].recall_all(keys, missing).values()


def _row(texts: Mapping[str, str]) -> bytes:
    return encoded({path: text.encode(errors="replace") for path, text in texts.items()})


def in_order(shelf: Iterable[Shelved]) -> list[list[Shelved]]:
    """Return briefs by slug, some at a time: a new one changes the chunk alone that it stands in."""
    return list(in_chunks(sorted(shelf, key=_slug), _slug, SIZE))


def chunks_of(
    site: Site, what: str, chunks: Iterable[Sequence[Shelved]], about: Callable[[Shelved], str]
) -> list[Chunk]:
    """Return chunks of briefs; `about` says what of a brief the parts follow from."""
    basis = site.data_key(what)
    found = ((chunk, list(map(about, chunk))) for chunk in chunks)
    return [Chunk(chunk, abouts, basis, key_of(basis, abouts)) for chunk, abouts in found]


def _slug(shelved: Shelved) -> str:
    return shelved.slug
