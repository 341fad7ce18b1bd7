"""Plain text in Markdown: written so that a reader, or a parser, gets exactly the same words back."""

import re
from urllib.parse import quote, urlsplit

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$^]|==|%%|&(?=[#A-Za-z])|(?<= )#")
# What begins a heading, a list or the line under a heading where it stands first.
_FIRST = re.compile(r"^(?:[#+=:-]|\d{1,9}(?=[.)]))")
_SCHEMES = ("http", "https")


def escape(text: str) -> str:
    """Return text as the Markdown of one line: white space folded, nothing in it read as markup.

    Escaped are the signs of CommonMark, GitHub's tables, strikethrough and mathematics, and Obsidian's highlights,
    comments, tags and block names.
    """
    line = _MARKUP.sub(_escape_each, " ".join(text.replace("\0", "\ufffd").split()))
    return _FIRST.sub(_escape_first, line)


def paragraphs(text: str) -> list[str]:
    """Return the paragraphs of plain text, which blank lines divide, each escaped."""
    return [escape(part) for part in re.split(r"\n\s*\n", text.replace("\r\n", "\n")) if part.strip()]


def link(words: str, address: str) -> str:
    """Return a Markdown link; only its words where the address is none that pages link to."""
    if not is_web(address):
        return escape(words)
    target = _encoded(address)
    return f"[{escape(words)}]({f'<{target}>' if {'(', ')'} & set(target) else target})"


def is_web(address: str) -> bool:
    """Say whether an address begins with http:// or https:// and names a host."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in _SCHEMES and bool(parts.netloc)


def _escape_each(match: re.Match[str]) -> str:
    return "".join(f"\\{sign}" for sign in match.group())


def _escape_first(match: re.Match[str]) -> str:
    found = match.group()
    return f"{found}\\" if found.isdigit() else f"\\{found}"


def _encoded(address: str) -> str:
    """Percent-encode what cannot stand between < and > in Markdown, and leave the rest as typed."""
    return quote(address, safe="!#$%&'()*+,/:;=?@[]~-._")
