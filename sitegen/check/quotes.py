"""Rule 1: the article contains every quote, once, and direct ones in quotation marks."""

from collections.abc import Iterator
from itertools import count

from sitegen.check.case import Case
from sitegen.model.annotations import Quote
from sitegen.model.article import Role, Span
from sitegen.model.folding import MARKS
from sitegen.model.passages import Found, Missing, OutOfOrder, Place, Several
from sitegen.model.vocabulary import Wording
from sitegen.problems import Kind, Problem

EXPLAINED = 40
"""Quotes of one file for which the nearest passage is looked up; who has more has another article."""
_SHOWN = 60  # characters of a quote in a message
_OUTSIDE = {
    Role.CAPTION: "a caption",
    Role.BYLINE: "the byline",
    Role.DATE_LINE: "the date line",
    Role.BIOGRAPHY: "the author's biography",
}


def check_quotes(case: Case) -> Iterator[Problem]:
    """Yield what is wrong with the words of quotes, and with the passages that gaps and caveats name."""
    asked = count()
    for quote, place in case.quotes():
        if quote.withdrawn is None or isinstance(place, Several):
            yield from _judge(case, quote, place, explain=not isinstance(place, Missing) or next(asked) < EXPLAINED)
    for thing, span in case.passages():
        if span is None:
            message = (
                f"the article does not contain the passage “{shown(thing.passage)}”{_outside(case, thing.passage)}"
            )
            hint = _nearest(case, thing.passage) if next(asked) < EXPLAINED else ""
            yield Problem(thing.at.of("passage"), Kind.PASSAGE_NOT_FOUND, message, hint)


def shown(words: str) -> str:
    """Return words for a message, without quotation marks around them, shortened at the end."""
    line = " ".join(words.split()).strip(MARKS)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rsplit(' ', 1)[0]} …"


def _judge(case: Case, quote: Quote, place: Place, *, explain: bool) -> Iterator[Problem]:
    match place:
        case Found():
            yield from _judge_wording(case, quote, place)
        case Missing():
            yield _missing(case, quote, place, explain=explain)
        case Several():
            yield _several(case, quote, place.spans)
        case OutOfOrder():
            yield _out_of_order(case, quote, place)


def _judge_wording(case: Case, quote: Quote, place: Found) -> Iterator[Problem]:
    """Direct words stand in quotation marks, unless our copy is known to have lost them."""
    if quote.words is Wording.DIRECT and not place.direct and not case.annotations.facts.copy:
        where = case.line(place.spans[0].start)
        message = f"the article ({where}) does not have “{shown(quote.parts[0])}” in quotation marks"
        hint = "write `words: reported`; or, if only our copy lost its quotation marks, say so with `copy:`"
        yield Problem(quote.at.of("words"), Kind.QUOTE_NOT_DIRECT, message, hint)


def _missing(case: Case, quote: Quote, place: Missing, *, explain: bool) -> Problem:
    words = quote.after if place.after else quote.parts[place.part]
    hint = _nearest(case, words) if explain and not place.outside else ""
    if place.after:
        message = f"the article does not contain “{shown(words)}”, after which the quote should come"
        return Problem(quote.at.of("after"), Kind.AFTER_NOT_FOUND, message, hint)
    if place.outside:
        message = f"the article does not contain “{shown(words)}” in headline or body{_outside(case, words)}"
        return Problem(quote.at.of("quote"), Kind.QUOTE_OUTSIDE_BODY, message)
    which = f", part {place.part + 1} of the quote" if len(quote.parts) > 1 else ""
    message = f"the article does not contain “{shown(words)}”{which}"
    return Problem(quote.at.of("quote"), Kind.QUOTE_NOT_FOUND, message, hint)


def _nearest(case: Case, words: str) -> str:
    from sitegen.check.nearest import nearest_hint  # noqa: PLC0415  (most articles contain what is quoted)

    return nearest_hint(case.finder, words)


def _several(case: Case, quote: Quote, spans: tuple[Span, ...]) -> Problem:
    places = " and ".join(str(case.article.location(span.start)) for span in spans)
    message = f"the article contains “{shown(quote.parts[0])}” more than once: {places}"
    hint = "add `after:` with any earlier words, or `occurrence:` with the number of the place"
    return Problem(quote.at.of("quote"), Kind.QUOTE_AMBIGUOUS, message, hint)


def _out_of_order(case: Case, quote: Quote, place: OutOfOrder) -> Problem:
    words, where = shown(quote.parts[place.part]), case.line(place.span.start)
    if place.part:
        message = f"part {place.part + 1} of the quote, “{words}” ({where}), does not come after part {place.part}"
        return Problem(quote.at.of("quote"), Kind.QUOTE_PARTS_ORDER, message, "list the parts as the article has them")
    if place.count:
        behind = f" after “{shown(quote.after)}”" if quote.after else ""
        times = "once" if place.count == 1 else f"{place.count} times"
        message = f"the article contains “{words}” {times}{behind}, and `occurrence:` asks for place {quote.occurrence}"
        return Problem(quote.at.of("occurrence"), Kind.QUOTE_NOT_FOUND, message)
    message = f"“{words}” ({where}) does not come after “{shown(quote.after)}”"
    return Problem(quote.at.of("after"), Kind.AFTER_NOT_FOUND, message, "`after:` takes words that come earlier")


def _outside(case: Case, words: str) -> str:
    """Return a clause that says where else words stand; empty where they stand nowhere."""
    span = case.finder.outside_passage(words)
    if span is None:
        return ""
    paragraph = next(paragraph for paragraph in case.article.paragraphs if span.start < paragraph.span.end)
    return f", only in {_OUTSIDE[paragraph.role]} ({case.line(span.start)}), which is not quoted from"
