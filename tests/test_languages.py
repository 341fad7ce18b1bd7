"""Every shipped language says all that the English one says: key by key, slot by slot, plural by plural."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel import Locale
from ukrainian_desk import KINDS, NOTHING, read_desk

from sitegen.compose import Desk, compose, to_markdown
from sitegen.config import Settings
from sitegen.review import review
from sitegen.theme import shipped
from sitegen.tree import load_plain
from sitegen.words import CATEGORIES, languages, load_words

OTHERS = [language for language in languages() if language != "en"]
NUMBERS = "number."
"""The lists of number words are a language's own: as many as it has genders or cases for."""
SAME = {
    "card.locale", "page.forms.json", "page.forms.markdown", "quote.mask", "quote.gap", "dates.zone",
}  # fmt: skip
"""Sentences with letters that no language translates."""
NAMES = {
    "Atom", "BibLaTeX", "CSL", "CSV", "Courier", "Facebook", "Feed", "ISO", "JSON", "JavaScript", "Markdown", "RIS",
    "SHA", "Telegram", "UTC", "UTF", "ltr",
}  # fmt: skip
CELLS = {
    "captive", "claimed", "direct", "free", "mixed", "named", "narration", "not", "published", "reported", "stated",
    "unnamed", "withdrawn", "yes",
}  # fmt: skip
"""What the cells of the tables say, the same in every language: the page about the data explains it."""


def tree_of(language: str) -> object:
    return load_plain(shipped("words") / f"{language}.yaml")


def is_plural(node: object) -> bool:
    return isinstance(node, dict) and "other" in node and set(node) <= set(CATEGORIES)


def leaves(node: object, key: str = "") -> Iterator[tuple[str, object]]:
    """Yield every sentence, list and plural by its dotted key."""
    if isinstance(node, dict) and not is_plural(node):
        for name, child in node.items():
            yield from leaves(child, f"{key}.{name}" if key else name)
    elif not key.startswith(NUMBERS):
        yield key, node


def slots(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def texts(node: object) -> list[str]:
    return [node] if isinstance(node, str) else list(node.values() if isinstance(node, dict) else node)  # type: ignore[call-overload]


ENGLISH = dict(leaves(tree_of("en")))


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_ukrainian_is_shipped() -> None:
    assert "uk" in OTHERS


def test_a_language_has_every_key(language: str) -> None:
    assert [key for key in ENGLISH if key not in dict(leaves(tree_of(language)))] == []


def test_a_language_has_the_keys_of_the_english_one_in_their_order(language: str) -> None:
    keys = list(dict(leaves(tree_of(language))))
    assert keys == [key for key in ENGLISH if key in keys]


def test_a_language_has_texts_lists_and_plurals_where_english_has_them(language: str) -> None:
    for key, node in leaves(tree_of(language)):
        assert is_plural(node) == is_plural(ENGLISH[key]), key
        assert type(node) is type(ENGLISH[key]), key


def test_a_sentence_has_the_slots_of_the_english_one(language: str) -> None:
    for key, node in leaves(tree_of(language)):
        if isinstance(node, str):
            assert slots(node) == slots(str(ENGLISH[key])), key
        else:
            every = {slot for text in texts(ENGLISH[key]) for slot in slots(text)}
            assert {slot for text in texts(node) for slot in slots(text)} <= every, key


@pytest.mark.parametrize("which", languages())
def test_a_plural_has_the_categories_that_the_language_has(which: str) -> None:
    expected = {*Locale.parse(which, sep="-").plural_form.tags, "other"}
    found = {key: set(node) for key, node in leaves(tree_of(which)) if isinstance(node, dict)}
    assert found
    assert {key: forms for key, forms in found.items() if forms != expected} == {}


@pytest.mark.parametrize("which", languages())
def test_a_plural_that_counts_loses_no_number(which: str) -> None:
    """Where `other` has the slot {n}, so has each form that is for more than one number."""
    rule = Locale.parse(which, sep="-").plural_form
    for key, node in leaves(tree_of(which)):
        if isinstance(node, dict) and "n" in slots(node["other"]):
            several = {form for form in node if sum(rule(n) == form for n in range(200)) > 1}
            assert all("n" in slots(node[form]) for form in several), key


@pytest.mark.parametrize("which", languages())
def test_number_words_are_from_lists_that_the_language_has(which: str) -> None:
    words = load_words(which)
    asked = {spec for text in words.sentences.values() for _, _, spec, _ in Formatter().parse(text) if spec}
    assert asked
    assert {spec for spec in asked if not words.has(f"number.{spec}.2")} == set()


@pytest.mark.parametrize("which", languages())
def test_a_direction_is_one_of_two(which: str) -> None:
    assert load_words(which).direction in {"ltr", "rtl"}


def test_no_english_is_left_in_ukrainian() -> None:
    latin = re.compile(r"[A-Za-z]{2,}")
    for key, node in leaves(tree_of("uk")):
        for text in texts(node):
            bare = re.sub(r"\{[^}]*\}", "", text)
            left = set(latin.findall(bare)) - NAMES - CELLS
            assert not left or key in SAME, f"{key}: {text}"
            assert key in SAME or not re.search(r"\w{4}", bare) or text != ENGLISH[key], f"{key}: {text}"


def test_ukrainian_has_ukrainian_letters_and_signs() -> None:
    for key, node in leaves(tree_of("uk")):
        for text in texts(node):
            assert not re.search("[ёъыэ“”\"'`]", text), f"{key}: {text}"


def test_a_brief_in_ukrainian_is_written_as_expected(
    repository: Path, golden: Callable[[Path, str], None], tmp_path: Path
) -> None:
    """An English article, annotated by a Ukrainian desk: whole, so that people can read it through."""
    words = load_words("uk")
    article, annotations = read_desk(tmp_path)
    desk = Desk(Settings(language="uk", editor="Приклад редакції"), words, KINDS)
    brief = compose(article, annotations, NOTHING, desk)
    assert review(brief, article, annotations, NOTHING, KINDS, language="uk") == []
    golden(repository / "tests" / "golden" / "pilot-boat.uk.md", to_markdown(brief, words))
