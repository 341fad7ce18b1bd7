"""YAML as people type it: values, places, limits; the mistakes themselves are in cases/annotations/."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.turning import unturned
from sitegen.problems import Kind, Location, Problem
from sitegen.theme import shipped
from sitegen.tree import Items, Node, Table, Text, load_plain, read_tree

ARTICLE = Path(__file__).parent.parent / "seeds" / "000_142de1610ce160bf.yaml"


def values(node: Node | None) -> object:
    """Return a tree as plain texts, lists and dicts."""
    match node:
        case Text(value):
            return value
        case Items(items):
            return [values(item) for item in items]
        case Table(pairs):
            return {key.value: values(value) for key, value in pairs}
    return None


def read(text: str) -> object:
    """Return the values of a text that has no problems."""
    node, problems = read_tree(text, "x.yaml")
    assert problems == []
    return values(node)


def kinds_of(text: str, **known: tuple[str, ...]) -> list[Kind]:
    return [problem.kind for problem in read_tree(text, "x.yaml", **known)[1]]  # type: ignore[arg-type]  # (keys only)


def places(node: Node) -> list[tuple[str, int, int]]:
    """Return every text with its line and column."""
    match node:
        case Text(value, at):
            return [(value, at.line, at.column)]
        case Items(items):
            return [place for item in items for place in places(item)]
        case Table(pairs):
            return [place for key, value in pairs for place in (*places(key), *places(value))]


def test_scalars_stay_what_was_typed() -> None:
    typed = "a: no\nb: 11:27\nc: 1_000\nd: yes\ne: ~\nf: null\ng: 0o17\nh: 2023-07-18\ni: 1e3\nj: .inf\n"
    assert list(read(typed).values()) == [line.split(": ")[1] for line in typed.splitlines()]  # type: ignore[attr-defined]  # (a dict)


def test_empty_values_are_empty_text() -> None:
    assert read("a:\nb: ''\nc: []\nd: {}\ne:\n  -\n") == {"a": "", "b": "", "c": [], "d": {}, "e": [""]}


def test_an_empty_file_has_no_value_and_no_problem() -> None:
    for text in ("", "\n\n", "# a comment\n", "\ufeff", "---\n"):
        node, problems = read_tree(text, "x.yaml")
        assert (values(node) or None, problems) == (None, [])


def test_block_texts_are_folded_or_kept() -> None:
    assert read("a: >\n  one\n  two\nb: |\n  one\n  two\n") == {"a": "one two\n", "b": "one\ntwo\n"}


def test_every_text_has_its_line_and_column() -> None:
    node, _ = read_tree('a: b\nlist:\n  - c\n  - {d: "e"}\n', "x.yaml")
    assert node is not None
    assert places(node) == [("a", 1, 1), ("b", 1, 4), ("list", 2, 1), ("c", 3, 5), ("d", 4, 6), ("e", 4, 9)]


def test_columns_are_characters_and_a_byte_order_mark_is_none() -> None:
    node, _ = read_tree('\ufeff"😀": x\r\nb: 😀😀 y\r\n', "x.yaml")
    assert node is not None
    assert places(node) == [("😀", 1, 1), ("x", 1, 6), ("b", 2, 1), ("😀😀 y", 2, 4)]


def test_front_matter_begins_on_the_line_that_it_is_said_to_begin_on() -> None:
    node, problems = read_tree("a: b\nc: d: e\n", "x.md", first_line=2)
    assert node is not None
    assert places(node)[0] == ("a", 2, 1)
    assert problems[0].at == Location("x.md", 3, 5)


def test_places_behind_tabs_are_those_of_the_file() -> None:
    node, _ = read_tree("a:\n\tb: c\n", "x.yaml")
    assert node is not None
    assert places(node)[1:] == [("b", 2, 2), ("c", 2, 5)]


def test_places_behind_a_missing_space_are_those_of_the_file() -> None:
    node, _ = read_tree("a:\n  -b\n  -c\n", "x.yaml")
    assert node is not None
    assert places(node) == [("a", 1, 1), ("b", 2, 4), ("c", 3, 4)]


def test_separators_of_paragraphs_are_no_lines() -> None:
    node, problems = read_tree("a: one\u2028two\nb: c: d\n", "x.yaml")
    assert values(node) == {"a": "one two", "b": "c: d"}
    assert problems[0].at.line == 2


def test_control_characters_are_reported_where_they_stand() -> None:
    node, problems = read_tree("a: one\x07two\nb: \x00\n", "x.yaml")
    assert values(node) == {"a": "one two", "b": ""}
    assert [(problem.at.line, problem.at.column) for problem in problems] == [(1, 7), (2, 4)]


def test_a_table_gives_the_value_of_a_key() -> None:
    node, _ = read_tree("a: b\n", "x.yaml")
    assert isinstance(node, Table)
    assert node.get("a") == Text("b", Location("x.yaml", 1, 4))
    assert node.get("c") is None


def test_the_first_of_two_equal_keys_counts() -> None:
    node, problems = read_tree("a: b\na: c\n", "x.yaml")
    assert values(node) == {"a": "b"}
    assert [problem.kind for problem in problems] == [Kind.DUPLICATE_KEY]


def test_quotation_marks_make_a_text_that_is_not_plain() -> None:
    node, _ = read_tree("- a\n- 'a'\n- \"a\"\n- |\n  a\n", "x.yaml")
    assert isinstance(node, Items)
    assert [item.plain for item in node.items if isinstance(item, Text)] == [True, False, False, False]


@pytest.mark.parametrize(
    "text", ["[" * 60_000, "{a: " * 60_000, "- " * 60_000, "\n".join(" " * n + "a:" for n in range(500))]
)
def test_deep_nesting_is_one_problem(text: str) -> None:
    node, problems = read_tree(text, "x.yaml")
    assert node is None
    assert [problem.kind for problem in problems] == [Kind.YAML_LIMIT]


def test_a_bomb_of_aliases_is_reported_and_not_expanded() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefg", "bcdefgh", strict=True)
    )
    node, problems = read_tree(bomb, "x.yaml")
    assert {problem.kind for problem in problems} == {Kind.YAML_FEATURE}
    assert isinstance(node, Table)
    assert len(node.pairs) == 8


def test_too_many_values_are_one_problem() -> None:
    assert kinds_of("- a\n" * 20_001) == [Kind.YAML_LIMIT]


def test_too_many_characters_are_one_problem() -> None:
    assert kinds_of("a" * 300_001) == [Kind.FILE_TOO_LARGE]


def test_after_many_mistakes_the_rest_is_not_looked_at() -> None:
    node, problems = read_tree("- a: b: c\n" * 1000, "x.yaml")
    assert node is None
    assert problems[-1].kind is Kind.YAML_LIMIT
    assert len(problems) < 300


def test_a_large_file_that_stays_broken_is_given_up() -> None:
    node, problems = read_tree("}\n" * 140_000, "x.yaml")
    assert node is None
    assert problems[0].kind is Kind.YAML_SYNTAX


def test_without_a_known_language_plain_names_are_keys() -> None:
    node, problems = read_tree("brief:\n  title: a\n    editor: b\n", "x.yaml")
    assert values(node) == {"brief": {"title": "a", "editor": "b"}}
    assert len(problems) == 1


def test_an_item_with_text_and_keys_keeps_both_where_the_language_is_unknown() -> None:
    node, problems = read_tree("list:\n  - some text\n    key: b\n", "x.yaml")
    assert values(node) == {"list": [{"": "some text", "key": "b"}]}
    assert problems[0].hint == ""


def test_a_value_on_several_lines_is_left_alone() -> None:
    assert read("a: one\n  two\nb: 'one\n  two'\nc: [one,\n  two]\nd: {e: f,\n  g: h\n}\n") == {
        "a": "one two",
        "b": "one two",
        "c": ["one", "two"],
        "d": {"e": "f", "g": "h"},
    }


def test_lists_may_stand_in_the_column_of_their_key() -> None:
    mended, problems = read_tree("a:\n- b: c\n  d: e\n- f\ng: h: i\n", "x.yaml")
    assert values(mended) == {"a": [{"b": "c", "d": "e"}, "f"], "g": "h: i"}
    assert len(problems) == 1


def test_mending_leaves_sound_lines_alone() -> None:
    sound = ARTICLE.read_text(encoding="utf-8")
    whole, _ = read_tree(sound, "x.yaml")
    mended, problems = read_tree(sound + "says: it: broke\n", "x.yaml")
    assert isinstance(whole, Table)
    assert isinstance(mended, Table)
    assert mended.pairs[:-1] == whole.pairs
    assert len(problems) == 1


def test_shipped_files_are_loaded_as_plain_texts(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: no\nb: [1, 2]\n", encoding="utf-8")
    assert load_plain(tmp_path / "x.yaml") == {"a": "no", "b": ["1", "2"]}


@pytest.mark.parametrize("path", sorted(shipped("words").glob("*.yaml")), ids=lambda path: path.name)
def test_shipped_files_are_read_as_the_library_reads_them(path: Path) -> None:
    assert load_plain(path) == yaml.load(path.read_bytes(), Loader=yaml.BaseLoader)  # noqa: S506  (it makes texts only)


@pytest.mark.parametrize(
    ("text", "value"), [("", None), ("[]", []), ("{a: {}, b: [[], [c]]}", {"a": {}, "b": [[], ["c"]]})]
)
def test_shipped_files_may_hold_what_is_empty(tmp_path: Path, text: str, value: object) -> None:
    (tmp_path / "x.yaml").write_text(text)
    assert load_plain(tmp_path / "x.yaml") == value


def test_shipped_files_refer_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text("a: &b c\nd: *b\n")
    with pytest.raises(yaml.YAMLError):
        load_plain(tmp_path / "x.yaml")


def plausible(problems: list[Problem], text: str) -> bool:
    """Say whether every problem stands in the file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return all(1 <= each.at.line <= len(lines) + 1 and each.at.column >= 1 for each in problems)


@given(st.text())
def test_arbitrary_text_never_raises(text: str) -> None:
    _, problems = read_tree(text, "x.yaml")
    assert plausible(problems, text)


@given(st.text(alphabet="ab:-[]{}'\"#&*!|>%@`?, \n\t\u00a0“”", max_size=60))
def test_text_of_the_characters_that_mean_something_never_raises(text: str) -> None:
    _, problems = read_tree(text, "x.yaml", keys=("a", "ab"), leads={"b": "a"})
    assert plausible(problems, text)


SCALARS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\ufffe\uffff"), max_size=20
).map(unturned)
DATA = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(SCALARS, inner, max_size=4))


@settings(max_examples=200)
@given(DATA, st.booleans())
def test_what_yaml_dumps_is_read_back(data: object, flow: bool) -> None:  # noqa: FBT001  (hypothesis gives it by place)
    dumped = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, default_style='"', width=10_000)
    node, problems = read_tree(dumped, "x.yaml")
    assert problems == []
    assert values(node) == data


def test_a_text_in_plain_quotation_marks_may_begin_with_a_typographic_one() -> None:
    node, problems = read_tree('names: ["«", "0"]\n', "a.yaml")
    assert problems == []
    assert node == Table(
        (
            (
                Text("names", Location("a.yaml", 1, 1)),
                Items(
                    (
                        Text("«", Location("a.yaml", 1, 9), plain=False),
                        Text("0", Location("a.yaml", 1, 14), plain=False),
                    ),
                    Location("a.yaml", 1, 8),
                ),
            ),
        ),
        Location("a.yaml", 1, 1),
    )


@pytest.mark.parametrize(
    "more",
    ["--- a", "--- # a\nb: 2", "---\ta", "--- {b: 2}", "--- 'a'", "---\nb: 2", "--- |\n  a", "... \n--- a", "... a"],
)
@pytest.mark.parametrize(
    "first", ["a: 1", "- a: 1", "a: |\n  one\n  two", "a: one\n  two", "a: [1,\n  2]", "a: '1\n  2'"]
)
def test_a_second_document_is_never_passed_over(first: str, more: str) -> None:
    assert kinds_of(f"{first}\n") == []
    _, problems = read_tree(f"{first}\n{more}\n", "x.yaml")
    line = first.count("\n") + 2
    assert (problems[0].at, problems[0].kind) == (Location("x.yaml", line, 1), Kind.YAML_MISTAKE)
