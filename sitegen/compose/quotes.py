"""Quotes as printed: in quotation marks only where the article has them, and with all that travels along."""

from msgspec import Struct

from sitegen.compose.allowance import Allowance
from sitegen.compose.caveats import caveats_of
from sitegen.compose.chains import credit_of
from sitegen.compose.dossier import Dossier
from sitegen.compose.labels import denier_names, label_of
from sitegen.compose.marks import words_with_marks
from sitegen.compose.phrases import named, publisher_name
from sitegen.compose.selectors import contexts, selector_of
from sitegen.model.annotations import Quote, Response
from sitegen.model.brief import Credit, PrintedQuote, Selector
from sitegen.model.vocabulary import Republish, Wording


class _Printed(Struct, frozen=True):
    """The words of one quote, as far as they may be printed."""

    parts: tuple[str, ...]
    text: str
    selectors: tuple[Selector, ...] = ()


def print_quotes(dossier: Dossier, allowance: Allowance) -> tuple[PrintedQuote, ...]:
    """Return the quotes of a brief; what stands around their words is printed while the allowance lasts."""
    quotes = []
    for place, quote in enumerate(dossier.annotations.quotes, 1):
        one = _withdrawn(quote, place, dossier) if quote.withdrawn else _print(quote, place, dossier, allowance)
        allowance.spend(contexts(one.selectors), prose=True)
        quotes.append(one)
    return tuple(quotes)


def _print(quote: Quote, place: int, dossier: Dossier, allowance: Allowance) -> PrintedQuote:
    wording = dossier.wording(quote)
    shown = _words(quote, wording, dossier, allowance)
    denials = tuple(id_ for id_ in quote.standing.denied_by if id_ in dossier.quotes)
    names = denier_names(quote, dossier)
    return PrintedQuote(
        quote.id,
        place,
        label_of(quote, dossier),
        credit_of(quote, dossier),
        shown.parts,
        wording,
        shown.text,
        quote.says,
        caveats_of(quote, dossier),
        denials,
        dossier.desk.words("denial.line", names=names) if names else "",
        quote.standing.response,
        _response_line(quote.standing.response, dossier),
        quote.standing.checks,
        quote.standing.history,
        shown.selectors,
    )


def _words(quote: Quote, wording: Wording, dossier: Dossier, allowance: Allowance) -> _Printed:
    """Return the article's own words of a quote: what was typed is never printed."""
    words = dossier.desk.words
    if dossier.annotations.facts.republish is Republish.LINK_ONLY:
        return _Printed((), words("quote.link_only"))
    spans = dossier.spans(quote)
    if not spans:
        return _Printed((), words("quote.not_found"))
    parts = tuple(dossier.mask.words_at(span) for span in spans)
    publisher = publisher_name(dossier) if dossier.publisher else words("quote.no_publisher")
    printed = parts if wording is Wording.DIRECT else [words_with_marks(span, dossier) for span in spans]
    text = words(f"quote.{wording}", words=words("quote.gap").join(printed), publisher=publisher)
    return _Printed(parts, text, tuple(selector_of(span, dossier.mask, allowance) for span in spans))


def _response_line(response: Response | None, dossier: Dossier) -> str:
    if response is None:
        return ""
    by = named(response.asked_by, dossier)
    key = f"response.by.{response.result}" if by else f"response.{response.result}"
    return dossier.desk.words(key, by=by)


def _withdrawn(quote: Quote, place: int, dossier: Dossier) -> PrintedQuote:
    """Return what stays of a withdrawn quote: its id, its day and its reason."""
    words, withdrawn = dossier.desk.words, quote.withdrawn
    assert withdrawn is not None  # noqa: S101  (the caller's question, for the type checker)
    reason = withdrawn.reason or words("withdrawal.no_reason")
    key = "quote.withdrawn" if withdrawn.on else "quote.withdrawn_no_day"
    text = words(key, day=words.day(withdrawn.on), reason=reason)
    nobody = Credit("", words("speaker.withdrawn"), "")
    return PrintedQuote(
        quote.id, place, label_of(quote, dossier), nobody, (), dossier.wording(quote), text, withdrawn=withdrawn
    )
