"""What travels with a quote, and with a brief: the one list that every copy, citation and data file is made from.

Whoever prints words of a quote prints all of these lines with them; whoever names a brief, all of its own.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from msgspec import Struct

from sitegen.model.brief import Brief, PrintedCaveat, PrintedQuote
from sitegen.model.vocabulary import State
from sitegen.words import Words, sentence


class Role(StrEnum):
    """What a line says, in the order in which lines stand."""

    STATUS = "status"
    """Always with its day; of a quote with its second line, of a brief the badge."""
    MARK = "mark"
    """That no editor reviewed it, or that the brief is not finished."""
    REASON = "reason"
    """Of a brief: what it rests on, what was found of a check, who denies it."""
    SPEAKER = "speaker"
    """Who says it, and how it reached the page."""
    CLAIM = "claim"
    DENIAL = "denial"
    RESPONSE = "response"
    CAVEAT = "caveat"
    """Holds for the quote, or for the claim that the badge prints."""
    WHOLE = "whole"
    """Of a brief: a caveat about the whole article; where no claim is printed, any caveat."""


class Line(Struct, frozen=True):
    """One thing that travels."""

    role: Role
    text: str


def of_quote(brief: Brief, quote: PrintedQuote, words: Words) -> Iterator[Line]:
    """Yield what travels with the words of a quote; of a withdrawn one that it is withdrawn, and why."""
    yield Line(Role.STATUS, _standing(quote, words))
    if quote.withdrawn:
        return
    yield from _marks(brief, words, proposed=quote.credit.proposed)
    speaker = words("page.copy.speaker", speaker=quote.credit.speaker, chain=quote.credit.chain)
    yield Line(Role.SPEAKER, speaker)
    if quote.says:
        yield Line(Role.CLAIM, words("quote.claim", says=quote.says))
    yield from _answers(quote)
    yield from _caveats(Role.CAVEAT, quote.caveats, words)


def of_brief(brief: Brief, words: Words) -> Iterator[Line]:
    """Yield what travels with the title of a brief and with the claim that its badge prints."""
    yield Line(Role.STATUS, brief.badge.text)
    yield from _marks(brief, words)
    if brief.badge.reason:
        yield Line(Role.REASON, brief.badge.reason)
    main = main_quote(brief)
    if main:
        yield from (line for line in _answers(main) if line.text not in brief.badge.reason)
        yield from _caveats(Role.CAVEAT, main.caveats, words)
    held = main.caveats if main else ()
    whole = (one for one in brief.caveats if one not in held and (main is None or not one.about))
    yield from _caveats(Role.WHOLE, whole, words)


def main_quote(brief: Brief) -> PrintedQuote | None:
    """Return the quote whose claim and status the badge prints."""
    return next((quote for quote in brief.quotes if quote.id == brief.about.main and not quote.withdrawn), None)


def label_of(brief: Brief) -> str:
    """Return how far a brief is checked, with its day, without the claim that its badge may print."""
    return brief.badge.label.text if brief.badge.label else brief.badge.text


def in_a_row(lines: Iterable[Line]) -> str:
    """Return lines as one paragraph, each a sentence: for where there is one field for all of them."""
    return " ".join(sentence(" ".join(line.text.split())) for line in lines)


def _standing(quote: PrintedQuote, words: Words) -> str:
    """Return the status with its day and its second line."""
    if quote.label.reason:
        return words("page.copy.status", status=quote.label.text, reason=quote.label.reason)
    return quote.label.text


def _marks(brief: Brief, words: Words, *, proposed: bool = False) -> Iterator[Line]:
    if brief.proposed or proposed:
        yield Line(Role.MARK, words("notice.proposed"))
    elif brief.state in {State.DRAFT, State.REVIEW}:
        yield Line(Role.MARK, words(f"notice.{brief.state}"))


def _answers(quote: PrintedQuote) -> Iterator[Line]:
    if quote.denial_line:
        yield Line(Role.DENIAL, quote.denial_line)
    if quote.response_line:
        yield Line(Role.RESPONSE, quote.response_line)


def _caveats(role: Role, caveats: Iterable[PrintedCaveat], words: Words) -> Iterator[Line]:
    for one in caveats:
        yield Line(role, words("page.copy.caveat", label=one.label, text=one.text))
