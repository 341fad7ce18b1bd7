"""Tokens of markdown-it, made quickly: its own way checks what rules give it, and takes twice the time."""

from typing import Literal

from markdown_it.token import Token

Nesting = Literal[-1, 0, 1]


def new_token(kind: str, tag: str, nesting: Nesting, level: int = 0, content: str = "", markup: str = "") -> Token:  # noqa: PLR0913, PLR0917  (what tokens are)
    """Return a token with nothing in it but this."""
    token = object.__new__(Token)
    token.type, token.tag, token.nesting = kind, tag, nesting
    token.level, token.content, token.markup, token.info = level, content, markup, ""
    token.attrs, token.meta = {}, {}
    token.map = token.children = None
    token.block = token.hidden = False
    return token
