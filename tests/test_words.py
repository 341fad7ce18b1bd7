"""Wording: sentences with slots, plurals, days and lists."""

from pathlib import Path
from textwrap import dedent

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from sitegen import words as words_module
from sitegen.words import CATEGORIES, PLURALS, Words, languages, load_words, plural_of

SHIPPED = load_words("en")
ENGLISH = """\
greeting: "Hello, {name}"
dates: {year: "{year}"}
quotes: {one: "{n} quote", other: "{n} quotes of {whom}"}
days: [first, second]
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of wording that stands in for the shipped one."""
    (tmp_path / "en.yaml").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "kinds.yaml").write_text("sources: {}\n", encoding="utf-8")
    monkeypatch.setattr(words_module, "shipped", lambda _: tmp_path)
    return tmp_path


@pytest.fixture(scope="module")
def words() -> Words:
    return SHIPPED


@pytest.mark.usefixtures("shelf")
def test_slots_are_filled_and_more_than_a_sentence_has_may_be_given() -> None:
    assert load_words("en")("greeting", name="Ida", unused=1) == "Hello, Ida"


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize("key", ["greetings", "quotes", "days.0"])
def test_an_unknown_key_is_a_bug(key: str) -> None:
    assert not load_words("en").has(key)
    with pytest.raises(KeyError):
        load_words("en")(key)


@pytest.mark.usefixtures("shelf")
def test_an_unknown_slot_is_a_bug() -> None:
    with pytest.raises(KeyError, match="name"):
        load_words("en")("greeting", nam="Ida")


@pytest.mark.usefixtures("shelf")
def test_the_slots_of_a_sentence_are_known() -> None:
    assert load_words("en").slots_of("quotes.other") == {"n", "whom"}


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(("n", "text"), [(0, "0 quotes of Ida"), (1, "1 quote"), (2, "2 quotes of Ida")])
def test_a_count_takes_its_plural(n: int, text: str) -> None:
    assert load_words("en").count("quotes", n, whom="Ida") == text


@pytest.mark.usefixtures("shelf")
def test_items_of_a_list_count_from_one() -> None:
    assert load_words("en")("days.2") == "second"


def test_what_a_language_lacks_stands_in_english(shelf: Path) -> None:
    (shelf / "xx.yaml").write_text('greeting: "Moin, {name}"\n', encoding="utf-8")
    words = load_words("xx")
    assert (words.language, words("greeting", name="Ida"), words("days.1")) == ("xx", "Moin, Ida", "first")


@pytest.mark.usefixtures("shelf")
def test_a_language_without_wording_is_english() -> None:
    assert load_words("yy").sentences == load_words("en").sentences


def test_every_file_of_wording_is_a_language(shelf: Path) -> None:
    (shelf / "xx.yaml").touch()
    assert languages() == ("en", "xx")


def test_the_fingerprint_changes_with_the_wording_alone(shelf: Path) -> None:
    before = load_words("en").fingerprint
    (shelf / "en.yaml").write_text(f"# a remark\n{ENGLISH}", encoding="utf-8")
    assert load_words("en").fingerprint == before
    (shelf / "en.yaml").write_text(ENGLISH.replace("Hello", "Hallo"), encoding="utf-8")
    assert load_words("en").fingerprint != before


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2023-07-18", "18 July 2023"),
        ("2023-07-01", "1 July 2023"),
        ("2023-07", "July 2023"),
        ("2023", "2023"),
        ("2023-07-18T11:27+05:30", "18 July 2023"),
        ("", ""),
        ("2023-13", "2023-13"),
        ("last week", "last week"),
    ],
)
def test_a_day_says_as_much_as_is_sure(words: Words, iso: str, text: str) -> None:
    assert words.day(iso) == text


@pytest.mark.parametrize(
    ("iso", "text"),
    [
        ("2023-07-18T11:27+05:30", "18 July 2023, 11:27 (UTC+05:30)"),
        ("2023-07-18T11:27:09-03:00", "18 July 2023, 11:27 (UTC-03:00)"),
        ("2023-07-18T11:27Z", "18 July 2023, 11:27 (UTC)"),
        ("2023-07-18T11:27", "18 July 2023, 11:27"),
        ("2023-07-18", "18 July 2023"),
        ("2023-07", "July 2023"),
        ("soon", "soon"),
    ],
)
def test_a_moment_has_its_time_where_it_is_known(words: Words, iso: str, text: str) -> None:
    assert words.moment(iso) == text


@given(st.text() | st.from_regex(r"\A\d{4}-\d\d(-\d\d(T\d\d:\d\d)?)?\Z"))
def test_no_text_makes_a_date_raise(iso: str) -> None:
    assert isinstance(SHIPPED.day(iso) + SHIPPED.moment(iso), str)


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_reads_as_a_sentence(words: Words, items: list[str], text: str) -> None:
    assert words.join(items) == text


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {0: "other", 1: "one", 2: "other", 21: "other"}),
        ("uk", {0: "many", 1: "one", 2: "few", 5: "many", 11: "many", 21: "one", 24: "few"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("pt-BR", {0: "one", 1: "one", 2: "other"}),
        ("zh-Hant", {1: "other"}),
        ("qaa", {1: "one", 2: "other"}),
        ("no language", {1: "one", 2: "other"}),
    ],
)
def test_every_language_has_plurals_of_its_own(language: str, forms: dict[int, str]) -> None:
    rule = plural_of(language)
    assert {n: rule(n) for n in forms} == forms


@pytest.mark.parametrize("language", languages())
def test_the_plurals_of_a_shipped_language_are_those_of_cldr(language: str) -> None:
    numbers = range(2000)
    assert [PLURALS[language](n) for n in numbers] == [Locale.parse(language).plural_form(n) for n in numbers]


def test_a_plural_that_a_language_does_not_give_is_its_other(shelf: Path) -> None:
    (shelf / "uk.yaml").write_text('quotes: {few: "{n} цитати", other: "цитат: {n}"}\n', encoding="utf-8")
    words = load_words("uk")
    assert [words.count("quotes", n, whom="-") for n in (2, 5)] == ["2 цитати", "цитат: 5"]


def test_a_sentence_says_how_it_writes_a_number(shelf: Path) -> None:
    plural = 'quotes: {one: "{n}", other: "{n:masculine} {n:feminine} {n:neuter} {n}"}'
    (shelf / "xx.yaml").write_text(f"{plural}\nnumber: {{masculine: [a, b], feminine: [c, d]}}\n", encoding="utf-8")
    words = load_words("xx")
    assert [words.count("quotes", n) for n in (1, 2, 3)] == ["1", "b d 2 2", "3 3 3 3"]
    assert words.slots_of("quotes.other") == {"n"}


def test_a_list_of_a_language_takes_the_place_of_all_of_the_english_one(shelf: Path) -> None:
    (shelf / "xx.yaml").write_text("days: [erster]\n", encoding="utf-8")
    (shelf / "yy.yaml").write_text("days: []\n", encoding="utf-8")
    found = [load_words(language).texts("days") for language in ("en", "xx", "yy")]
    assert found == [["first", "second"], ["erster"], []]


def test_a_text_that_is_left_empty_is_the_english_one(shelf: Path) -> None:
    (shelf / "xx.yaml").write_text('greeting: ""\n', encoding="utf-8")
    assert load_words("xx")("greeting", name="Ida") == "Hello, Ida"


def test_a_month_after_its_day_may_have_another_form(shelf: Path) -> None:
    dates = """
  dates:
    day: "{day} {month} {year} року"
    month: "{month} {year} року"
    year: "{year} рік"
    months: [січень]
    months_after_day: [січня]
"""
    (shelf / "xx.yaml").write_text(dedent(dates), encoding="utf-8")
    words = load_words("xx")
    assert [words.day(iso) for iso in ("2023-01-05", "2023-01", "2023")] == [
        "5 січня 2023 року",
        "січень 2023 року",
        "2023 рік",
    ]


@pytest.mark.parametrize(
    ("typed", "english", "ukrainian"),
    [
        ("ru", "Russian", "російська"),
        ("Russian", "Russian", "російська"),
        ("pt-BR", "Brazilian Portuguese", "португальська (Бразилія)"),
        ("uk", "Ukrainian", "українська"),
        ("Norrlandic", "Norrlandic", "Norrlandic"),
    ],
)
def test_a_language_is_called_what_readers_call_it(typed: str, english: str, ukrainian: str) -> None:
    assert [load_words(language).tongue(typed) for language in ("en", "uk")] == [english, ukrainian]


def test_languages_have_english_names_where_nothing_else_is_known() -> None:
    assert load_words("qaa").tongue("ru") == "Russian"


def test_no_plural_of_the_shipped_wording_lacks_its_other(words: Words) -> None:
    for key in words.sentences:
        assert all(slot.isidentifier() for slot in words.slots_of(key)), key
        group, _, form = key.rpartition(".")
        if form in CATEGORIES and words.has(f"{group}.one"):
            assert words.has(f"{group}.other"), key
