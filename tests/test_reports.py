"""Reports: what cases cannot show; the cases are in cases/reading/reports.md."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.analyse import Model, find_model
from sitegen.analyse.columns import Columns
from sitegen.analyse.parsing import Parse, parse
from sitegen.analyse.reading import Reading
from sitegen.analyse.reports import find_reports
from sitegen.analyse.reports.candidates import Candidate, Cue, candidates_in
from sitegen.analyse.reports.cues import CLASSES, HEARSAY, NOUNS, VERBS
from sitegen.analyse.reports.features import features_of, features_of_cue, features_of_stretch
from sitegen.analyse.reports.quoted import is_told, quoted_in
from sitegen.analyse.reports.ranking import Ranked, choose, probability_of, weight_of
from sitegen.analyse.reports.sources import mention_of, source_of_noun, source_of_verb
from sitegen.analyse.reports.spans import completed, shorter, trimmed
from sitegen.analyse.reports.weights import WEIGHTS
from sitegen.analyse.speech import find_statements
from sitegen.kinds import load_kinds
from sitegen.model.analysis import Statement
from sitegen.model.article import Article, Role
from sitegen.read.article import understand
from sitegen.read.decoding import Decoded

REAL = Path(__file__).parents[1] / "seeds" / "000_142de1610ce160bf.txt"
CUE = Cue(0, 0, "say", "say", None)


@cache
def reading_of(text: str) -> Reading:
    model = find_model("")
    assert isinstance(model, Model), model
    article = understand(Decoded(text, "utf-8", ""), "seeds/case.txt", {})
    return Reading(article, parse(article, model.package), load_kinds())


def body(text: str) -> Parse:
    """Parse one paragraph of an article."""
    parses = reading_of(f"Ferry runs aground\n\n{text}").parses
    return next(each for each in parses if each.piece.role is Role.BODY)


def words(text: str) -> Columns:
    return body(text).columns


def reports_in(text: str) -> tuple[Article, list[Statement]]:
    reading = reading_of(text)
    return reading.article, list(find_reports(reading, list(find_statements(reading))))


def said(found: Columns, stretch: tuple[int, int] | None) -> str:
    """Return the words of a stretch of tokens, "" where there is none."""
    return " ".join(found.texts[stretch[0] : stretch[1] + 1]) if stretch else ""


def test_the_given_article_reports_what_it_says_in_its_own_words() -> None:
    article, reports = reports_in(REAL.read_text(encoding="utf-8"))
    found = {article.words_at(each.span): each.speaker and article.words_at(each.speaker.mention) for each in reports}
    assert {
        "the two were discussing an incident relating to another soldier shooting at his own comrades": (
            "Ukrainian military intelligence"
        ),
        'a soldier from his brigade had "lost his grip" and began shooting at the other members of the unit': (
            "one of the soldiers"
        ),
        "to have been killed": None,
        "they would not return to the front lines": "a Russian unit",
        "he was removed from his post": "who",
    }.items() <= found.items()


def test_lists_say_what_the_parse_says() -> None:
    read = body("Lopez, who runs the port, said that the ferry left. Nobody saw it.")
    lists, tokens = read.columns, list(read.doc)
    assert lists.texts == [token.text for token in tokens]
    assert lists.lowers == [token.lower_ for token in tokens]
    assert lists.names == [token.ent_type_ for token in tokens]
    assert lists.tags == [token.tag_ for token in tokens]
    assert lists.deps == [token.dep_ for token in tokens]
    assert lists.heads == [token.head.i for token in tokens]
    assert [sorted(each) for each in lists.children] == [[child.i for child in token.children] for token in tokens]
    assert lists.firsts == [token.left_edge.i for token in tokens]
    assert lists.lasts == [token.right_edge.i for token in tokens]
    assert [lists.sentence(at) for at in range(len(tokens))] == [
        (token.sent.start, token.sent.end - 1) for token in tokens
    ]


def test_a_stretch_loses_marks_and_that_at_its_edges() -> None:
    found = words("Lopez said that, in the end, the ferry left.")
    assert said(found, trimmed(found, 2, len(found.texts) - 1)) == "in the end , the ferry left"


def test_a_stretch_that_says_nothing_is_none() -> None:
    found = words("Ortega praised the crew.")
    assert trimmed(found, 2, 3) is None
    assert trimmed(found, 4, 4) is None


@pytest.mark.parametrize(
    ("text", "first", "last", "kept"),
    [
        ("“ The ferry left ” , said Lopez", 0, 5, "The ferry left"),
        ("the ferry “ left us alone ” , said Lopez", 0, 5, "the ferry “ left us alone ”"),
        ("” The ferry left us alone", 0, 5, "The ferry left us alone"),
        ("the ferry left us alone “ and", 0, 5, "the ferry left us alone"),
        ("the ferry “ left us alone and", 0, 5, "the ferry “ left us alone"),
    ],
)
def test_quotation_marks_go_or_stay_in_pairs(text: str, first: int, last: int, kept: str) -> None:
    found = words(text)
    assert said(found, trimmed(found, first, last)) == kept


def test_a_stretch_can_end_at_a_mark_inside_it() -> None:
    found = words("Lopez said the ferry left at nine on Monday evening, which surprised the guards.")
    ends = [said(found, stretch) for stretch in shorter(found, 2, len(found.texts) - 1)]
    assert ends == ["the ferry left at nine on Monday evening"]


def test_a_quotation_is_completed_to_either_side() -> None:
    found = words("“ It sank . It was old ” , but nobody “ saw it . We slept ” , he said")
    marks = [token for token, form in enumerate(found.texts) if form in "“”"]
    assert list(completed(found, marks[0] + 4, marks[1] + 3)) == [(marks[0], marks[1] + 3)]
    assert list(completed(found, marks[1] + 2, marks[2] + 3)) == [(marks[1] + 2, marks[3])]
    assert list(completed(found, marks[0] + 1, marks[1] - 1)) == []
    alone = words("the ferry “ left us alone")
    assert list(completed(alone, 0, 4)) == []


def test_of_what_overlaps_the_likeliest_is_chosen() -> None:
    other = Cue(1, 1, "add", "say", None)
    likely, shorter_one = Candidate(CUE, "ccomp", 2, 20, (2, 20)), Candidate(CUE, "ccomp", 2, 9, (2, 20))
    same, inside = Candidate(other, "ccomp", 3, 20, (3, 20)), Candidate(other, "ccomp", 15, 20, (15, 20))
    ranked = [Ranked(each, chance) for each, chance in ((shorter_one, 0.7), (likely, 0.8), (same, 0.6), (inside, 0.5))]
    assert [each.candidate for each in choose(ranked)] == [likely, inside]


def test_what_is_said_needs_less_certainty_than_what_is_wanted() -> None:
    wanted = Candidate(Cue(0, 0, "want", "want", None), "xcomp", 2, 9, (2, 9))
    for candidate, least in ((wanted, 0.5), (Candidate(CUE, "ccomp", 2, 9, (2, 9)), 0.4)):
        assert choose([Ranked(candidate, least)])
        assert not choose([Ranked(candidate, least - 0.01)])
    assert choose([Ranked(Candidate(CUE, "ccomp-around", 2, 9, (2, 9)), 0.3)])
    assert not choose([Ranked(Candidate(CUE, "dobj", 2, 9, (2, 9)), 0.49)])


def test_a_candidate_without_features_is_unlikely() -> None:
    assert probability_of(weight_of([])) < 0.1
    assert weight_of(["an unknown feature"]) == weight_of([])


def test_what_speaks_for_a_cue_is_the_same_for_all_its_stretches_of_a_pattern() -> None:
    columns = words("Mr. Ortega said on Monday that the crew, who had been drinking, left the harbour before dawn.")
    quoted = [False] * len(columns.texts)
    told: dict[tuple[int, str], set[tuple[str, ...]]] = {}
    for each in candidates_in(columns):
        of_cue = tuple(features_of_cue(columns, each, quoted))
        told.setdefault((each.cue.first, each.pattern), set()).add(of_cue)
        assert (*of_cue, *features_of_stretch(columns, each, quoted)) == tuple(features_of(columns, each, quoted))
    assert len(list(candidates_in(columns))) > len(told)
    assert all(len(features) == 1 for features in told.values())


def test_the_table_of_weights_names_cues_that_there_are() -> None:
    lemmas = {name.removeprefix("cue=") for name in WEIGHTS if name.startswith("cue=")}
    assert lemmas
    assert lemmas <= {*CLASSES, *NOUNS.values(), *HEARSAY, "according to"}


@pytest.mark.parametrize(
    ("form", "verb"), [("said", "say"), ("denied", "deny"), ("admitted", "admit"), ("told", "tell")]
)
def test_a_verb_is_known_by_its_forms(form: str, verb: str) -> None:
    assert VERBS[form] == verb


@pytest.mark.parametrize(
    ("text", "noun", "source"),
    [
        ("Ortega’s suggestion that the crew had been drinking angered them.", "suggestion", "Ortega"),
        ("There was a suggestion from the union that the owner had known.", "suggestion", "the union"),
        ("Lopez made a promise to pay.", "promise", "Lopez"),
        ("The claim that they drank is old.", "claim", ""),
    ],
)
def test_a_noun_tells_whose_it_is(text: str, noun: str, source: str) -> None:
    found = words(text)
    owner = source_of_noun(found, found.lowers.index(noun))
    assert said(found, None if owner is None else mention_of(found, owner)) == source


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("Residents were told by the council that the water was safe.", "told", "the council"),
        ("Residents were told that the water was safe.", "told", ""),
        ("They met a man warning of the storm.", "warning", "a man"),
        ("The judge ordered the owner to say where the ferry was.", "say", "the owner"),
        ("The council of the old harbour, which never met, denied it.", "denied", "The council of the old harbour"),
    ],
)
def test_a_verb_tells_who_says_it(text: str, verb: str, source: str) -> None:
    found = words(text)
    subject = source_of_verb(found, found.lowers.index(verb))
    assert said(found, None if subject is None else mention_of(found, subject)) == source


def test_what_is_quoted_whole_is_told_once() -> None:
    reading = reading_of("Ferry runs aground\n\n“The tide was low that night,” said Maria Lopez.")
    quoted = quoted_in(reading.parses[1], list(find_statements(reading)))
    assert sum(quoted) == len(["The", "tide", "was", "low", "that", "night", ","])
    assert all(is_told(candidate, quoted) for candidate in candidates_in(reading.parses[1].columns))


def test_what_a_quoted_person_reports_is_left_to_the_quote() -> None:
    _, reports = reports_in("Ferry runs aground\n\n“The captain told me that the engine was broken,” said Maria Lopez.")
    assert not reports


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["said", "Lopez", "that", "“", "”", ",", ".", "left", "according", "to", "it"]), max_size=25
    )
)
def test_any_words_give_reports_inside_the_body(pieces: list[str]) -> None:
    article, reports = reports_in(f"Ferry runs aground\n\nThe ferry sank. {' '.join(pieces)}")
    story = [paragraph.span for paragraph in article.paragraphs_of(Role.BODY)]
    for report in reports:
        assert any(report.span in paragraph for paragraph in story)
        assert report.speaker is None or 0 < report.speaker.confidence < 1
