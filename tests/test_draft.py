"""Drafted annotation files: proposals that an editor completes."""

import re
from pathlib import Path

import pytest
import yaml
from drafting import KINDS, WORDS, article_of, findings_of, fire_analysis, read_back, span_of
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
from sitegen.model.vocabulary import CheckObject, CheckResult, State
from sitegen.problems import has_errors
from sitegen.read.schema import annotation_schema
from sitegen.tree import Table, Text, read_tree, yaml_text

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


@pytest.mark.parametrize("blank", ["", " ", "\x85"])
def test_white_space_is_no_publisher(tmp_path: Path, blank: str) -> None:
    article = article_of(tmp_path, "Headline\n\nThe harbour is closed.")
    text = draft(findings_of(article, Analysis("test"), publisher=blank), SCHEMA)
    assert 'publisher: "(not stated)"' in text


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
