"""Chunks of the data: some briefs whose part of a file is remembered, so that no file is held as a whole.

What files have of a single brief is remembered too: where one of a chunk is edited, the others are not loaded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from hashlib import sha256

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
    make: Texted
    between: bytes
    """What stands between the texts of two briefs."""

    def part_of(self, path: str, digest: str) -> bytes:
        """Return what a file has of them, which is known by its digest."""
        return self.shelved[0].recall(digest, lambda: self._made()[path])

    def digests(self) -> Mapping[str, str]:
        """Make the parts of all files, and return the SHA-256 of each."""
        parts = self._made()
        digests = {path: sha256(part).hexdigest() for path, part in parts.items()}
        # By its digest: a part that stays as it was while another changed is not kept twice.
        for path, digest in digests.items():
            self.shelved[0].recall(digest, partial(parts.__getitem__, path))
        return digests

    def _made(self) -> Mapping[str, bytes]:
        """Make the parts of all files together."""
        rows = [own(row, dict[str, bytes]) for row in self._rows()]
        return {path: self.between.join([row[path] for row in rows]) for path in rows[0]}

    def _rows(self) -> Iterable[bytes]:
        """Return what the files have of each brief."""
        keys = [key_of(self.basis, about) for about in self.abouts]
        shelved = dict(zip(keys, self.shelved, strict=True))

        def missing(due: Iterable[str]) -> dict[str, bytes]:
            return {key: _row(self.make(shelved[key])) for key in due}

        return self.shelved[0].recall_all(keys, missing).values()


class Chunks:
    """All briefs of the data, in chunks."""

    def __init__(self, site: Site, chunks: Iterable[Chunk]) -> None:
        self._site = site
        self._by_key = {chunk.key: chunk for chunk in chunks}

    def key(self, path: str) -> str:
        """Return the key of a file: an edit of a brief changes those alone that show something of it."""
        return self._site.data_key(path, [digests[path] for digests in self._digests])

    def parts(self, path: str) -> Iterator[bytes]:
        """Yield what a file has of each chunk."""
        for chunk, digests in zip(self._by_key.values(), self._digests, strict=True):
            yield chunk.part_of(path, digests[path])

    @cached_property
    def _digests(self) -> Sequence[Mapping[str, str]]:
        """The digests of each chunk; where they are known, no part is read."""

        def missing(due: Iterable[str]) -> dict[str, bytes]:
            return {key: encoded(self._by_key[key].digests()) for key in due}

        first = next(iter(self._by_key.values()), None)
        found = first.shelved[0].recall_all(self._by_key, missing) if first else {}
        return [own(data, dict[str, str]) for data in found.values()]


def _row(texts: Mapping[str, str]) -> bytes:
    return encoded({path: text.encode(errors="replace") for path, text in texts.items()})


def in_order(shelf: Iterable[Shelved]) -> list[list[Shelved]]:
    """Return briefs by slug, some at a time: a new one changes the chunk alone that it stands in."""
    return list(in_chunks(sorted(shelf, key=_slug), _slug, SIZE))


def chunks_of(  # noqa: PLR0913, PLR0917  (what parts are made of)
    site: Site,
    what: str,
    chunks: Iterable[Sequence[Shelved]],
    about: Callable[[Shelved], str],
    make: Texted,
    between: bytes = b"",
) -> Chunks:
    """Return chunks of briefs; `about` says what of a brief the parts follow from that `make` makes."""
    basis = site.data_key(what)
    found = ((chunk, list(map(about, chunk))) for chunk in chunks)
    made = (Chunk(chunk, abouts, basis, key_of(basis, abouts), make, between) for chunk, abouts in found)
    return Chunks(site, made)


def _slug(shelved: Shelved) -> str:
    return shelved.slug
