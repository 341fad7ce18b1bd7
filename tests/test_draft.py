"""Drafted annotation files: proposals that an editor completes."""

import re
from pathlib import Path

import pytest
import yaml
from drafting import FIRE, KINDS, WORDS, article_of, findings_of, fire_analysis, read_back, said, shown, span_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from sitegen.compose import Desk
from sitegen.config import Settings
from sitegen.draft import Findings, draft
from sitegen.draft.files import SCHEMA
from sitegen.draft.text import block, comment, listed
from sitegen.model.analysis import (
    Analysis,
    Answer,
    Chain,
    Evidence,
    Hop,
    OpenQuestion,
    ProposedCaveat,
    ReportedCheck,
    Speaker,
    Statement,
)
from sitegen.model.article import Article, Span
from sitegen.model.graph import Graph
from sitegen.model.vocabulary import Basis, CheckObject, CheckResult, Identified, State, Status
from sitegen.problems import has_errors
from sitegen.read import annotation_schema
from sitegen.tree import Table, Text, read_tree, yaml_text


@pytest.fixture
def fire(tmp_path: Path) -> Article:
    """Return an article about a fire."""
    return article_of(tmp_path, FIRE)


@pytest.fixture
def drafted(fire: Article) -> str:
    """Return its draft."""
    return draft(findings_of(fire, fire_analysis(fire)), "../schema.json")


# ---- the file as a whole


def test_the_first_line_names_the_schema(drafted: str) -> None:
    assert drafted.startswith("# yaml-language-server: $schema=../schema.json\n")


def test_a_draft_is_sound_as_it_stands_and_is_not_published(tmp_path: Path, fire: Article, drafted: str) -> None:
    annotations, problems = read_back(tmp_path, fire, drafted)
    assert problems == []
    assert annotations.about.state is State.DRAFT


def test_the_facts_of_the_article_are_filled_in(tmp_path: Path, fire: Article, drafted: str) -> None:
    facts = read_back(tmp_path, fire, drafted)[0].facts
    assert facts.title == "Fire at the harbour of Port Almery"
    assert facts.authors == ("Ines Corvell",)
    assert facts.published == "2024-03-04T09:15"
    assert "“IST” means several zones: add the offset" in drafted


def test_a_zone_that_the_settings_explain_is_not_asked_about(fire: Article) -> None:
    analysis = fire_analysis(fire)
    known = Findings(fire, analysis, Desk(Settings(zones={"IST": "+05:30"}), WORDS, KINDS))
    assert "means several zones" not in draft(known, SCHEMA)


def test_publisher_and_address_are_taken_as_given(tmp_path: Path, fire: Article) -> None:
    given_ = {"publisher": 'The "Almery" Gazette: online', "url": "https://example.org/fire?a=b#c"}
    text = draft(findings_of(fire, fire_analysis(fire), **given_), SCHEMA)
    annotations, problems = read_back(tmp_path, fire, text)
    assert problems == []
    assert annotations.facts.url == given_["url"]
    assert {source.name for source in annotations.sources if source.id == annotations.facts.publisher} == {
        given_["publisher"]
    }


def test_an_article_in_which_nothing_was_found_gives_a_sound_draft(tmp_path: Path) -> None:
    article = article_of(tmp_path, "Rain expected\n\nIt will rain.\n")
    text = draft(findings_of(article, Analysis("test")), SCHEMA)
    annotations, problems = read_back(tmp_path, article, text)
    assert problems == []
    assert not annotations.quotes
    assert "# published:" in text
    assert "# authors:" in text


def test_editors_that_know_the_schema_find_nothing_wrong(tmp_path: Path, drafted: str) -> None:
    empty = article_of(tmp_path, "Rain expected\n\nIt will rain.\n")
    for text in (drafted, draft(findings_of(empty, Analysis("test")), SCHEMA)):
        Draft202012Validator(annotation_schema()).validate(yaml.safe_load(text))


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


# ---- gaps and caveats


def test_what_is_left_open_becomes_a_gap_to_be_worded(tmp_path: Path, fire: Article, drafted: str) -> None:
    gaps = read_back(tmp_path, fire, drafted)[0].gaps
    assert [(gap.passage, gap.result) for gap in gaps] == [
        ("It was not revealed what the warehouse held.", "not-revealed")
    ]


def test_gaps_take_no_more_prose_than_a_brief_may_print(tmp_path: Path) -> None:
    article = article_of(tmp_path, "Fire\n\nIt was not revealed who came. It is unclear why they came.\n")
    sentences = ("It was not revealed who came.", "It is unclear why they came.")
    spans = [span_of(article, each) for each in sentences]
    analysis = Analysis("test", open_questions=tuple(OpenQuestion("unknown", span, span) for span in spans))
    text = draft(findings_of(article, analysis), SCHEMA)
    annotations, problems = read_back(tmp_path, article, text)
    assert problems == []
    assert annotations.gaps == ()
    assert all(f"  # line 3: “{sentence}”" in text for sentence in sentences)


def test_a_caveat_is_proposed_about_the_quotes_that_show_it(tmp_path: Path, fire: Article, drafted: str) -> None:
    caveats = read_back(tmp_path, fire, drafted)[0].caveats
    assert [(caveat.kind, caveat.about) for caveat in caveats] == [("redaction", ("quote-3",))]


def test_a_caveat_that_no_quote_shows_is_a_comment_that_can_be_uncommented(
    tmp_path: Path, fire: Article, drafted: str
) -> None:
    lines = re.sub(r"(?m)^  # (- kind: second-hand|  text: \"Words in)", r"  \1", drafted)
    annotations, problems = read_back(tmp_path, fire, lines)
    assert problems == []
    assert [caveat.kind for caveat in annotations.caveats] == ["redaction", "second-hand"]


# ---- texts


@given(st.text())
def test_a_quoted_text_is_read_back_as_it_was(text: str) -> None:
    node, problems = read_tree(f"summary: {yaml_text(text)}\n", "a.yaml")
    assert problems == []
    assert isinstance(node, Table)
    value = node.get("summary")
    assert isinstance(value, Text)
    assert value.value == text


@given(st.lists(st.text(min_size=1), min_size=1), st.text(), st.integers(0, 8))
def test_texts_cannot_break_out_of_lists_blocks_and_comments(texts: list[str], text: str, indent: int) -> None:
    folded = " ".join(text.split())
    lines = [comment(text, indent), f"authors: {listed(texts)}", *block("summary", folded)]
    node, problems = read_tree("\n".join(lines) + "\n", "a.yaml")
    assert problems == []
    assert isinstance(node, Table)
    assert [key.value for key, _ in node.pairs] == ["authors", "summary"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_whatever_an_article_says_its_draft_has_no_errors(tmp_path: Path, data: st.DataObject) -> None:
    words = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12), min_size=5)
    text = " ".join(["Headline\n\nBody", *data.draw(words), '"one two three four five"', *data.draw(words)])
    article = article_of(tmp_path, text)
    spans = st.tuples(st.integers(0, len(article.text)), st.integers(0, len(article.text))).map(sorted)
    drawn = [Span(*data.draw(spans)) for _ in range(8)]
    known = ["Ada", "Reuters", "a docker", "US media", "Ada Orrel's lawyer", "port officials", "gazette"]
    names = st.one_of(st.sampled_from(known), st.text(max_size=20))
    hops = st.builds(
        Hop, names, st.sampled_from(sorted(KINDS.sources)), st.just(drawn[4]), st.sampled_from([None, drawn[5]])
    )
    analysis = Analysis(
        "test",
        statements=tuple(
            Statement(span, direct=True, speaker=Speaker(span, data.draw(names), 0.5)) for span in drawn[:4]
        ),
        chains=tuple(Chain(span, tuple(data.draw(st.lists(hops, max_size=4)))) for span in drawn[:3]),
        checks=(ReportedCheck(CheckResult.REFUTED, drawn[4], drawn[4], CheckObject.PLACE, data.draw(names)),),
        answers=(Answer("denied", drawn[5], drawn[5], data.draw(names)),),
        open_questions=tuple(OpenQuestion("unknown", span, span) for span in drawn[4:6]),
        evidence=(Evidence("video", is_signal=False, cue=drawn[6], sentence=drawn[6]),),
        caveats=(
            ProposedCaveat("redaction", "signals.masking.caveat", drawn[7], drawn[7], about=(drawn[0],)),
            ProposedCaveat("figure", "proposed.figure", drawn[6], drawn[6], (("source", data.draw(names)),)),
        ),
        summary=tuple(drawn[:2]),
    )
    publisher = data.draw(st.one_of(st.just(""), names))
    text = draft(findings_of(article, analysis, publisher=publisher), SCHEMA)
    _, problems = read_back(tmp_path, article, text)
    assert not has_errors(problems), problems
