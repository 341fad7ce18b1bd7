"""Rule 6: what the headline says, against what the body says."""

from collections.abc import Iterator

from sitegen.model.analysis import HeadlineClaim
from sitegen.problems import Kind, Problem, Severity
from sitegen.review.case import Case


def find_doubtful_headline(case: Case) -> Iterator[Problem]:
    """Report words of the headline that the body does not bear out; a caveat on the headline has dealt with them."""
    if any(caveat.kind == "headline" for caveat in case.annotations.caveats):
        return
    for claim in case.analysis.headline:
        doubt = _doubt(case, claim)
        if doubt:
            title = case.annotations.at.keys.get("title")
            at = title or case.article.location(claim.words.start)
            hint = f"if a reader must know, write it below `caveats:`: - headline: {doubt[1]}"
            yield Problem(at, Kind.HEADLINE_SAYS_MORE, doubt[0], hint, Severity.WARNING)


def _doubt(case: Case, claim: HeadlineClaim) -> tuple[str, str] | None:
    """Return what is wrong with a claim, and what a caveat could say; None where nothing surely is wrong."""
    words = case.article.words_at(claim.words)
    if claim.body is None:
        message = f"the headline quotes “{words}”, and the article below it has no such words"
        return message, "The article below it has no such words."
    if claim.of_another:
        body = case.article.words_at(claim.body)
        message = f"the headline says “{words}” of “{claim.subject}”, the article “{body}” of “{claim.said_of}”"
        return message, f"The article says this of “{claim.said_of}”, not of “{claim.subject}”."
    if not claim.quoted and claim.said_by is not None and _is_unverified(case, claim):
        who = case.article.words_at(claim.said_by.mention)
        message = (
            f"the headline tells “{words}” as a fact, the article only as what “{who}” says of unverified material"
        )
        return message, f"The article has this only as what “{who}” says."
    return None


def _is_unverified(case: Case, claim: HeadlineClaim) -> bool:
    """Say whether the words of the body stand in a sentence that shows unverified material."""
    return claim.body is not None and any(
        each.name in case.kinds.unverified and each.sentence.overlaps(claim.body) for each in case.analysis.evidence
    )
