"""What both drawings say of a source: its kind, name and signs, the quotes that rest on it, who took from it."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.model.brief import Brief, PrintedQuote, PrintedSource
from sitegen.model.hops import Hops, takers_of
from sitegen.model.signs import resting_on, signs_of
from sitegen.model.vocabulary import Identified
from sitegen.words import Words


class Resting(Struct, frozen=True):
    """A key quote that rests directly on a source, as a link to it."""

    id: str
    words: str
    """The first on a source is "Quote 3", those after it have the number alone."""
    title: str
    """Number and status in full."""
    is_inferred: bool
    """Whether an editor inferred that the words are this source's."""


class Sign(Struct, frozen=True):
    """A word that says what to know of a source."""

    name: str
    words: str


class Shown(Struct, frozen=True):
    """A source as it is drawn."""

    id: str
    name: str
    kind: str
    kind_label: str
    signs: tuple[Sign, ...]
    quotes: tuple[Resting, ...]
    taken_by: str
    """Who took from it, in words; empty where nobody did."""
    is_unchecked: bool
    """Whether it is material that needs a check: drawn heavy."""
    is_loose: bool
    """Whether it is unnamed, not confirmed or not stated: drawn dotted."""
    is_joint: bool
    """Whether several took from it."""

    @property
    def style(self) -> str:
        """The classes of its box or dot."""
        names = {"s-unverified": self.is_unchecked, "loose": self.is_loose, "joint": self.is_joint}
        return " ".join(name for name, holds in names.items() if holds)

    @property
    def title(self) -> str:
        """Everything in one line."""
        return ". ".join(
            text for text in (self.name, ", ".join((self.kind_label, *self.words_of_signs)), self.taken_by) if text
        )

    @property
    def words_of_signs(self) -> tuple[str, ...]:
        """The words of its signs."""
        return tuple(sign.words for sign in self.signs)


def shown_of(brief: Brief, hops: Hops, words: Words) -> list[Shown]:
    """Return the sources of a brief as they are drawn, in its order."""
    takers = takers_of(hops)
    names = [source.name or words("brief.publisher_unknown") for source in brief.sources]
    return [
        Shown(
            source.id,
            names[number],
            source.kind,
            source.kind_label,
            tuple(_signs(source, brief, len(takers[number]), words, is_origin=not hops[number])),
            tuple(_quotes(resting_on(source, brief.quotes), words)),
            _taken_by({names[taker]: hops[taker][number] for taker in takers[number]}, words),
            source.unverified,
            source.identified is not Identified.NAMED or source.kind in {"anonymous-source", "not-stated"},
            len(takers[number]) > 1,
        )
        for number, source in enumerate(brief.sources)
    ]


def style_of(source: Shown, *, inferred: bool) -> str:
    """Return the classes of the hops that lead to a source."""
    names = {"joint": source.is_joint, "inferred": inferred, "loose": source.is_loose and not inferred}
    return " ".join(name for name, holds in names.items() if holds)


def _signs(source: PrintedSource, brief: Brief, takers: int, words: Words, *, is_origin: bool) -> Iterator[Sign]:
    yield from (Sign(name, words(f"sources.{name}")) for name in signs_of(source, brief.facts.publisher))
    if takers > 1:
        yield Sign("joint", words("chain_drawing.one_origin" if is_origin else "chain_drawing.one_source", n=takers))


def _quotes(quotes: Sequence[PrintedQuote], words: Words) -> Iterator[Resting]:
    for place, quote in enumerate(quotes):
        name = words("chain_drawing.quote", n=quote.number)
        title = words("chain_drawing.quote_status", quote=name, status=quote.label.text)
        if quote.credit.inferred:
            title = words("chain_drawing.inferred", text=title)
        yield Resting(quote.id, str(quote.number) if place else name, title, quote.credit.inferred)


def _taken_by(takers: Mapping[str, bool], words: Words) -> str:
    names = [words("chain_drawing.inferred", text=name) if inferred else name for name, inferred in takers.items()]
    return words("chain_drawing.taken_by", names=words.join(names)) if names else ""
