"""Who took from whom, by number."""

from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF
from made_chains import a_brief, a_source

from sitegen.model.annotations import Hop
from sitegen.model.brief import Step
from sitegen.model.hops import hops_of, in_order, takers_of
from sitegen.model.vocabulary import Basis

LETTERS = "abcdefgh"


def test_hops_are_those_that_sources_state_and_those_that_their_chains_say() -> None:
    assert hops_of(BRIEF) == [{1: False, 4: False}, {2: True}, {3: False}, {}, {}]


def test_what_a_source_states_of_a_hop_goes_before_what_a_chain_says() -> None:
    upper = replace(a_source("b"), steps=(Step("a"), Step("b", inferred=True)))
    stated = replace(a_source("a"), hops=(Hop("b", Basis.STATED), Hop("b", Basis.INFERRED)))
    assert hops_of(a_brief([stated, upper])) == [{1: False}, {}]


def test_names_that_no_source_has_and_sources_of_one_id_are_passed_over() -> None:
    brief = a_brief([a_source("a", "b", "nobody", "a"), a_source("b"), a_source("b", "a")])
    assert hops_of(brief) == [{1: False}, {}, {}]


def test_a_circle_loses_the_hop_that_closes_it() -> None:
    assert hops_of(a_brief([a_source("a", "b"), a_source("b", "c"), a_source("c", "a")])) == [
        {1: False},
        {2: False},
        {},
    ]


@given(st.lists(st.sets(st.sampled_from(LETTERS)), min_size=len(LETTERS), max_size=len(LETTERS)))
def test_whatever_names_what_everything_has_a_place_after_its_takers(upper: list[set[str]]) -> None:
    brief = a_brief(a_source(id_, *sorted(names)) for id_, names in zip(LETTERS, upper, strict=True))
    hops = hops_of(brief)
    order = in_order(hops)
    assert sorted(order) == list(range(len(LETTERS)))
    places = {source: place for place, source in enumerate(order)}
    assert all(places[taker] < places[source] for source, takers in enumerate(takers_of(hops)) for taker in takers)
