"""CBOR (RFC 8949), as far as Pagefind writes it: whole numbers, texts and lists of known length."""

from collections.abc import Iterator

_WIDTHS = {24: 1, 25: 2, 26: 4, 27: 8}
"""Bytes of the number that follows the first byte, by what stands in its lower five bits."""
_UNSIGNED, _NEGATIVE, _TEXT, _LIST = 0, 1, 3, 4


def read(data: bytes) -> object:
    """Read one value. Raises ValueError where there is anything else."""
    value, end = _read(data, 0)
    if end != len(data):
        raise ValueError(end)
    return value


def write(value: object) -> bytes:
    """Write a value in the shortest way."""
    return b"".join(_written(value))


def _read(data: bytes, at: int) -> tuple[object, int]:
    """Return the value that begins at a place, and where it ends."""
    kind, number, at = _head(data, at)
    if kind == _UNSIGNED:
        return number, at
    if kind == _NEGATIVE:
        return -1 - number, at
    if kind == _TEXT:
        return data[at : at + number].decode(), at + number
    if kind != _LIST:
        raise ValueError(kind)
    items = list[object]()
    for _ in range(number):
        item, at = _read(data, at)
        items.append(item)
    return items, at


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """Return the kind of a value, the number in its head, and where its head ends."""
    kind, number = divmod(data[at], 32) if at < len(data) else (-1, 0)
    if number < min(_WIDTHS):
        return kind, number, at + 1
    if number not in _WIDTHS:
        raise ValueError(number)
    end = at + 1 + _WIDTHS[number]
    return kind, int.from_bytes(data[at + 1 : end]), end


def _written(value: object) -> Iterator[bytes]:
    if isinstance(value, int):
        yield _written_head(_NEGATIVE, -1 - value) if value < 0 else _written_head(_UNSIGNED, value)
    elif isinstance(value, str):
        yield _written_head(_TEXT, len(value.encode())) + value.encode()
    elif isinstance(value, list):
        yield _written_head(_LIST, len(value))
        for item in value:
            yield from _written(item)
    else:
        raise ValueError(value)  # noqa: TRY004  (a value that no file of the index has)


def _written_head(kind: int, number: int) -> bytes:
    if number < min(_WIDTHS):
        return bytes([kind * 32 + number])
    mark = next(mark for mark, width in _WIDTHS.items() if number < 1 << (8 * width))
    return bytes([kind * 32 + mark]) + number.to_bytes(_WIDTHS[mark])
