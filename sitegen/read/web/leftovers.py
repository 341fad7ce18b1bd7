"""What is left in a story that is none of it: calls to read, sign up and share, and the lists of links behind them."""

import re
from collections.abc import Iterator, Sequence

from sitegen.read.bylines import is_byline, starts_by
from sitegen.read.date_lines import is_date_line, without_dates
from sitegen.read.web.page import Block, Piece

_HEAD = 6
"""Pieces from the top among which bylines and dates stand."""
_LONGEST, _LONGEST_LINK = 200, 140
"""Characters of a call, and of a link that follows one."""
_ABOVE_LINKS = (
    r"(?:also )?read (?:more|also|next|on|this)",
    r"also read",
    r"see (?:also|more)",
    r"related(?: \w+){0,3}",
    r"more (?:on|from|about|in|must-reads?|stories|news|coverage)\b.{0,60}",
    r"recommended(?: \w+){0,3}",
    r"don[’']t miss",
    r"you (?:may|might) also like",
    r"trending(?: \w+){0,2}",
    r"most (?:read|popular|viewed)",
    r"up next",
    r"top stories",
    r"editors?[’']?s? picks?",
    r"what to read next",
    r"(?:keep|further) reading",
    r"in case you missed it",
)
"""Lines of their own above lists of links."""
_CALLS = (
    r"(?:(?:also )?read (?:more|also|next)|also read)\s*[:|–—-]",
    r"(?:related|see also|more|recommended)\s*:",
    r"watch(?: now| live| more| below)?\s*:",
    r"advertis(?:e)?ment\b",
    r"(?:story|article) continues below",
    r"scroll (?:down )?to continue",
    r"continue reading",
    r"(?:click|tap) (?:here|to)\b",
    r"sign up (?:for|to|here|now|today)\b",
    r"subscribe (?:to|now|today|for|here)\b",
    r"get (?:the latest|our|breaking|more of) .{0,80}(?:inbox|newsletters?|alerts?|app|email)",
    r"be the first to (?:get|know)\b",
    r"(?:install|download) (?:the|our) .{0,60}\bapp\b",
    r"follow (?:us|@\S+|\S+ on) ",
    r"like us on\b",
    r"join (?:our|the) .{0,80}(?:newsletter|channel|whatsapp|telegram|community|conversation)",
    r"share this\b",
    r"want .{0,160}(?:sign up|subscri|newsletter|bookmark)",
    r"(?:this|our) (?:site|website) uses cookies",
    r"we use cookies",
    r"(?:copyright )?©",
    r"copyright \d{4}",
    r"all rights reserved",
    r"originally published (?:as|on|at|in)\b",
    r"loading\b",
    r"(?:this (?:article|post|story|page)|we|\w[\w ]{0,40}) (?:contains?|may|has) .{0,60}(?:affiliate|commission)",
    r"(?:we|\w[\w ]{0,40}) may (?:earn|receive) .{0,40}(?:compensation|payment|share)",
    r"(?:leave|post|add|write) a (?:comment|reply)",
    r"(?:view|show|see) (?:all )?(?:\d+ )?comments",
)
"""How other lines begin that are none of the story."""
_LINKS = re.compile(rf"(?:{'|'.join(_ABOVE_LINKS)})\s*[:.…]?", re.IGNORECASE)
_CALL = re.compile("|".join(_CALLS), re.IGNORECASE)
_ENDED = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_RULE = re.compile(r"[\W_]*")


def without_leftovers(pieces: Sequence[Piece], headline: str) -> Iterator[Piece]:
    """Yield the pieces of the story: no headline again, no byline or date above it, no heading with nothing below."""
    kept = [piece for piece in _kept(pieces) if piece.words != headline]
    while kept and kept[-1].block is Block.HEADING:
        kept.pop()
    yield from (piece for number, piece in enumerate(kept) if number >= _HEAD or not _is_of_head(piece.words))


def _kept(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Yield what is no call, and no link below one."""
    in_links = False
    for piece in pieces:
        if _is_call(piece.words):
            in_links = bool(_LINKS.fullmatch(piece.words))
        elif not (in_links and _is_link(piece)) and not _RULE.fullmatch(piece.words):
            in_links = False
            yield piece


def _is_of_head(words: str) -> bool:
    """Say whether this is a byline or a date, which a page's facts tell."""
    line = without_dates(words)
    return is_date_line(words) or (starts_by(line) and is_byline(line))


def _is_call(words: str) -> bool:
    return len(words) <= _LONGEST and bool(_LINKS.fullmatch(words) or _CALL.match(words))


def _is_link(piece: Piece) -> bool:
    """Say whether this may be a link in a list: a line that ends as no sentence does."""
    return len(piece.words) <= _LONGEST_LINK and not _ENDED.search(piece.words)
