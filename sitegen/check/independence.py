"""Checks count for a status only where they are independent: of the quote's chain, and of one another."""

from collections.abc import Iterator

from sitegen.check.case import Case
from sitegen.check.sources import name_of
from sitegen.model.annotations import Check, Quote
from sitegen.model.standing import Bond, Tie, bond_between, bond_with_quote
from sitegen.model.vocabulary import CheckObject, CheckResult
from sitegen.problems import Kind, Problem

_COUNTS = {0: "none", 1: "one"}
_VERBS = {CheckResult.VERIFIED: ("verifies", "verify"), CheckResult.REFUTED: ("refutes", "refute")}


def needs_independent(case: Case, quote: Quote, result: CheckResult, needed: int) -> Iterator[Problem]:
    """Yield why too few independent checks of the content have this result; nothing where there are enough."""
    checks = [
        check for check in quote.standing.checks if check.object is CheckObject.CONTENT and check.result is result
    ]
    free: list[Check] = []
    tied: list[Problem] = []
    for check in checks:
        bond = bond_with_quote(case.graph, quote, check, case.kinds.relaying)
        if bond:
            tied.append(_dependent(case, check, bond, "the quote"))
        else:
            free.append(check)
    counted, repeated = _apart(case, free)
    # Checks that are tied are no fault where enough others are free.
    if counted >= needed:
        return
    yield from tied
    yield from repeated
    if len(checks) < needed:
        yield _too_few(quote, result, needed, len(checks))


def _apart(case: Case, checks: list[Check]) -> tuple[int, list[Problem]]:
    """Return how many checks two at most are independent of one another, and what ties the rest."""
    problems = []
    for index, later in enumerate(checks):
        for former in checks[:index]:
            bond = bond_between(case.graph, former, later, case.kinds.relaying)
            if bond is None:
                return 2, []
            problems.append(_dependent(case, later, bond, f"the check by {_by(case, former)}"))
    return min(len(checks), 1), problems


def _too_few(quote: Quote, result: CheckResult, needed: int, found: int) -> Problem:
    one, many = _VERBS[result]
    checks = f"two checks that {many} the content, independent of its chain and of each other"
    if needed == 1:
        checks = f"a check that {one} the content, independent of its chain"
    message = f"`{quote.standing.status}` needs {checks}; there is {_COUNTS[found]}"
    return Problem(quote.at.of("status"), Kind.STATUS_NEEDS_CHECK, message)


def _dependent(case: Case, check: Check, bond: Bond, other: str) -> Problem:
    by, met = _by(case, check), name_of(case, bond.source)
    hint = ""
    match bond.tie:
        case Tie.SAME:
            why = f"it and another check are both by {by}, and count as one"
        case Tie.ON_CHAIN if bond.source == case.graph.publisher:
            why = f"{by} published the article and relays {other}"
        case Tie.ON_CHAIN:
            why = f"{other} itself came through {met}"
        case Tie.ORIGIN:
            why = f"it goes back to {met}, as {other} does; outlets with one origin are one source (circular reporting)"
        case Tie.ONE_WAY:
            why = f"it reached the publisher through {met}, as {other} did"
        case Tie.UNKNOWN_ORIGIN:
            why = f"{met} passes on what others say, and nothing says where it has this from"
            hint = f"say with `from:` where {met} has it from"
    return Problem(check.at.here, Kind.NOT_INDEPENDENT, f"the check by {by} is not independent: {why}", hint)


def _by(case: Case, check: Check) -> str:
    return name_of(case, check.by) if check.by and check.by.casefold() != "us" else "us"
