"""Saved pages load nothing and grow into nothing: entities, document types, depth, floods."""

from pathlib import Path

import pytest

from sitegen.model.article import Seed
from sitegen.problems import Kind
from sitegen.read import read_article

STORY = "<article>" + "<p>The ferry drifted for an hour on Monday, its owner said to the paper.</p>" * 9 + "</article>"
LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 12))


@pytest.mark.parametrize("kind", ["html", "xhtml"])
def test_an_entity_of_the_page_is_neither_loaded_nor_unfolded(tmp_path: Path, kind: str) -> None:
    (tmp_path / "key.txt").write_text("the key of the house", "utf-8")
    outer = f'<!ENTITY own SYSTEM "{(tmp_path / "key.txt").as_uri()}">'
    outer += '<!ENTITY % far SYSTEM "http://127.0.0.1:1/x.dtd">%far;'
    head = '<?xml version="1.0"?>' if kind == "xhtml" else ""
    kinds = f'<!DOCTYPE html [<!ENTITY l0 "ha">{LAUGHS}{outer}]>'
    page = f"{head}{kinds}<html><body><h1>Ferry &own; drifts</h1>{STORY}<p>&l11;</p>"
    found, problems = read_article({"seeds/a.html": page.encode()}, Seed("a", "seeds/a.html"), {})
    assert found or problems
    if found:
        assert "key of the house" not in found.text
        assert len(found.text) < 2 * len(page)


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 5_000 + "x",
        "<b><i>" * 5_000 + "x",
        "<p " + " ".join(f"a{number}=1" for number in range(2_000)) + ">",
        "<p>x" * 30_000,
        "<table><tr><td>" * 500 + "x",
    ],
)
def test_a_page_that_is_made_to_be_too_much_is_a_problem(body: str) -> None:
    page = f"<html><body><h1>Ferry drifts</h1>{STORY}{body}".encode()
    found, problems = read_article({"seeds/a.html": page}, Seed("a", "seeds/a.html"), {})
    assert found is None
    assert [problem.kind for problem in problems] == [Kind.ARTICLE_TANGLED]
