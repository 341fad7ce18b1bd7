"""People's own pages: front matter, titles, and what is wrong with them."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.entry import Page
from sitegen.problems import Problem
from sitegen.read import file_bytes, page_files, read_page


def read(root: Path, text: str, name: str = "a.md") -> tuple[list[Page], list[Problem]]:
    """Read a project that has one page."""
    path = root / "content" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return read_all(root)


def read_all(root: Path) -> tuple[list[Page], list[Problem]]:
    """Read the pages of a project."""
    found = [read_page(path, file_bytes(root, path)) for path in page_files(root)]
    return [page for page, _, _ in found if page], [problem for _, _, problems in found for problem in problems]


def said(problems: list[Problem]) -> list[str]:
    return [str(problem) for problem in problems]


def test_front_matter_and_body_are_told_apart(tmp_path: Path) -> None:
    front = "title: About\n  us\ndescription: Who we are\norder: 2\nlanguage: en\naliases: [/old.html, en/older]\n"
    text = f"---\n{front}---\nWe check.\n"
    [page], problems = read(tmp_path, text)
    assert problems == []
    assert page == Page(
        path="content/a.md",
        slug="a",
        title="About us",
        digest=sha256(text.encode()).hexdigest(),
        line=9,
        description="Who we are",
        order=2,
        language="en",
        aliases=("old", "en/older"),
    )


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# About us #\n\nWe check.", 1),
        ("---\n---\n# About us\n", 3),
        ("---\r---\r# About us", 3),
        ("---\r\norder: 1\r\n---\r\nx\r\n# About us\r\n", 4),
    ],
)
def test_the_first_heading_is_the_title_of_a_page_that_has_no_other(tmp_path: Path, text: str, line: int) -> None:
    [page], problems = read(tmp_path, text)
    assert (page.title, page.line, problems) == ("About us", line, [])
    _, markdown, _ = read_page("content/a.md", text.encode())
    assert markdown == "".join(text.splitlines(keepends=True)[line - 1 :])


def test_one_alias_needs_no_list(tmp_path: Path) -> None:
    [page], _ = read(tmp_path, "---\ntitle: A\naliases: old\n---\n")
    assert page.aliases == ("old",)


def test_pages_stand_where_their_files_stand(tmp_path: Path) -> None:
    for name in (
        "z.md",
        "method/b.MD",
        "briefs/composed.md",
        "method/briefs/own.md",
        ".hidden.md",
        ".git/x.md",
        "n.txt",
    ):
        pages, _ = read(tmp_path, "# A", name)
    assert [page.slug for page in pages] == ["z", "method/b", "method/briefs/own"]


def test_a_project_without_pages_has_none(tmp_path: Path) -> None:
    assert read_all(tmp_path) == ([], [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\ntitle: A\ndescripton: x\n---\n", "3:1: pages have no key “descripton”"),
        ("---\ntitle: A\norder: two\n---\n", "3:8: “order” takes a whole number, not “two”"),
        ("---\ntitle: A\ndescription: [a, b]\n---\n", "3:14: “description” takes one text, not a list"),
        ("---\ntitle: A\ndescription: {a: b}\n---\n", "3:14: “description” takes one text, not a mapping"),
        ("---\ntitle: A\naliases: [../x]\n---\n", "3:11: “../x” cannot be the address of a page of this site"),
        ("---\ntitle: A\naliases:\n  - [a]\n---\n", "4:5: “aliases” takes a list of addresses"),
    ],
)
def test_a_value_that_does_not_fit_is_reported_and_left_out(tmp_path: Path, text: str, problem: str) -> None:
    [page], problems = read(tmp_path, text)
    assert said(problems) == [f"content/a.md:{problem} [page-wrong]"]
    assert (page.title, page.order, page.description, page.aliases) == ("A", None, "", ())


def test_a_slip_in_a_key_gets_a_hint(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "---\ntitle: A\ndescripton: x\ncolour: red\n---\n")
    assert [problem.hint for problem in problems] == [
        "did you mean “description”?",
        "pages have title, description, date, updated, tags, author, slug, draft, status, order, aliases, language",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("We check.\n", "1:1: the page has no title"),
        ("", "1:1: the page has no title"),
        ("---\ntitle: A\n", "1:1: the front matter has no end"),
        ("---\n- a\n---\n# A", "2:1: front matter takes lines of the form “key: value”"),
        ("---\njust words\n---\n# A", "2:1: front matter takes lines of the form “key: value”"),
    ],
)
def test_a_page_that_cannot_be_read_is_left_out(tmp_path: Path, text: str, problem: str) -> None:
    pages, problems = read(tmp_path, text)
    assert pages == []
    assert said(problems) == [f"content/a.md:{problem} [page-wrong]"]


def test_places_in_broken_yaml_count_from_the_start_of_the_file(tmp_path: Path) -> None:
    pages, problems = read(tmp_path, "---\ntitle: A\norder: {1\n---\n# A")
    assert {problem.at.path for problem in problems} == {"content/a.md"}
    assert min(problem.at.line for problem in problems) >= 3
    assert all(page.title == "A" for page in pages)


def test_a_page_that_is_a_link_out_of_the_project_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (tmp_path / "secret.md").write_text("# Secret", encoding="utf-8")
    (root / "content/a.md").symlink_to(tmp_path / "secret.md")
    pages, problems = read_all(root)
    assert pages == []
    assert said(problems) == [
        "content/a.md:1:1: the file is a link that leads out of the project [file-unreadable]",
    ]


@given(st.text("---\ntitle: aA[]{}&*!\"'#|>\r", max_size=80))
def test_no_text_breaks_the_reading(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    pages, problems = read(tmp_path_factory.getbasetemp(), "---\n" + text)
    assert pages or problems
