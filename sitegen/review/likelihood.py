"""Rule 8, likelihood: how likely something is says only who has a ground for it."""

import re
from collections.abc import Iterator

from sitegen.model.vocabulary import Status
from sitegen.problems import Kind, Problem, Severity
from sitegen.review.attribution import is_attributed, shows_unverified
from sitegen.review.case import Case
from sitegen.review.texts import Text, statements_of

_LIKELY = (
    r"(?i)\b(?:almost no chance|remote chance|(?:very |highly )?(?:un)?likely|(?:very |highly )?(?:im)?probabl[ey]|"
    r"roughly even (?:chance|odds)|(?:almost|nearly) certain(?:ly)?|in all likelihood)\b"
)
"""The words of Intelligence Community Directive 203, "Analytic Standards", D.6.e.2, and what is said for them."""
_GROUND = r"(?i)\b(?:because|since|based on|judging by|given (?:that|the)|on the ground)\b"
_OPEN = frozenset({Status.UNVERIFIED, Status.DISPUTED, Status.CONSISTENT})


def find_likelihoods(case: Case) -> Iterator[Problem]:
    """Report the first likelihood word of each of our texts that has neither a ground nor somebody who says so."""
    if not shows_unverified(case) and not any(quote.label.status in _OPEN for quote in case.brief.quotes):
        return
    for text in statements_of(case.annotations):
        word = _word(text)
        if word:
            yield Problem(
                text.at,
                Kind.LIKELIHOOD_WORD,
                f"{text.what} says “{word}” of what is unverified, without a ground",
                "leave the word out, or write who thinks so, or why: “…, because …”",
                Severity.WARNING,
            )


def _word(text: Text) -> str:
    """Return the first likelihood word that is ours alone; empty where there is none."""
    for sentence in text.sentences:
        found = re.search(_LIKELY, sentence)
        if found and not re.search(_GROUND, sentence) and not is_attributed(sentence):
            # What the speaker calls likely is the speaker's estimate.
            return "" if found.group().casefold() in text.renders.casefold() else found.group()
    return ""
