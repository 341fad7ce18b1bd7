"""The sitemap of a site that is too large for one file."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from made_brief import an_entry, shelved
from made_site import a_site
from reading_pages import read_xml

from sitegen.model.entry import Entry
from sitegen.render import sitemap
from sitegen.render.pages import Catalogue
from sitegen.render.sitemap import BYTES, URLS, listed_pages, sitemap_outputs

NAME = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
HOME = "https://desk.example/briefs/"


def entries(number: int) -> list[Entry]:
    return [an_entry(f"brief-{each}", updated=f"2024-03-{each % 28 + 1:02d}T10:00") for each in range(number)]


def files_of(root: Path, shown: list[Entry]) -> dict[str, bytes]:
    made = {output.path: output.make() for output in sitemap_outputs(a_site(root), Catalogue(shelved(*shown)), [])}
    return {path: data for path, data in made.items() if isinstance(data, bytes)}


def days_of(data: bytes) -> dict[str, str]:
    """Return the addresses of a sitemap or of an index of them, each with its day."""
    found = [
        (each.findtext(f"{NAME}loc") or "", each.findtext(f"{NAME}lastmod") or "") for each in read_xml(data.decode())
    ]
    assert len(dict(found)) == len(found), "no address stands there twice"
    return dict(found)


def parts_of(files: Mapping[str, bytes]) -> dict[str, dict[str, str]]:
    return {f"{HOME}{path}": days_of(data) for path, data in files.items() if path != "sitemap.xml"}


def test_what_one_file_may_hold_is_one_file(tmp_path: Path) -> None:
    assert (URLS, BYTES) == (50_000, 52_428_800)
    assert files_of(tmp_path, entries(300)).keys() == {"sitemap.xml"}


@pytest.mark.parametrize(("limit", "size"), [("URLS", 40), ("BYTES", 10_000)])
def test_more_than_one_file_may_hold_is_several_and_their_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, size: int
) -> None:
    (whole,) = files_of(tmp_path, entries(300)).values()
    monkeypatch.setattr(sitemap, limit, size)
    files = files_of(tmp_path, entries(300))
    parts = parts_of(files)
    assert {address: day for part in parts.values() for address, day in part.items()} == days_of(whole)
    assert sum(map(len, parts.values())) == len(days_of(whole))
    assert read_xml(files["sitemap.xml"].decode()).tag == f"{NAME}sitemapindex"
    assert days_of(files["sitemap.xml"]) == {path: max(part.values()) for path, part in parts.items()}
    measured = {"URLS": map(len, parts.values()), "BYTES": map(len, files.values())}[limit]
    assert size // 4 < max(measured) <= size


def test_a_new_brief_changes_the_part_that_it_stands_in_and_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "URLS", 40)
    before, after = (files_of(tmp_path, shown) for shown in (entries(300), [an_entry("new"), *entries(300)]))
    assert before.keys() == after.keys()
    changed = [path for path in after if path != "sitemap.xml" and before[path] != after[path]]
    assert len(changed) == 1
    assert f"{HOME}briefs/new.html" in days_of(after[changed[0]])


def test_a_part_without_briefs_has_no_day(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "URLS", 1)
    parts = parts_of(files := files_of(tmp_path, entries(1)))
    assert len(parts) == len(listed_pages(a_site(tmp_path), Catalogue(shelved(*entries(1))), [])) + 1
    assert set(days_of(files["sitemap.xml"]).values()) == {"", "2024-03-01"}
