"""Kinds of sources and signals: the shipped file is whole, and its wording is there."""

import re

import pytest

from sitegen.kinds import Cues, Kinds, compiled, load_kinds
from sitegen.model.vocabulary import CheckObject
from sitegen.words import load_words


@pytest.fixture(scope="module")
def kinds() -> Kinds:
    return load_kinds()


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kyiv Post", "news-report"),
        ("The harbour ministry", "official-statement"),
        ("WarTranslated", "organisation"),
        ("An unnamed diplomat", "anonymous-source"),
        ("Telegram channel of the dockers", "social-media-post"),
        ("Phone call between two dockers", "intercepted-communication"),
        ("Audio message", "audio"),
        ("Drone footage", "video"),
        ("Photograph of the quay", "photograph"),
        ("Leaked memo", "document"),
        ("Death toll", "compiled-count"),
        ("(not stated)", "not-stated"),
        ("the New York Times", "news-report"),
        ("Reuters", "news-report"),
        ("a local newspaper", "news-report"),
        ("The Independent", "news-report"),
        ("state television", "news-report"),
        ("Ukraine's Main Directorate of Intelligence (GUR)", "official-statement"),
        ("police", "official-statement"),
        ("a government spokesman", "official-statement"),
        ("the coast guard", "official-statement"),
        ("local authorities", "official-statement"),
        ("Human Rights Watch", "organisation"),
        ("the dockers' union", "organisation"),
        ("the European Union", "organisation"),
        ("a senior U.S. official", "anonymous-source"),
        ("a source close to the Kremlin", "anonymous-source"),
        ("people briefed on the talks", "anonymous-source"),
        ("a tweet", "social-media-post"),
        ("a post on X", "social-media-post"),
        ("radio intercepts", "intercepted-communication"),
        ("a voice message", "audio"),
        ("satellite images", "photograph"),
        ("internal documents", "document"),
        ("a Reuters tally", "compiled-count"),
        ("a fisherman in the video", None),
        ("Mr Post", None),
        ("Ann Counts", None),
        ("one of the soldiers", None),
        ("residents", None),
        ("Ida Brandt", None),
    ],
)
def test_a_name_suggests_a_kind(kinds: Kinds, name: str, kind: str | None) -> None:
    assert kinds.kind_of(name) == kind


def test_parts_are_filled_in(kinds: Kinds) -> None:
    everything = [expression for each in kinds.everything for expression in _expressions(each.cues)]
    assert not [expression for expression in everything if re.search(r"<[a-z-]+>", expression)]


def test_every_cue_is_a_sound_expression_that_never_matches_nothing(kinds: Kinds) -> None:
    everything = [expression for each in kinds.everything for expression in _expressions(each.cues)]
    assert not [expression for expression in everything if compiled(expression).search("")]


def test_nouns_are_single_words_in_lower_case(kinds: Kinds) -> None:
    nouns = kinds.sources["intercepted-communication"].cues.nouns
    assert {"call", "radio"} <= nouns
    assert all(noun == noun.lower() and " " not in noun for noun in nouns)


def _expressions(cues: Cues) -> tuple[str, ...]:
    return (*cues.alone, *cues.joined, *cues.then, *cues.beside, *cues.unless)


def test_what_needs_a_check_is_known(kinds: Kinds) -> None:
    material = {"intercepted-communication", "audio", "video", "photograph", "document", "social-media-post"}
    assert kinds.unverified == material
    assert kinds.relaying == {"news-report"}


def test_a_caveat_goes_only_when_what_it_is_about_is_verified(kinds: Kinds) -> None:
    silenced = kinds.sources["intercepted-communication"].silenced_by
    assert silenced == (CheckObject.RECORDING, CheckObject.CONTENT)
    assert all(kinds.sources[name].silenced_by for name in kinds.unverified)


def test_every_kind_has_its_wording(kinds: Kinds) -> None:
    words = load_words("en")
    for kind in kinds.sources.values():
        assert words.has(f"kinds.{kind.name}.label"), kind.name
        assert words.has(f"kinds.{kind.name}.caveat") == bool(kind.caveat_kind), kind.name


def test_every_unverified_kind_has_a_standard_caveat(kinds: Kinds) -> None:
    assert all(kinds.sources[name].caveat_kind for name in kinds.unverified)


def test_every_caveat_kind_has_its_wording(kinds: Kinds) -> None:
    words = load_words("en")
    assert not [
        each.name for each in kinds.everything if each.caveat_kind and not words.has(f"caveat.{each.caveat_kind}")
    ]


def test_the_fingerprint_is_that_of_the_file(kinds: Kinds) -> None:
    assert kinds.fingerprint == load_kinds().fingerprint
    assert len(kinds.fingerprint) == 64
