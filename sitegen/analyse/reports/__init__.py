"""Reports: what is reported as said without quotation marks around it, or with some inside, and by whom."""

from collections.abc import Iterator, Sequence

from sitegen.analyse.reading import Reading
from sitegen.analyse.reports.candidates import Candidate, candidates_in
from sitegen.analyse.reports.sources import mention_of
from sitegen.analyse.reports.words import Words, words_of
from sitegen.model.analysis import Statement

_SURE = ("say", "argue", "claim", "insist", "state", "announce", "acknowledge", "tell", "add", "note", "explain")


def find_reports(reading: Reading, quotes: Sequence[Statement]) -> Iterator[Statement]:
    """Yield reports in order; `quotes` are the direct ones."""
    direct = {quote.span for quote in quotes}
    found = [
        _statement(reading, words, candidate)
        for words in map(words_of, reading.parses)
        for candidate in candidates_in(words)
        if (candidate.lemma in _SURE and candidate.pattern in ("ccomp", "ccomp-before"))
        or candidate.kind == "according"
    ]
    yield from sorted((each for each in found if each.span not in direct), key=lambda each: each.span)


def _statement(reading: Reading, words: Words, candidate: Candidate) -> Statement:
    speaker = None
    if candidate.source is not None:
        mention = words.span_of(*mention_of(words, candidate.source))
        speaker = reading.people.speaker(mention, 0.8)
    span = words.span_of(candidate.first, candidate.last)
    return Statement(span, direct=False, speaker=speaker, cue=words.span_of(*candidate.cue))
