"""A brief's Markdown taken apart at its headings and quote ids, so that templates can place the pieces."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from msgspec import Struct, field

from sitegen.render.markdown import Parsed, parse, text_of, to_html, without_front_matter


class Block(Struct, frozen=True):
    """A paragraph, list, block quote or table that stands for itself."""

    kind: str
    """"paragraph", "bullet_list", "ordered_list", "blockquote", "table" …: the parser's words."""
    html: str
    text: str
    """The words alone, white space folded."""


class Part(Struct, frozen=True):
    """What stands under one heading: its own blocks, then the parts under deeper headings."""

    heading: str = ""
    html: str = ""
    """The heading's words as HTML."""
    blocks: tuple[Block, ...] = ()
    parts: tuple["Part", ...] = ()


class _Open(Struct):
    """A part that is being filled."""

    level: int
    heading: str = ""
    html: str = ""
    blocks: list[Block] = field(default_factory=list)
    parts: list[Part] = field(default_factory=list)

    def close(self) -> Part:
        return Part(self.heading, self.html, tuple(self.blocks), tuple(self.parts))


def take_apart(markdown: str) -> Part:
    """Return the part of the title (`# …`), with the sections in it and the quotes in theirs."""
    parsed = parse(without_front_matter(markdown))
    stack = [_Open(0)]
    for tokens in _top_level(parsed.tokens):
        if tokens[0].type == "heading_open":
            level = int(tokens[0].tag[1:])
            _close_down_to(stack, level)
            stack.append(_Open(level, text_of(tokens), _inner_html(tokens, parsed)))
        else:
            stack[-1].blocks.append(_block(tokens, parsed))
    _close_down_to(stack, 1)
    whole = stack[0].close()
    return whole.parts[0] if len(whole.parts) == 1 and not whole.blocks else whole


def _top_level(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of one block after another."""
    group: list[Token] = []
    depth = 0
    for token in tokens:
        group.append(token)
        depth += token.nesting
        if depth == 0:
            yield group
            group = []


def _close_down_to(stack: list[_Open], level: int) -> None:
    """Close all parts of this level or deeper."""
    while len(stack) > 1 and stack[-1].level >= level:
        part = stack.pop().close()
        stack[-1].parts.append(part)


def _block(tokens: Sequence[Token], parsed: Parsed) -> Block:
    return Block(tokens[0].type.removesuffix("_open"), to_html(tokens, parsed.env), text_of(tokens))


def _inner_html(tokens: Sequence[Token], parsed: Parsed) -> str:
    return to_html([token for token in tokens if token.type == "inline"], parsed.env)
