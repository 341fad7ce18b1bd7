"""JSON written out, for people and machines."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

_MARKUP = re.compile("[<>&\u2028\u2029]")


def write(data: Mapping[str, object] | Sequence[object]) -> bytes:
    """Write an object or a list out, indented; half a surrogate pair, which UTF-8 cannot hold, becomes "?"."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")


def piece(data: Mapping[str, object], indent: int) -> str:
    """Return an object as it stands in a list that `write` writes, its lines indented by so many spaces."""
    lines = write(data).decode().rstrip("\n").split("\n")
    return "\n".join(f"{' ' * indent}{line}" for line in lines)


BETWEEN = ",\n"
"""What stands between the pieces of a list."""


def listed(pieces: Iterable[bytes], indent: int) -> Iterator[bytes]:
    """Yield a list of pieces as `write` would write it, a piece at a time; the line of its closing bracket is indented.

    A piece may be several, with BETWEEN between them.
    """
    first, between = True, BETWEEN.encode()
    for piece in pieces:
        yield b"[\n" if first else between
        yield piece
        first = False
    yield b"[]" if first else f"\n{' ' * indent}]".encode()


def inline(data: Mapping[str, object]) -> str:
    """Return an object as it can stand inside a page's <script>: nothing in it is read as markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _MARKUP.sub(lambda match: f"\\u{ord(match.group()):04x}", text.encode(errors="replace").decode())
