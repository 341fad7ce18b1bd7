"""Dating: words such as "last week", with the days that they mean."""

from collections.abc import Iterator

from sitegen.analyse.caveats.days import Days, dated_words, days_meant
from sitegen.analyse.caveats.ground import Ground
from sitegen.model.analysis import ProposedCaveat
from sitegen.model.article import Span

_DATING = "dating"
_MOST = 3
"""Caveats of one article: enough to place what matters."""


def propose_dating(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for the days on which the article says that material appeared, and for those named in material.

    Nothing where the article's date is unknown, and no day is worked out for what somebody is quoted as saying: the day
    of speaking may be another.
    """
    published = ground.article.date.iso if ground.article.date else ""
    told: dict[Days, Span] = {}
    for sentence in _shown(ground) if published else ():
        for words in dated_words(ground.article.text, sentence.start, sentence.end):
            cue = Span(*words.span())
            days = days_meant(words, published)
            if days and not _is_part(ground, cue):
                told.setdefault(days, cue)
    for days, cue in list(told.items())[:_MOST]:
        yield _told(ground, cue, days)
    yield from _spoken(ground)


def _is_part(ground: Ground, cue: Span) -> bool:
    """Say whether words are part of a quotation, or of a name such as that of a Sunday paper."""
    named = (each.span for each in ground.found.entities if each.label == "ORG")
    return any(cue in span for span in (*(each.span for each in ground.found.statements), *named))


def _shown(ground: Ground) -> list[Span]:
    """Return the sentences that show material which needs a check."""
    unverified = ground.reading.kinds.unverified
    return list(dict.fromkeys(each.sentence for each in ground.found.evidence if each.name in unverified))


def _told(ground: Ground, cue: Span, days: Days) -> ProposedCaveat:
    """Return a caveat that says which days are meant."""
    words, sentence = ("words", ground.words_at(cue)), ground.sentence_at(cue)
    slots = (words, ("first", days.first), ("last", days.last)) if days.last else (words, ("day", days.first))
    wording = "proposed.dating.week" if days.last else "proposed.dating.day"
    return ProposedCaveat(_DATING, wording, sentence, cue, slots, ground.said_in([sentence]))


def _spoken(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for days that somebody names in material that needs a check."""
    cues: list[Span] = []
    about: list[Span] = []
    for span in (each.span for each in ground.found.statements if each.span in ground.unsure):
        named = [Span(*words.span()) for words in dated_words(ground.article.text, span.start, span.end)]
        cues += named
        about += [span] if named else []
    if cues:
        slots = (("words", ground.words_at(cues[0])),)
        sentence = ground.sentence_at(cues[0])
        yield ProposedCaveat(_DATING, "proposed.dating.spoken", sentence, cues[0], slots, tuple(about))
