"""Characters that nobody sees and that turn round what stands beside them, beyond the end of what they were typed in.

https://www.unicode.org/reports/tr9/: overrides and embeddings can make words read as others do, and the last letters of
a name as the first. Isolates that end on their line, and marks, set words apart and do no more, and stay.
"""

import re
from collections.abc import Iterator

_ANY = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE = re.compile("([\r\n\u0085\u2028\u2029])")
_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"


def unturned(text: str) -> str:
    """Leave out overrides, embeddings and isolates without their other end."""
    if text.isascii() or not _ANY.search(text):
        return text
    return "".join(map(_unturned_line, _LINE.split(text)))


def _unturned_line(line: str) -> str:
    left_out = set(_unpaired(line))
    return "".join(sign for place, sign in enumerate(line) if place not in left_out)


def _unpaired(line: str) -> Iterator[int]:
    """Yield the places of what is left out."""
    opened: list[int] = []
    for found in _ANY.finditer(line):
        if found[0] in _OPENING:
            opened.append(found.start())
        elif found[0] == _CLOSING and opened:
            opened.pop()
        else:
            yield found.start()
    yield from opened
