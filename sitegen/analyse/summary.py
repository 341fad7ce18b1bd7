"""An extractive summary: a few sentences of the article, each whole and with its place, none without who says so."""

import math
import re
from collections.abc import Sequence

from sitegen.analyse.material import main_kind, telling_sentence
from sitegen.analyse.reading import Reading
from sitegen.analyse.selection import choose, hangs, stands
from sitegen.model.analysis import Evidence, Statement
from sitegen.model.article import Role, Span

SENTENCES = 3
"""The most that a summary has beside the one that says what the article rests on; never more than half of all."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_CUT = re.compile(r"\b(?:Adm|Capt|Cmdr|Col|Dr|Gen|Gov|Lt|Maj|Mr|Mrs|Ms|No|Prof|Rep|Rev|Sen|Sgt|St|vs)\.$")
_WHOLE = re.compile(r"""^[^a-z].*[.!?]["'”’)\]]*$""", re.DOTALL)


def summarise(reading: Reading, said: Sequence[Statement], evidence: Sequence[Evidence]) -> tuple[Span, ...]:
    """Return the sentences of the story that stand for it, in its order.

    Words that the article quotes are left to its quotes, which have their caveats; a sentence that reports what someone
    said names them. Where the article rests on unverified material, one sentence says what that is.
    """
    story = _story(reading)
    words = [reading.article.words_at(span) for span in story]
    barred = {rank for rank, span in enumerate(story) if not _may_stand(words[rank], span, said)}
    most = min(SENTENCES, math.ceil(len(story) / 2))
    hanging = {rank for rank, span in enumerate(story) if _is_told_by_pronoun(span, reading, said)}
    chosen = set(choose(words, most, headline=reading.article.headline, barred=barred, hanging=hanging))
    unfit = barred | hanging | {rank for rank, each in enumerate(words) if hangs(each) or not stands(each)}
    telling = telling_sentence(story, words, evidence, main_kind(story, evidence, reading.kinds), unfit)
    if telling is not None:
        chosen.add(telling)
    return tuple(story[rank] for rank in sorted(chosen)) or tuple(story[:1])


def main_evidence(reading: Reading, evidence: Sequence[Evidence]) -> str:
    """Return the kind of unverified material that the article mainly rests on; "" where it rests on none."""
    return main_kind(_story(reading), evidence, reading.kinds)


def _story(reading: Reading) -> list[Span]:
    """Return the sentences of the body; one that was cut behind "Sgt." or the like goes on."""
    story: list[Span] = []
    for parse in reading.parses:
        if parse.piece.role is Role.BODY:
            first = len(story)
            for span in parse.sentences():
                if len(story) > first and _CUT.search(reading.article.words_at(story[-1])):
                    story[-1] = Span(story[-1].start, span.end)
                else:
                    story.append(span)
    return story


def _may_stand(words: str, sentence: Span, said: Sequence[Statement]) -> bool:
    """Say whether a sentence is whole, quotes nothing, and has in it who says what it reports."""
    return bool(_WHOLE.search(words)) and all(
        not statement.direct and _names_speaker(sentence, statement)
        for statement in said
        if statement.span.overlaps(sentence)
    )


def _is_told_by_pronoun(sentence: Span, reading: Reading, said: Sequence[Statement]) -> bool:
    """Say whether a sentence says of what it reports only that "he" said it."""
    return any(
        each.speaker is not None and reading.article.words_at(each.speaker.mention).casefold() in _PRONOUNS
        for each in said
        if each.span.overlaps(sentence)
    )


def _names_speaker(sentence: Span, report: Statement) -> bool:
    """Say whether a sentence has the words that report, and those that name who said it, where any do."""
    mentions = (report.cue, report.speaker.mention if report.speaker else None)
    return all(mention is None or mention in sentence for mention in mentions)
