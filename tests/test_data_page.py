"""The list of briefs for programs, and the page about the data."""

import json
import re
from pathlib import Path
from typing import Any

from data_files import data_of, rows_of
from made_brief import ENTRY, WORDS, an_entry, shelved
from made_site import SETTINGS, a_site
from reading_pages import Reader, made, whole_site

from sitegen.config import Settings
from sitegen.model.entry import Entry
from sitegen.model.vocabulary import State
from sitegen.render import Site, site_outputs
from sitegen.render.exports.tables import COLUMNS

# ---- the list of briefs


def briefs_of(site: Site, *entries: Entry) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data_of(site, shelved(*entries))["data/briefs.json"])
    return found


def test_the_list_has_of_each_brief_its_status_day_reason_caveats_and_forms(site: Site) -> None:
    data = briefs_of(site, an_entry("b"), an_entry("a"))
    assert [brief["slug"] for brief in data["briefs"]] == ["a", "b"]
    brief = data["briefs"][0]
    assert (brief["status"], brief["as_of"], brief["text"]) == ("mixed", "2024-03-05", ENTRY.badge)
    assert (brief["reason"], brief["caveats"]) == (ENTRY.reason, list(ENTRY.caveats))
    assert brief["forms"]["csl.json"] == "https://desk.example/briefs/briefs/a.csl.json"
    assert set(brief["forms"]) == {"html", "md", "json", "annotations.jsonld", "csl.json", "bib", "ris"}
    assert data["schema"] == "https://desk.example/briefs/schema/brief-1.json"


def test_the_list_keeps_the_tombstones(site: Site) -> None:
    (brief,) = briefs_of(site, an_entry("gone", state=State.WITHDRAWN, badge="Withdrawn on 1 April 2024"))["briefs"]
    assert (brief["status"], brief["text"], brief["tags"]) == ("withdrawn", "Withdrawn on 1 April 2024", [])


def test_without_the_sites_address_the_list_and_the_tables_name_places_in_the_site(tmp_path: Path) -> None:
    plain = a_site(tmp_path, Settings(title="Desk"))
    assert briefs_of(plain, ENTRY)["briefs"][0]["url"] == "briefs/harbour-crane.html"
    assert rows_of(plain, "quotes")[0]["page"] == "briefs/harbour-crane.html#crane"


# ---- the page about them


def test_the_page_names_every_file_and_every_column_with_what_it_means(site: Site) -> None:
    html = data_of(site)["data.html"]
    reader = Reader(html)
    links = {value for value in reader.values("href") if not value.startswith(("http", "#"))}
    assert {"data/briefs.json", *COLUMNS, "schema/brief-1.json", "feed.xml", "feed.json", "corrections.xml"} <= links
    for columns in COLUMNS.values():
        for column in columns:
            assert f"<code>{column}</code>" in html
            assert WORDS(f"export.columns.{column}") in reader.text


def test_no_column_is_explained_that_is_in_no_table() -> None:
    explained = {key.rpartition(".")[2] for key in WORDS.sentences if key.startswith("export.columns.")}
    assert explained == {column for columns in COLUMNS.values() for column in columns}


def test_the_page_tells_rights_and_how_to_cite(site: Site, tmp_path: Path) -> None:
    text = Reader(data_of(site)["data.html"]).text
    assert "may be used under: https://licence.example/by" in text
    assert "remain their owners'" in text
    assert "Harbour Desk, “Harbour Desk: briefs, quotes and sources” [data set; each status as of the day" in text
    bare = data_of(a_site(tmp_path, Settings(title="Desk")))["data.html"]
    assert "no licence is given" in bare
    assert "feed.xml" not in bare


def test_the_page_and_the_first_page_say_in_the_words_of_schema_org_what_they_are(site: Site) -> None:
    (text,) = Reader(data_of(site)["data.html"]).data
    data = json.loads(text)
    assert (data["@type"], data["url"]) == ("Dataset", "https://desk.example/briefs/data.html")
    assert [each["contentUrl"].rpartition("/")[2] for each in data["distribution"]] == [
        "briefs.json", "briefs.csv", "quotes.csv", "sources.csv",
    ]  # fmt: skip
    (text,) = Reader(made(site_outputs(site, shelved(ENTRY), [], []))["index.html"]).data
    data = json.loads(text)
    assert (data["@type"], data["name"], data["url"]) == ("WebSite", "Harbour Desk", SETTINGS.url)


def test_every_page_leads_to_the_page_about_the_data(site: Site) -> None:
    files = whole_site(site)
    for path in ("index.html", "tags/index.html", "about.html"):
        assert re.search(r'<a href="(\.\./)?data.html">Data</a>', files[path]), path
    found = re.findall(r'<link rel="alternate" type="([^"]+)" href="data/', files["index.html"])
    assert found == ["application/json", "text/csv", "text/csv", "text/csv"]


def test_the_documentation_names_every_file_and_column(repository: Path) -> None:
    text = (repository / "docs" / "data.md").read_text("utf-8")
    names = {column for columns in COLUMNS.values() for column in columns}
    assert [name for name in (*COLUMNS, "data/briefs.json", *sorted(names)) if f"`{name}`" not in text] == []
