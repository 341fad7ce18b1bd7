"""Reports: what is reported as said without quotation marks around it, or with some inside, and by whom.

Cues are the words that report; spans cut stretches, candidates are all that grammar allows, sources name whose they
are. Features tell what holds of a candidate, weights how much that counts, ranking takes some; quoted leaves out what
direct quotes tell already.
"""

from collections.abc import Iterator, Sequence

from sitegen.analyse.columns import Columns
from sitegen.analyse.parsing import Parse
from sitegen.analyse.reading import Reading
from sitegen.analyse.reports.candidates import candidates_in
from sitegen.analyse.reports.features import features_of_cue, features_of_stretch
from sitegen.analyse.reports.quoted import is_told, quoted_in
from sitegen.analyse.reports.ranking import Ranked, choose, probability_of, weight_of
from sitegen.analyse.reports.sources import mention_of
from sitegen.model.analysis import Statement
from sitegen.model.article import Role

_SPEAKER = 0.94
"""How often the speaker is right where the report is: measured on the dev texts."""


def find_reports(reading: Reading, quotes: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the body's reports in order; `quotes` are the direct ones, which are not reported again."""
    found = [
        _statement(reading, parse, ranked)
        for parse in reading.parses
        if parse.piece.role is Role.BODY
        for ranked in choose(_ranked(parse.columns, quoted_in(parse, quotes)))
    ]
    yield from sorted(found, key=lambda statement: statement.span)


def _ranked(columns: Columns, quoted: Sequence[bool]) -> Iterator[Ranked]:
    weights: dict[tuple[int, str], float] = {}
    """What speaks for a cue with a pattern, whatever stretch is its content."""
    for candidate in candidates_in(columns):
        if not is_told(candidate, quoted):
            key = candidate.cue.first, candidate.pattern
            if key not in weights:
                weights[key] = weight_of(features_of_cue(columns, candidate, quoted))
            weight = weight_of(features_of_stretch(columns, candidate, quoted), weights[key])
            yield Ranked(candidate, probability_of(weight))


def _statement(reading: Reading, parse: Parse, ranked: Ranked) -> Statement:
    candidate, speaker = ranked.candidate, None
    if candidate.cue.source is not None:
        mention = parse.span(*mention_of(parse.columns, candidate.cue.source))
        speaker = reading.people.speaker(mention, round(ranked.probability * _SPEAKER, 2))
    return Statement(
        parse.span(candidate.first, candidate.last),
        direct=False,
        speaker=speaker,
        cue=parse.span(candidate.cue.first, candidate.cue.last),
    )
