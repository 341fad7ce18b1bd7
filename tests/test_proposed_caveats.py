"""Proposed caveats: their wordings exist and fit, and the days that words mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readings import CASES, cases_in

from sitegen.analyse import Model, analyse, find_model
from sitegen.analyse.caveats.countries import countries_in, country_of
from sitegen.analyse.caveats.days import Days, dated_words, days_meant
from sitegen.analyse.caveats.ground import is_named
from sitegen.kinds import load_kinds
from sitegen.model.analysis import ProposedCaveat
from sitegen.read.article import understand
from sitegen.read.decoding import Decoded
from sitegen.words import load_words

WORDS = load_words("en")


@pytest.fixture(scope="module")
def proposed() -> list[ProposedCaveat]:
    """Return every caveat that the cases show."""
    model = find_model("")
    assert isinstance(model, Model)
    articles = [case.article for case in cases_in(CASES / "caveats.md")]
    return [caveat for analysis in analyse(articles, model, load_kinds()) for caveat in analysis.caveats]


def test_the_given_article_is_proposed_what_its_editor_wrote() -> None:
    model = find_model("")
    assert isinstance(model, Model)
    seed = next((CASES.parents[2] / "seeds").glob("000_*.txt"))
    article = understand(Decoded(seed.read_text(encoding="utf-8"), "utf-8", ""), f"seeds/{seed.name}", {})
    (analysis,) = analyse([article], model, load_kinds())
    kinds = {caveat.kind for caveat in analysis.caveats}
    editors = {"interested-party", "unverified", "second-hand", "translation", "redaction", "headline", "anonymous"}
    assert kinds >= {*editors, "provenance", "unknown", "dating"}
    dated = [dict(caveat.slots) for caveat in analysis.caveats if caveat.kind == "dating"]
    assert {"words": "Last week", "first": "2023-07-10", "last": "2023-07-16"} in dated
    assert {"words": "late last month", "day": "2023-06"} in dated


def test_every_wording_exists_and_its_slots_are_what_it_is_given(proposed: list[ProposedCaveat]) -> None:
    assert proposed
    for caveat in proposed:
        assert WORDS.slots_of(caveat.wording) == {name for name, _ in caveat.slots}, caveat
        assert all(value for _, value in caveat.slots), caveat
        assert WORDS.has(f"caveat.{caveat.kind}"), caveat


def test_the_cases_show_every_wording_of_proposals(proposed: list[ProposedCaveat]) -> None:
    shown = {caveat.wording for caveat in proposed}
    assert {key for key in WORDS.sentences if key.startswith("proposed.")} - shown == set()


def test_no_wording_puts_words_in_quotation_marks() -> None:
    wordings = [text for key, text in WORDS.sentences.items() if key.startswith("proposed.")]
    assert not [text for text in wordings if set(text) & set('“”"‘’«»')]


def test_every_caveat_points_into_its_passage(proposed: list[ProposedCaveat]) -> None:
    assert all(caveat.cue.overlaps(caveat.passage) for caveat in proposed)
    assert all(len(set(caveat.about)) == len(caveat.about) for caveat in proposed)


@pytest.mark.parametrize(
    ("words", "published", "days"),
    [
        ("Last week", "2023-07-18T11:27", Days("2023-07-10", "2023-07-16")),
        ("last week", "2023-07-17", Days("2023-07-10", "2023-07-16")),  # a Monday
        ("last week", "2023-07-16", Days("2023-07-03", "2023-07-09")),  # a Sunday
        ("a week ago", "2024-01-03", Days("2023-12-25", "2023-12-31")),
        ("two weeks ago", "2023-07-18", Days("2023-07-03", "2023-07-09")),
        ("yesterday", "2024-03-01", Days("2024-02-29")),
        ("Yesterday", "2023-07-18", Days("2023-07-17")),
        ("last night", "2023-07-18", Days("2023-07-17")),
        ("three days ago", "2023-07-18", Days("2023-07-15")),
        ("12 days earlier", "2023-07-18", Days("2023-07-06")),
        ("late last month", "2023-07-18", Days("2023-06")),
        ("last\nmonth", "2024-01", Days("2023-12")),
        ("last month", "2023", None),
        ("last year", "2023", Days("2022")),
        ("on Monday", "2023-07-18", Days("2023-07-17")),
        ("on Tuesday", "2023-07-18", Days("2023-07-18")),  # a Tuesday
        ("last Tuesday", "2023-07-18", Days("2023-07-11")),
        ("on Wednesday", "2023-07-18", Days("2023-07-12")),
        ("yesterday", "2023-07", None),
        ("last week", "", None),
        ("last year", "", None),
    ],
)
def test_words_mean_days_counted_from_the_article(words: str, published: str, days: Days | None) -> None:
    (found,) = dated_words(words, 0, len(words))
    assert days_meant(found, published) == days


@pytest.mark.parametrize("words", ["the last weeks", "at last", "lastly", "on Mondays", "ten days", "next week"])
def test_other_words_date_nothing(words: str) -> None:
    assert not list(dated_words(words, 0, len(words)))


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_last_week_is_seven_days_from_a_monday_before_the_week_of_the_article(day: date) -> None:
    (found,) = dated_words("last week", 0, 9)
    days = days_meant(found, day.isoformat())
    assert days
    first, last = date.fromisoformat(days.first), date.fromisoformat(days.last)
    assert (first.weekday(), last.weekday()) == (0, 6)
    assert (last - first).days == 6
    assert 0 < (day - last).days <= 7


@pytest.mark.parametrize(
    ("one", "other"),
    [("Russia", "Russian"), ("the Kremlin", "Moscow"), ("U.S.", "Americans"), ("Norrland", "Norrlandic")],
)
def test_a_country_is_known_by_its_people_and_its_seat(one: str, other: str) -> None:
    assert country_of(one) == country_of(other)


def test_the_countries_of_a_name_are_those_of_its_capitalised_words() -> None:
    assert {"us", "iraq"} <= set(countries_in("the White House and Iraqi officials"))
    assert countries_in("soldiers") == ()


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("General Marek Dunn", True),
        ("Main Directorate (GUR)", True),
        ("@lockkeeper", True),
        ("Russian troops", False),
        ("the first soldier", False),
    ],
)
def test_a_name_ends_in_a_name(words: str, named: bool) -> None:  # noqa: FBT001  (a row of a table)
    assert is_named(words) is named
