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


def own(data: bytes, type: type[T]) -> T:  # noqa: A002  (as above)
    """Read a value that this very build wrote down, or has read once already."""
    value = decoded(data, type)
    assert value is not None  # noqa: S101  (what the caller knows, for the type checker)
    return value
