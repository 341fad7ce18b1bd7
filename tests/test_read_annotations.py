"""What an editor wrote, understood: the model that comes of it. What broken files are told is in cases/annotations/."""

import re
from pathlib import Path

from reading_annotations import FULL, MINIMAL, ROOT, hops, quote, sound, source

from sitegen.model.annotations import Change, Check, Correction, Material, Response, Version, Withdrawal
from sitegen.model.vocabulary import (
    Basis,
    CheckObject,
    CheckResult,
    Circumstances,
    Identified,
    Republish,
    State,
    Status,
    Wording,
)


def test_the_full_example_is_read_whole(tmp_path: Path) -> None:
    annotations = sound(FULL.read_text(encoding="utf-8"), tmp_path)
    assert (len(annotations.sources), len(annotations.quotes)) == (12, 6)
    assert (len(annotations.gaps), len(annotations.caveats)) == (1, 8)
    assert annotations.facts.publisher == "ht"
    assert annotations.facts.published == "2023-07-18T11:27+05:30"
    assert annotations.about.tags == ("russia-ukraine-war", "intercepts")
    assert quote(annotations, "shooting").basis is Basis.INFERRED
    assert source(annotations, "popov").identified is Identified.CLAIMED
    assert source(annotations, "gur").reliability == "C"


def test_the_minimal_example_becomes_the_same_kind_of_graph(tmp_path: Path) -> None:
    annotations = sound(MINIMAL.read_text(encoding="utf-8"), tmp_path)
    assert annotations.facts.publisher == "hindustan-times"
    assert hops(annotations) == {
        "hindustan-times": ["kyiv-post", "wartranslated", "not-stated"],
        "kyiv-post": ["gur"],
        "gur": ["intercepted-call"],
        "intercepted-call": ["second-soldier"],
        "second-soldier": [],
        "wartranslated": ["video-on-social-media"],
        "video-on-social-media": ["soldier-unnamed"],
        "soldier-unnamed": [],
        "not-stated": ["voice-message"],
        "voice-message": ["gen-ivan-popov"],
        "gen-ivan-popov": [],
    }
    assert [each.source for each in annotations.quotes] == ["second-soldier", "soldier-unnamed"]
    assert [each.standing.status for each in annotations.quotes] == [None, None]
    assert [each.kind for each in annotations.caveats] == ["interested-party", "unverified", "unknown"]


def test_kinds_and_identities_follow_from_names_and_places(tmp_path: Path) -> None:
    annotations = sound(MINIMAL.read_text(encoding="utf-8"), tmp_path)
    assert {each.id: (each.kind, each.identified.value) for each in annotations.sources} == {
        "hindustan-times": ("news-report", "named"),
        "kyiv-post": ("news-report", "named"),
        "gur": ("official-statement", "named"),
        "intercepted-call": ("intercepted-communication", "named"),
        "second-soldier": ("person", "unnamed"),
        "wartranslated": ("organisation", "named"),
        "video-on-social-media": ("video", "named"),
        "soldier-unnamed": ("anonymous-source", "unnamed"),
        "not-stated": ("not-stated", "unnamed"),
        "voice-message": ("audio", "named"),
        "gen-ivan-popov": ("person", "named"),
    }


EVERYTHING = """\
publisher: courier
authors: [Ines Marlow, Dana Vries]
published_basis: editor
captured: 2024-05-05
archive: https://example.org/kept
copy: The copy lost its quotation marks.
versions: {on: 2024-05-06, note: Headline changed.}
republish: full
permission: CC BY 4.0
brief:
  slug: ferry
  aliases: old-ferry
  reviewed_by: Night desk
  review_due: 2024-11-05
  main: order
  content: graphic
sources:
  courier: The Harbour Courier
  man: {name: A man, circumstances: captive, also: the voice, interest_basis: https://example.org}
  tape:
    name: Recording
    kind: audio
    from: [{man: inferred}]
    release: posted
    released_by: Nightwatch
    posted_by: not-stated
    original: not-linked
    translated_by: nobody
    recorded: 2024-05-02
  club: {name: Nightwatch, from: tape}
quotes:
  - id: order
    quote: [It was an order, Everyone on board heard it.]
    source: the voice
    words: direct
    after: On Friday
    occurrence: 2
    via: [Nightwatch, tape]
    withhold: order
    status: disputed
    denied_by: denial
    response: {asked_by: courier, result: no-answer}
    checks: {object: speaker, result: inconclusive, by: Nightwatch, on: 2024-05, how: By ear.}
    history: [{on: 2024-05-06, from: unverified, to: disputed, why: It was denied.}]
    caveats: [unverified: Nobody checked it., {text: Said at night., about: tape}]
  - id: denial
    quote: denied that any order had been given
    withdrawn: {on: 2024-05-07, reason: It was misheard.}
gaps: [{question: Who?, passage: It was not disclosed, result: declined}]
caveats:
  - kind: duress
    about: [A man, denial]
    text: He was held.
    passage: a man is heard
corrections: {on: 2024-05-08, text: The day was wrong.}
"""


def test_every_key_reaches_the_model(tmp_path: Path) -> None:
    annotations = sound(EVERYTHING, tmp_path)
    facts, about = annotations.facts, annotations.about
    assert (facts.authors, facts.published_basis, facts.captured) == (
        ("Ines Marlow", "Dana Vries"),
        "editor",
        "2024-05-05",
    )
    assert (facts.archive, facts.copy) == ("https://example.org/kept", "The copy lost its quotation marks.")
    assert facts.versions == (Version("2024-05-06", "Headline changed."),)
    assert (facts.republish, facts.permission) == (Republish.FULL, "CC BY 4.0")
    assert (about.slug, about.aliases, about.main, about.content) == ("ferry", ("old-ferry",), "order", ("graphic",))
    assert (about.reviewed_by, about.review_due, about.state) == ("Night desk", "2024-11-05", State.PUBLISHED)
    assert annotations.corrections == (Correction("2024-05-08", "The day was wrong."),)
    gap = annotations.gaps[0]
    assert (gap.question, gap.passage, gap.result) == ("Who?", "It was not disclosed", "declined")


def test_every_key_of_a_source_reaches_the_model(tmp_path: Path) -> None:
    annotations = sound(EVERYTHING, tmp_path)
    man, tape = source(annotations, "man"), source(annotations, "tape")
    assert (man.also, man.circumstances) == (("the voice",), Circumstances.CAPTIVE)
    assert (man.kind, man.identified, man.interest_basis) == ("person", Identified.UNNAMED, "https://example.org")
    assert [(hop.source, hop.basis) for hop in tape.hops] == [("man", Basis.INFERRED)]
    assert tape.material == Material("club", "not-stated", "posted", "", "not-linked", "", "nobody", "2024-05-02")


def test_every_key_of_a_quote_reaches_the_model(tmp_path: Path) -> None:
    annotations = sound(EVERYTHING, tmp_path)
    order = quote(annotations, "order")
    assert order.parts == ("It was an order", "Everyone on board heard it.")
    assert (order.source, order.words, order.after, order.occurrence) == ("man", Wording.DIRECT, "On Friday", 2)
    assert (order.via, order.withhold) == (("club", "tape"), ("order",))
    standing = order.standing
    assert (standing.status, standing.denied_by) == (Status.DISPUTED, ("denial",))
    assert standing.response == Response("courier", "no-answer")
    assert standing.history == (Change("2024-05-06", Status.UNVERIFIED, Status.DISPUTED, "It was denied."),)
    check = standing.checks[0]
    assert check == Check(CheckObject.SPEAKER, CheckResult.INCONCLUSIVE, check.at, "club", "2024-05", "By ear.")
    assert quote(annotations, "denial").withdrawn == Withdrawal("2024-05-07", "It was misheard.")


def test_caveats_in_a_quote_are_about_it(tmp_path: Path) -> None:
    annotations = sound(EVERYTHING, tmp_path)
    assert [(each.kind, each.text, each.about) for each in annotations.caveats] == [
        ("unverified", "Nobody checked it.", ("order",)),
        ("other", "Said at night.", ("order", "tape")),
        ("duress", "He was held.", ("man", "denial")),
    ]
    assert annotations.caveats[2].passage == "a man is heard"


def test_places_are_those_of_what_was_typed(tmp_path: Path) -> None:
    text = "quotes:\n  - Dana Vries: Nobody was hurt\n    status: opinion\ncaveats:\n  - other: x\n    about: club\n"
    annotations = sound(text, tmp_path)
    at = annotations.quotes[0].at
    assert [str(at.of(key)) for key in ("source", "quote", "status", "says")] == [
        "seeds/x.yaml:2:5",
        "seeds/x.yaml:2:17",
        "seeds/x.yaml:3:13",
        "seeds/x.yaml:2:5",
    ]
    assert str(annotations.caveats[0].at.of("about")) == "seeds/x.yaml:6:12"
    assert str(annotations.at.of("quotes")) == "seeds/x.yaml:2:3"


def test_places_in_a_chain_are_those_of_its_names(tmp_path: Path) -> None:
    annotations = sound('publisher: A B\nsources:\n  - A B <? C D (audio) < E F\n  - "A B < G"\n', tmp_path)
    assert [str(each.at.here) for each in annotations.sources] == [
        "seeds/x.yaml:1:12",
        "seeds/x.yaml:3:12",
        "seeds/x.yaml:3:26",
        "seeds/x.yaml:4:12",
    ]
    assert str(source(annotations, "c-d").at.of("from")) == "seeds/x.yaml:3:26"
    assert annotations.sources[0].hops[0].basis is Basis.INFERRED


def test_an_unknown_id_as_publisher_is_left_to_the_check(tmp_path: Path) -> None:
    annotations = sound("publisher: cuorier\nsources:\n  courier: {name: The Harbour Courier}\n", tmp_path)
    assert annotations.facts.publisher == "cuorier"


def test_a_new_name_as_publisher_makes_a_source(tmp_path: Path) -> None:
    annotations = sound("publisher: The Harbour Courier\n", tmp_path)
    assert [(each.id, each.kind) for each in annotations.sources] == [("the-harbour-courier", "news-report")]


def test_a_withdrawn_brief_need_not_say_so_twice(tmp_path: Path) -> None:
    annotations = sound("brief: {withdrawn: {on: 2024-05-07, reason: It was misheard.}}\n", tmp_path)
    assert annotations.about.state is State.WITHDRAWN


def test_quotes_without_ids_are_numbered_by_their_place(tmp_path: Path) -> None:
    annotations = sound("quotes:\n  - one\n  - {id: quote-3, quote: two}\n  - three\n", tmp_path)
    assert [each.id for each in annotations.quotes] == ["quote-1", "quote-3", "quote-4"]


def test_the_language_as_documented_is_read_without_problems(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "annotations.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    shared = next(block for block in blocks if block.startswith("courier:"))
    assert len(blocks) > 6
    for block in blocks:
        if block != shared and not block.startswith("#"):
            sound(block, tmp_path, shared)
