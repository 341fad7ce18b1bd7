"""The section of excerpts: what stands around the key quotes in the article, each of them a link to its section."""

from collections.abc import Iterator, Mapping

from sitegen.compose.escape import escape
from sitegen.model.brief import Brief, Excerpt, PrintedQuote
from sitegen.words import Words


def excerpt_lines(brief: Brief, words: Words) -> Iterator[str]:
    """Yield the excerpts; the words of a quote stand with its status and its caveats, and are not repeated here."""
    quotes = {quote.id: quote for quote in brief.quotes}
    found = [text for excerpt in brief.excerpts if (text := _line(excerpt, quotes, words))]
    if found:
        yield escape(words("context.about"))
        yield from (f"> {text}" for text in found)


def _line(excerpt: Excerpt, quotes: Mapping[str, PrintedQuote], words: Words) -> str:
    """Return an excerpt as the Markdown of one line; empty where it has no word that is not a quote's."""
    pieces: list[str] = []
    for stretch in excerpt.stretches:
        quoted = [quotes[mark] for mark in stretch.marks if mark in quotes]
        if stretch.is_gap:
            pieces.append(words("quote.gap"))
        elif quoted:
            pieces.append(f" {words.join([_link(quote, words) for quote in quoted])} ")
        else:
            pieces.append(_within(stretch.text))
    around = any(not (stretch.is_gap or set(stretch.marks) & quotes.keys()) for stretch in excerpt.stretches)
    return " ".join("".join(pieces).split()) if around else ""


def _within(text: str) -> str:
    """Escape a piece of a line, and keep the spaces at its ends."""
    start, end = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{start}{escape(text)}{end}" if text.strip() else text


def _link(quote: PrintedQuote, words: Words) -> str:
    return f"[{escape(words('page.quote', n=quote.number))}](#{quote.id})"
