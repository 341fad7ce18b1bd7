"""How far a quote is checked, what it rests on, and which checks are independent of it."""

import pytest
from made_annotations import KINDS, made_annotations, made_check, made_quote, made_source

from sitegen.model.annotations import Quote, Source
from sitegen.model.graph import Graph
from sitegen.model.standing import (
    Bond,
    Tie,
    bond_between,
    bond_with_quote,
    captive_of,
    default_status,
    rests_on,
    status_of,
)
from sitegen.model.vocabulary import Circumstances, Identified, Status

SOURCES = (
    made_source("post", "ministry", kind="news-report"),
    made_source("herald", "ministry", kind="news-report"),
    made_source("ministry", kind="official-statement"),
    made_source("gazette", kind="news-report"),
    made_source("tribune", "wire", kind="news-report"),
    made_source("wire", kind="news-report"),
    made_source("reporter-paper", "eyewitness", kind="news-report"),
    made_source("eyewitness"),
    made_source("doctor"),
    made_source("channel", "video", kind="social-media-post"),
    made_source("video", "soldier", kind="video"),
    made_source("soldier", identified=Identified.UNNAMED, circumstances=Circumstances.CAPTIVE),
)


def judged(quote: Quote, *sources: Source) -> Graph:
    return Graph.of(made_annotations(sources or SOURCES, [quote]))


def bond(source: str, by: str, via: tuple[str, ...] = ("post",)) -> Bond | None:
    quote = made_quote(source, "x", via=via if source == "ministry" else ())
    return bond_with_quote(judged(quote), quote, made_check(by), KINDS.relaying)


def test_a_quote_rests_on_itself_and_its_chain_and_no_further() -> None:
    quote = made_quote("video", "x")
    assert rests_on(judged(quote), quote) == ("said", "courier", "channel", "video")


def test_via_says_which_chain_a_quote_rests_on() -> None:
    quote = made_quote("ministry", "x", via=("herald",))
    assert rests_on(judged(quote), quote) == ("said", "courier", "herald", "ministry")
    quote = made_quote("ministry", "x")
    assert set(rests_on(judged(quote), quote)) == {"said", "courier", "post", "herald", "ministry"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("doctor", Status.ATTRIBUTED),
        ("courier", Status.ATTRIBUTED),
        ("video", Status.UNVERIFIED),
        ("soldier", Status.UNVERIFIED),
        ("", Status.UNVERIFIED),
        ("nobody", Status.UNVERIFIED),
    ],
)
def test_the_default_status_follows_from_the_chain(source: str, expected: Status) -> None:
    quote = made_quote(source, "x")
    graph = judged(quote)
    assert default_status(graph, quote, KINDS.unverified) is expected
    assert status_of(graph, quote, KINDS.unverified) is expected


@pytest.mark.parametrize("identified", [Identified.CLAIMED, Identified.UNNAMED])
def test_a_speaker_who_is_not_named_is_not_quoted_as_attributed(identified: Identified) -> None:
    quote = made_quote("man", "x")
    graph = judged(quote, made_source("man", identified=identified))
    assert default_status(graph, quote, KINDS.unverified) is Status.UNVERIFIED


def test_the_editor_s_status_goes_before_the_default() -> None:
    quote = made_quote("video", "x", status=Status.OPINION)
    graph = judged(quote)
    assert status_of(graph, quote, KINDS.unverified) is Status.OPINION


def test_a_captive_is_found_behind_the_material_that_holds_the_words() -> None:
    for source in ("soldier", "video", "channel"):
        quote = made_quote(source, "x")
        captive = captive_of(judged(quote), quote, KINDS.unverified)
        assert captive is not None
        assert captive.id == "soldier"


def test_an_official_s_words_are_not_those_of_the_captive_they_speak_of() -> None:
    ministry = made_source("ministry", "soldier", kind="official-statement")
    quote = made_quote("ministry", "x")
    graph = judged(quote, ministry, made_source("soldier", circumstances=Circumstances.CAPTIVE))
    assert captive_of(graph, quote, KINDS.unverified) is None
    assert captive_of(graph, made_quote("nobody", "x"), KINDS.unverified) is None


def test_material_in_a_diamond_is_looked_at_once() -> None:
    sources = [
        made_source("post", "left", "right", kind="video"),
        made_source("left", "end", kind="video"),
        made_source("right", "end", kind="video"),
        made_source("end", kind="video"),
    ]
    quote = made_quote("post", "x")
    assert captive_of(judged(quote, *sources), quote, KINDS.unverified) is None


def test_our_own_check_and_one_by_somebody_outside_the_article_are_independent() -> None:
    for by in ("us", "", "Port authority of Arnholm"):
        assert bond("ministry", by) is None


def test_a_check_by_who_stands_on_the_chain_is_not_independent() -> None:
    assert bond("ministry", "post") == Bond(Tie.ON_CHAIN, "post")
    assert bond("ministry", "ministry") == Bond(Tie.ON_CHAIN, "ministry")


def test_a_check_by_the_publisher_is_not_independent() -> None:
    assert bond("ministry", "courier") == Bond(Tie.ON_CHAIN, "courier")


def test_two_outlets_with_one_origin_are_one_source() -> None:
    assert bond("ministry", "herald") == Bond(Tie.ORIGIN, "ministry")


def test_a_check_by_an_origin_of_the_quote_s_source_is_not_independent() -> None:
    assert bond("video", "soldier") == Bond(Tie.ORIGIN, "soldier")


def test_the_nearest_common_origin_is_named() -> None:
    sources = [made_source("a", "c"), made_source("b", "c"), made_source("c", "d"), made_source("d")]
    quote = made_quote("a", "x")
    found = bond_with_quote(judged(quote, *sources), quote, made_check("b"), KINDS.relaying)
    assert found == Bond(Tie.ORIGIN, "c")


def test_an_outlet_that_does_not_say_whom_it_relays_proves_nothing() -> None:
    assert bond("ministry", "gazette") == Bond(Tie.UNKNOWN_ORIGIN, "gazette")
    assert bond("ministry", "tribune") == Bond(Tie.UNKNOWN_ORIGIN, "wire")


def test_an_outlet_with_a_witness_of_its_own_is_independent() -> None:
    assert bond("ministry", "reporter-paper") is None
    assert bond("ministry", "doctor") is None


def test_a_check_that_reached_the_publisher_by_the_same_way_is_not_independent() -> None:
    sources = [
        made_source("post", "ministry", "doctor", kind="news-report"),
        made_source("ministry"),
        made_source("doctor"),
    ]
    quote = made_quote("ministry", "x")
    found = bond_with_quote(judged(quote, *sources), quote, made_check("doctor"), KINDS.relaying)
    assert found == Bond(Tie.ONE_WAY, "post")


def test_a_check_that_reached_the_publisher_by_a_second_way_too_is_independent() -> None:
    sources = [
        made_source("post", "ministry", "doctor", kind="news-report"),
        made_source("paper", "doctor", kind="news-report"),
        made_source("ministry"),
        made_source("doctor"),
    ]
    quote = made_quote("ministry", "x")
    assert bond_with_quote(judged(quote, *sources), quote, made_check("doctor"), KINDS.relaying) is None


def test_a_check_by_a_source_that_nothing_leads_to_is_not_independent() -> None:
    sources = [made_source("ministry"), made_source("a", "b"), made_source("b", "a")]
    quote = made_quote("ministry", "x")
    assert bond_with_quote(judged(quote, *sources), quote, made_check("a"), KINDS.relaying) == Bond(Tie.ONE_WAY, "a")


def test_two_checks_by_one_checker_are_one() -> None:
    graph = judged(made_quote("ministry", "x"))
    for first, second, name in [("us", "Us", "us"), ("", "us", "us"), ("Port  office", "port office", "Port  office")]:
        found = bond_between(graph, made_check(first), made_check(second), KINDS.relaying)
        assert found == Bond(Tie.SAME, name)
    assert bond_between(graph, made_check("us"), made_check("Port office"), KINDS.relaying) is None
    assert bond_between(graph, made_check("us"), made_check("doctor"), KINDS.relaying) is None


def test_checks_by_outlets_with_one_origin_are_tied() -> None:
    graph = judged(made_quote("doctor", "x"))
    assert bond_between(graph, made_check("post"), made_check("herald"), KINDS.relaying) == Bond(Tie.ORIGIN, "ministry")
    assert bond_between(graph, made_check("doctor"), made_check("reporter-paper"), KINDS.relaying) is None


def independent(graph: Graph, first: str, second: str) -> bool:
    checks = made_check(first), made_check(second)
    return not any(bond_between(graph, *pair, KINDS.relaying) for pair in (checks, checks[::-1]))


def test_independence_is_mutual() -> None:
    graph = judged(made_quote("doctor", "x"))
    assert independent(graph, "doctor", "reporter-paper")
    assert independent(graph, "reporter-paper", "doctor")
    assert not independent(graph, "doctor", "gazette")
    assert not independent(graph, "gazette", "doctor")
    assert not independent(graph, "doctor", "doctor")
