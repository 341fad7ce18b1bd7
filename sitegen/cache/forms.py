"""How values are written down: MessagePack, by msgspec, which takes our values as they are and checks what it reads."""

from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, cast
from zlib import crc32

if TYPE_CHECKING:
    from msgspec.msgpack import Decoder

T = TypeVar("T")


def encoded(value: object) -> bytes:
    """Write down a value: values of ours, enums, texts, numbers, lists, mappings."""
    import msgspec  # noqa: PLC0415  (a build in which nothing changed needs none of it)

    return msgspec.msgpack.encode(value)


def decoded(data: bytes, type: type[T]) -> T | None:  # noqa: A002  (reads well where it is called)
    """Read a value; None where it is damaged or of another type."""
    import msgspec  # noqa: PLC0415  (the same reason)

    try:
        return cast("T", _decoder(type).decode(data))  # type: ignore[arg-type]  # every type can be hashed
    except msgspec.DecodeError:
        return None


@cache
def _decoder(type: Any) -> "Decoder[Any]":  # noqa: A002, ANN401  (as above; any type that msgspec knows)
    from msgspec.msgpack import Decoder  # noqa: PLC0415  (the same reason)

    return Decoder(type)


def own(data: bytes, type: type[T]) -> T:  # noqa: A002  (as above)
    """Read a value that this very build wrote down, or has read once already."""
    value = decoded(data, type)
    assert value is not None  # noqa: S101  (what the caller knows, for the type checker)
    return value


_SEAL = 4
"""Bytes of a seal."""


def sealed(stage: str, place: bytes, data: bytes) -> bytes:
    """Return a value as it is stored: a sum over it and its place first, so that damage and mix-ups show."""
    return _seal(stage, place, data) + data


def unsealed(stage: str, place: bytes, stored: object) -> bytes | None:
    """Return a value that was stored in this place; None where it is not as it was."""
    if not isinstance(stored, bytes):
        return None
    data = stored[_SEAL:]
    return data if stored[:_SEAL] == _seal(stage, place, data) else None


def _seal(stage: str, place: bytes, data: bytes) -> bytes:
    return crc32(data, crc32(stage.encode() + place)).to_bytes(_SEAL, "big")
