"""Regular expressions meet input from anybody: none of them may try one text in many ways.

`bench/regex.py` measures each of them on long input; here stands what can be said without a clock.
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import regex

from sitegen.read import read_page
from sitegen.read.web.tree import parse

code, parser = regex.code, regex.parser

FOUND = {found.place: found.pattern for found in regex.patterns()}
TURNS = {
    "sitegen.analyse.caveats.marks._TRANSLATOR": "each turn begins with a blank, which no turn holds",
    "sitegen.model.folding._RUN": "each turn ends with an apostrophe, which no turn holds",
    "sitegen.read.date_lines._trailing": "tried on lines of 160 characters at the most",
    "sitegen.read.objections._HOST": "each turn ends with a dot, which no turn holds",
    "sitegen.read.web.authors._HANDLE": "each turn begins with a dot, which no turn holds",
    "sitegen.tree.build._PROPERTY": "nothing follows, so that the first way is taken",
    "sitegen.tree.layout._DASHES": "each turn begins with a hyphen, which no turn holds",
    "sitegen.tree.suspicion._ODD_SPACES": "the same",
    "sitegen.tree.sheet._ODD_BEHIND": "the same",
    "sitegen.tree.simple._LINE": "each turn is one character",
}
"""Why a repeat in a repeat does no harm."""


def test_there_are_expressions_to_judge() -> None:
    assert len(FOUND) > 200


def test_a_repeat_in_a_repeat_has_a_reason() -> None:
    nested = {place for place, pattern in FOUND.items() if any(_nested(parser.parse(pattern.pattern, pattern.flags)))}
    assert nested == set(TURNS)


def test_the_search_for_nested_repeats_finds_them() -> None:
    assert [any(_nested(parser.parse(each))) for each in ("(a+)+b", "(?:a*|b)*", "a+b+", "(?>(?:a+)+)", "(a++b)+")] == [
        *(True, True, False, True, False)
    ]


def _nested(items: Sequence[Any], *, within: bool = False) -> Iterator[bool]:
    """Yield whenever something is repeated without bounds within such a repeat, both of which can give back."""
    for operation, argument in items:
        if operation in (code.MAX_REPEAT, code.MIN_REPEAT):
            is_endless = argument[1] is code.MAXREPEAT or argument[1] > 50
            if is_endless and within:
                yield True
            yield from _nested(argument[2], within=within or is_endless)
        elif operation in (code.POSSESSIVE_REPEAT, code.ATOMIC_GROUP):
            yield from _nested(argument[2] if operation is code.POSSESSIVE_REPEAT else argument)
        else:
            for inner in regex._inside(operation, argument):  # noqa: SLF001  (the bench's own view of a tree)
                yield from _nested(inner, within=within)


def test_an_element_with_a_flood_of_attributes_is_found_wherever_it_stands() -> None:
    flood = "<p " + " ".join(f"a{number}=1" for number in range(1000)) + ">x"
    for before in ("", "<a <b <c>", "<p title='<a'>\n", '<a x="<b y=\'">', "<a " * 300 + ">"):
        found = parse(f"<html><body>{before}{flood}")
        assert not hasattr(found, "tag")
        assert found.message == "an element of the page has more than 1,000 attributes"


@pytest.mark.parametrize(
    ("markdown", "title"),
    [
        ("# A", "A"),
        ("   #\tA b ##  ", "A b"),
        ("# A#", "A#"),
        ("# A #b", "A #b"),
        ("# ##", "##"),
        ("x\n# A ## #\ny", "A ##"),
        ("x\r\n# A\r\ny", "A"),
    ],
)
def test_a_first_heading_is_a_title_without_the_signs_around_it(markdown: str, title: str) -> None:
    page, _, _ = read_page("content/a.md", markdown.encode())
    assert page
    assert page.title == title


def test_what_is_said_to_be_bounded_is_there() -> None:
    assert set(regex.BOUNDED) <= set(FOUND)
