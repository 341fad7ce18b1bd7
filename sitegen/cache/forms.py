"""How values are written down: JSON, by msgspec, which takes dataclasses as they are and checks what it reads."""

from typing import TypeVar

T = TypeVar("T")


def encoded(value: object) -> bytes:
    """Write down a value: dataclasses, enums, texts, numbers, lists, mappings."""
    import msgspec  # noqa: PLC0415  (a build in which nothing changed needs none of it)

    return msgspec.json.encode(value)


def decoded(data: bytes, type: type[T]) -> T | None:  # noqa: A002  (reads well where it is called)
    """Read a value; None where it is damaged or of another type."""
    import msgspec  # noqa: PLC0415  (the same reason)

    try:
        return msgspec.json.decode(data, type=type)
    except msgspec.DecodeError:
        return None
