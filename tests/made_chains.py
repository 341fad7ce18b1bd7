"""Briefs with long and wide chains, all of them invented."""

from collections.abc import Iterable, Sequence
from random import Random

from changes import replace
from hypothesis import strategies as st
from made_brief import BRIEF, KINDS, QUOTES

from sitegen.model.annotations import Hop
from sitegen.model.brief import Brief, Credit, PrintedQuote, PrintedSource, Step
from sitegen.model.vocabulary import Basis, Circumstances, Identified

NAMES = ("Quay Wire", "Radio Skerry", "Office of the harbour master of the outer isles", "Ferry line", "Anna Reef")
OUTLETS = frozenset({"news-report", "organisation", "official-statement"})


def a_source(id_: str, *upper: str, kind: str = "news-report", **changes: object) -> PrintedSource:
    """Return a source that took from others."""
    source = PrintedSource(id_, f"Source {id_}", kind, kind.replace("-", " ").capitalize())
    return replace(source, hops=tuple(map(Hop, upper)), unverified=kind in KINDS.unverified, **changes)


def a_brief(sources: Iterable[PrintedSource], quotes: Sequence[PrintedQuote] = ()) -> Brief:
    """Return a brief of these sources, whose first is the publisher."""
    found = tuple(sources)
    facts = replace(BRIEF.facts, publisher=found[0].id if found else "")
    return replace(BRIEF, sources=found, quotes=tuple(quotes), facts=facts)


def a_web(count: int, deep: int = 5, seed: int = 1) -> Brief:
    """Return a brief of so many sources with forks, joins, long hops, every kind, inferred hops and quotes.

    Every twentieth is one that nobody took from, as the publisher is.
    """
    chance = Random(seed)  # noqa: S311  (a test, not a secret)
    level = [0, *(chance.randrange(1, deep) if number % 20 else 0 for number in range(1, count))]
    kinds = sorted(KINDS.sources)
    hops: list[list[Hop]] = [[] for _ in range(count)]
    for number in (each for each in range(count) if level[each]):
        below = [each for each in range(count) if level[each] < level[number]]
        near = [each for each in below if level[each] == level[number] - 1] or below
        takers = {chance.choice(near), *(chance.choice(below) for _ in range(chance.random() < 0.2))}
        for taker in sorted(takers):
            hops[taker].append(Hop(f"s{number}", Basis.INFERRED if chance.random() < 0.15 else Basis.STATED))
    sources = [_one(number, level[number], tuple(hops[number]), kinds, chance) for number in range(count)]
    quotes = [
        replace(
            QUOTES[number % 2],
            id=f"q{number}",
            number=number + 1,
            credit=_credit(count, chance),
            denials=(),
            denial_line="",
        )
        for number in range(count // 3)
    ]
    return replace(a_brief(sources, quotes), slug=f"web-{count}")


def _one(number: int, level: int, hops: tuple[Hop, ...], kinds: Sequence[str], chance: Random) -> PrintedSource:
    kind = "news-report" if level == 0 else chance.choice([kind for kind in kinds if hops or kind not in OUTLETS])
    name = f"{chance.choice(NAMES)} {number}"
    return replace(
        a_source(f"s{number}", kind=kind),
        name=name,
        hops=hops,
        steps=(Step(f"s{number}"),),
        identified=chance.choice([Identified.NAMED, Identified.NAMED, Identified.UNNAMED, Identified.CLAIMED]),
        circumstances=Circumstances.CAPTIVE if chance.random() < 0.05 else Circumstances.NOT_STATED,
    )


def _credit(count: int, chance: Random) -> Credit:
    return replace(QUOTES[0].credit, source=f"s{chance.randrange(1, count)}", inferred=chance.random() < 0.3)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Make up to fourteen sources, each of which takes from any of those after it."""
    count = draw(st.integers(2, 14))
    names = [
        draw(st.sets(st.integers(number + 1, count - 1), max_size=4)) if number + 1 < count else set()
        for number in range(count)
    ]
    return a_brief(
        a_source(f"s{number}", *(f"s{each}" for each in sorted(found))) for number, found in enumerate(names)
    )
