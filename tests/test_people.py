"""People: whom mentions stand for, by themselves, whatever finds the mentions."""

import re

import pytest

from sitegen.analyse import Model, find_model
from sitegen.analyse.parsing import parse
from sitegen.analyse.people import People, tidied
from sitegen.analyse.people.forms import could_be_person, form_of
from sitegen.analyse.people.genders import Gender
from sitegen.model.article import Article, Span
from sitegen.model.quotations import quotations
from sitegen.read.article import understand
from sitegen.read.decoding import Decoded

_MARKED = re.compile(r"\[(.*?)\]")


def people_of(text: str, headline: str = "Ferry runs aground") -> tuple[Article, People]:
    article = understand(Decoded(f"{headline}\n\n{text}", "utf-8", ""), "seeds/a.txt", {})
    model = find_model("")
    assert isinstance(model, Model), model
    return article, People(article, parse(article, model.package), quotations(article))


def meant(text: str, headline: str = "Ferry runs aground") -> list[str]:
    """Return whom the words in square brackets stand for; the brackets are taken out first."""
    article, people = people_of(_MARKED.sub(r"\1", text), headline)
    spans, removed = [], -len(headline) - 2
    for found in _MARKED.finditer(text):
        spans.append(Span(found.start(1) - removed - 1, found.end(1) - removed - 1))
        removed += 2
    assert [article.text[span.start : span.end] for span in spans] == _MARKED.findall(text)
    return [people.speaker(span, 1.0).name for span in spans]


def test_a_name_that_the_model_takes_for_something_else_is_a_person_beside_its_title() -> None:
    text = "Nadia Okafor was on the pier in the evening.\n\n“The tide was very low,” [Ms. Okafor] said."
    assert meant(text) == ["Nadia Okafor"]


def test_a_last_name_stands_for_the_whole() -> None:
    assert meant("Maria Lopez was on the pier in the evening. “It was low,” [Ms. Lopez] said.") == ["Maria Lopez"]


def test_a_pronoun_keeps_its_words_and_stands_for_a_name_with_less_confidence() -> None:
    article, people = people_of("Maria Lopez was on the pier. “The tide was very low,” she said.")
    place = article.text.index("she said")
    speaker = people.speaker(Span(place, place + 3), 0.9)
    assert article.words_at(speaker.mention) == "she"
    assert (speaker.name, speaker.confidence) == ("Maria Lopez", 0.9)
    assert 0.5 < speaker.name_confidence < 1


def test_the_names_stand_in_the_order_of_the_text() -> None:
    article, people = people_of("Lopez was late. General Maria Lopez met Jan Roe, and Roe's brother met Lopez.")
    assert [(article.words_at(name.span), name.full) for name in people.names] == [
        ("Lopez", "General Maria Lopez"),
        ("Maria Lopez", "General Maria Lopez"),
        ("Jan Roe", "Jan Roe"),
        ("Roe", "Jan Roe"),
        ("Lopez", "General Maria Lopez"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Holm met Peter Weir. [She] was late, and [he] was not.", ["Anna Holm", "Peter Weir"]),
        ("Anna Holm met Ilse Weir. “It was low,” [she] said.", ["Anna Holm"]),
        ("Anna Holm and Ilse Weir were there. “It was low,” [she] said.", [""]),
        ("Anna Holm said that [she] was late. “It was low,” [she] said.", ["Anna Holm", "Anna Holm"]),
        ("Peter Holm steered. Jonas Weir slept. “You are late,” [he] told Jonas Weir.", ["Peter Holm"]),
        ("Jonas Weir slept, says Peter Holm. [He] blames Jonas Weir for it.", ["Peter Holm"]),
        ("Peter Holm, whom [he] never met, has left.", [""]),
        ("Jonas Weir, who [he] says was late, is the pilot of Peter Holm.", [""]),
        ("After [he] left the pier, Peter Holm slept.", ["Peter Holm"]),
        ("Peter Holm met Jonas Weir. Jonas Weir saw [him] and slept.", ["Peter Holm"]),
        ("Peter Holm, whom Jonas Weir met, slept. Later [he] left.", ["Peter Holm"]),
        ("Peter Holm was there. “Jonas Weir was not. Jonas Weir slept,” [he] said.", ["Peter Holm"]),
        ("“It was low,” they heard. “It was low,” [he] said.", [""]),
        ("“It was low,” Peter Holm said.\n\nIt was dark. The pier was empty. [His] boat was gone.", ["Peter Holm"]),
        ("The mayor, Anna Holm, slept. “It was low,” [she] said.", ["Anna Holm"]),
        ("A sailor slept on deck. “It was low,” [he] said.", ["A sailor"]),
        ("A sailor slept. A nurse woke the sailor. The sailor got up. “It was low,” [he] said.", ["A sailor"]),
        ("Peter Holm slept. The businessman was tired. “It was low,” [he] said.", ["Peter Holm"]),
        ("Peter Holm slept, according to Jonas Weir. “It was low,” [he] said.", ["Jonas Weir"]),
        ("For Anna Holm, it was late. “It was low,” [she] said.", ["Anna Holm"]),
        ("Peter Holm was seen by Anna Holm. “It was low,” [she] told [him].", ["Anna Holm", "Peter Holm"]),
    ],
)
def test_a_pronoun_stands_for_whom_grammar_and_order_allow(text: str, names: list[str]) -> None:
    assert meant(text) == names


@pytest.mark.parametrize("word", ["They", "It", "We", "I"])
def test_other_pronouns_stand_for_nobody(word: str) -> None:
    assert meant(f"Anna Holm met Peter Holm. “It was low,” said Anna Holm. [{word}] said so.") == [""]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maria Lopez, [who] said so, has left.", ["Maria Lopez"]),
        ("Maria Lopez, the mayor, [who] said so, has left.", ["Maria Lopez"]),
        ("A welder [who] said so has left.", ["A welder"]),
        ("[Who] said so?", [""]),
        ("The sailors [who] said so have left.", [""]),
    ],
)
def test_who_stands_for_what_its_clause_hangs_on(text: str, names: list[str]) -> None:
    assert meant(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "“It was low,” [the first sailor] said. “It was dark,” [the second] said.",
            ["the first sailor", "the second sailor"],
        ),
        ("Two women were there. “It was low,” [one] said.", ["one woman"]),
        ("“It was low,” [another] said.", ["another"]),
        ("“The sailor slept,” she said. [The other] slept too.", ["The other"]),
        ("“It was low,” said [a sailor]. “It was dark,” said [another sailor].", ["a sailor", "another sailor"]),
    ],
)
def test_words_without_their_noun_take_that_of_somebody_before(text: str, names: list[str]) -> None:
    assert meant(text) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harbour master Ilse Tandor slept. [The harbour master] woke up.", "Ilse Tandor"),
        ("Jan Roe, a spokesman for the port, slept. [The spokesman] woke up.", "Jan Roe"),
        ("The mayor, Jan Roe, slept. [The mayor] woke up.", "Jan Roe"),
        ("Jan Roe is the mayor. [The mayor] woke up.", "Jan Roe"),
        ("Adm. Jan Roe slept. [The admiral] woke up.", "Adm. Jan Roe"),
        ("Spokesman Jan Roe met spokesman Peter Weir. [The spokesman] slept.", "The spokesman"),
        ("Jan Roe, a spokesman for the port, slept. [A spokesman] woke up.", "A spokesman"),
        ("Jan Roe slept. [The spokesman] woke up.", "The spokesman"),
        ("Jan Roe, a candidate, slept. [The candidate] woke up.", "The candidate"),
        ("Jan Roe, a spokesman, slept. [The spokesman for the navy] woke up.", "The spokesman for the navy"),
    ],
)
def test_a_role_stands_for_the_one_person_whom_the_article_calls_so(text: str, name: str) -> None:
    assert meant(text) == [name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Lumen Rescue Service (LRS) came. [LRS] left. [The Lumen Rescue Service] slept.",
            2 * ["Lumen Rescue Service (LRS)"],
        ),
        ("[Norway's Lumen Rescue Service] came. The Lumen Rescue Service (LRS) left.", ["Lumen Rescue Service (LRS)"]),
        ("The Lumen Observatory for Safe Seas came. [The Observatory] left.", ["Lumen Observatory for Safe Seas"]),
        ("The Lumen Observatory for Safe Seas came. [The observatory] left.", ["The observatory"]),
        ("Tilda Marsh (NLP) came. [NLP] left.", ["NLP"]),
        ("It was late (LRS). [LRS] left.", ["LRS"]),
        ("It is in the White House. [The House] slept.", ["The House"]),
    ],
)
def test_an_organisation_is_known_by_its_letters_and_its_noun(text: str, names: list[str]) -> None:
    assert meant(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Holm met Peter Holm. [Mrs. Holm] left. [Mr. Holm] slept.", ["Anna Holm", "Peter Holm"]),
        ("[Mrs. Holm] met [Mr. Holm].", ["Mrs. Holm", "Mr. Holm"]),
        ("Bob Holm slept. [Robert Holm] woke up.", ["Robert Holm"]),
        ("P. Holm slept. [Peter Holm] woke up.", ["Peter Holm"]),
        ("Anna Holm slept.\n\nPeter Holm woke up. [Holm] left.", ["Peter Holm"]),
        ("Anna Holm met Peter Holm.\n\nHolm said she was late.\n\n[Holm] left.", ["Anna Holm"]),
        ("Abdul Karim al-Masri slept. [Karim] woke up.", ["Abdul Karim al-Masri"]),
        ("[A friend of Jan Roe] slept.", ["A friend of Jan Roe"]),
        ("[Two mayors, Jan Roe and Peter Weir], slept.", ["Two mayors, Jan Roe and Peter Weir"]),
        ("[Roe aide Peter Weir] met Jan Roe.", ["Peter Weir"]),
        ("[The mayor, Jan Roe], slept.", ["Jan Roe"]),
        ("Mr. Okon-[Vell] slept. “It was low,” Okon-[Vell] said.", ["Okon-Vell", "Okon-Vell"]),
        ("[Team Lopez] met Maria Lopez.", ["Maria Lopez"]),
        ("[Maria Lopez's] boat sank. [Lopez] slept.", ["Maria Lopez", "Maria Lopez"]),
        ("Maria Lopez slept. The book Life of Maria Lopez sold well. [Lopez] left.", ["Maria Lopez"]),
        ("Maria Lopez slept. Longtime Lopez aide Jan Roe left. [Lopez] woke up.", ["Maria Lopez"]),
        ("Jan Vander Holm slept. [Vander Holm] woke up.", ["Jan Vander Holm"]),
    ],
)
def test_mentions_of_names_mean_one_person(text: str, names: list[str]) -> None:
    assert meant(text) == names


def test_a_headline_gives_a_name_that_the_body_shortens() -> None:
    assert meant("[Lopez] slept.", "Maria Lopez leaves the harbour office") == ["Maria Lopez"]


def test_a_headline_name_ends_where_the_body_has_its_last_word() -> None:
    assert meant("[Lopez] left. Lopez was blunt.", "Maria Lopez Pins Hopes on Port Lumen") == ["Maria Lopez"]


def test_the_body_decides_where_a_name_ends() -> None:
    assert meant("Maria Lopez was blunt. [Lopez] left.", "Why Maria Lopez Left Port Lumen") == ["Maria Lopez"]


@pytest.mark.parametrize(
    ("words", "tidy"),
    [
        ("that the mayor", "the mayor"),
        ("but and the  mayor,", "the  mayor"),
        ("“the mayor”", "the mayor"),
        ("Anders", "Anders"),
        ("the mayor's", "the mayor"),
        ("the U.S.", "the U.S."),
        ("the man they call “the Cat”", "the man they call “the Cat”"),
        ("as", "as"),
    ],
)
def test_the_words_of_a_mention_are_tidied(words: str, tidy: str) -> None:
    assert tidied(words) == tidy


@pytest.mark.parametrize(
    ("text", "before", "shown", "gender"),
    [
        ("Maria Lopez's", (), "Maria Lopez", None),
        ("Lopez", ("Mrs.",), "Lopez", Gender.SHE),
        ("Mr. Jonas Weir Jr.", (), "Jonas Weir Jr.", Gender.HE),
        ("Brandt", ("Lt.", "Gen."), "Lt. Gen. Brandt", None),
        ("Brandt", ("Secretary", "General"), "Brandt", None),
        ("Ki-moon", (), "Ki-moon", None),
        ("Roe-backed", (), "Roe", None),
        ("Treasurer Kelly Marsh", (), "Kelly Marsh", None),
        ("the Jan Roe", (), "Jan Roe", None),
    ],
)
def test_a_name_is_taken_apart(text: str, before: tuple[str, ...], shown: str, gender: Gender | None) -> None:
    form = form_of(text, before)
    assert form is not None
    assert (form.shown, form.gender) == (shown, gender)


@pytest.mark.parametrize("text", ["", "“”", "1,150", "Jr."])
def test_what_holds_no_name_is_none(text: str) -> None:
    assert form_of(text) is None


@pytest.mark.parametrize("text", ["Lumen University", "Port Lumen GOP", "lopez", "A B C D E F"])
def test_what_no_person_is_called_is_no_person(text: str) -> None:
    form = form_of(text)
    assert form is not None
    assert not could_be_person(form)


def test_an_article_without_words_has_no_people() -> None:
    article = Article("a", "", "", "utf-8", (), "")
    assert People(article, [], []).names == []
