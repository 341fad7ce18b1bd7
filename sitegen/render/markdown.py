"""Markdown to tokens and HTML: raw HTML off, addresses by a list, nothing that the pages' policy would block."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from msgspec import Struct

from sitegen.render.parser import open_parser

SCHEMES = frozenset({"", "http", "https", "mailto"})
"""Schemes that links carry; "" is a relative link."""
_CARRIERS = frozenset({"link_open", "image"})
"""Tokens that carry an address."""


class Unsafe(Struct, frozen=True):
    """An address that pages do not carry, and the line of the text on which it stands, from 0."""

    address: str
    line: int


class Parsed(Struct, frozen=True):
    """A Markdown text as tokens; `env` holds what links and footnotes refer to."""

    tokens: tuple[Token, ...]
    env: dict[str, Any]
    unsafe: tuple[Unsafe, ...]


def parse(text: str) -> Parsed:
    """Read Markdown (CommonMark, tables, footnotes); front matter must have been taken off."""
    env: dict[str, Any] = {"unsafe": []}
    tokens = _parser().parse(text, env)
    return Parsed(tuple(tokens), env, tuple(env["unsafe"]))


def to_html(tokens: Sequence[Token], env: dict[str, Any]) -> str:
    """Write tokens of one text as HTML."""
    parser = _parser()
    return str(parser.renderer.render(tokens, parser.options, env))


def text_of(tokens: Sequence[Token]) -> str:
    """Return the words of tokens without their markup, white space folded."""
    return " ".join(" ".join(_words_in(tokens)).split())


def without_front_matter(text: str) -> str:
    """Take the front matter off, if there is any."""
    return re.sub(r"\A---\n.*?\n---\n", "", text, count=1, flags=re.DOTALL)


@cache
def _parser() -> MarkdownIt:
    parser = open_parser()
    parser.core.ruler.push("addresses", _check_addresses)
    parser.core.ruler.push("classes", _move_styles)
    parser.core.ruler.push("headings", _name_headings)
    return parser


def _words_in(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield "".join(_word_of(child) for child in token.children or ())


def _word_of(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _check_addresses(state: StateCore) -> None:
    """Drop links of other schemes and pictures from elsewhere, and note them; "x.md" of this site becomes "x.html"."""
    for token in state.tokens:
        if token.type == "inline" and token.children and any(child.type in _CARRIERS for child in token.children):
            first = token.map[0] if token.map else 0
            token.children = list(_safe(token.children, first, state.env["unsafe"]))


def _safe(children: Sequence[Token], line: int, unsafe: list[Unsafe]) -> Iterator[Token]:
    dropped = False
    for token in children:
        line += token.type in {"softbreak", "hardbreak"}
        address = str(token.attrGet("href") or token.attrGet("src") or "") if token.type in _CARRIERS else ""
        if token.type == "link_close" and dropped:
            dropped = False
        elif address and not is_safe(address, picture=token.type == "image"):
            unsafe.append(Unsafe(address, line))
            dropped = token.type == "link_open"
            if token.type == "image":
                yield Token("text", "", 0, content=token.content)
        else:
            if token.type == "link_open":
                token.attrSet("href", _as_page(address))
            yield token


def is_safe(address: str, *, picture: bool = False) -> bool:
    """Say whether a page may carry an address; pictures are the site's own, since pages make no third-party request."""
    # Browsers pass over control characters and spaces before a scheme: https://url.spec.whatwg.org/#url-parsing.
    found = re.match(r"[\x00-\x20]*([A-Za-z][\w+.-]*):", address)
    scheme = found.group(1).lower() if found else ""
    return scheme in SCHEMES and not (picture and (scheme or address.startswith("//")))


def _as_page(address: str) -> str:
    """Name the page where a relative link names the Markdown file that it is made from."""
    if ".md" not in address or re.match(r"[A-Za-z][\w+.-]*:|//", address):
        return address
    return re.sub(r"\.md(?=$|#)", ".html", address)


def _move_styles(state: StateCore) -> None:
    """Say the alignment of table cells by a class: the pages' policy forbids the style attributes that are usual."""
    for token in state.tokens:
        if token.attrs and (style := str(token.attrs.pop("style", ""))):
            token.attrJoin("class", style.replace("text-align:", "align-"))


def _name_headings(state: StateCore) -> None:
    """Give each heading below the first an id from its words, as Git hosts do."""
    taken: dict[str, int] = {}
    for token, inline in zip(state.tokens, state.tokens[1:], strict=False):
        if token.type == "heading_open" and token.tag != "h1":
            name = re.sub(r"[^\w\- ]", "", text_of([inline]).lower()).replace(" ", "-")
            count = taken[name] = taken.get(name, -1) + 1
            token.attrSet("id", f"{name}-{count}" if count else name)
