"""The bytes of a saved page -> text: byte-order mark, UTF-8, what the page declares, else as any text file."""

import codecs
import re

from sitegen.read.decoding import decode, is_marked

_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_PROLOGUE = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})""", re.IGNORECASE)
_HEAD = 8192
"""Bytes in which a page must declare its encoding; the standard asks for 1024, and pages are later."""
# The encoding standard of the web (WHATWG) reads these labels as what contains them.
_MEANT = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
}
_OF_THE_WEB = re.compile(
    r"iso8859-\d+|cp125\d|cp866|cp874|cp932|cp949|koi8-[ru]|mac-(?:roman|cyrillic)|gb18030|big5(?:hkscs)?|euc_jp|iso2022_jp"
)


def decode_page(data: bytes, stated: str = "") -> tuple[str, str] | str:
    """Return text and encoding, or one phrase that says why this is no text; `stated`: by the server's header.

    Bytes that are UTF-8 and beyond ASCII are UTF-8, whatever the page says: browsers save so and keep the old label.
    """
    if is_marked(data):
        return decode(data)
    zeros = data.count(0)
    if zeros > 1 + len(data) / 1000:
        return f"byte {data.index(0) + 1} is zero"
    # HTML reads a stray zero as the sign for what could not be read.
    data = data.replace(b"\0", "\ufffd".encode()) if zeros else data
    return _as_utf8(data) or _as_labelled(data, stated) or decode(data)


def _as_utf8(data: bytes) -> tuple[str, str] | None:
    try:
        return None if data.isascii() else (data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _as_labelled(data: bytes, stated: str) -> tuple[str, str] | None:
    """Decode as the server or the page says, where that fits nearly everywhere."""
    found = [match[1].decode("ascii") for pattern in (_PROLOGUE, _DECLARED) if (match := pattern.search(data[:_HEAD]))]
    for label in (stated, *found):
        name = _codec(label)
        if not name:
            continue
        text = data.decode(name, errors="replace")
        if text.count("\ufffd") <= len(text) / 1000:
            return text, {"cp1252": "windows-1252"}.get(name, name)
    return None


def _codec(label: str) -> str:
    """Return the name of a codec that the web knows beside UTF-8 and UTF-16; empty for all others."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    return name if _OF_THE_WEB.fullmatch(name) else ""
