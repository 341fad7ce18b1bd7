"""Chains: the proposed way of each statement, from the publisher to who said it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from sitegen.analyse.chains.frames import Frame, Passage, frame_of
from sitegen.analyse.chains.relays import CREDIT, hearsay_in, relays_in
from sitegen.analyse.chains.sources import Sources, bare
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Chain, Evidence, Hop, Statement


def find_chains(reading: Reading, statements: Sequence[Statement], evidence: Sequence[Evidence]) -> Iterator[Chain]:
    """Yield a chain a statement whose speaker is known, in the order of the statements."""
    passages = _passages(reading, statements)
    labels = {bare(words.text): words.label_ for parse in reading.parses for words in parse.doc.ents}
    sources = Sources(reading.kinds, frozenset(name.full for name in reading.people.names), labels)
    starts = [passage.parse.piece.span.start for passage in passages]
    for statement in statements:
        if statement.speaker is not None:
            place = (statement.cue or statement.speaker.mention).start
            passage = passages[max(bisect_right(starts, place) - 1, 0)]
            yield Chain(statement.span, tuple(_hops(passage, statement, sources)))


def _passages(reading: Reading, statements: Sequence[Statement]) -> list[Passage]:
    quoted = [statement.span for statement in statements if statement.direct]
    return [Passage(parse, [span for span in quoted if span.overlaps(parse.piece.span)]) for parse in reading.parses]


def _hops(passage: Passage, statement: Statement, sources: Sources) -> Iterator[Hop]:
    speaker = statement.speaker
    assert speaker is not None
    if CREDIT.search(passage.parse.piece.text) and (frame := frame_of(passage, statement)):
        yield from (relay.hop for relay in relays_in(frame, frozenset()))
        if hearsay := hearsay_in(frame):
            yield hearsay
    yield Hop(speaker.name, sources.kind_of(speaker.name), speaker.mention, statement.cue)
