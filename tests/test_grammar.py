"""Names and sentences as running text has them, in English and where another language has other signs."""

import pytest

from sitegen.compose.grammar import at_start, in_sentence, short_name, without_article
from sitegen.words import load_words, sentence, words_of

ENGLISH = load_words("en")
BARE = words_of("xx", {"name": {"articles": []}})
"""A language without articles."""


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Main Directorate of Intelligence (GUR)", "GUR"),
        ("Головне управління розвідки (ГУР)", "ГУР"),
        ("Second soldier (unnamed)", "Second soldier (unnamed)"),
        ("Harbour Courier", "Harbour Courier"),
    ],
)
def test_a_name_is_as_short_as_its_brackets_say(name: str, short: str) -> None:
    assert short_name(name) == short


def test_articles_are_those_of_the_language() -> None:
    assert in_sentence("The second soldier", ENGLISH) == "the second soldier"
    assert in_sentence("The Hague Post", BARE) == "The Hague Post"
    assert [without_article(noun, ENGLISH) for noun in ("a phone call", "footage")] == ["phone call", "footage"]
    assert without_article("телефонна розмова", BARE) == "телефонна розмова"


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("the pilot", "The pilot"),
        ("їхній лоцман", "Їхній лоцман"),
        ("ლოცმანი", "ლოცმანი"),
        ("קברניט", "קברניט"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_where_the_script_has_them_for_that(text: str, begun: str) -> None:
    assert at_start(text) == begun


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("It sank", "It sank."),
        ("Did it sink?", "Did it sink?"),
        ("He said: “It sank.”", "He said: “It sank.”"),
        ("Він сказав: «Затонув!»", "Він сказав: «Затонув!»"),
        ("Він сказав: «Затонув»", "Він сказав: «Затонув»."),
        ("هل غرقت؟", "هل غرقت؟"),
        ("沈没した。", "沈没した。"),
        ("It sank (off the pier)", "It sank (off the pier)."),
    ],
)
def test_a_sentence_ends_once(text: str, whole: str) -> None:
    assert sentence(text) == whole
