"""Chains on the given article, and what cases cannot show of them."""

from pathlib import Path

import pytest
from readings import _tools

from sitegen.analyse import analyse
from sitegen.analyse.chains.naming import Voices, bodies_in
from sitegen.analyse.chains.outlets import Outlets
from sitegen.analyse.chains.publisher import own_names
from sitegen.analyse.chains.sources import Sources
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Span
from sitegen.read.article import understand
from sitegen.read.decoding import Decoded

OUTLETS = Outlets(_tools()[1])
SEED = Path(__file__).parent.parent / "seeds" / "000_142de1610ce160bf.txt"
GUR = "Main Directorate of Intelligence (GUR)"
CALL = [("Kyiv Post", "news-report"), (GUR, "official-statement"), ("phone call", "intercepted-communication")]


@pytest.fixture(scope="module")
def article() -> Article:
    return understand(Decoded(SEED.read_text(encoding="utf-8"), "utf-8", ""), f"seeds/{SEED.name}", {})


@pytest.fixture(scope="module")
def analysis(article: Article) -> Analysis:
    return next(analyse([article], *_tools()))


@pytest.mark.parametrize(
    ("words", "hops"),
    [
        ("reveals the critical", CALL[:2]),
        ("Hi. Why didn't", [*CALL, ("the first soldier", "person")]),
        ("F***, yesterday", [*CALL, ("the second soldier", "person")]),
        ("Our guys shot him", [*CALL, ("the second soldier", "person")]),
        (
            "We've been locked",
            [("WarTranslated", "social-media-post"), ("video", "video"), ("one of the soldiers", "person")],
        ),
        (
            "Initially, upon",
            [("WarTranslated", "social-media-post"), ("another video", "video"), ("a soldier in the video", "person")],
        ),
        ("The Ukrainian Army", [("", "not-stated"), ("audio", "audio"), ("General Ivan Popov", "person")]),
    ],
)
def test_the_given_article_is_followed_to_whoever_speaks(
    article: Article, analysis: Analysis, words: str, hops: list[tuple[str, str]]
) -> None:
    direct = {statement.span for statement in analysis.statements}
    chain = next(
        chain
        for chain in analysis.chains
        if chain.statement in direct and article.words_at(chain.statement).startswith(words)
    )
    # Where one of the soldiers is found to speak in the call too, the one in the video is told from him.
    told_apart = "one of the soldiers in the video"
    found = [(hop.name.replace(told_apart, "one of the soldiers"), hop.kind) for hop in chain.hops]
    assert found == hops


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("reveals the critical", ["as per Kyiv Post", "said"]),
        ("Hi. Why didn't", [None, None, "at the beginning of the call", "said"]),
        ("Our guys shot him", [None, None, None, "added"]),
        ("Initially, upon", [None, "in the video", "said"]),
        ("The Ukrainian Army", [None, "in another audio", "saying"]),
    ],
)
def test_a_hop_that_no_words_beside_the_quote_show_is_inferred(
    article: Article, analysis: Analysis, words: str, shown: list[str | None]
) -> None:
    chain = next(chain for chain in analysis.chains if article.words_at(chain.statement).startswith(words))
    assert [hop.shown and article.words_at(hop.shown) for hop in chain.hops] == shown


def test_every_kind_of_a_hop_is_one_of_the_kinds_and_one_name_has_one_kind(analysis: Analysis) -> None:
    kinds = _tools()[1].sources
    hops = {(hop.name, hop.kind) for chain in analysis.chains for hop in chain.hops if hop.name}
    assert {kind for _, kind in hops} <= set(kinds)
    assert len({name for name, _ in hops}) == len(hops)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the Marlow Gazette", "Marlow Gazette"),
        ("the Interfax news agency", "Interfax"),
        ("French television station Canal Marlow", "Canal Marlow"),
        ("AP", "Associated Press"),
        ("the Marlow newspaper", "Marlow newspaper"),
        ("state television", "state television"),
        ("the Guardian", "Guardian"),
        ("the Post Office", ""),
        ("Central Harbour Agency", ""),
        ("Times Square", ""),
    ],
)
def test_an_outlet_is_known_by_its_name_or_its_noun(words: str, name: str) -> None:
    assert OUTLETS.named(words) == name


def test_an_outlet_is_found_among_other_words() -> None:
    assert OUTLETS.first_in("her cousin in Marlow") is None
    assert OUTLETS.first_in("Marlow News host Ada Quill") is not None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("MARLOW (Reuters) - The ferry ran aground.", {"Reuters"}),
        ("MARLOW (Monday) - The ferry ran aground.", set()),
        ("The Marlow Times could not independently verify the video.", {"Marlow Times"}),
        ("The police could not verify the video.", set()),
        ("He did not answer questions from the Marlow Times.", {"Marlow Times"}),
        ("He did not answer questions from the Council.", set()),
    ],
)
def test_the_publisher_is_the_outlet_that_signs_checks_and_asks(text: str, names: set[str]) -> None:
    assert own_names(text, OUTLETS) == names


def test_a_body_that_is_described_has_the_name_of_the_one_of_its_nation() -> None:
    named = [
        ("Marlovian intelligence", "Marlovian intelligence"),
        ("Chief Bureau of Intelligence (CBI)", "Marlovia's Chief Bureau of Intelligence"),
        ("Elbonian Bureau of Intelligence (EBI)", "Elbonian Bureau of Intelligence"),
    ]
    assert bodies_in(named) == {"Marlovian intelligence": "Chief Bureau of Intelligence (CBI)"}
    assert bodies_in([("intelligence", "intelligence"), *named[1:]]) == {}
    assert bodies_in(named[1:]) == {}


def test_a_report_by_a_body_is_the_body() -> None:
    credited = Sources(_tools()[1], OUTLETS, frozenset(), lambda _: "").credited
    assert credited("a report by the Tidewater Observatory") == "the Tidewater Observatory"
    assert credited("a report by the lake") == "a report by the lake"


def test_an_indefinite_mention_brings_in_another_and_a_definite_one_the_last() -> None:
    voices = Voices()
    said = [("a sailor", 10), ("the sailor", 30), ("A sailor", 50), ("the sailor", 70), ("a sailor", 90)]
    names = [voices.name_of(words.lower(), Span(at, at + len(words)), words) for words, at in said]
    assert names == ["a sailor", "a sailor", "another sailor", "another sailor", "a third sailor"]
    assert voices.name_of("Owen Hart", Span(0, 2), "he") == "Owen Hart"
