"""Stems, the choice of sentences, and what a summary and its main evidence follow from."""

import pytest

from sitegen.analyse.material import main_kind, telling_sentence
from sitegen.analyse.selection import choose, hangs, stands
from sitegen.kinds import Kinds, SourceKind
from sitegen.model.analysis import Evidence
from sitegen.model.article import Span
from sitegen.model.stems import root, roots, stem

KINDS = Kinds({name: SourceKind(name, unverified=name != "person") for name in ("video", "document", "person")})
STORY = [Span(100 * rank, 100 * rank + 90) for rank in range(12)]
LONG = "The night ferry number {} left the pier of {} on a {} evening."


def shown(name: str, *ranks: int) -> list[Evidence]:
    """Return evidence of a kind in sentences of the story."""
    return [Evidence(name, False, Span(100 * rank + 5, 100 * rank + 10), STORY[rank]) for rank in ranks]  # noqa: FBT003  (its second field)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("it", "it"),
        ("caresses", "caress"),
        ("ponies", "poni"),
        ("ties", "tie"),
        ("died", "die"),
        ("hurried", "hurri"),
        ("agreed", "agre"),
        ("feed", "feed"),
        ("motoring", "motor"),
        ("sing", "sing"),
        ("hopping", "hop"),
        ("hoping", "hope"),
        ("falling", "fall"),
        ("relating", "relat"),
        ("used", "use"),
        ("happy", "happi"),
        ("day", "day"),
        ("relational", "relat"),
        ("hopefulness", "hope"),
        ("national", "nation"),
        ("operator", "oper"),
        ("adjustment", "adjust"),
        ("adoption", "adopt"),
        ("ration", "ration"),
        ("cease", "ceas"),
        ("controlled", "control"),
        ("controll", "control"),
        ("house", "hous"),
        ("note", "note"),
    ],
)
def test_forms_of_a_word_have_one_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_irregular_forms_have_one_root() -> None:
    assert root("lost") == root("losing") == root("lose")
    assert root("shot") == root("shooting")
    assert root("men") == root("man")


def test_words_that_say_nothing_have_no_root() -> None:
    assert list(roots("He said that the GUARDS, too, were shot at!")) == ["guard", root("shoot")]


def test_a_story_of_equal_sentences_is_told_by_its_first() -> None:
    story = [
        "A ferry left the old pier of Arnholm at noon.",
        "Rain fell upon hills, roofs and gardens of Velmora again.",
        "Bakers gave bread, butter and milk to children near stations.",
        "Seven judges read letters from prisoners in Sandhaven aloud.",
        "Wolves crossed frozen rivers north of Weirham last winter.",
    ]
    assert choose(story, 2) == [0, 1]
    assert choose(story, 2, barred=[0]) == [1, 2]
    assert choose(story, 2, hanging=[0]) == [1, 2]
    assert choose(story, 9) == [0, 1, 2, 3, 4]


def test_what_repeats_a_sentence_or_the_headline_is_left_out() -> None:
    story = [
        LONG.format(1, "Arnholm", "rainy"),
        LONG.format(2, "Arnholm", "rainy"),
        "A bakery near the station gave away its bread to all.",
    ]
    assert choose(story, 3) == [0, 2]
    assert choose(story, 3, headline="Bakery near station gives away bread") == [0]


def test_nothing_is_chosen_of_nothing() -> None:
    assert choose([], 3) == []
    assert choose(["And so it was that she came to stand before them all."], 3) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("He left the pier.", True),
        ("“They left the pier.", True),
        ("According to him, the pier is old.", True),
        ("This year the pier was mended.", False),
        ("This was the end of it.", True),
        ("There were no ships.", False),
        ("There she stood.", True),
        ("It was not clear who gave the order.", False),
        ("It left the pier.", True),
        ("Hereford is far away.", False),
    ],
)
def test_a_sentence_hangs_where_it_begins_with_what_only_the_last_explains(words: str, *, expected: bool) -> None:
    assert hangs(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The ferry left the pier of Arnholm on Friday.", True),
        ("The ferry left.", False),
        ("The ferry left " + "and left " * 40, False),
        ("Would the ferry leave the pier of Arnholm on Friday?", False),
        ("Please read on to see what the ferry did next.", False),
        ("On Friday we saw the ferry leave the old pier.", False),
        ("On Friday somebody saw the ferry in World War Two.", True),
    ],
)
def test_a_sentence_stands_where_it_tells_something(words: str, *, expected: bool) -> None:
    assert stands(words) is expected


def test_the_main_kind_is_what_shows_most_and_early() -> None:
    assert main_kind(STORY, [], KINDS) == ""
    assert main_kind(STORY, shown("person", 0), KINDS) == ""
    assert main_kind(STORY, shown("video", 10), KINDS) == ""
    assert main_kind(STORY, shown("video", 4), KINDS) == "video"
    assert main_kind(STORY, shown("document", 0), KINDS) == "document"
    assert main_kind(STORY, [*shown("document", 0), *shown("video", 2)], KINDS) == "video"


def test_a_signal_or_a_headline_is_no_material() -> None:
    signal = Evidence("video", True, Span(5, 10), STORY[0])  # noqa: FBT003  (its second field)
    before = Evidence("video", False, Span(95, 98), Span(92, 99))  # noqa: FBT003  (its second field)
    assert main_kind(STORY, [signal], KINDS) == ""
    assert main_kind(STORY, [before], KINDS) == ""


def test_the_telling_sentence_says_how_the_material_came() -> None:
    words = ["A video is long."] * 12
    words[3] = "The guards released a video."
    evidence = shown("video", 1, 3, 5)
    assert telling_sentence(STORY, words, evidence, "video", ()) == 3
    assert telling_sentence(STORY, words, evidence, "video", {3}) == 1
    assert telling_sentence(STORY, words, evidence, "video", {1, 3, 5}) is None
    assert telling_sentence(STORY, words, evidence, "", ()) is None
