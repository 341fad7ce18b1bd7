"""Stems, the choice of sentences, and what a summary and its main evidence follow from."""

from itertools import pairwise

import pytest
from changes import replace
from made_annotations import made_article

from sitegen.analyse.material import main_kind, telling_sentences
from sitegen.analyse.selection import choose, hangs, stands
from sitegen.analyse.story import Story, story_of
from sitegen.kinds import Kinds, SourceKind
from sitegen.model.analysis import Evidence
from sitegen.model.article import Span
from sitegen.model.stems import root, roots, stem

KINDS = Kinds({name: SourceKind(name, unverified=name != "person") for name in ("video", "document", "person")})
SPANS = [Span(100 * rank, 100 * rank + 90) for rank in range(12)]
STORY = Story(SPANS, ["A video is long."] * 12, [span.start for span in SPANS])
LONG = "The night ferry number {} left the pier of {} on a {} evening."


def shown(name: str, *ranks: int) -> list[Evidence]:
    """Return evidence of a kind in sentences of the story."""
    return [Evidence(name, False, Span(100 * rank + 5, 100 * rank + 10), SPANS[rank]) for rank in ranks]  # noqa: FBT003  (its second field)


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
    signal = Evidence("video", True, Span(5, 10), SPANS[0])  # noqa: FBT003  (its second field)
    before = Evidence("video", False, Span(95, 98), Span(92, 99))  # noqa: FBT003  (its second field)
    assert main_kind(STORY, [signal], KINDS) == ""
    assert main_kind(STORY, [before], KINDS) == ""


def test_the_telling_sentence_says_how_the_material_came() -> None:
    shows, came = "A long video shows somebody on the old pier.", "The guards released a video of somebody on Friday."
    words = [*[shows] * 3, came, shows, "He released a video of somebody else on Friday.", "A video?", *[shows] * 5]
    story = replace(STORY, words=words)
    evidence = shown("video", 1, 3, 5, 6)
    assert telling_sentences(story, evidence, "video", ()) == [3, 1]
    assert telling_sentences(story, evidence, "video", {3}) == [1]
    assert telling_sentences(story, evidence, "", ()) == []


@pytest.mark.parametrize(
    ("span", "ranks"),
    [
        (Span(0, 5), [0]),
        (Span(85, 110), [0, 1]),
        (Span(92, 95), []),
        (Span(92, 105), [1]),
        (Span(1185, 1300), [11]),
        (Span(1195, 1300), []),
    ],
)
def test_a_stretch_touches_the_sentences_that_it_shares_a_character_with(span: Span, ranks: list[int]) -> None:
    assert list(STORY.touched(span)) == ranks


def test_a_story_without_sentences_is_touched_nowhere() -> None:
    assert list(Story([], [], []).touched(Span(0, 5))) == []


def test_a_sentence_that_was_cut_behind_a_title_goes_on() -> None:
    article = made_article("headline: Ferry leaves", "They met Capt. Brandt on land. He left.")
    text = article.text
    cuts = [0, text.index("They"), text.index("Brandt"), text.index("He"), len(text) - 2]
    sentences = [Span(start, start + len(text[start:end].rstrip())) for start, end in pairwise(cuts)]
    assert story_of(article, sentences).words == ["They met Capt. Brandt on land.", "He left."]
