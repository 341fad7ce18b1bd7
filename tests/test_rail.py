"""Rows of a chain, one below the other, and the rails that lead from one to the next."""

from hypothesis import given
from made_brief import WORDS
from made_chains import a_brief, a_source, briefs

from sitegen.model.brief import Brief
from sitegen.model.hops import hops_of
from sitegen.render.chain.rail import DOT, ROOM, draw_rail, rows_of
from sitegen.render.chain.shown import shown_of


@given(briefs())
def test_rows_follow_those_who_took_from_them_and_rails_lead_to_them(brief: Brief) -> None:
    hops = hops_of(brief)
    rows = rows_of(hops)
    assert sorted(rows) == list(range(len(brief.sources)))
    places = {source: place for place, source in enumerate(rows)}
    assert all(places[taker] < places[source] for taker, sources in enumerate(hops) for source in sources)
    rail = draw_rail(shown_of(brief, hops, WORDS), hops)
    for row in rail.rows:
        paths = "".join(rails.path for rails in row.rails)
        number = int(row.source.id.removeprefix("s"))
        arrivals = sum(paths.count(end) for end in (f"H{row.x - DOT}", f"M{row.x} 0V{rail.level - DOT}"))
        assert arrivals == sum(number in sources for sources in hops)
        assert f"M{row.x} 0V9999" not in paths, "no rail passes through a dot"
        assert bool(row.tip) == bool(hops[number])
        assert 0 < row.x < rail.width


def test_a_chain_without_forks_has_one_rail() -> None:
    long = a_brief(a_source(f"s{n}", *([f"s{n + 1}"] if n < 11 else [])) for n in range(12))
    hops = hops_of(long)
    rail = draw_rail(shown_of(long, hops, WORDS), hops)
    assert {row.x for row in rail.rows} == {DOT + 1}


def test_shorter_chains_of_a_fork_come_first() -> None:
    brief = a_brief([a_source("a", "b", "c"), a_source("b", "d"), a_source("c"), a_source("d")])
    assert rows_of(hops_of(brief)) == [0, 2, 1, 3]


def test_rails_never_take_more_of_a_row_than_a_narrow_screen_can_spare() -> None:
    everyone = a_brief(a_source(f"s{n}", *(f"s{m}" for m in range(n + 1, 60))) for n in range(60))
    hops = hops_of(everyone)
    assert draw_rail(shown_of(everyone, hops, WORDS), hops).width <= ROOM + 2 * DOT + 2
