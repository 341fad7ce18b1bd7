"""Chunks of the data: some briefs whose part of a file is remembered, so that no file is held as a whole."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from msgspec import Struct

from sitegen.model.chunks import in_chunks
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site

SIZE = 32
"""Briefs of a chunk, on the average."""

Texted = Callable[[Sequence[Shelved]], Mapping[str, str]]
"""Gives what files have of some briefs, by their paths."""


class Chunk(Struct, frozen=True):
    """Some briefs."""

    shelved: Sequence[Shelved]
    key: str
    """A hash of all that their parts of files follow from."""

    def part_of(self, path: str, make: Texted) -> bytes:
        """Return what a file has of them; where nobody remembers it, the parts of all files are made together."""
        keeper = self.shelved[0]

        def made() -> bytes:
            parts = {other: text.encode(errors="replace") for other, text in make(self.shelved).items()}
            for other in parts.keys() - {path}:
                keeper.recall(f"{self.key} {other}", partial(parts.__getitem__, other))
            return parts[path]

        return keeper.recall(f"{self.key} {path}", made)


def chunks_of(site: Site, what: str, shelf: Iterable[Shelved], about: Callable[[Shelved], object]) -> list[Chunk]:
    """Return briefs in their order, some at a time; `about` says what of a brief the parts follow from."""
    chunks = in_chunks(shelf, lambda shelved: shelved.slug, SIZE)
    return [Chunk(chunk, site.data_key(what, *map(about, chunk))) for chunk in chunks]
