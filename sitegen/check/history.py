"""The history of a status leads, day by day, to the status that a quote has."""

from collections.abc import Iterator
from itertools import pairwise

from sitegen.check.case import Case
from sitegen.model.annotations import Quote
from sitegen.model.standing import status_of
from sitegen.problems import Kind, Problem


def check_history(case: Case, quote: Quote) -> Iterator[Problem]:
    """Yield where a history is out of order, has a gap, or ends elsewhere."""
    at, history = quote.at.of("history"), quote.standing.history
    for former, later in pairwise(history):
        if not _is_in_order(former.on, later.on):
            message = f"the history goes back in time: {former.on} stands before {later.on}"
            yield Problem(at, Kind.HISTORY_WRONG, message, "list the changes from the oldest to the newest")
        elif former.new is not later.old:
            message = f"the status became {former.new} on {former.on}, but the next change is from {later.old}"
            yield Problem(at, Kind.HISTORY_WRONG, message)
    status = status_of(case.graph, quote, case.kinds.unverified)
    if history and history[-1].new is not status:
        typed = "the quote has" if quote.standing.status else "the quote has, as none is typed,"
        message = f"the history ends with {history[-1].new}, but {typed} the status {status}"
        yield Problem(at, Kind.HISTORY_WRONG, message)


def _is_in_order(former: str, later: str) -> bool:
    """Compare ISO dates as far as both are precise: "2024-02" is neither before nor behind "2024-02-01"."""
    known = min(len(former), len(later), len("2024-02-01"))
    return former[:known] <= later[:known]
