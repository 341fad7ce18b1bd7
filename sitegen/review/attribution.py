"""Attribution: whether a sentence of ours says whose word it is, and whether we have any ground for it."""

import re

from sitegen.model.vocabulary import CheckObject, CheckResult
from sitegen.review.case import Case

_BEFORE = (
    r"(?i)\b(?:say|says|said|saying|claim\w*|state[sd]|stating|report(?:s|ed|edly|ing)|alleg\w+|purport\w*|apparent(?:ly)?|"
    r"appear(?:s|ed)?|seem(?:s|ed)?|describ\w+|present(?:s|ed) as|assert\w*|insist\w*|suggest\w*|argu\w+|accus\w+|"
    r"tells|told|quot\w+|cit(?:es|ed|ing)|believ\w+|den(?:y|ies|ied)|so-called|unverified|unconfirmed|whether|if)\b"
)
_ANYWHERE = (
    r"(?i)\b(?:according to|attributed to|said to (?:be|have)|in the words of|purported\w*|alleged\w*|reportedly)\b|\?"
)


def is_attributed(sentence: str, place: int | None = None) -> bool:
    """Say whether a sentence says whose word it is, or doubts it: before a place in it, or anywhere without one."""
    return bool(re.search(_BEFORE, sentence[:place]) or re.search(_ANYWHERE, sentence))


def shows_unverified(case: Case) -> bool:
    """Say whether the brief is about material that needs a check."""
    kinds = {source.kind for source in case.annotations.sources} | {case.analysis.main_evidence}
    return not kinds.isdisjoint(case.kinds.unverified)


def is_verified(case: Case, *objects: CheckObject) -> bool:
    """Say whether a check of any quote verified one of these."""
    checks = (check for quote in case.annotations.quotes for check in quote.standing.checks)
    return any(check.result is CheckResult.VERIFIED and check.object in objects for check in checks)
