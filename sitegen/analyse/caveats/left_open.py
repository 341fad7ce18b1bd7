"""Left open: what the article says is not known, what its headline adds, and reproaches without an answer."""

from collections.abc import Iterator

from sitegen.analyse.caveats.ground import Ground
from sitegen.model.analysis import HeadlineClaim, OpenQuestion, ProposedCaveat


def propose_unknown(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each way in which something is left open, with the first passage that does."""
    first: dict[str, OpenQuestion] = {}
    for question in ground.found.open_questions:
        first.setdefault(question.result, question)
    for result, question in first.items():
        yield ProposedCaveat("unknown", f"proposed.unknown.{result}", question.sentence, question.cue)


def propose_headline(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each claim of the headline that the body does not make, or makes of somebody else."""
    for claim in ground.found.headline:
        if claim.of_another and claim.subject and claim.said_of:
            slots = (("subject", claim.subject), ("said_of", claim.said_of))
            yield _of_headline(ground, claim, "proposed.headline.another", slots)
        elif claim.quoted and claim.body is None and " " in ground.words_at(claim.words):
            yield _of_headline(ground, claim, "proposed.headline.nowhere", ())


def _of_headline(
    ground: Ground, claim: HeadlineClaim, wording: str, slots: tuple[tuple[str, str], ...]
) -> ProposedCaveat:
    about = ground.said_in([claim.body]) if claim.body else ()
    return ProposedCaveat("headline", wording, ground.sentence_at(claim.words), claim.words, slots, about)
