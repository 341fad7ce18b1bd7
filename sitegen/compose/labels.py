"""Labels: the status of a quote as printed, with its day and its second line."""

from collections.abc import Iterable

from sitegen.compose.chains import said_by
from sitegen.compose.dossier import Dossier
from sitegen.compose.phrases import named
from sitegen.model.annotations import Check, Quote
from sitegen.model.brief import Label
from sitegen.model.standing import status_of
from sitegen.model.vocabulary import CheckObject, CheckResult, Status
from sitegen.words import Words


def label_of(quote: Quote, dossier: Dossier) -> Label:
    """Return the status of a quote as it is printed."""
    words = dossier.desk.words
    status = status_of(dossier.graph, quote, dossier.desk.kinds.unverified)
    if quote.withdrawn:
        return Label(status, withdrawn_text(quote.withdrawn.on, words), quote.withdrawn.reason)
    speaker = said_by(quote, dossier)
    return Label(status, status_text(status, dossier.day, words, speaker), _reason(status, quote, dossier))


def status_text(status: Status, day: str, words: Words, speaker: str = "") -> str:
    """Return "Not verified as of 19 July 2023"; "Said by X, as of …" where something is attributed to X alone."""
    said = status is Status.ATTRIBUTED and speaker
    if day:
        key = f"status.{status}.said_by_as_of" if said else f"status.{status}.as_of"
        return words(key, day=words.day(day), speaker=speaker)
    key = f"status.{status}.said_by" if said else f"status.{status}.label"
    return words("status.no_day", label=words(key, speaker=speaker))


def withdrawn_text(day: str, words: Words) -> str:
    """Return "Withdrawn on 20 July 2023"."""
    return words("status.withdrawn", day=words.day(day)) if day else words("status.withdrawn_no_day")


def denier_names(quote: Quote, dossier: Dossier) -> str:
    """Return who denies a quote; the publisher's own words where a denial has no source."""
    deniers = (dossier.quotes[id_] for id_ in quote.standing.denied_by if id_ in dossier.quotes)
    names = [said_by(each, dossier) or dossier.desk.words("chain.nobody") for each in deniers]
    return dossier.desk.words.join(list(dict.fromkeys(names)))


def check_by(check: Check, dossier: Dossier) -> str:
    """Return who checked; empty where nobody is named."""
    return dossier.desk.words("check.us") if check.by == "us" else named(check.by, dossier)


def _reason(status: Status, quote: Quote, dossier: Dossier) -> str:
    """Return the second line of a status; empty where there is nothing to add."""
    words = dossier.desk.words
    plain = {
        Status.OPINION: words("reason.not_factual"),
        Status.MISLEADING: words("reason.see_caveats"),
        Status.ATTRIBUTED: words("reason.not_judged"),
    }
    if status in plain:
        return plain[status]
    if status is Status.DISPUTED and quote.standing.denied_by:
        return words("reason.denied", names=denier_names(quote, dossier))
    if status is Status.CONSISTENT:
        how = next((check.how for check in quote.standing.checks if check.how), "")
        return words("reason.fits", how=how.rstrip(".")) if how else ""
    return _checks_in_short(status, quote, dossier)


def _checks_in_short(status: Status, quote: Quote, dossier: Dossier) -> str:
    """Return who confirmed, supported or refuted the content; where nobody did, what came of the checks there were."""
    words = dossier.desk.words
    found = {
        Status.CONFIRMED: ("reason.confirmed", CheckResult.VERIFIED),
        Status.CORROBORATED: ("reason.supported", CheckResult.VERIFIED),
        Status.FALSE: ("reason.refuted", CheckResult.REFUTED),
        Status.DISPUTED: ("reason.refuted", CheckResult.REFUTED),
    }
    if status in found:
        key, result = found[status]
        names = _names(quote.standing.checks, result, dossier)
        return words(key, names=words.join(names)) if names else ""
    tried = dict.fromkeys(_in_short(check, dossier) for check in quote.standing.checks)
    return words("lists.semicolon").join(tried) or words("reason.no_check")


def _names(checks: Iterable[Check], result: CheckResult, dossier: Dossier) -> list[str]:
    """Return who came to a result about the content, each once."""
    fitting = (check for check in checks if (check.object, check.result) == (CheckObject.CONTENT, result))
    return list(dict.fromkeys(name for check in fitting if (name := check_by(check, dossier))))


def _in_short(check: Check, dossier: Dossier) -> str:
    words = dossier.desk.words
    by = check_by(check, dossier)
    slots = {
        "object": words(f"check.object.{check.object}"),
        "result": words(f"check.result.{check.result}"),
        "by": by,
    }
    return words("reason.check" if by else "reason.check_by_nobody", **slots)
