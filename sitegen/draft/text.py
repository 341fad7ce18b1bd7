"""Texts as they stand in a drafted YAML file, in lists, in blocks and in comments."""

import textwrap
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sitegen.tree import yaml_text

WIDTH = 100
"""Characters of a line of running text."""
COMMENT_WIDTH = 110


def listed(texts: Iterable[str]) -> str:
    """Return a YAML list on one line."""
    return f"[{', '.join(map(yaml_text, texts))}]"


def block(key: str, text: str) -> Iterator[str]:
    """Yield the lines of a key with a long text, folded where every character can stand in a folded text."""
    if not text or not text.isprintable():
        yield f"{key}: {yaml_text(text)}"
        return
    yield f"{key}: >"
    yield from (f"  {line}" for line in textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False))


def section(key: str, lines: Iterable[str]) -> Iterator[str]:
    """Yield a key and its lines; the key as a comment where all lines are comments: an empty key is no list."""
    entries = list(lines)
    is_empty = all(line.lstrip().startswith("#") for line in entries)
    yield f"# {key}:" if is_empty else f"{key}:"
    yield from entries


def comment(text: str, indent: int = 0) -> str:
    """Return a comment of one line; a long one is cut."""
    told = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return f"{' ' * indent}# {textwrap.shorten(told, COMMENT_WIDTH, placeholder=' …')}"


def asked(questions: Sequence[str], indent: int) -> Iterator[str]:
    """Yield questions as comments, one behind another as far as a line holds them."""
    margin = " " * indent + "# "
    yield from textwrap.wrap(
        " ".join(questions), COMMENT_WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False
    )


def flow(pairs: Mapping[str, str]) -> str:
    """Return a YAML table on one line."""
    return "{" + ", ".join(f"{key}: {yaml_text(text)}" for key, text in pairs.items()) + "}"
