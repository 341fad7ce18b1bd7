"""What an editor wrote, understood: the model that comes of it. What broken files are told is in cases/annotations/."""

import random
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import ErrorDetails

from sitegen.kinds import Kinds, load_kinds
from sitegen.model.annotations import (
    Annotations,
    Change,
    Check,
    Correction,
    Material,
    Quote,
    Response,
    Source,
    Version,
    Withdrawal,
)
from sitegen.model.article import Seed
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
from sitegen.problems import Kind, Location, Problem
from sitegen.read import read_annotations, read_shared
from sitegen.read.forms import ALL_KEYS, FileForm
from sitegen.read.objections import problem_of
from sitegen.tree import Table, Text

ROOT = Path(__file__).parent.parent
FULL = ROOT / "seeds" / "000_142de1610ce160bf.yaml"
MINIMAL = Path(__file__).parent / "data" / "annotation-minimal.yaml"
SEED = Seed("x", "seeds/x.txt", "seeds/x.yaml")
KINDS = load_kinds()


@pytest.fixture
def kinds() -> Kinds:
    return KINDS


def understood(text: str | bytes, folder: Path, shared: str = "") -> tuple[Annotations | None, list[Problem]]:
    """Read an annotation file of this text, and a file of shared sources beside it."""
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seeds" / "x.yaml").write_bytes(text.encode("utf-8", "replace") if isinstance(text, str) else text)
    (folder / "sources.yaml").write_text(shared, encoding="utf-8")
    common, problems = read_shared(folder, KINDS)
    annotations, found = read_annotations(folder, SEED, common, KINDS)
    return annotations, problems + found


def sound(text: str, folder: Path, shared: str = "") -> Annotations:
    """Return the annotations of a file without problems."""
    annotations, problems = understood(text, folder, shared)
    assert problems == []
    assert annotations is not None
    return annotations


def source(annotations: Annotations, identity: str) -> Source:
    return next(each for each in annotations.sources if each.id == identity)


def quote(annotations: Annotations, identity: str) -> Quote:
    return next(each for each in annotations.quotes if each.id == identity)


def hops(annotations: Annotations) -> dict[str, list[str]]:
    return {each.id: [hop.source for hop in each.hops] for each in annotations.sources}


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


def chained(folder: Path, *chains: str) -> dict[str, list[str]]:
    """Return what the sources of these chains have their material from."""
    return hops(sound("sources:\n" + "".join(f"  - {chain}\n" for chain in chains), folder))


def test_a_named_source_is_one_in_all_chains(tmp_path: Path) -> None:
    assert chained(tmp_path, "A < Reuters < Dana Vries", "A < Kyiv Post < reuters") == {
        "a": ["reuters", "kyiv-post"],
        "reuters": ["dana-vries"],
        "dana-vries": [],
        "kyiv-post": ["reuters"],
    }


def test_what_is_described_is_one_only_behind_the_same_name(tmp_path: Path) -> None:
    assert chained(tmp_path, "A < B < video clip < X Y", "A < B < video clip < V W", "A < C < video clip") == {
        "a": ["b", "c"],
        "b": ["video-clip"],
        "video-clip": ["x-y", "v-w"],
        "x-y": [],
        "v-w": [],
        "c": ["video-clip-2"],
        "video-clip-2": [],
    }


def test_unnamed_and_unstated_sources_are_never_one(tmp_path: Path) -> None:
    graph = chained(tmp_path, "A < (not stated) < second soldier", "A < (not stated) < second soldier")
    assert sorted(graph) == ["a", "not-stated", "not-stated-2", "second-soldier", "second-soldier-2"]


def test_a_name_of_two_sources_stays_as_typed(tmp_path: Path) -> None:
    text = "sources:\n  - A < B < soldier\n  - A < C < soldier\nquotes:\n  - soldier: It was an order\n"
    assert sound(text, tmp_path).quotes[0].source == "soldier"


def test_kinds_in_brackets_tell_namesakes_apart(tmp_path: Path) -> None:
    graph = chained(tmp_path, "A < Nightwatch (social media post)", "A < Nightwatch (organisation)")
    assert graph == {"a": ["nightwatch", "nightwatch-2"], "nightwatch": [], "nightwatch-2": []}


def test_a_stated_hop_outweighs_an_inferred_one(tmp_path: Path) -> None:
    annotations = sound("sources:\n  - A B <? C D\n  - A B < C D\n  - A B <? C D\n", tmp_path)
    assert [(hop.source, hop.basis) for hop in annotations.sources[0].hops] == [("c-d", Basis.STATED)]


def test_ids_that_cannot_be_made_from_a_name_are_numbered(tmp_path: Path) -> None:
    assert list(chained(tmp_path, "Гур < 新华社")) == ["source", "source-2"]


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


SHARED = """\
courier: {name: The Harbour Courier, kind: news-report}
port: {name: Port of Arnholm, also: PoA, from: vries, note: One.}
vries: Dana Vries
"""


def test_shared_sources_come_into_a_file_that_names_them(tmp_path: Path) -> None:
    annotations = sound("publisher: courier\nsources:\n  - courier < PoA\n", tmp_path, SHARED)
    assert {each.id: each.shared for each in annotations.sources} == {"courier": True, "port": True, "vries": True}
    assert hops(annotations) == {"courier": ["port"], "port": ["vries"], "vries": []}


def test_a_quote_may_name_a_shared_source(tmp_path: Path) -> None:
    annotations = sound("publisher: courier\nquotes:\n  - Dana Vries: Nobody was hurt\n", tmp_path, SHARED)
    assert annotations.quotes[0].source == "vries"
    assert [each.id for each in annotations.sources] == ["courier", "vries"]


def test_an_entry_of_the_same_id_is_laid_over_a_shared_source(tmp_path: Path) -> None:
    annotations = sound("sources:\n  port: {note: Two., interest: It runs the pier.}\n", tmp_path, SHARED)
    port = source(annotations, "port")
    assert (port.name, port.note, port.interest, port.also, port.shared) == (
        "Port of Arnholm",
        "Two.",
        "It runs the pier.",
        ("PoA",),
        True,
    )


def test_an_entry_of_the_same_id_and_another_name_is_another_source(tmp_path: Path) -> None:
    annotations = sound("sources:\n  port: {name: A glass of port}\n", tmp_path, SHARED)
    assert [(each.name, each.shared) for each in annotations.sources] == [("A glass of port", False)]


def test_a_project_without_shared_sources_has_none(tmp_path: Path, kinds: Kinds) -> None:
    assert read_shared(tmp_path, kinds) == ((), [])


def test_a_seed_without_annotations_has_none(tmp_path: Path, kinds: Kinds) -> None:
    assert read_annotations(tmp_path, Seed("x", "seeds/x.txt", None), (), kinds) == (None, [])


def test_a_file_that_is_gone_is_a_problem(tmp_path: Path, kinds: Kinds) -> None:
    annotations, problems = read_annotations(tmp_path, SEED, (), kinds)
    assert annotations is None
    assert [problem.kind for problem in problems] == [Kind.FILE_UNREADABLE]


def test_shared_sources_that_cannot_be_read_are_a_problem(tmp_path: Path, kinds: Kinds) -> None:
    (tmp_path / "sources.yaml").write_bytes(b"a\0b")
    assert [problem.kind for problem in read_shared(tmp_path, kinds)[1]] == [Kind.FILE_NOT_TEXT]


def test_empty_shared_sources_are_none(tmp_path: Path, kinds: Kinds) -> None:
    (tmp_path / "sources.yaml").write_text("# none yet\n", encoding="utf-8")
    assert read_shared(tmp_path, kinds) == ((), [])


def test_a_file_of_fifty_megabytes_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with (tmp_path / "seeds" / "x.yaml").open("wb") as file:
        file.truncate(50_000_000)
    annotations, problems = read_annotations(tmp_path, SEED, (), KINDS)
    assert annotations is None
    assert [problem.kind for problem in problems] == [Kind.FILE_TOO_LARGE]


def test_a_file_in_windows_1252_is_read_and_reported(tmp_path: Path) -> None:
    annotations, problems = understood("summary: “Nobody” – déjà\n".encode("cp1252"), tmp_path)
    assert annotations is not None
    assert annotations.summary == "“Nobody” – déjà"
    assert [str(problem) for problem in problems] == [
        "seeds/x.yaml:1:1: the file is saved in Windows-1252, not in UTF-8 [file-not-text]"
    ]


def test_a_stray_byte_is_reported_where_it_stands(tmp_path: Path) -> None:
    annotations, problems = understood("# ééé\r\nsummary: né".encode() + b"\x92e\n", tmp_path)
    assert annotations is not None
    assert annotations.summary == "né’e"
    assert [str(problem) for problem in problems] == [
        "seeds/x.yaml:2:12: this character is not saved in UTF-8 [file-not-text]"
    ]


def test_a_byte_order_mark_and_carriage_returns_do_no_harm(tmp_path: Path) -> None:
    annotations, problems = understood(b"\xef\xbb\xbfpublisher: A B\r\nsumary: x\r\n", tmp_path)
    assert annotations is not None
    assert [str(problem.at) for problem in problems] == ["seeds/x.yaml:2:1"]


def test_the_language_as_documented_is_read_without_problems(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "annotations.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    shared = next(block for block in blocks if block.startswith("courier:"))
    assert len(blocks) > 6
    for block in blocks:
        if block != shared and not block.startswith("#"):
            sound(block, tmp_path, shared)


def test_a_broken_value_is_left_at_its_default_and_reading_goes_on(tmp_path: Path) -> None:
    annotations, problems = understood(
        "summary: [x]\nlanguage: _\nquotes:\n  - {id: a b, quote: x, status: y}\n", tmp_path
    )
    assert annotations is not None
    assert (annotations.summary, annotations.facts.language) == ("", "")
    assert [(each.id, each.parts, each.standing.status) for each in annotations.quotes] == [("quote-1", ("x",), None)]
    assert len(problems) == 4


SCALARS = st.text(max_size=12) | st.sampled_from(["A < B", "unverified", "gur", "2023-02-30", "(audio)", "not stated"])
KEYS = st.sampled_from(sorted(ALL_KEYS | {"who", "<"}))
DATA = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | SCALARS, inner, max_size=4),
    max_leaves=25,
)


@settings(max_examples=150)
@given(st.dictionaries(KEYS, DATA, max_size=6))
def test_arbitrary_yaml_never_raises(tmp_path_factory: pytest.TempPathFactory, data: object) -> None:
    folder = tmp_path_factory.mktemp("project", numbered=True)
    dumped = yaml.safe_dump(data, allow_unicode=True)
    understood(dumped, folder, shared=dumped)


@settings(max_examples=60)
@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_arbitrary_bytes_never_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    understood(data, tmp_path_factory.mktemp("project", numbered=True))


BITS = [*"\"'[]{}:#-*&!|>%@`, \n\t?<", "\u00a0", "“", "😀", ": ", " #", "- ", "\n  ", "\n---\n", "<<: ", "\r", "\x00"]


@settings(max_examples=100)
@given(st.randoms(use_true_random=False), st.integers(1, 12), st.sampled_from([FULL, MINIMAL]))
def test_examples_with_random_edits_never_raise(
    tmp_path_factory: pytest.TempPathFactory, dice: random.Random, edits: int, example: Path
) -> None:
    text = example.read_text(encoding="utf-8")
    for _ in range(edits):
        place, length = dice.randrange(len(text)), dice.randrange(12)
        text = text[:place] + dice.choice(BITS) + text[place + length :]
    annotations, problems = understood(text, tmp_path_factory.mktemp("project", numbered=True))
    assert annotations or problems


def test_an_objection_that_has_no_wording_of_its_own_is_still_said() -> None:
    at = Location("x.yaml", 1, 8)
    tree = Table(((Text("title", Location("x.yaml")), Text("x", at)),), Location("x.yaml"))
    error = ErrorDetails(type="new_in_pydantic", loc=("title",), msg="", input="x")
    problem = problem_of(FileForm, tree, error)
    assert (problem.at, problem.kind, problem.message) == (at, Kind.WRONG_VALUE, "`title:` does not take “x”")
