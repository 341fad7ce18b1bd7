"""Slugs: names as they can stand in addresses and ids.

Each kind has its rule: a brief's keeps the case of its file's name; a source's is typed by hand, and so is short and in
small letters; a tag's keeps every script, since readers see it.
"""

import re
import unicodedata
from functools import lru_cache
from hashlib import sha256

_NOT_IN_BRIEF_SLUG = re.compile(r"[^A-Za-z0-9_-]+")
_NOT_IN_ID = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 40
_LONGEST_SLUG = 180  # characters, so that every ending and a few more signs fit into the 255 bytes of a name


def in_ascii(text: str) -> str:
    """Return letters without their accents; what ASCII cannot hold goes."""
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()


def brief_slug(text: str) -> str:
    """Return what can stand in an address: letters and digits of ASCII, - and _; empty only for an empty text.

    One too long for the name of a file is cut, and ends in a hash of the whole, so that two never become one.
    """
    slug = _NOT_IN_BRIEF_SLUG.sub("-", in_ascii(text)).strip("-")
    # A name in another script keeps nothing in ASCII: its letters' numbers are at least its own.
    slug = slug or "-".join(f"{ord(sign):x}" for sign in text)
    return slug if len(slug) <= _LONGEST_SLUG else f"{slug[:_LONGEST_SLUG]}-{sha256(slug.encode()).hexdigest()[:8]}"


def source_slug(name: str) -> str:
    """Return a name in small letters, digits and hyphens, as ids are written; empty where nothing of it can be."""
    return _NOT_IN_ID.sub("-", in_ascii(name).lower()).strip("-")[:_LONGEST_ID].strip("-")


@lru_cache(maxsize=20_000)
def tag_slug(tag: str) -> str:
    """Return a tag as a file name: small letters of any script, digits and hyphens; never "index"."""
    folded = unicodedata.normalize("NFC", tag).casefold()
    slug = re.sub(r"[\W_]+", "-", folded).strip("-") or "tag"
    return f"{slug}-" if slug == "index" else slug
