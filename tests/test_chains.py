"""Chains on the given article, and what cases cannot show of them."""

from pathlib import Path

import pytest
from readings import _tools

from sitegen.analyse import analyse
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.read.article import understand
from sitegen.read.decoding import Decoded

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
    assert [(hop.name, hop.kind) for hop in chain.hops] == hops


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
