"""Answered: denials, refusals and silence, as caveats of what others said just before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from sitegen.analyse.caveats.ground import Ground
from sitegen.model.analysis import Answer, ProposedCaveat
from sitegen.model.article import Span

_KINDS = {"denied": "other", "declined": "no-response", "no-answer": "no-response"}
"""The kind of caveat that an answer leads to."""
_NEAR = 2
"""Paragraphs before an answer in which stands what it answers."""


def propose_answers(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each denial, refusal and silence; to what exactly somebody answers, an editor must say."""
    for answer in ground.found.answers:
        if answer.result in _KINDS:
            wording = f"proposed.answer.{answer.result}{'_by' if answer.by else ''}"
            slots = (("by", answer.by),) if answer.by else ()
            about = tuple(_answered(answer, ground))
            yield ProposedCaveat(_KINDS[answer.result], wording, answer.sentence, answer.cue, slots, about)


def _answered(answer: Answer, ground: Ground) -> Iterator[Span]:
    """Yield what others said in the paragraphs before an answer, and before it in its own."""
    starts = [paragraph.span.start for paragraph in ground.article.paragraphs]
    first = bisect_right(starts, answer.sentence.start) - 1 - _NEAR
    since = starts[max(first, 0)]
    for statement in ground.said[bisect_left(ground.said, since, key=lambda each: each.span.start) :]:
        if statement.span.start >= answer.sentence.start:
            return
        speaker = statement.speaker.name if statement.speaker else ""
        if statement.span.end <= answer.sentence.start and speaker != answer.by:
            yield statement.span
