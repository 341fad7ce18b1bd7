"""Rule 3: a status says no more than the chain and the checks bear out."""

from collections.abc import Callable, Iterator, Mapping

from sitegen.check.case import Case
from sitegen.check.history import check_history
from sitegen.check.independence import needs_independent
from sitegen.model.annotations import Check, Quote
from sitegen.model.standing import captive_of, chain_of
from sitegen.model.vocabulary import CheckObject, CheckResult, Identified, Status
from sitegen.problems import Kind, Problem

_TELLING = frozenset({"headline", "excerpt", "paraphrase", "dating", "image", "figure", "other"})
"""Kinds of caveats that can say what is missing; the rest say where something comes from."""
_SAYING = frozenset({CheckObject.RECORDING, CheckObject.SPEAKER})


def check_status(case: Case) -> Iterator[Problem]:
    """Yield what is wrong with the statuses that editors gave; a withdrawn quote has none to judge."""
    for quote in case.annotations.quotes:
        if quote.withdrawn is None:
            judge = _JUDGES.get(quote.standing.status) if quote.standing.status else None
            if judge:
                yield from judge(case, quote)
            yield from check_history(case, quote)


def _judge_confirmed(case: Case, quote: Quote) -> Iterator[Problem]:
    captive = captive_of(case.graph, quote, case.kinds.unverified)
    if captive:
        message = f"words of a captive are never called confirmed, and “{captive.name}” speaks in captivity"
        yield Problem(quote.at.of("status"), Kind.CAPTIVE_CONFIRMED, message)
        return
    yield from needs_independent(case, quote, CheckResult.VERIFIED, 2)
    yield from _judge_refuted(quote)


def _judge_corroborated(case: Case, quote: Quote) -> Iterator[Problem]:
    yield from needs_independent(case, quote, CheckResult.VERIFIED, 1)
    yield from _judge_refuted(quote)


def _judge_false(case: Case, quote: Quote) -> Iterator[Problem]:
    yield from needs_independent(case, quote, CheckResult.REFUTED, 1)


def _judge_consistent(_case: Case, quote: Quote) -> Iterator[Problem]:
    if not any(_tells_how(check) for check in quote.standing.checks):
        message = "`consistent` needs a check that says `how:` it was made"
        yield Problem(quote.at.of("status"), Kind.STATUS_NEEDS_CHECK, message)
    yield from _judge_refuted(quote)


def _judge_disputed(_case: Case, quote: Quote) -> Iterator[Problem]:
    others = [name for name in quote.standing.denied_by if name != quote.id]
    if not others and not any(check.result is CheckResult.REFUTED for check in quote.standing.checks):
        message = "`disputed` needs the quote that denies it, or a check that refutes it"
        hint = "add `denied_by:` with the id of a quote, or a check with `result: refuted`"
        yield Problem(quote.at.of("status"), Kind.STATUS_NEEDS_DENIAL, message, hint)


def _judge_misleading(case: Case, quote: Quote) -> Iterator[Problem]:
    """Look for a caveat that says what is missing; one about the headline may stand for the whole article."""
    for caveat in case.annotations.caveats:
        is_about = quote.id in caveat.about or (caveat.kind == "headline" and not caveat.about)
        if caveat.kind in _TELLING and is_about:
            return
    message = "`misleading` needs a caveat that says what is missing"
    hint = f"add a caveat of the kind headline, excerpt or other with `about: {quote.id}`"
    yield Problem(quote.at.of("status"), Kind.STATUS_NEEDS_CAVEAT, message, hint)


def _judge_attributed(case: Case, quote: Quote) -> Iterator[Problem]:
    """See that the saying itself is in no doubt: nothing on the chain needs a check, and the speaker is named."""
    doubts = list(_doubts(case, quote))
    if doubts:
        message = f"`attributed` says that the saying itself is not in doubt, but {', and '.join(doubts)}"
        hint = "write `unverified`, or leave `status:` out"
        yield Problem(quote.at.of("status"), Kind.STATUS_TOO_STRONG, message, hint)


def _doubts(case: Case, quote: Quote) -> Iterator[str]:
    """Yield why it is not sure that a source said so; verified checks of recording and speaker together settle it."""
    if not quote.source:
        yield "no source is named"
    chain = chain_of(case.graph, quote)
    verified = {check.object for check in quote.standing.checks if check.result is CheckResult.VERIFIED}
    is_settled = verified >= _SAYING
    crossed = [source for source in chain if source.kind in case.kinds.unverified]
    if crossed and not is_settled:
        yield f"the chain crosses “{crossed[0].name}” ({crossed[0].kind}), which needs a check"
    speaker = chain[-1] if chain else None
    if speaker and speaker.identified is Identified.UNNAMED:
        yield f"“{speaker.name}” is not named"
    if speaker and speaker.identified is Identified.CLAIMED and CheckObject.SPEAKER not in verified:
        yield f"that it is “{speaker.name}” is only claimed"


def _judge_refuted(quote: Quote) -> Iterator[Problem]:
    if any(
        check.object is CheckObject.CONTENT and check.result is CheckResult.REFUTED for check in quote.standing.checks
    ):
        message = f"`{quote.standing.status}` stands beside a check that refutes the content"
        yield Problem(quote.at.of("status"), Kind.STATUS_TOO_STRONG, message, "write `disputed`")


def _tells_how(check: Check) -> bool:
    return bool(check.how.strip()) and check.result is not CheckResult.NOT_ATTEMPTED


_JUDGES: Mapping[Status, Callable[[Case, Quote], Iterator[Problem]]] = {
    Status.CONFIRMED: _judge_confirmed,
    Status.CORROBORATED: _judge_corroborated,
    Status.FALSE: _judge_false,
    Status.CONSISTENT: _judge_consistent,
    Status.DISPUTED: _judge_disputed,
    Status.MISLEADING: _judge_misleading,
    Status.ATTRIBUTED: _judge_attributed,
}
