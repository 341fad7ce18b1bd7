"""Chunks: some briefs of the data at a time, whose part of a file is remembered, so that no file is held as a whole."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from zlib import crc32

from sitegen.render.shelf import Shelved, Texts

SIZE = 32
"""Briefs of a chunk, on the average."""

Texted = Callable[[Sequence[Shelved]], Mapping[str, str]]
"""Gives what files have of some briefs, by their paths."""


def in_chunks(shelf: Iterable[Shelved]) -> Iterator[list[Shelved]]:
    """Yield briefs in their order, some at a time; a new one changes the chunk alone that it stands in."""
    chunk: list[Shelved] = []
    for each in shelf:
        chunk.append(each)
        # The slugs alone say where a chunk ends.
        if crc32(each.slug.encode()) % SIZE == 0:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def part_of(path: str, chunk: Sequence[Shelved], keys: Mapping[str, str], make: Texted) -> str:
    """Return what a file has of some briefs; where nobody remembers it, the parts of all files are made together.

    `keys` name them, by the paths of the files.
    """

    def made() -> Texts:
        texts = {other: {"text": text} for other, text in make(chunk).items()}
        for other in texts.keys() - {path}:
            chunk[0].recall(keys[other], partial(texts.__getitem__, other))
        return texts[path]

    return chunk[0].recall(keys[path], made)["text"]
