"""Kinds of sources and signals: the shipped file is whole, and its wording is there."""

import pytest

from sitegen.kinds import Kinds, Signal, SourceKind, load_kinds
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
        ("Ida Brandt", None),
    ],
)
def test_a_name_suggests_a_kind(kinds: Kinds, name: str, kind: str | None) -> None:
    assert kinds.kind_of(name) == kind


def test_cues_find_their_passages(kinds: Kinds) -> None:
    passages = {
        "intercepted-communication": "in an intercepted phone call",
        "video": "shared a video of the unit",
        "audio": "in a leaked audio",
        "anonymous-source": "on condition of anonymity",
    }
    for name, passage in passages.items():
        assert any(cue.search(passage) for cue in kinds.sources[name].cues), name
    assert any(cue.search("f****** shooting") for cue in kinds.signals["masking"].cues)


def test_every_cue_is_a_sound_expression_that_never_matches_nothing(kinds: Kinds) -> None:
    everything: list[SourceKind | Signal] = [*kinds.sources.values(), *kinds.signals.values()]
    assert not [each.name for each in everything for cue in each.cues if cue.search("")]


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
    everything: list[SourceKind | Signal] = [*kinds.sources.values(), *kinds.signals.values()]
    assert not [each.name for each in everything if each.caveat_kind and not words.has(f"caveat.{each.caveat_kind}")]


def test_the_fingerprint_is_that_of_the_file(kinds: Kinds) -> None:
    assert kinds.fingerprint == load_kinds().fingerprint
    assert len(kinds.fingerprint) == 64
