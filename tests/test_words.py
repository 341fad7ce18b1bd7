"""Wording: sentences with slots, plurals, days and lists."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen import words as words_module
from sitegen.words import Words, languages, load_words

SHIPPED = load_words("en")
ENGLISH = """\
greeting: "Hello, {name}"
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


def test_every_shipped_sentence_has_sound_slots_and_every_plural_its_pair(words: Words) -> None:
    for key in words.sentences:
        assert all(slot.isidentifier() for slot in words.slots_of(key)), key
        if key.endswith(".one"):
            assert words.has(f"{key.removesuffix('.one')}.other"), key
