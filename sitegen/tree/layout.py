"""One line of a YAML file taken apart: indentation, dashes, key, value, comment."""

import re

from msgspec import Struct

_DASHES = re.compile(r"(?:-(?: +|$))*")
_QUOTED_KEY = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*:(?=\s|$)""")
# A sign with a meaning of its own begins no plain key (YAML 1.2.2, 7.3.3), and " #" ends one.
_PLAIN_KEY = re.compile(r"""(?![\[\]{}&*!|>'"%@`#,]|[-?:](?:\s|$))(?:(?! #).)*?:(?=\s|$)""")
_NAME = re.compile(r"[a-z][a-z_]*")
_COMMENT = re.compile(r"(?P<gap>(?<![ \t])[ \t]++)#(?P<after>.?)")


class Line(Struct, frozen=True):
    """A line with something on it; columns from 0."""

    typed: str
    column: int
    """Where its first dash, key or text stands."""
    dashes: str
    """With the spaces behind them."""
    key: str
    """Without quotation marks; empty where the line has none."""
    value_column: int
    value: str
    """Without the white space around it; a comment behind it is still there."""

    @property
    def key_column(self) -> int:
        """Where the key, or the text without one, stands."""
        return self.column + len(self.dashes)

    @property
    def parent(self) -> int:
        """The column that what continues the value is indented further than."""
        if self.key:
            return self.key_column
        return self.column + len(self.dashes.rstrip()) - 1 if self.dashes else self.column - 1

    @property
    def has_plain_name(self) -> bool:
        """Whether its key looks like one of a language: one word in small letters."""
        return _NAME.fullmatch(self.key) is not None

    @property
    def levels(self) -> list[tuple[int, bool]]:
        """The columns at which lists and, last, a mapping begin on this line; True for lists."""
        dashes = [(self.column + offset, True) for offset, mark in enumerate(self.dashes) if mark == "-"]
        return [*dashes, (self.key_column, False)] if self.key else dashes


def take_apart(typed: str) -> Line | None:
    """Return the parts of a line, None where it is empty or a comment."""
    body = typed.strip()
    if not body or body.startswith("#"):
        return None
    column = indentation(typed)
    dashes = _DASHES.match(typed, column)
    start = dashes.end() if dashes else column
    key = _QUOTED_KEY.match(typed, start) or _PLAIN_KEY.match(typed, start)
    after = key.end() if key else start
    value = typed[after:].strip()
    name = key[0].rstrip()[:-1].strip() if key else ""
    if name[:1] in {'"', "'"}:
        name = name[1:-1]
    return Line(typed, column, typed[column:start], name, len(typed.rstrip()) - len(value), value)


def indentation(typed: str) -> int:
    """Return how many spaces a line begins with."""
    return len(typed) - len(typed.lstrip(" "))


def comment_behind(text: str, start: int = 0) -> tuple[int, bool] | None:
    """Return where " #" follows plain text, and whether it can hardly be meant as a comment.

    A comment is set off by two spaces or stands behind one word, and has a space behind its "#".
    """
    found = _COMMENT.search(text, start)
    if found is None:
        return None
    free = " " in text[start : found.start()].strip()
    single, glued = found["gap"] == " ", found["after"].strip() != ""
    return found.start(), (single and (glued or free)) or (glued and free)
