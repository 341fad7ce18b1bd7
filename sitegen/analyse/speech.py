"""Statements: what the article puts in quotation marks as said, and who is proposed to have said it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sitegen.analyse.cues import is_cue
from sitegen.analyse.lines import Line, Stretch, lines_of
from sitegen.analyse.names import Name, person_before
from sitegen.analyse.people import People
from sitegen.analyse.reading import Reading
from sitegen.analyse.speakers import BY_CONTINUATION, BY_NEARNESS, Said, according_to, said_by
from sitegen.model.analysis import Speaker, Statement
from sitegen.model.article import Article
from sitegen.model.quotations import Quotation, is_quoted, quotations

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN_ENDS = (",", "?", "!", "—", "–", "-", "…")
"""How a quotation ends that its sentence goes on from."""
_NEAR = 25
"""Tokens behind a quotation within which a verb of saying belongs to it."""
_ADJACENT = 3
"""Tokens between a verb of saying and a few quoted words that it reports."""
_SURELY_SAID, _SAID_IF_REPORTED = 5, 3
"""Words from which quotation marks hold speech: with or without a verb of saying, and in a sentence that has one."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quotation begins or ends: a line, and which of the line's quotations it is."""

    number: int
    line: Line
    rank: int

    @property
    def stretch(self) -> Stretch:
        """The quotation's tokens in this line."""
        return self.line.stretches[self.rank]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with the places of its first and last words."""

    quotation: Quotation
    words: str
    first: Place
    last: Place


def find_statements(reading: Reading) -> Iterator[Statement]:
    """Yield the direct quotes in order; words that quotation marks only set apart are left out."""
    article, people = reading.article, reading.people
    marked = [quotation for quotation in quotations(article) if not quotation.depth]
    lines = lines_of(reading.parses, marked)
    names = [name for name in people.names if not is_quoted(name.span, marked)]
    earlier: tuple[Statement, int] | None = None
    for quoted in _placed(article, lines):
        said = _attribution(quoted, lines)
        if not _is_speech(quoted, said):
            continue
        speaker = _speaker(quoted, said, people, names, earlier)
        statement = Statement(quoted.quotation.inner, direct=True, speaker=speaker, cue=said.cue if said else None)
        earlier = statement, quoted.last.number
        yield statement


def _placed(article: Article, lines: Sequence[Line]) -> Iterator[Quoted]:
    """Yield the quotations with their places; one that holds no word is none."""
    places: dict[Quotation, list[Place]] = {}
    for number, line in enumerate(lines):
        for rank, stretch in enumerate(line.stretches):
            places.setdefault(stretch.quotation, []).append(Place(number, line, rank))
    for quotation, found in places.items():
        words = article.words_at(quotation.inner)
        if any(map(str.isalnum, words)):
            yield Quoted(quotation, words, found[0], found[-1])


def _attribution(quoted: Quoted, lines: Sequence[Line]) -> Said | None:
    """Return what reports a quotation: a verb beside it, "according to", or a paragraph that ends in a colon."""
    first, last = quoted.first.line, quoted.last.line
    before, after = first.before(quoted.first.rank), last.after(quoted.last.rank)
    leading = next(filter(is_cue, before), None)
    following = next(filter(is_cue, after[:_NEAR]), None) if _goes_on(quoted.words, after) else None
    if following is not None and not (leading is not None and _leads(before)):
        return said_by(last, following)
    if leading is not None:
        return said_by(first, leading)
    return according_to(last, after) or according_to(first, before[::-1]) or _announced(quoted, lines)


def _goes_on(words: str, after: Sequence["Token"]) -> bool:
    """Say whether the sentence of a quotation goes on behind it."""
    return bool(after) and (_ends_open(words) or after[0].text == "," or after[0].text[:1].islower())


def _ends_open(words: str) -> bool:
    """Say whether a quotation ends in the middle of its sentence; marks of quotations inside it do not count."""
    return words.rstrip("'’\"” ").endswith(_OPEN_ENDS)


def _leads(before: Sequence["Token"]) -> bool:
    """Say whether the words before a quotation lead straight into it: "he said: …", "he said that …"."""
    return before[0].text in (",", ":", "that") or is_cue(before[0])


def _announced(quoted: Quoted, lines: Sequence[Line]) -> Said | None:
    """Return the verb of saying of a paragraph that ends in a colon, directly before the quotation's own."""
    if quoted.first.stretch.first or not quoted.first.number:
        return None
    line = lines[quoted.first.number - 1]
    if line.parse.doc[-1].text != ":":
        return None
    cue = next((token for token in reversed(line.parse.doc) if is_cue(token) and not line.is_quoted(token)), None)
    return said_by(line, cue) if cue is not None else None


def _is_speech(quoted: Quoted, said: Said | None) -> bool:
    """Tell speech from titles, terms and irony; few words are speech only next to a verb of saying."""
    words = quoted.words.split()
    if len(words) >= _SURELY_SAID:
        return said is not None or not _is_title(words)
    if said is None:
        return quoted.words.endswith((".", "!", "?", ",")) and len(words) > 1
    return len(words) >= _SAID_IF_REPORTED or _is_adjacent(quoted)


def _is_title(words: Sequence[str]) -> bool:
    """Say whether words are set like the title of a work: capitals on all but the smallest, no stop at the end."""
    return all(word[:1].isupper() or len(word) <= len("with") for word in words) and not words[-1].endswith(".")


def _is_adjacent(quoted: Quoted) -> bool:
    before = quoted.first.line.before(quoted.first.rank)[:_ADJACENT]
    after = quoted.last.line.after(quoted.last.rank)[: _ADJACENT + 1]
    return any(map(is_cue, before)) or (_ends_open(quoted.words) and any(map(is_cue, after)))


def _speaker(
    quoted: Quoted,
    said: Said | None,
    people: People,
    names: Sequence[Name],
    earlier: tuple[Statement, int] | None,
) -> Speaker | None:
    """Return who is proposed: as reported, else whoever was speaking, else the person named last."""
    if said and said.mention:
        return people.speaker(said.mention, said.confidence)
    if earlier and said is None and _continues(quoted, earlier[1]) and (speaker := earlier[0].speaker):
        return replace(speaker, confidence=round(speaker.confidence * BY_CONTINUATION, 2))
    since = quoted.first.line.parse.piece.span.start
    near = person_before(names, quoted.quotation.outer.start, since)
    return Speaker(near.span, near.full, BY_NEARNESS) if near else None


def _continues(quoted: Quoted, earlier: int) -> bool:
    """Say whether a quotation starts a sentence, in the line of the one before it or at the start of the next line."""
    place = quoted.first
    if place.line.before(place.rank):
        return False
    return place.number == earlier or (place.number == earlier + 1 and place.stretch.first == 0)
