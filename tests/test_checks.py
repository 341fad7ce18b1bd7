"""Checks, answers and open questions: how a verb is told, and what a name is."""

from collections.abc import Iterator

import pytest

from sitegen.analyse import Model, find_model
from sitegen.analyse.checks.verbs import Manner, doer, is_passive, object_of, tokens_in, told
from sitegen.analyse.model import load

VERBS = frozenset({"verify", "verified", "verifying", "confirm", "confirmed"})
TOLD = [
    ("Norr Wire verified the video.", Manner.DONE),
    ("Norr Wire is verifying the video.", Manner.DONE),
    ("Norr Wire was able to verify the video.", Manner.DONE),
    ("Norr Wire did not verify the video.", Manner.NOT),
    ("Norr Wire has yet to verify the video.", Manner.NOT),
    ("Norr Wire shared it without verifying the video.", Manner.NOT),
    ("Neither of the agencies verified the video.", Manner.NOT),
    ("Norr Wire couldn't verify the video.", Manner.UNABLE),
    ("Norr Wire was not able to verify the video.", Manner.UNABLE),
    ("It is impossible to verify the video.", Manner.UNABLE),
    ("It was not possible to verify the video.", Manner.UNABLE),
    ("Norr Wire failed to verify the video.", Manner.UNABLE),
    ("The ministry would not confirm the report.", Manner.REFUSED),
    ("The ministry declined to confirm the report.", Manner.REFUSED),
    ("The ministry is trying to verify the video.", Manner.TRYING),
    ("The ministry would have to verify the video.", Manner.SUPPOSED),
    ("If the ministry verified the video, it would say so.", Manner.SUPPOSED),
    ("The ministry might verify the video.", Manner.SUPPOSED),
    ("The ministry hopes to verify the video.", Manner.SUPPOSED),
    ("The ministry did not refuse to verify the video.", Manner.SUPPOSED),
]


@pytest.fixture(scope="module")
def package() -> str:
    model = find_model("")
    assert isinstance(model, Model), model
    return model.package


@pytest.mark.parametrize(("sentence", "manner"), TOLD, ids=[sentence for sentence, _ in TOLD])
def test_a_verb_is_told_in_a_manner(package: str, sentence: str, manner: Manner) -> None:
    (verb,) = tokens_in(load(package)(sentence), VERBS)
    assert told(verb).manner is manner


def test_what_is_told_of_one_verb_holds_for_the_next(package: str) -> None:
    first, second = tokens_in(load(package)("The ministry could neither verify nor confirm the report."), VERBS)
    assert told(first).manner is told(second).manner is Manner.UNABLE


@pytest.mark.parametrize(
    ("sentence", "who", "what"),
    [
        ("Norr Wire verified the video.", "Wire", "video"),
        ("The video was verified by Norr Wire.", "Wire", "video"),
        ("The video, verified by Norr Wire, shows a boat.", "Wire", "video"),
        ("Norr Wire, which verified the video, shared it.", "Wire", "video"),
        ("The video that was verified shows a boat.", None, "video"),
        ("The agency tried to verify the video.", "agency", "video"),
        ("The agency saw it and verified the video.", "agency", "video"),
        ("The agency confirmed that the video was old.", "agency", "was"),
    ],
)
def test_a_verb_has_who_does_it_and_to_what(package: str, sentence: str, who: str | None, what: str) -> None:
    (verb,) = tokens_in(load(package)(sentence), VERBS)
    by, thing = doer(verb), object_of(verb)
    assert (by.text if by else None, thing.text if thing else None) == (who, what)
    assert is_passive(verb) is ("was verified" in sentence or "verified by" in sentence)


def test_words_are_found_whatever_their_case(package: str) -> None:
    def texts(text: str) -> Iterator[str]:
        return (token.text for token in tokens_in(load(package)(text), VERBS))

    assert list(texts("Verified: the agency CONFIRMED it, and an unverified one did not.")) == ["Verified", "CONFIRMED"]
