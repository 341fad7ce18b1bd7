"""Front matter of notes: days, tags, drafts, and what other generators write."""

import pytest

from sitegen.model.entry import Page
from sitegen.read import read_page
from sitegen.read.front_matter import IDLE, INSTEAD, KEYS, SAME


def read(front: str) -> tuple[Page, list[str]]:
    page, _, problems = read_page("content/notes/a.md", f"---\ntitle: A\n{front}\n---\nText.\n".encode())
    assert page
    return page, [f"{problem} {problem.hint}".strip() for problem in problems]


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05T10:30", "2024-03-05T10:30"),
        ("2024-03-05T10:30:15Z", "2024-03-05T10:30:15Z"),
        ("2024-03-05 10:30:15 +0200", "2024-03-05T10:30:15+02:00"),
        ("2024-03-05 10:30:15.250 -05", "2024-03-05T10:30:15-05:00"),
        ("2024-03-05 10:30 UTC", "2024-03-05T10:30Z"),
        ('"2024-03-05T10:30:15+02:00"', "2024-03-05T10:30:15+02:00"),
    ],
)
def test_days_are_read_as_generators_write_them(typed: str, iso: str) -> None:
    page, problems = read(f"date: {typed}")
    assert (page.date, page.is_note, problems) == (iso, True, [])


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("5 March 2024", "date: 2024-03-05"),
        ("04/03/2024", "date: 2024-03-04 or date: 2024-04-03"),
        ("2024-02-30", "as in date: 2024-03-05"),
        ("2024-03-05T25:00", "as in date: 2024-03-05"),
        ("2024-03-05T10:00+25:00", "as in date: 2024-03-05"),
        ("yesterday", "as in date: 2024-03-05"),
    ],
)
def test_what_is_no_day_is_a_problem(typed: str, hint: str) -> None:
    page, (problem,) = read(f"date: {typed}")
    said = f"content/notes/a.md:3:7: “date” takes a day, or a day with a time, not “{typed}” [page-wrong] {hint}"
    assert (page.date, problem) == ("", said)


@pytest.mark.parametrize(
    "typed", ["tags: harbour work, storm", "tags: [harbour  work, storm]", "tags:\n- harbour work\n- storm\n- storm"]
)
def test_tags_are_a_list_or_a_text_with_commas(typed: str) -> None:
    page, problems = read(typed)
    assert (page.tags, problems) == (("harbour work", "storm"), [])


def test_a_slug_is_the_last_part_of_the_address() -> None:
    assert read("slug: other.html")[0].slug == "notes/other"
    page, (problem,) = read("slug: x/other")
    assert (page.slug, "takes the last part of the address" in problem) == ("notes/a", True)
    assert "cannot be the address" in read("slug: ..")[1][0]


@pytest.mark.parametrize(
    ("typed", "draft"),
    [("draft: true", True), ("draft: no", False), ("status: draft", True), ("status: published", False), ("", False)],
)
def test_a_draft_says_so_in_either_way(typed: str, draft: bool) -> None:  # noqa: FBT001  (a parameter of the test)
    page, problems = read(typed)
    assert (page.draft, problems) == (draft, [])


@pytest.mark.parametrize("typed", ["draft: perhaps", "status: final"])
def test_what_may_mean_a_draft_is_one_until_it_is_clear(typed: str) -> None:
    page, problems = read(typed)
    assert (page.draft, len(problems)) == (True, 1)


def test_keys_of_other_generators_that_say_the_same_are_read() -> None:
    page, problems = read("summary: S\nlang: uk\nauthors: [Ana Diaz, Bo]\nlastmod: 2024-03-06")
    assert problems == []
    assert (page.description, page.language) == ("S", "uk")
    assert (page.authors, page.updated, page.is_note) == (("Ana Diaz", "Bo"), "2024-03-06", False)
    for both in ("summary: S\ndescription: D", "description: D\nsummary: S"):
        assert read(both)[0].description == "D"


@pytest.mark.parametrize(("typed", "ours"), INSTEAD.items())
def test_keys_of_other_generators_that_say_something_like_it_are_explained(typed: str, ours: str) -> None:
    _, problems = read(f"{typed}: x")
    said = f"content/notes/a.md:3:1: pages have no key “{typed}” [page-wrong] here it is “{ours}”"
    assert (problems, ours in KEYS) == ([said], True)


def test_keys_of_other_generators_that_mean_nothing_here_stop_nothing() -> None:
    _, problems = read("\n".join(f"{key}: x" for key in sorted(IDLE)))
    assert len(problems) == len(IDLE)
    assert all("note: “" in problem for problem in problems)
    assert not {*KEYS, *SAME, *INSTEAD} & IDLE


def test_toml_is_a_problem_and_not_the_text_of_the_page() -> None:
    page, _, problems = read_page("content/a.md", b'+++\ntitle = "A"\n+++\n# A\n')
    assert page is None
    assert [problem.message for problem in problems] == ["the front matter is TOML, which is not read"]
    assert read_page("content/a.md", b"+++ more\n# A\n")[2] == []
