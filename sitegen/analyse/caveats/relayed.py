"""Relayed: what reached the publisher through others, and from whom."""

import re
from collections.abc import Iterator, Sequence

from sitegen.analyse.caveats.ground import Ground, Resting, is_named, spans_of
from sitegen.model.analysis import Evidence, ProposedCaveat
from sitegen.model.article import Span

_SECOND_HAND, _ANONYMOUS = "second-hand", "anonymous"
_HEARD = frozenset({"intercepted-communication", "audio", "video"})
_UNNAMED = "anonymous-source"
_MOST_NAMES, _MOST_HEARD = 4, 2
_PURPORTED = re.compile(r"purport|appear|seem", re.IGNORECASE)
_CREDITED = re.compile(r"\baccording to\b|\bcit(?:ing|ed)\b", re.IGNORECASE)
# Whom somebody told it, or who obtained a document, may be the publisher itself: nothing is relayed then.
_TOLD = re.compile(
    r"\b(?:told|tells|telling|spoke|speaking|interview(?:ed)?|(?:statement|comments?) to|obtained|seen|reviewed)\b",
    re.IGNORECASE,
)


def propose_second_hand(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each outlet that statements are relayed from, and for what the article itself only hears."""
    outlets: dict[str, list[Resting]] = {}
    for each in ground.resting_on(ground.reading.kinds.relaying):
        if each.hop.name and each.last is not each.hop:
            outlets.setdefault(each.hop.name, []).append(each)
    for name, resting in outlets.items():
        shown = (each.hop.shown for each in resting if each.hop.shown)
        cue = next((each for each in shown if not _TOLD.search(ground.words_at(each))), None)
        if cue is not None:
            slots, about = (("name", name),), spans_of(resting)
            sentence = ground.sentence_at(cue)
            yield ProposedCaveat(_SECOND_HAND, "proposed.second-hand.relayed", sentence, cue, slots, about)
    yield from _heard(ground)


def _heard(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for each of the first passages in which the article itself only hears of something.

    Inside a statement its speaker says it; what a video "purports to show" is a matter of the video.
    """
    heard = [each for each in ground.evidence(_SECOND_HAND) if each.source is None and _is_own(ground, each)]
    first = {each.sentence: each for each in reversed(heard)}
    for sentence in sorted(first)[:_MOST_HEARD]:
        slots = (("words", ground.words_at(first[sentence].cue)),)
        about = ground.said_in([sentence])
        cue = first[sentence].cue
        yield ProposedCaveat(_SECOND_HAND, "proposed.second-hand.heard", sentence, cue, slots, about)


def _is_own(ground: Ground, shown: Evidence) -> bool:
    """Say whether the article itself only hears of something, and names nobody who says so."""
    if _PURPORTED.match(ground.words_at(shown.cue)) or _CREDITED.search(ground.words_at(shown.sentence)):
        return False
    return not any(ground.statement_at[span].speaker for span in ground.said_in([shown.cue]))


def propose_anonymous(ground: Ground) -> Iterator[ProposedCaveat]:
    """Yield a caveat for sources who are kept unnamed, and one for speakers in recordings whom nobody names."""
    shown = ground.evidence(_UNNAMED)
    about = spans_of(list(ground.resting_on([_UNNAMED]))) or tuple(_said_by(ground, shown))
    if shown and about:
        yield ProposedCaveat(_ANONYMOUS, "proposed.anonymous.source", shown[0].sentence, shown[0].cue, about=about)
    unnamed = [each for each in ground.resting_on(["person"]) if _is_unnamed(each)]
    if unnamed:
        names = list(dict.fromkeys(each.hop.name for each in unnamed))[:_MOST_NAMES]
        cue = unnamed[0].hop.mention or unnamed[0].statement
        slots = (("names", ", ".join(names)),)
        about = spans_of(unnamed)
        yield ProposedCaveat(_ANONYMOUS, "proposed.anonymous.speaker", ground.sentence_at(cue), cue, slots, about)


def _said_by(ground: Ground, shown: Sequence[Evidence]) -> Iterator[Span]:
    """Yield the statements whose speaker the words that show a source name."""
    for each in ground.said:
        if each.speaker and any(map(each.speaker.mention.overlaps, (evidence.cue for evidence in shown))):
            yield each.span


def _is_unnamed(resting: Resting) -> bool:
    """Say whether a person who is heard in a recording goes without a name."""
    name = resting.hop.name
    heard = any(hop.kind in _HEARD for hop in resting.chain.hops)
    return heard and " " in name and not is_named(name)
