"""Rule 2, as far as it needs the analysis: a published brief has the editor's source on every quote."""

from collections.abc import Iterator

from sitegen.model.annotations import Quote
from sitegen.model.vocabulary import State
from sitegen.problems import Kind, Problem, Severity
from sitegen.review.case import Case

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
        f"the quote {quote.id} has no source, so the brief stands under review; software proposes “{name}”",
        f"if that is right, write: source: {name}",
        Severity.WARNING,
    )


def _missing(quote: Quote, case: Case) -> Problem:
    published = case.annotations.about.state in _FINISHED
    return Problem(
        quote.at.here,
        Kind.SOURCE_MISSING,
        f"the quote {quote.id} has no source, and software found nobody to propose",
        "name who said it: source: NAME, or (not stated) where the article does not say",
        Severity.ERROR if published else Severity.WARNING,
    )
