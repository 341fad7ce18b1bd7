"""Drafted quotes and sources: what is proposed, what is left to the editor, and what is asked."""

from pathlib import Path

import pytest
from drafting import KINDS, article_of, findings_of, fire_analysis, read_back, said, shown, span_of

from sitegen.draft import draft
from sitegen.draft.files import SCHEMA
from sitegen.model.analysis import Analysis, Chain, Hop, Speaker, Statement
from sitegen.model.article import Article
from sitegen.model.graph import Graph
from sitegen.model.vocabulary import Basis, Identified, Status
from sitegen.problems import has_errors

# ---- quotes


def test_quotes_stand_in_the_order_of_the_article_with_their_speakers(
    tmp_path: Path, fire: Article, drafted: str
) -> None:
    quotes = read_back(tmp_path, fire, drafted)[0].quotes
    assert [(quote.parts[0], quote.source) for quote in quotes] == [
        ("Nobody was in the warehouse when it began", "dana-orrel"),
        ("We saw two men run", "docker"),
        ("The f****** gate was open all night, as it always is", "docker-2"),
    ]


def test_a_quote_whose_chain_is_not_stated_throughout_says_so(tmp_path: Path, fire: Article, drafted: str) -> None:
    quotes = read_back(tmp_path, fire, drafted)[0].quotes
    assert [quote.basis for quote in quotes] == [Basis.STATED, Basis.STATED, Basis.INFERRED]


def test_whom_a_pronoun_is_taken_for_is_asked(fire: Article) -> None:
    he = Speaker(span_of(fire, "he"), "Dana Orrel", 0.9, 0.8)
    statement = Statement(span_of(fire, "We saw two men run"), direct=True, speaker=he)
    text = draft(findings_of(fire, Analysis("test", statements=(statement,))), SCHEMA)
    assert "    # “he” here is taken for Dana Orrel: is it so?\n" in text


def test_words_that_stand_twice_are_told_apart(tmp_path: Path, fire: Article, drafted: str) -> None:
    quotes = read_back(tmp_path, fire, drafted)[0].quotes
    assert [quote.occurrence for quote in quotes] == [0, 1, 0]


def test_the_second_of_two_places_is_named_where_its_speaker_is_known(tmp_path: Path, fire: Article) -> None:
    again = fire.text.index("We saw") + 1
    statements = (said(fire, "We saw two men run", ""), said(fire, "We saw two men run", "Orrel", start=again))
    text = draft(findings_of(fire, Analysis("test", statements=statements)), SCHEMA)
    annotations, problems = read_back(tmp_path, fire, text)
    assert problems == []
    assert [(quote.source, quote.occurrence) for quote in annotations.quotes] == [("orrel", 2)]


def test_statements_that_are_not_proposed_stand_as_comments(drafted: str) -> None:
    assert "    # line 11, direct, he: We saw two men run\n" in drafted
    assert "    # line 11, direct, Orrel: Not now.\n" in drafted
    assert "    # line 8, reported, speaker not found: The cause was said to be a cable\n" in drafted


def test_a_quote_without_a_speaker_asks_who_says_it(tmp_path: Path, fire: Article) -> None:
    analysis = Analysis("test", statements=(said(fire, "Nobody was in the warehouse when it began,", ""),))
    text = draft(findings_of(fire, analysis), SCHEMA)
    annotations, problems = read_back(tmp_path, fire, text)
    assert not has_errors(problems)
    assert annotations.quotes[0].source == ""
    assert "# source: …    # who says this?" in text


def test_what_is_reported_but_not_quoted_is_not_proposed(fire: Article) -> None:
    reported = Statement(span_of(fire, "A fire broke out in the harbour"), direct=False)
    text = draft(findings_of(fire, Analysis("test", reports=(reported,))), SCHEMA)
    assert "- id: quote-1" not in text
    assert "# line 6, reported, speaker not found: A fire broke out in the harbour" in text


def test_words_of_a_caption_are_not_proposed(tmp_path: Path) -> None:
    text = "Fire\n\nThe harbour burned. It burned for a long time and nobody came.\n\nThe gate of the harbour(AP)\n"
    article = article_of(tmp_path, text)
    caption = Statement(span_of(article, "The gate of the harbour"), direct=True)
    assert "- id: quote-1" not in draft(findings_of(article, Analysis("test", statements=(caption,))), SCHEMA)


def test_no_more_is_proposed_than_a_brief_may_print(tmp_path: Path) -> None:
    quotes = [f'"{word} one two three four five six seven," said Ada.' for word in ("Aa", "Bb", "Cc", "Dd")]
    article = article_of(tmp_path, "Headline here\n\n" + " ".join(quotes) + "\n")
    statements = tuple(said(article, quote.split('"')[1], "Ada") for quote in quotes)
    text = draft(findings_of(article, Analysis("test", statements=statements)), SCHEMA)
    annotations, problems = read_back(tmp_path, article, text)
    assert problems == []
    assert 0 < len(annotations.quotes) < len(quotes)


# ---- sources


def test_chains_become_sources_that_come_from_one_another(tmp_path: Path, fire: Article, drafted: str) -> None:
    sources = {source.id: source for source in read_back(tmp_path, fire, drafted)[0].sources}
    assert sources["dana-orrel"].identified is Identified.NAMED
    assert sources["docker"].identified is Identified.UNNAMED
    assert [(hop.source, hop.basis) for hop in sources["almery-gazette"].hops] == [("docker", Basis.STATED)]
    assert sources["video-on-telegram"].kind == "video"
    assert sources["video-on-telegram"].material.released_by == "not-stated"
    assert [hop.basis for hop in sources["video-on-telegram"].hops] == [Basis.INFERRED]


def test_a_named_person_who_is_reported_to_say_so_is_attributed(tmp_path: Path, fire: Article, drafted: str) -> None:
    quotes = read_back(tmp_path, fire, drafted)[0].quotes
    assert [quote.standing.status for quote in quotes] == [Status.ATTRIBUTED, Status.UNVERIFIED, Status.UNVERIFIED]


def test_what_stands_in_the_paragraph_of_a_video_is_not_attributed(tmp_path: Path, fire: Article) -> None:
    statement = said(fire, "Nobody was in the warehouse when it began,", "Chief Dana Orrel", "Dana Orrel")
    seen = shown(fire, "video", "the harbour on Monday", "the harbour on Monday")
    text = draft(findings_of(fire, Analysis("test", statements=(statement,), evidence=(seen,))), SCHEMA)
    assert read_back(tmp_path, fire, text)[0].quotes[0].standing.status is Status.UNVERIFIED


def test_checks_that_the_article_mentions_stand_with_the_quotes_that_need_them(
    tmp_path: Path, fire: Article, drafted: str
) -> None:
    quotes = read_back(tmp_path, fire, drafted)[0].quotes
    assert [len(quote.standing.checks) for quote in quotes] == [0, 0, 1]
    assert (quotes[2].standing.checks[0].by, quotes[2].standing.checks[0].how) == ("Reuters", "said again.")


def test_answers_stand_as_comments_since_only_a_reader_knows_to_what(drafted: str) -> None:
    assert "    # response: declined # Dana Orrel, line 11: “No. Not now.”\n" in drafted


def test_the_questions_of_a_kind_stand_beside_what_they_ask_about(drafted: str) -> None:
    after = drafted.partition("kind: video\n")[2].partition("\n  # line")[0]
    asked = " ".join(line.strip(" #") for line in after.splitlines())
    assert " ".join(KINDS.sources["video"].ask) in asked
    assert "line 8: “A video shared on Telegram shows two men who run away.”" in drafted


def test_what_no_quote_rests_on_is_a_comment(tmp_path: Path, fire: Article, drafted: str) -> None:
    assert "# Statement by an official body? Add it (kind: official-statement) if a quote rests on it." in drafted
    assert "# Photograph? Add it (kind: photograph) if a quote rests on it." in drafted
    kinds = {source.kind for source in read_back(tmp_path, fire, drafted)[0].sources}
    assert kinds == {"news-report", "person", "video"}


def test_who_is_quoted_directly_and_through_another_has_a_way_for_each_quote(tmp_path: Path, fire: Article) -> None:
    men = said(fire, "We saw two men run", "a docker", "Ada Orrel")
    analysis = Analysis(
        "test",
        statements=(said(fire, "Nobody was in the warehouse when it began,", "Chief Dana Orrel", "Ada Orrel"), men),
        chains=(Chain(men.span, (Hop("Almery Gazette", "news-report"), Hop("Ada Orrel", "person"))),),
    )
    annotations, problems = read_back(tmp_path, fire, draft(findings_of(fire, analysis, publisher="Courier"), SCHEMA))
    assert problems == []
    assert [quote.via for quote in annotations.quotes] == [("publisher",), ("almery-gazette",)]
    assert "    via: [publisher]    # straight from the publisher\n" in draft(
        findings_of(fire, analysis, publisher="Courier"), SCHEMA
    )
    graph = Graph.of(annotations)
    ways = [graph.between(quote.source, quote.via) for quote in annotations.quotes]
    assert ways == [("publisher", "ada-orrel"), ("publisher", "almery-gazette", "ada-orrel")]


def test_a_publisher_whose_name_looks_like_an_id_is_named_among_the_sources(tmp_path: Path, fire: Article) -> None:
    text = draft(findings_of(fire, fire_analysis(fire), publisher="checkout"), SCHEMA)
    annotations, problems = read_back(tmp_path, fire, text)
    assert problems == []
    assert [source.name for source in annotations.sources if source.id == annotations.facts.publisher] == ["checkout"]


@pytest.mark.parametrize("name", ["Ada Orrel’s lawyer", "billionaire of his hiring process at Orrel"])
def test_what_only_has_a_name_in_it_names_nobody(tmp_path: Path, fire: Article, name: str) -> None:
    statement = said(fire, "Nobody was in the warehouse when it began,", "Chief Dana Orrel", name)
    text = draft(findings_of(fire, Analysis("test", statements=(statement,))), SCHEMA)
    annotations, problems = read_back(tmp_path, fire, text)
    assert problems == []
    assert annotations.quotes[0].standing.status is Status.UNVERIFIED
    assert annotations.sources[-1].identified is Identified.UNNAMED


def test_sources_with_one_name_in_other_letters_have_ids_of_their_own(tmp_path: Path, fire: Article) -> None:
    names = ("Quote 1", "quote 1", "Дана", "Орел")
    quotes = ("Nobody was in the warehouse when it began,", "We saw two men run", "The f****** gate was open all night")
    statements = tuple(said(fire, words, "Orrel", name) for words, name in zip(quotes, names[1:], strict=True))
    annotations, problems = read_back(
        tmp_path, fire, draft(findings_of(fire, Analysis("test", statements=statements)), SCHEMA)
    )
    assert problems == []
    assert {source.id for source in annotations.sources} >= {"source-quote-1", "source", "source-2"}


def test_an_outlet_that_is_the_publisher_is_no_source_of_its_own(fire: Article, drafted: str) -> None:
    assert "  almery-gazette:\n" in drafted
    for publisher in ("The Almery Gazette", "Greater Almery Gazette"):
        text = draft(findings_of(fire, fire_analysis(fire), publisher=publisher), SCHEMA)
        assert "  almery-gazette:\n" not in text
