"""Chunks: things in their order, some at a time, so that a new one changes the chunk alone that it stands in."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")


def in_chunks(things: Iterable[T], name: Callable[[T], str], size: int) -> Iterator[list[T]]:
    """Yield chunks of so many on the average; the names alone say where one ends."""
    chunk: list[T] = []
    for each in things:
        chunk.append(each)
        if crc32(name(each).encode()) % size == 0:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
