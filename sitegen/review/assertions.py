"""Rule 8, plain assertions: what is unverified is never told as a fact."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.model.graph import Graph
from sitegen.model.stems import roots
from sitegen.model.vocabulary import CheckObject, Status
from sitegen.problems import Kind, Problem, Severity
from sitegen.review.attribution import is_attributed, is_verified, shows_unverified
from sitegen.review.case import Case
from sitegen.review.texts import Text, names_of, statements_of

_MATERIAL = (
    r"(?:calls?|conversations?|communications?|messages?|recordings?|tapes?|audio|videos?|footage|clips?|documents?|"
    r"memos?|e-?mails?|letters?|cables?|intercepts?)"
)
_CALLED = (
    r"(?i)\b(?P<called>intercepted|wiretapped|bugged|leaked|hacked|genuine|authentic|authenticated) "
    rf"(?P<thing>(?:(?:phone|telephone|radio|voice|audio|video) )?{_MATERIAL})\b|"
    r"\b(?:an?|the|this) (?:\w+ )?(?:intercept|wiretap)\b"
)
"""Words that call material what somebody only says it is. Expressions compile on first use: a warm build has none."""
_PROVES = (
    rf"(?i)\b{_MATERIAL}(?: [\w-]+){{0,6}}? (?:proves|proved|shows|showed|reveals|revealed|confirms|confirmed|"
    r"demonstrates|demonstrated|exposes|exposed)\b"
)
"""Verbs by which material establishes what it only says."""
_DENIES = r"(?i)\b(?:no|not|nothing|nobody|never|none|neither)\b"
_REPEATS = 0.8
"""Share of the words of a claim that a sentence has which makes the claim."""
_FEWEST = 3
"""Words of a claim below which a sentence may have them by chance."""
_OPEN = frozenset({Status.UNVERIFIED, Status.DISPUTED, Status.FALSE, Status.MISLEADING})
_TOLD = ("the title", "the summary")
"""Where a claim stands as a fact; `says` is printed as “Claim: …”."""


class _Judge(Struct, frozen=True):
    """What may not be told as a fact in one brief."""

    is_called: bool
    """Whether material may not be called what somebody says it is."""
    is_proved: bool
    """Whether material may not be said to show anything."""
    claims: Sequence[frozenset[str]]
    """The words of claims that nothing bears out."""

    def fault(self, text: Text, sentence: str) -> tuple[str, str] | None:
        """Return what a sentence tells as a fact, and how it could be worded."""
        if self.is_called and (found := re.search(_CALLED, sentence)) and not is_attributed(sentence, found.start()):
            return found.group(), f"write whose word it is: {_reworded(found)}"
        if self.is_proved and (found := re.search(_PROVES, sentence)) and not _is_open(sentence, found):
            return (
                found.group(),
                "material that nobody has checked shows nothing yet: write “appears to show”, or who says so",
            )
        is_told = text.what in _TOLD and not is_attributed(sentence)
        if is_told and any(_makes(sentence, claim) for claim in self.claims):
            return sentence.strip(), "write who says so: “NAME says that …”"
        return None


def find_assertions(case: Case) -> Iterator[Problem]:
    """Report the first words of each of our texts that tell what is unverified as a fact, and names that do."""
    judge = _judge(case)
    for text in statements_of(case.annotations):
        fault = next(filter(None, (judge.fault(text, sentence) for sentence in text.sentences)), None)
        if fault:
            yield _told(text, *fault)
    for id_, text in names_of(case.annotations):
        found = re.search(_CALLED, text.words)
        if judge.is_called and found and not _is_somebodys(case, id_):
            kind = next(each.kind for each in case.annotations.sources if each.id == id_)
            thing = "recording" if kind == "audio" else found["thing"] or "call"
            yield _told(text, found.group(), f"name what nobody doubts, and write its kind behind it: {thing} ({kind})")


def _judge(case: Case) -> _Judge:
    """Return what is unverified here: nothing of which a check of the brief says that it is so."""
    shows = shows_unverified(case)
    is_called = shows and not is_verified(case, CheckObject.RECORDING)
    claims = list(_claims(case)) if case.is_english else []
    return _Judge(is_called, shows and not is_verified(case, *CheckObject), claims)


def _claims(case: Case) -> Iterator[frozenset[str]]:
    """Yield the words of claims that are not borne out: of quotes, and of a headline that says them of another."""
    statuses = {quote.id: quote.label.status for quote in case.brief.quotes}
    for quote in case.annotations.quotes:
        if statuses.get(quote.id) in _OPEN:
            yield frozenset(roots(quote.says))
    for claim in case.analysis.headline:
        if claim.of_another:
            words = {*roots(case.article.words_at(claim.words)), *list(roots(claim.subject))[-1:]}
            yield frozenset(words)


def _makes(sentence: str, claim: frozenset[str]) -> bool:
    """Say whether a sentence has nearly all the words of a claim."""
    return len(claim) >= _FEWEST and len(claim & set(roots(sentence))) >= _REPEATS * len(claim)


def _is_open(sentence: str, found: re.Match[str]) -> bool:
    """Say whether a sentence names who says so, or says that nothing is shown."""
    return is_attributed(sentence, found.end()) or bool(re.search(_DENIES, sentence[: found.end()]))


def _is_somebodys(case: Case, source: str) -> bool:
    """Say whether a source comes through somebody other than the publisher, whose word its name then is."""
    graph = Graph.of(case.annotations)
    return any(
        id_ != graph.publisher and graph.sources[id_].kind != "not-stated" for id_ in graph.downward.get(source, ())
    )


def _reworded(found: re.Match[str]) -> str:
    """Return how material could be called so that it is somebody's word."""
    thing, called = found["thing"] or "call", found["called"] or "intercepted"
    says = "says it" if called.lower() in ("intercepted", "wiretapped", "bugged") else "says is"
    return f"“… {thing} that NAME {says} {called.lower()}”"


def _told(text: Text, words: str, hint: str) -> Problem:
    message = f"{text.what} tells as a fact what is unverified: “{words}”"
    return Problem(text.at, Kind.PLAIN_ASSERTION, message, hint, Severity.WARNING)
