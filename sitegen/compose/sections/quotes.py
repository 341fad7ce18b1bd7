"""The section of one quote: its status and its caveats first, then its words, then all that belongs to them."""

from collections.abc import Iterator
from urllib.parse import quote as percent_encoded

from sitegen.compose.escape import escape, link
from sitegen.compose.grammar import at_start
from sitegen.compose.sections.blocks import caveat, items, name_of
from sitegen.model.annotations import Change, Check
from sitegen.model.brief import Brief, PrintedQuote
from sitegen.words import Words, sentence

_LONG = 300  # characters; a longer fragment names the first and the last words alone
_ENDS = 8  # words


def quote_lines(quote: PrintedQuote, brief: Brief, words: Words) -> Iterator[str]:
    """Yield the blocks of one quote; its heading is its id, which so is its anchor everywhere."""
    yield f"### {escape(quote.id)}"
    if quote.withdrawn:
        yield f"**{escape(quote.text)}**"
        return
    yield _status(quote)
    yield from items(caveat(one) for one in quote.caveats)
    yield f"> {escape(quote.text)}"
    yield escape(quote.credit.speaker)
    if quote.says:
        yield escape(words("quote.claim", says=sentence(quote.says)))
    yield escape(quote.credit.chain)
    yield from (escape(line) for line in (quote.denial_line, quote.response_line) if line)
    yield from _list(words("checks_title"), [_check(check, brief, words) for check in quote.checks])
    yield from _list(words("history_title"), [_change(change, words) for change in quote.history])
    if brief.facts.url:
        yield link(words("quote.original"), original_address(brief.facts.url, quote, words("quote.mask")))


def original_address(url: str, quote: PrintedQuote, mask: str) -> str:
    """Return the address of the original with a text fragment that leads to the quote's words.

    Without one where a word of the quote is masked, or where the address has a fragment of its own.
    """
    if "#" in url or not quote.parts or any(mask in part for part in quote.parts):
        return url
    return f"{url}#:~:{'&'.join(f'text={_fragment(part)}' for part in quote.parts)}"


def change_words(change: Change, words: Words) -> dict[str, str]:
    """Return what fills the slots of sentences about a change of status."""
    return {
        "day": words.day(change.on),
        "old": words(f"status.{change.old}.label"),
        "new": words(f"status.{change.new}.label"),
        "why": sentence(change.why) if change.why else "",
    }


def _status(quote: PrintedQuote) -> str:
    status = f"**{escape(quote.label.text)}**"
    return f"{status} ({escape(quote.label.reason)})" if quote.label.reason else status


def _list(title: str, lines: list[str]) -> Iterator[str]:
    """Yield a list under a line that names it; nothing where it is empty."""
    if lines:
        yield f"{escape(title)}:"
        yield from items(lines)


def _check(check: Check, brief: Brief, words: Words) -> str:
    by = name_of(check.by, brief, words)
    line = words(
        "check.line_by" if by else "check.line",
        object=words(f"check.object.{check.object}"),
        result=words(f"check.result.{check.result}"),
        by=by,
    )
    dated = words("lists.comma").join(text for text in (line, words.day(check.on)) if text)
    return escape(f"{sentence(at_start(dated))} {check.how}")


def _change(change: Change, words: Words) -> str:
    return escape(words("history.change_of_quote", **change_words(change, words)))


def _fragment(words: str) -> str:
    """Return words percent-encoded; the sign - has a meaning in fragments too."""
    if len(words) <= _LONG:
        return _encoded(words)
    each = words.split()
    return f"{_encoded(' '.join(each[:_ENDS]))},{_encoded(' '.join(each[-_ENDS:]))}"


# https://wicg.github.io/scroll-to-text-fragment/#syntax: "-" marks prefix and suffix there, so it is encoded too.
def _encoded(words: str) -> str:
    return percent_encoded(words, safe="").replace("-", "%2D")
