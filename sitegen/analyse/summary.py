"""An extractive summary: a few sentences of the article, each whole and with its place, none without who says so."""

import math
import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.analyse.material import main_kind, telling_sentences
from sitegen.analyse.reading import Reading
from sitegen.analyse.selection import choose
from sitegen.analyse.story import Story, story_of
from sitegen.model.analysis import Evidence, Statement
from sitegen.model.article import Article, Span

SENTENCES = 3
"""The most that a summary has beside the one that says what the article rests on; never more than half of all."""
_PRONOUNS = frozenset({"he", "she", "it", "they", "who"})
_TERM = 4
"""Words up to which quotation marks may set off a term; more are a quote, whether its speaker is found or not."""
_WHOLE = re.compile(r"""^[^a-z].*[.!?]["'”’)\]]*$""", re.DOTALL)


class Summary(Struct, frozen=True):
    """What an article says in a few sentences, and on what it rests."""

    sentences: tuple[Span, ...] = ()
    """In the order of the article."""
    main_evidence: str = ""
    """The kind of unverified material that it mainly rests on; "" where it rests on none."""


def summarise(
    reading: Reading, sentences: Sequence[Span], said: Sequence[Statement], evidence: Sequence[Evidence]
) -> Summary:
    """Return the sentences of the story that stand for it.

    Words that the article quotes are left to its quotes, which have their caveats; a sentence that reports what someone
    said names them. Where the article rests on unverified material, one sentence says what that is.
    """
    article = reading.article
    story = story_of(article, sentences)
    barred = {*_unfinished(story), *_quoting(reading, story, said), *_nobodys(story, said)}
    hanging = set(_told_by_pronoun(article, story, said))
    most = min(SENTENCES, math.ceil(len(story.spans) / 2))
    chosen = set(choose(story.words, most, headline=article.headline, barred=barred, hanging=hanging))
    kind = main_kind(story, evidence, reading.kinds)
    chosen.update(rank for rank in telling_sentences(story, evidence, kind, barred | hanging)[:1])
    first = [rank for rank in range(len(story.spans)) if rank not in barred][:1]
    return Summary(tuple(story.spans[rank] for rank in sorted(chosen) or first), kind)


def _unfinished(story: Story) -> Iterator[int]:
    return (rank for rank, words in enumerate(story.words) if not _WHOLE.search(words))


def _quoting(reading: Reading, story: Story, said: Sequence[Statement]) -> Iterator[int]:
    """Yield the sentences that have words of a quote."""
    for statement in said:
        if statement.direct:
            yield from story.touched(statement.span)
    for quotation in reading.quotations:
        if len(reading.article.words_at(quotation.inner).split()) > _TERM:
            yield from story.touched(quotation.inner)


def _nobodys(story: Story, said: Sequence[Statement]) -> Iterator[int]:
    """Yield the sentences that report something and leave it to another sentence who said it."""
    for statement in said:
        mentions = (statement.cue, statement.speaker.mention if statement.speaker else None)
        for rank in story.touched(statement.span):
            if any(mention is not None and mention not in story.spans[rank] for mention in mentions):
                yield rank


def _told_by_pronoun(article: Article, story: Story, said: Sequence[Statement]) -> Iterator[int]:
    """Yield the sentences that say of what they report only that "he" said it."""
    for statement in said:
        if statement.speaker and article.words_at(statement.speaker.mention).casefold() in _PRONOUNS:
            yield from story.touched(statement.span)
