"""Evidence: passages that show a kind of source or a signal, found by the cues of kinds.yaml.

Needles are the words an expression cannot do without; the pile looks for all of them at once in the places, which are
paragraphs. Cues are matched where their needles are, joined by grammar where they ask for it; whose says from whom.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from sitegen.analyse.evidence.cues import Match, matches_alone, matches_beside, matches_then
from sitegen.analyse.evidence.pile import Pile
from sitegen.analyse.evidence.places import Place
from sitegen.analyse.evidence.whose import whose
from sitegen.analyse.reading import Reading
from sitegen.kinds import Cues
from sitegen.model.analysis import Evidence
from sitegen.model.quotations import Quotation, is_quoted


class _Found(NamedTuple):
    """A match of a kind or signal."""

    name: str
    match: Match
    weak: bool = False
    """Whether it counts only because of what else there is."""


def find_evidence(reading: Reading) -> Iterator[Evidence]:
    """Yield what the cues match, by place, one of a kind or signal a sentence; cues suggest, they never decide.

    Most expressions cannot match in most paragraphs: each is tried only where one of its needles is, and needles are
    found in the whole article at once. That changes no result.
    """
    pile = Pile([Place(number, parse) for number, parse in enumerate(reading.parses)])
    watched = {each.name: each.cues for each in reading.kinds.everything}
    found = list(_found(watched, pile, matches_alone))
    shown = {name: watched[name] for name in dict.fromkeys(each.name for each in found)}
    found += _found(shown, pile, matches_then, weak=True)
    unverified = reading.kinds.unverified
    material = {match.sentence for name, match, _ in found if name in unverified}
    if material:
        aside = _found(watched, pile, matches_beside, weak=True)
        found += [each for each in aside if each.match.sentence in material]
    for name, match, _ in _in_order(_where_due(found, watched, reading.quotations)):
        is_signal = name in reading.kinds.signals
        source = None if is_signal else whose(name, match, reading.kinds)
        yield Evidence(name, is_signal, match.span, match.place.sentences(match.start, match.end), source)


def _found(
    watched: Mapping[str, Cues], pile: Pile, search: Callable[[Cues, Pile], Iterator[Match]], *, weak: bool = False
) -> Iterator[_Found]:
    return (_Found(name, match, weak) for name, cues in watched.items() for match in search(cues, pile))


def _where_due(found: Sequence[_Found], watched: Mapping[str, Cues], marked: Sequence[Quotation]) -> Iterable[_Found]:
    """Leave out what counts only in quotation marks and stands outside of them."""
    return [each for each in found if not watched[each.name].quoted or is_quoted(each.match.span, marked)]


def _in_order(found: Iterable[_Found]) -> list[_Found]:
    """Return one match of each kind or signal a sentence, by place: rather no weak one, then the first, the longest."""
    best: dict[tuple[str, tuple[int, int]], _Found] = {}
    for each in sorted(found, key=lambda each: (each.weak, each.match.start, -each.match.end)):
        best.setdefault((each.name, each.match.sentence), each)
    return sorted(best.values(), key=lambda each: (each.match.place.number, each.match.start, each.name))
