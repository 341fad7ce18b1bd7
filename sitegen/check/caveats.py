"""Rule 5: what a caveat is about exists, and so do the quotes that are named elsewhere.

That a quote on an unverified kind has a caveat needs no check: compose gives it the kind's standard wording.
"""

from collections.abc import Iterator

from sitegen.check.case import Case
from sitegen.check.names import quote_ids, unknown_quote, unknown_subject
from sitegen.problems import Problem


def check_caveats(case: Case) -> Iterator[Problem]:
    """Yield the names in `about:`, `main:` and `denied_by:` that lead nowhere."""
    annotations = case.annotations
    quotes = quote_ids(annotations)
    known = {*quotes, *case.graph.sources}
    for caveat in annotations.caveats:
        for name in caveat.about:
            if name not in known:
                yield unknown_subject(annotations, name, caveat.at.of("about"))
    if annotations.about.main and annotations.about.main not in quotes:
        at = annotations.about.at.of("main") if annotations.about.at else annotations.at.of("brief")
        yield unknown_quote(annotations, annotations.about.main, at, "main")
    for quote in annotations.quotes:
        for name in quote.standing.denied_by:
            if name not in quotes:
                yield unknown_quote(annotations, name, quote.at.of("denied_by"), "denied_by")
