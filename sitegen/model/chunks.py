"""Some things at a time: chunks, of which a new thing changes the one alone that it stands in, and plain portions."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
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


def portions(things: Iterable[T], size: int) -> Iterator[list[T]]:
    """Yield things in their order, so many at a time; what is left at the end is fewer."""
    rest = iter(things)
    while some := list(islice(rest, size)):
        yield some
