"""Every status, caveat and kind of source is explained to readers; a page of people's own takes the place of ours."""

from pathlib import Path

import pytest
from changes import replace
from made_brief import KINDS, WORDS, an_entry
from made_site import PAGE, a_site
from reading_pages import Reader, whole_site

from sitegen.model.entry import Page
from sitegen.model.vocabulary import Status

CAVEATS = [key.removeprefix("caveat.") for key in WORDS.sentences if key.startswith("caveat.")]
OURS = Page("content/labels.md", "labels", "Our labels", "# Our labels\n\nAs we see them.\n", order=2)


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    return whole_site(a_site(tmp_path))


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_all_its_wordings(status: Status) -> None:
    assert all(WORDS.has(f"status.{status}.{key}") for key in ("label", "as_of", "count", "explained"))


def test_every_status_is_explained_at_an_anchor_of_its_name(files: dict[str, str]) -> None:
    reader = Reader(files["labels.html"])
    assert set(Status) <= set(reader.values("id"))
    assert all(WORDS(f"status.{status}.explained") in reader.text for status in Status)


def test_every_kind_of_caveat_is_explained(files: dict[str, str]) -> None:
    reader = Reader(files["labels.html"])
    assert {f"caveat-{kind}" for kind in CAVEATS} <= set(reader.values("id"))
    assert all(WORDS(f"caveat_explained.{kind}") in reader.text for kind in CAVEATS)


def test_every_kind_of_source_is_explained_with_its_standard_caveat(files: dict[str, str]) -> None:
    reader = Reader(files["labels.html"])
    assert {f"kind-{kind}" for kind in KINDS.sources} <= set(reader.values("id"))
    assert "The voice is said to be …'s; we found no mention of a confirmation." in reader.text
    assert reader.text.count("Needs a check.") == len(KINDS.unverified)


def test_a_status_is_explained_where_its_briefs_are_listed(files: dict[str, str]) -> None:
    assert 'href="../labels.html#disputed"' in files["statuses/disputed.html"]


def test_a_page_of_peoples_own_takes_the_place_of_ours_and_of_its_name(tmp_path: Path) -> None:
    entries = [an_entry(f"b{number}") for number in range(3)]
    files = whole_site(a_site(tmp_path, pages=(PAGE, OURS)), entries, [PAGE, OURS])
    assert "As we see them." in files["labels.html"]
    assert "_whose" not in files["labels.html"]
    assert files["index.html"].count('href="labels.html"') == 2
    assert '<a href="labels.html">Our labels</a>' in files["index.html"]
    assert "labels.html#" not in files["statuses/disputed.html"]


@pytest.mark.parametrize("slug", ["corrections", "statistics", "tags/index", "statuses/index", "sources/index"])
def test_any_generated_page_gives_way_to_peoples_own(tmp_path: Path, slug: str) -> None:
    page = replace(OURS, path=f"content/{slug}.md", slug=slug)
    files = whole_site(a_site(tmp_path, pages=(page,)), pages=[page])
    assert "As we see them." in files[f"{slug}.html"]
