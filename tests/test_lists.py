"""Lists over several pages: all of a list is on its pages, and a new brief changes no more of them than it must."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import an_entry, shelved
from made_site import PAGE, SETTINGS, a_site
from reading_pages import Reader, whole_site

from sitegen.model.entry import Entry
from sitegen.render import site_outputs
from sitegen.render.pages.lists import Leaf, leaves

FEW = replace(SETTINGS, page_size=2)


def entries_of(count: int) -> list[Entry]:
    """Return so many briefs, each a month after the one before it."""
    return [an_entry(f"b{n:02}", date=f"{2020 + n // 12}-{n % 12 + 1:02}-05", corrections=()) for n in range(count)]


def pages_of(count: int, size: int) -> list[Leaf[int]]:
    """Return the pages of a list of numbers, the largest the newest."""
    return list(leaves("tags/x.html", list(range(count))[::-1], size, lambda number: f"{2000 + number}"))


@given(st.integers(0, 60), st.integers(1, 7))
def test_everything_stands_on_one_page_of_a_list_and_nothing_on_two(count: int, size: int) -> None:
    found = pages_of(count, size)
    first, *archive = found
    assert [number for leaf in (first, *archive[::-1]) for number in leaf.items] == list(range(count))[::-1]
    assert all(0 < len(leaf.items) <= size for leaf in archive)
    assert (first.total, first.number) == (count, 0)


@given(st.integers(0, 60), st.integers(1, 7))
def test_the_ways_between_pages_lead_to_all_of_them_and_back(count: int, size: int) -> None:
    found = {leaf.path: leaf for leaf in pages_of(count, size)}
    way = [found["tags/x.html"]]
    while way[-1].older:
        way.append(found[way[-1].older])
    assert len(way) == len(found)
    assert all(later.newer == earlier.path for earlier, later in pairwise(way))
    assert {leaf.oldest for leaf in found.values()} == {way[-1].path}
    assert [leaf.number for leaf in way[1:]] == list(range(len(found) - 1, 0, -1))


@given(st.integers(0, 60), st.integers(1, 7))
def test_something_new_changes_the_first_page_and_the_last_two_of_the_archive_at_most(count: int, size: int) -> None:
    before, after = ({leaf.path: leaf for leaf in pages_of(n, size)} for n in (count, count + 1))
    changed = {path for path in before.keys() & after.keys() if before[path] != after[path]}
    last = max(leaf.number for leaf in before.values())
    assert changed <= {"tags/x.html", f"tags/x/{last}.html"}
    assert len(after.keys() - before.keys()) <= 1


def test_years_lead_to_the_page_with_their_newest() -> None:
    days = ["2024-02", "2024-01", "2023-05", "2023-04", "2022-01", ""]
    first, *archive = leaves("index.html", days, 2, str)
    assert first.years == (("2023", "archive/2.html"), ("2022", "archive/1.html"))
    assert [leaf.items for leaf in archive] == [("2022-01", ""), ("2023-05", "2023-04")]


def keys(root: Path, entries: Sequence[Entry]) -> dict[str, str]:
    """Return the keys of all files that are no brief's."""
    return {output.path: output.key for output in site_outputs(a_site(root, FEW), shelved(*entries), [PAGE], [])}


def test_a_new_brief_changes_the_first_pages_and_the_last_of_each_archive(tmp_path: Path) -> None:
    before, after = keys(tmp_path, entries_of(9)), keys(tmp_path, entries_of(10))
    numbered = [path for path in before if re.search(r"/\d+\.html$", path)]
    assert len(numbered) > 20
    changed = {path for path in numbered if before[path] != after[path]}
    assert {path for path in numbered if path.endswith("/4.html")} == changed
    assert before["index.html"] != after["index.html"]
    assert before["labels.html"] == after["labels.html"]


def test_a_changed_brief_changes_the_page_of_each_list_that_shows_it(tmp_path: Path) -> None:
    entries = entries_of(9)
    changed = [replace(entries[0], reason="It rests on nothing."), *entries[1:]]
    before, after = keys(tmp_path, entries), keys(tmp_path, changed)
    archive = [path for path in before if re.search(r"/\d+\.html$", path) and before[path] != after[path]]
    assert {path.rpartition("/")[2] for path in archive} == {"1.html"}


def test_every_brief_is_on_the_index_or_its_archive(tmp_path: Path) -> None:
    files = whole_site(a_site(tmp_path, FEW), entries_of(9))
    pages = ["index.html", *(f"archive/{number}.html" for number in range(4, 0, -1))]
    found = re.findall(r'<h2><a href="(?:\.\./)?briefs/(b\d\d)', "".join(files[page] for page in pages))
    assert found == [f"b{n:02}" for n in range(8, -1, -1)]
    assert "archive/5.html" not in files


def test_the_pager_says_where_one_is_and_how_to_go_on(tmp_path: Path) -> None:
    files = whole_site(a_site(tmp_path, FEW), entries_of(9))
    first, middle = files["index.html"], files["archive/3.html"]
    assert 'aria-current="page">The newest 2 of 9</a>' in first
    assert '<a href="archive/4.html" rel="next">Older</a>' in first
    assert 'rel="prev"' not in first
    assert 'aria-current="page">Page 3, counted from the oldest</a>' in middle
    assert '<a href="../archive/4.html" rel="prev">Newer</a>' in middle
    assert '<link rel="next" href="../archive/2.html">' in middle
    assert "<title>Briefs, page 3 · Harbour Desk</title>" in middle
    assert '<a href="index.html"' in first
    assert '<a href="archive/1.html">2020</a>' not in first


def test_a_list_that_has_room_on_one_page_has_no_pager(tmp_path: Path) -> None:
    assert "pager" not in whole_site(a_site(tmp_path))["index.html"]


def test_pages_of_lists_without_a_published_brief_are_not_indexed(tmp_path: Path) -> None:
    files = whole_site(a_site(tmp_path, FEW), [an_entry("x", proposed=True)])
    assert 'content="noindex"' in files["statuses/disputed.html"]
    assert 'content="noindex"' not in files["labels.html"]


# ---- the counts and the directories


def test_the_index_counts_quotes_by_status_and_leads_to_their_lists(tmp_path: Path) -> None:
    html = whole_site(a_site(tmp_path), [an_entry("a"), an_entry("b")])["index.html"]
    assert "4 quotes in 2 briefs" in Reader(html).text
    assert 'href="statuses/disputed.html"' in html
    assert "2 disputed" in html


def test_the_directory_of_statuses_explains_all_nine_and_leads_to_those_that_a_quote_has(tmp_path: Path) -> None:
    reader = Reader(whole_site(a_site(tmp_path))["statuses/index.html"])
    assert reader.text.count("0 quotes") == 7
    assert "A view, not a claim of fact." in reader.text
    lists = [link for link in reader.values("href") if link.startswith("../statuses/") and "index" not in link]
    assert lists == ["../statuses/unverified.html", "../statuses/disputed.html"]


def test_a_kind_lists_the_briefs_of_which_a_quote_rests_on_it(tmp_path: Path) -> None:
    entries = [an_entry("a"), an_entry("b", quotes=(), tallies=())]
    files = whole_site(a_site(tmp_path), entries)
    assert "briefs/a.html" in files["kinds/audio.html"]
    assert "briefs/b.html" not in files["kinds/audio.html"]
    text = Reader(files["kinds/index.html"]).text
    assert "News report 1 brief · 2 quotes" in text
    assert "Video" not in text
