"""Evidence: passages that show a kind of source or a signal, found by the cues of kinds.yaml."""

import re
from collections.abc import Iterator, Sequence

from sitegen.analyse.parsing import Parse
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Evidence
from sitegen.model.article import Span

# A cue inside a name is none: "WarTranslated" is no sign of a translation.
_NAMES = frozenset({"PERSON", "ORG", "NORP", "FAC", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART"})


def find_evidence(reading: Reading) -> Iterator[Evidence]:
    """Yield what the cues match, by place; cues suggest, they never decide."""
    cues = [(kind.name, False, kind.cues) for kind in reading.kinds.sources.values()]
    cues += [(signal.name, True, signal.cues) for signal in reading.kinds.signals.values()]
    for parse in reading.parses:
        names = [(words.start_char, words.end_char) for words in parse.doc.ents if words.label_ in _NAMES]
        found = [
            (start, end, name, is_signal)
            for name, is_signal, patterns in cues
            for start, end in _matches(parse.piece.text, patterns)
            if not any(first <= start and end <= last for first, last in names)
        ]
        for start, end, name, is_signal in sorted(found):
            yield Evidence(name, is_signal, parse.piece.span_of(start, end), _sentence_at(parse, start, end))


def _matches(text: str, patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, int]]:
    """Yield where a cue matches; of matches that overlap, the first."""
    reached = 0
    for start, end in sorted({found.span() for pattern in patterns for found in pattern.finditer(text)}):
        if start >= reached and end > start:
            yield start, end
            reached = end


def _sentence_at(parse: Parse, start: int, end: int) -> Span:
    """Return the sentence, or sentences, that a cue stands in."""
    touched = [sentence for sentence in parse.doc.sents if sentence.start_char < end and start < sentence.end_char]
    text = parse.piece.text[touched[0].start_char : touched[-1].end_char]
    return parse.piece.span_of(touched[0].start_char, touched[0].start_char + len(text.rstrip()))
