"""Annotation files that are damaged, foreign, large or made by chance: read as far as they can be, never a crash."""

import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_annotations import FULL, KINDS, MINIMAL, SEED, understood

from sitegen.kinds import Kinds
from sitegen.model.article import Seed
from sitegen.problems import Kind, Location
from sitegen.read import read_annotations, read_shared
from sitegen.read.forms import ALL_KEYS, FileForm
from sitegen.read.validate import validate
from sitegen.tree import Table, Text


@pytest.fixture
def kinds() -> Kinds:
    return KINDS


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


def test_a_list_that_no_shorthand_wrote_out_is_missed() -> None:
    at = Location("x.yaml", 1, 9)
    tree = Table(((Text("authors", Location("x.yaml")), Text("x", at)),), Location("x.yaml"))
    form, left, (problem,) = validate(FileForm, tree, ())
    assert (form, left.pairs) == (FileForm(), ())
    assert (problem.at, problem.kind, problem.message) == (at, Kind.WRONG_VALUE, "`authors:` does not take “x”")
