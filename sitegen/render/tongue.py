"""Words of another language than the page's: marked as such, so that they are read, hyphenated and directed as theirs.

HTML that was made from Markdown is looked at between its tags alone.
"""

import re
from collections.abc import Callable, Iterable
from html import escape
from unicodedata import bidirectional

from msgspec.structs import replace

from sitegen.model.brief import Brief, PrintedQuote
from sitegen.model.vocabulary import Wording
from sitegen.render.heads import Head
from sitegen.render.parts import Block, Part

_TAG = re.compile(r"(<[^>]*>)")
_AGAINST = {"ltr": frozenset({"R", "AL"}), "rtl": frozenset({"L"})}
"""Kinds of letters (Unicode's bidirectional classes) that run against a direction."""


def tongue_of(brief: Brief, page: Head) -> str:
    """Return the attributes of what is in the language of the article; empty where that is the page's."""
    language = brief.facts.language
    if not language or language.casefold() == page.language.casefold():
        return ""
    return f' lang="{escape(language)}" dir="auto"'


def told(part: Part, brief: Brief, page: Head) -> Part:
    """Return a part of a brief's Markdown with the article's words marked, and with names isolated."""
    tongue = tongue_of(brief, page)
    passages = (*(gap.passage for gap in brief.gaps), *(caveat.passage for caveat in brief.caveats))
    names = _against(brief, page)
    quotes = {quote.id: quote for quote in reversed(brief.quotes)}

    def tell(html: str) -> str:
        return isolated(marked(html, (brief.facts.title, *passages), tongue), names, page.direction)

    def tell_block(block: Block, quote: PrintedQuote | None) -> Block:
        html = marked_quote(block.html, quote, tongue) if quote and block.kind == "blockquote" else block.html
        return replace(block, html=tell(html))

    def tell_part(part: Part) -> Part:
        quote = quotes.get(part.heading)
        blocks = tuple(tell_block(block, quote) for block in part.blocks)
        return Part(part.heading, tell(part.html), blocks, tuple(map(tell_part, part.parts)))

    return tell_part(part)


def marked(html: str, words: Iterable[str], tongue: str) -> str:
    """Mark the article's words in text of ours."""
    return _between_tags(html, words, lambda found: f"<span{tongue}>{found}</span>") if tongue else html


def marked_quote(html: str, quote: PrintedQuote, tongue: str) -> str:
    """Mark the words of a quote: all of it where it stands in quotation marks, else what follows our own words."""
    if not (tongue and quote.parts):
        return html
    if quote.wording is Wording.DIRECT:
        return html.replace("<blockquote>", f"<blockquote{tongue}>", 1)
    start, end = quote.text.find(quote.parts[0]), quote.text.rfind(quote.parts[-1]) + len(quote.parts[-1])
    return marked(html, [quote.text[start:end]] if 0 <= start < end else [], tongue)


def isolated(html: str, names: Iterable[str], direction: str) -> str:
    """Isolate names in text that runs as the page does, so that they do not turn round what stands beside them.

    Text that itself runs against the page would be cut in pieces, which then stand in the order of the page.
    """
    runs = _AGAINST["ltr" if direction == "rtl" else "rtl"]
    if not any(bidirectional(sign) in runs for sign in _TAG.sub("", html)):
        return html
    return _between_tags(html, names, lambda found: f"<bdi>{found}</bdi>")


def _against(brief: Brief, page: Head) -> frozenset[str]:
    """Return the names that run against the direction of the page."""
    names = {name for source in brief.sources for name in (source.name, *source.also)} | {brief.publisher}
    return frozenset(name for name in names if any(bidirectional(sign) in _AGAINST[page.direction] for sign in name))


def _between_tags(html: str, words: Iterable[str], change: Callable[[str], str]) -> str:
    """Change every occurrence of these words as a whole, the longest first."""
    folded = sorted({" ".join(each.split()) for each in words} - {""}, key=lambda each: (-len(each), each))
    if not folded:
        return html
    # As the parser writes text: https://spec.commonmark.org/0.31.2/#entity-and-numeric-character-references.
    written = (re.escape(escape(each, quote=False).replace('"', "&quot;")) for each in folded)
    wanted = re.compile("|".join(written))

    def changed(found: re.Match[str]) -> str:
        return change(found[0]) if _is_whole(found) else found[0]

    return "".join(part if _TAG.fullmatch(part) else wanted.sub(changed, part) for part in _TAG.split(html))


def _is_whole(found: re.Match[str]) -> bool:
    """Say whether words end where they were found; letters of another direction may be joined on, as in Hebrew."""
    start, end = found.span()
    beside = ((found.string[start - 1 : start], found[0][0]), (found.string[end : end + 1], found[0][-1]))
    return not any(
        out.isalnum() and within.isalnum() and bidirectional(out) == bidirectional(within) for out, within in beside
    )
