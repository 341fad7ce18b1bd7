"""Direction of writing: the style names no side of the page, so that it turns round with the language."""

import re
from pathlib import Path

import pytest

from sitegen import serve
from sitegen.theme import shipped

STYLES = sorted([*shipped("templates").glob("css/*.css"), *(Path(serve.__file__).parent / "assets").glob("*.css")])
NO_SIDE = re.compile(r"/\*.*?\*/|\.align-right|--end: (?:left|right)|var\(--end, right\)", re.DOTALL)
"""Comments, the class that Markdown tables get, and the token that says where lines end."""
SIDE = re.compile(r"\b(?:left|right)\b")
FOUR = re.compile(r"\b(?:margin|padding|inset)[\w-]*:\s*[^\s;]+\s+([^\s;]+)\s+[^\s;]+\s+([^\s;}]+)")


def sides(style: str) -> list[str]:
    """Return what in a style would not turn round."""
    plain = NO_SIDE.sub("", style)
    uneven = (found[0] for found in FOUR.finditer(plain) if found[1] != found[2])
    return [*SIDE.findall(plain), *uneven]


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_no_style_names_a_side(file: Path) -> None:
    assert not sides(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "style",
    ["a{left:0}", "a { margin-left: 1rem }", "text-align: right;", "float:left", "to left,", "a{padding: 0 1px 0 2px}"],
)
def test_a_side_is_seen(style: str) -> None:
    assert sides(style)
