"""Dating: words such as "last week", with the days that they mean."""

from collections.abc import Iterator

from sitegen.analyse.caveats.days import Days, days_meant
from sitegen.analyse.caveats.ground import Ground
from sitegen.model.analysis import Evidence, ProposedCaveat
from sitegen.model.article import Span

_DATING, _SIGNAL = "dating", "relative-date"
_MOST = 3
"""Caveats of one article: enough to place what matters."""


def propose_dating(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for what the article dates from its own day, and one for days named in a recording.

    Only where something is said or shown; nothing where the article's date is unknown, and no day is worked out for
    what somebody is quoted as saying: the day of speaking may be another.
    """
    published = ground.article.date.iso if ground.article.date else ""
    told: dict[Days, tuple[Evidence, tuple[Span, ...]]] = {}
    spoken: list[tuple[Evidence, tuple[Span, ...]]] = []
    for each in ground.evidence(_SIGNAL):
        quoted = _quoted(ground, each.cue)
        if quoted:
            spoken += [(each, quoted)] if not ground.unsure.isdisjoint(quoted) else []
        elif (days := days_meant(ground.words_at(each.cue), published)) and _matters(ground, each):
            told.setdefault(days, (each, ground.said_in([each.sentence])))
    for days, (each, about) in list(told.items())[:_MOST]:
        yield _told(ground, each, days, about)
    if spoken:
        yield _spoken(ground, spoken)


def _quoted(ground: Ground, cue: Span) -> tuple[Span, ...]:
    """Return the quotation that a word stands in."""
    return tuple(each.span for each in ground.found.statements if cue in each.span)


def _matters(ground: Ground, shown: Evidence) -> bool:
    """Say whether the sentence shows material that needs a check."""
    unverified = ground.reading.kinds.unverified
    return any(each.name in unverified and each.sentence == shown.sentence for each in ground.found.evidence)


def _told(ground: Ground, shown: Evidence, days: Days, about: tuple[Span, ...]) -> ProposedCaveat:
    words = ("words", ground.words_at(shown.cue))
    slots = (words, ("first", days.first), ("last", days.last)) if days.last else (words, ("day", days.first))
    wording = "proposed.dating.week" if days.last else "proposed.dating.day"
    return ProposedCaveat(_DATING, wording, shown.sentence, shown.cue, slots, about)


def _spoken(ground: Ground, spoken: list[tuple[Evidence, tuple[Span, ...]]]) -> ProposedCaveat:
    first = spoken[0][0]
    about = tuple(dict.fromkeys(span for _, quoted in spoken for span in quoted))
    slots = (("words", ground.words_at(first.cue)),)
    return ProposedCaveat(_DATING, "proposed.dating.spoken", first.sentence, first.cue, slots, about)
