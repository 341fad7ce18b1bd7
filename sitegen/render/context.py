"""The excerpts of a brief as its page shows them: marked words, a number where a mark ends, and its note beside it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.model.annotations import Gap
from sitegen.model.brief import Brief, Excerpt, PrintedCaveat, PrintedQuote, Stretch

Meant = PrintedQuote | Gap | PrintedCaveat


class Note(Struct, frozen=True):
    """What is to be known of marked words; one of the three is given."""

    number: int
    """From 1, through all excerpts of the brief."""
    quote: PrintedQuote | None = None
    gap: Gap | None = None
    caveat: PrintedCaveat | None = None


class Piece(Struct, frozen=True):
    """Words of an excerpt that are marked alike."""

    text: str
    notes: tuple[Note, ...]
    """The notes on these words."""
    ends: tuple[Note, ...]
    """Those of them whose mark ends here: their numbers stand behind the words."""
    is_gap: bool


class Shown(Struct, frozen=True):
    """One excerpt."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...]
    skips: bool
    is_headline: bool


def shown_excerpts(brief: Brief) -> list[Shown]:
    """Return the excerpts of a brief; words that are marked in two of them have two notes."""
    meant = _meant(brief)
    shown: list[Shown] = []
    first = 1
    for excerpt in brief.excerpts:
        notes = {name: _note(first + place, meant[name]) for place, name in enumerate(_marks(excerpt, meant))}
        pieces = tuple(_pieces(excerpt.stretches, notes))
        shown.append(Shown(pieces, tuple(notes.values()), excerpt.skips, excerpt.role == "headline"))
        first += len(notes)
    return shown


def _meant(brief: Brief) -> dict[str, Meant]:
    """Return what marks stand for, by name."""
    found: dict[str, Meant] = {quote.id: quote for quote in brief.quotes}
    found |= {f"gap {place}": gap for place, gap in enumerate(brief.gaps, 1)}
    return found | {f"caveat {place}": caveat for place, caveat in enumerate(brief.caveats, 1)}


def _marks(excerpt: Excerpt, meant: Mapping[str, Meant]) -> list[str]:
    """Return the names of an excerpt's marks in the order in which they end, as their numbers stand in it."""
    last = {name: place for place, stretch in enumerate(excerpt.stretches) for name in stretch.marks if name in meant}
    return sorted(last, key=lambda name: last[name])


def _note(number: int, meant: Meant) -> Note:
    if isinstance(meant, PrintedQuote):
        return Note(number, quote=meant)
    return Note(number, gap=meant) if isinstance(meant, Gap) else Note(number, caveat=meant)


def _pieces(stretches: Sequence[Stretch], notes: Mapping[str, Note]) -> Iterator[Piece]:
    for place, stretch in enumerate(stretches):
        later = {name for each in stretches[place + 1 :] for name in each.marks}
        own = [name for name in notes if name in stretch.marks]
        ends = tuple(notes[name] for name in own if name not in later)
        yield Piece(stretch.text, tuple(notes[name] for name in own), ends, stretch.is_gap)
