"""Values that YAML reads otherwise than they are meant, one by one: what is wrong, and what is meant."""

import re
from typing import NamedTuple

from sitegen.problems import Kind
from sitegen.tree.layout import comment_behind
from sitegen.tree.wording import cut_off

_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*'", re.DOTALL)
_ESCAPE = re.compile(r'\\(?![0abt\tnvfre "/\\N_LP]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U000[0-9a-fA-F]{5})')
_REST = re.compile(r"\s+#|\s*$")
_ALIAS = re.compile(r"\*[\w-]+\s*$")
_ANCHOR = re.compile(r"&[\w-]+(?:\s|$)")
_COLON = re.compile(r":(?=\s|$)")
_CURLY = re.compile(r"[“„«](?P<inside>[^“”„«»]*)[”“»]")

BEGINS = "a text that begins with “{}” needs quotation marks"


class Mistake(NamedTuple):
    """What is wrong with a value."""

    column: int
    """From the beginning of the value."""
    message: str
    meant: str
    """The text that is meant."""
    kind: Kind = Kind.YAML_MISTAKE


def end_of_quoted(value: str) -> int | None:
    """Return where a value that begins with a quotation mark ends, None where it is never closed."""
    found = (_DOUBLE if value.startswith('"') else _SINGLE).match(value)
    return found.end() if found else None


def diagnose(value: str) -> Mistake | None:
    """Return what is wrong with a text, None where YAML reads it as it is meant."""
    if value.startswith(('"', "'")):
        return _diagnose_quoted(value)
    return _diagnose_beginning(value) or _diagnose_inside(value)


def _diagnose_quoted(value: str) -> Mistake | None:
    mark = value[0]
    end = end_of_quoted(value)
    if end is None:
        what = "the quotation mark" if mark == '"' else "the apostrophe"
        return Mistake(0, f"{what} {mark} opens a text that is never closed", _unclosed(value))
    if not _REST.match(value, end):
        what = "the quotation mark" if mark == '"' else "the apostrophe"
        return Mistake(end - 1, f"{what} {mark} ends the text here, but more follows", _within(value))
    escape = _ESCAPE.search(value) if mark == '"' else None
    if escape:
        return Mistake(
            escape.start(), "a backslash has a meaning of its own in double quotation marks", value[1 : end - 1]
        )
    return None


def _unclosed(value: str) -> str:
    """Return an unclosed text: an apostrophe that begins a word is the text's own."""
    return value if value.startswith("'") else value[1:].strip()


def _within(value: str) -> str:
    """Return the text without a pair of marks around the whole of it; other marks are the text's own."""
    mark, inner = value[0], value.index(value[0], 1)
    before, after = value[inner - 1], value[inner + 1 : inner + 2]
    is_apostrophe = before.isalnum() and after.isalnum()
    if value.endswith(mark) and (before.isspace() or is_apostrophe):
        return value[1:-1]
    return value


def _diagnose_beginning(value: str) -> Mistake | None:
    """Return what is wrong with the first character of a plain text."""
    first = value[0]
    if first in "|>" and value[1:]:
        message = f"“{first}” says that the text begins on the next line, but it stands on this one"
        return Mistake(0, message, value[1:].strip())
    starts = (
        first in "@`%,]}"
        or (first == "*" and not _ALIAS.match(value))
        or (first == "&" and not _ANCHOR.match(value))
        or value[:2] in {"- ", "? ", ": "}
    )
    if starts:
        return Mistake(0, BEGINS.format(first), value)
    return None


def _diagnose_inside(value: str) -> Mistake | None:
    """Return what is wrong further inside a plain text."""
    comment = comment_behind(value)
    if comment and comment[1]:
        return Mistake(value.index("#", comment[0]), cut_off(value[: comment[0]]), value, Kind.TEXT_CUT)
    text = value[: comment[0]] if comment else value
    colon = _COLON.search(text)
    curly = _CURLY.fullmatch(text)
    if colon and curly:
        message = "typographic quotation marks do not protect the colon in the text; plain ones do"
        return Mistake(colon.start(), message, curly["inside"])
    if colon:
        message = "a colon with a space behind it ends a key, so a text that has one needs quotation marks"
        return Mistake(colon.start(), message, text)
    return None
