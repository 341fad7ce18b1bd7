"""Runs of an article's words in texts of our own."""

from made_annotations import made_article

from sitegen.model.copying import LEAST, copied_runs

ARTICLE = made_article(
    "headline: One two three four five six seven eight nine",
    "The crane – it swayed, they said – fell on the old quay at night. Nobody was near.",
    "caption: Words of a caption are nobody's prose and are not counted at all here.",
)


def runs(*texts: str) -> list[str]:
    return [ARTICLE.text[span.start : span.end] for span in copied_runs(ARTICLE, texts)]


def test_a_run_is_known_whatever_the_signs_and_letters_between_its_words() -> None:
    found = runs("We read: THE CRANE it swayed they said fell on; and so on.")
    assert found == ["The crane – it swayed, they said – fell on"]


def test_a_long_run_is_found_at_each_of_its_words() -> None:
    assert len(runs("The crane it swayed they said fell on the old quay at night nobody was near")) == 16 - LEAST + 1


def test_a_short_run_or_one_of_a_caption_is_none() -> None:
    assert runs("The crane it swayed they said fell", "Words of a caption are nobody's prose and are not counted") == []


def test_each_text_is_looked_at_for_itself() -> None:
    assert runs("The crane it swayed", "they said fell on the old quay") == []
    assert len(runs("One two three four five six seven eight", "two three four five six seven eight nine")) == 2
