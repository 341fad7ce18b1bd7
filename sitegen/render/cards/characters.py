"""Which texts can be drawn: those of which the shipped faces have every character."""

import unicodedata
from functools import cache
from hashlib import sha256
from pathlib import Path

FONTS = Path(__file__).parents[1] / "fonts"


@cache
def characters() -> frozenset[str]:
    """Return the characters that every face has."""
    found = set[str]()
    for line in (FONTS / "characters.txt").read_text(encoding="ascii").split():
        first, _, last = line.partition("-")
        found.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(found)


@cache
def fingerprint() -> str:
    """Return a hash of the faces, for keys."""
    return sha256(b"".join(path.read_bytes() for path in sorted(FONTS.glob("*.ttf")))).hexdigest()


def drawable(text: str) -> str:
    """Return a text with its accents composed; nothing where a character of it would be drawn as an empty box."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return composed if characters().issuperset(composed) else ""
