"""Sources in annotation files: chains, names and ids, and those that files of a project share."""

from pathlib import Path

from reading_annotations import hops, sound, source

from sitegen.model.vocabulary import Basis


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
