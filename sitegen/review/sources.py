"""Rule 2, as far as it needs the analysis: a published brief has the editor's source on every quote."""

from collections.abc import Iterator
from textwrap import shorten

from sitegen.model.annotations import Quote
from sitegen.model.vocabulary import State
from sitegen.problems import Kind, Problem, Severity
from sitegen.review.case import Case

_SHOWN = 60  # characters of a quote in a message
_FINISHED = frozenset({State.PUBLISHED})


def find_unnamed_sources(case: Case) -> Iterator[Problem]:
    """Report quotes without a source: a warning where software proposes one, else an error in a published brief."""
    for quote in case.annotations.quotes:
        if not quote.source and not quote.withdrawn and case.brief.state is not State.WITHDRAWN:
            yield _proposed(quote, case) or _missing(quote, case)


def _proposed(quote: Quote, case: Case) -> Problem | None:
    printed = next((each for each in case.brief.quotes if each.id == quote.id), None)
    if printed is None or not printed.credit.proposed:
        return None
    name = case.brief.source(printed.credit.source).name
    return Problem(
        quote.at.here,
        Kind.NOT_REVIEWED,
        f"the quote “{_shown(quote)}” has no source, so the brief stands under review; software proposes “{name}”",
        f"if that is right, {_how_to_name(name, case)}",
        Severity.WARNING,
    )


def _how_to_name(name: str, case: Case) -> str:
    """Return how a source is written to a quote, one that the file does not have yet too."""
    sources = case.annotations.sources
    if any(name in (source.name, *source.also) for source in sources):
        return f"write to the quote: source: {name}"
    publisher = next((each.name for each in sources if each.id == case.annotations.facts.publisher), "…")
    return f"write to the quote: source: {name}, and below `sources:`: - {publisher} < {name}"


def _missing(quote: Quote, case: Case) -> Problem:
    published = case.annotations.about.state in _FINISHED
    return Problem(
        quote.at.here,
        Kind.SOURCE_MISSING,
        f"the quote “{_shown(quote)}” has no source, and software found nobody to propose",
        "write to the quote who said it: source: NAME; what the article itself says has the publisher as its source",
        Severity.ERROR if published else Severity.WARNING,
    )


def _shown(quote: Quote) -> str:
    """Return the first words of a quote."""
    return shorten(" […] ".join(quote.parts), _SHOWN, placeholder=" …")
