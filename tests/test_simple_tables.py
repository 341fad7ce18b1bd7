"""What the quick reader of plain tables takes, the careful one reads as the very same."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.tree import Items, Table, Text
from sitegen.tree.read import _Reading
from sitegen.tree.simple import simple_table

KEYS = ("title", "date", "tags", "order")
SOUND = 'title: "Boats, counted: a note"\ndate: 2024-03-05T10:30\ntags:\n  - harbour work\n  - "storm"\norder: 2\n'
SOUND += "aliases: [old-boats, x/y z,2023]\n"

keys = st.sampled_from([*KEYS, "x"])
values = st.one_of(
    st.sampled_from(
        [
            "2024-03-05",
            "10:30",
            "a, b",
            "no",
            "~",
            "null",
            "1_000",
            "don't",
            "[a, b c]",
            "[a,b]",
            "[x/y, 1-2, é.]",
            "[a -b, c- d]",
            '"a: b # c"',
            '""',
        ]
    ),
    st.text("aé1 :#-,.'\"!?()’–%&*[]{}|>\\\t\xa0", max_size=8),
)
lines = st.one_of(
    st.builds("{}: {}".format, keys, values),
    st.builds("{}:".format, keys),
    st.builds("{}- {}".format, st.sampled_from(["", "  ", "    "]), values),
    values,
)


@given(st.lists(lines, max_size=8).map("\n".join))
@example(SOUND)
@example("tags:\n- a\n- b")
@example("tags:\n- a\n  - b")
@example("title: a\ntitle: b")
def test_what_is_read_quickly_is_read_the_same_carefully(text: str) -> None:
    found = simple_table(text, "a.md", 2)
    if found:
        assert _Reading(text, "a.md", 2).read(KEYS, {}) == (found, [])


def test_plain_lines_and_lists_are_read_quickly() -> None:
    found = simple_table(SOUND, "a.md", 2)
    assert isinstance(found, Table)
    said = {
        key.value: [item.value for item in node.items if isinstance(item, Text)]
        if isinstance(node, Items)
        else node.value
        for key, node in found.pairs
        if isinstance(node, Text | Items)
    }
    assert said == {
        "title": "Boats, counted: a note",
        "date": "2024-03-05T10:30",
        "tags": ["harbour work", "storm"],
        "order": "2",
        "aliases": ["old-boats", "x/y z", "2023"],
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "title: a\n  b",
        "title: a: b",
        "title: a # b",
        "title: 'a'",
        "title: []",
        "title: ['a']",
        "title: [a, [b]]",
        "title: [a,, b]",
        "title: [a , b]",
        "title: [“a, b”]",
        "title:\n  - - a",
        "title:a",
        "title: a\xa0b",
        'title: "a\\n"',
        "title:",
        "a\n" * 6000,
    ],
)
def test_whatever_needs_a_second_look_is_left_to_the_careful_reader(text: str) -> None:
    assert simple_table(text, "a.md", 2) is None
