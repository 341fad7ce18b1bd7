"""Feeds, sitemap and robots.txt."""

import json
from collections.abc import Sequence
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import ENTRY, an_entry, shelved
from made_site import PAGE, SETTINGS, a_site
from reading_pages import made, own_outputs, read_xml

from sitegen.config import Settings
from sitegen.model.annotations import Correction
from sitegen.model.entry import Entry
from sitegen.model.output import Edition
from sitegen.model.vocabulary import State, Status
from sitegen.problems import Kind, Problem
from sitegen.render import site_outputs
from sitegen.render.feeds import atom, json_feed
from sitegen.render.moments import EPOCH, moment
from sitegen.render.xml import ILLEGAL, escaped, legal, write

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def files_of(root: Path, entries: Sequence[Entry] = (ENTRY,), settings: Settings = SETTINGS) -> dict[str, str]:
    site = a_site(root, settings)
    return made([*site_outputs(site, shelved(*entries), [PAGE], []), *own_outputs(site, [PAGE])])


def entries_of(feed: str) -> list[Element]:
    return read_xml(feed).findall(f"{ATOM}entry")


def words_of(element: Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def test_an_atom_feed_and_its_entries_have_all_that_they_must_have(tmp_path: Path) -> None:
    feed = read_xml(files_of(tmp_path)["feed.xml"])
    assert words_of(feed, "id") == "https://desk.example/briefs/feed.xml"
    assert words_of(feed, "title") == "Harbour Desk"
    assert words_of(feed, "updated") == "2024-03-07T00:00:00Z"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Harbour Desk"
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {"self", "alternate"}
    (entry,) = feed.findall(f"{ATOM}entry")
    assert words_of(entry, "id") == "https://desk.example/briefs/briefs/harbour-crane.html"
    assert words_of(entry, "published") == "2024-03-05T00:00:00Z"
    assert entry.find(f"{ATOM}link[@rel='alternate']") is not None


def test_an_entry_carries_its_status_in_the_title_and_its_caveats_in_the_content(tmp_path: Path) -> None:
    files = files_of(tmp_path, [replace(ENTRY, badge_status=Status.UNVERIFIED)])
    (entry,) = entries_of(files["feed.xml"])
    (item,) = json.loads(files["feed.json"])["items"]
    assert words_of(entry, "title") == item["title"] == "[Not verified] A voice message about a crane"
    for content in (words_of(entry, "content"), item["content_html"]):
        assert ENTRY.badge in content
        assert ENTRY.caveats[0] in content
        assert "The union &amp; the port office" in content
        assert content.index(ENTRY.badge) < content.index(ENTRY.summary)


def test_feeds_hold_published_briefs_alone_the_newest_first_and_no_more_than_asked(tmp_path: Path) -> None:
    entries = [
        an_entry("a"),
        an_entry("b", date="2024-05-01"),
        an_entry("c", date="2024-04-01"),
        an_entry("review", state=State.REVIEW, date="2025-01-01"),
        an_entry("proposed", proposed=True, date="2025-01-01"),
    ]
    files = files_of(tmp_path, entries, replace(SETTINGS, feed_items=2))
    urls = [item["url"].rpartition("/")[2] for item in json.loads(files["feed.json"])["items"]]
    assert urls == ["b.html", "c.html"]
    assert [words_of(entry, "id").rpartition("/")[2] for entry in entries_of(files["feed.xml"])] == urls
    assert "review.html" not in files["sitemap.xml"]
    assert "proposed.html" not in files["sitemap.xml"]


def test_entries_name_their_article_as_related_and_never_as_their_own(tmp_path: Path) -> None:
    files = files_of(tmp_path, [replace(ENTRY, article="https://herald.example/crane", editor="Second desk")])
    for name in ("feed.xml", "corrections.xml"):
        (entry,) = entries_of(files[name])
        found = {link.get("rel"): link.get("href") for link in entry.findall(f"{ATOM}link")}
        assert found["related"] == "https://herald.example/crane"
        assert found["alternate"] == "https://desk.example/briefs/briefs/harbour-crane.html"
        assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Second desk"
    (item,) = json.loads(files["feed.json"])["items"]
    assert item["external_url"] == "https://herald.example/crane"
    assert (item["authors"], item["language"]) == ([{"name": "Second desk"}], "en")


@pytest.mark.parametrize("address", ["", "javascript:alert(1)"])
def test_an_entry_whose_article_has_no_address_on_the_web_names_none(tmp_path: Path, address: str) -> None:
    files = files_of(tmp_path, [replace(ENTRY, article=address)])
    (entry,) = entries_of(files["feed.xml"])
    assert entry.find(f"{ATOM}link[@rel='related']") is None
    (item,) = json.loads(files["feed.json"])["items"]
    assert "external_url" not in item
    assert item["authors"] == [{"name": "Harbour Desk"}]


def test_a_correction_of_a_brief_that_prints_a_claim_takes_the_caveats_of_the_claim_along(tmp_path: Path) -> None:
    claimed = replace(ENTRY, badge="Claim: It was sound. Not verified as of 5 March 2024", binding=1)
    (entry,) = entries_of(files_of(tmp_path, [claimed])["corrections.xml"])
    assert words_of(entry, "content") == (
        "We had the day wrong. The brief now says: Claim: It was sound. Not verified as of 5 March 2024. "
        "We found no mention of a check of the recording."
    )


def test_json_feed_is_version_1_1(tmp_path: Path) -> None:
    feed = json.loads(files_of(tmp_path)["feed.json"])
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"] == "https://desk.example/briefs/feed.json"
    assert feed["items"][0]["id"] == feed["items"][0]["url"]


def test_corrections_have_a_feed_of_their_own_with_what_the_brief_says_now(tmp_path: Path) -> None:
    later = (Correction("2024-04-01", "The brief was withdrawn."),)
    gone = an_entry("gone", state=State.WITHDRAWN, corrections=later)
    unreviewed = an_entry("no", proposed=True)
    found = entries_of(files_of(tmp_path, [ENTRY, gone, unreviewed])["corrections.xml"])
    assert [words_of(entry, "updated")[:10] for entry in found] == ["2024-04-01", "2024-03-07"]
    assert words_of(found[0], "title") == "Correction of 1 April 2024: [Withdrawn] A voice message about a crane"
    assert words_of(found[1], "content").startswith(
        "We had the day wrong. The brief now says: Mixed as of 5 March 2024"
    )
    assert len({words_of(entry, "id") for entry in found}) == 2


def test_a_feed_without_entries_is_valid_and_has_no_clock_in_it(tmp_path: Path) -> None:
    assert words_of(read_xml(files_of(tmp_path, [])["feed.xml"]), "updated") == EPOCH


def test_what_is_not_set_is_left_out_of_a_feed(tmp_path: Path) -> None:
    feed = read_xml(files_of(tmp_path, settings=Settings(title="Desk", url="https://x.example/"))["feed.xml"])
    assert feed.find(f"{ATOM}rights") is None
    assert feed.find(f"{ATOM}subtitle") is None
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Desk"


def test_without_an_address_or_in_preview_there_are_no_feeds_and_no_sitemap(tmp_path: Path) -> None:
    plain = files_of(tmp_path, settings=Settings(title="Desk"))
    preview = made(site_outputs(a_site(tmp_path, edition=Edition.PREVIEW), shelved(ENTRY), [PAGE], []))
    for files in (plain, preview):
        assert not {"feed.xml", "feed.json", "corrections.xml", "sitemap.xml"} & files.keys()
        assert {"robots.txt", ".nojekyll", "404.html"} <= files.keys()
    assert "feed.xml" not in plain["index.html"]
    assert "Sitemap" not in plain["robots.txt"]
    assert preview["robots.txt"] == "User-agent: *\nDisallow: /\n"


def test_the_sitemap_names_every_page_and_the_day_of_briefs(tmp_path: Path) -> None:
    files = files_of(tmp_path)
    urls = read_xml(files["sitemap.xml"])
    found = {url.findtext(f"{SITEMAP}loc"): url.findtext(f"{SITEMAP}lastmod") for url in urls}
    pages = {path.removesuffix("index.html") for path in files if path.endswith(".html") and path != "404.html"}
    assert found.pop("https://desk.example/briefs/briefs/harbour-crane.html") == "2024-03-07"
    assert found == {f"https://desk.example/briefs/{page}": None for page in pages}
    assert files["robots.txt"].endswith("Sitemap: https://desk.example/briefs/sitemap.xml\n")


def test_an_error_in_the_template_of_entries_is_a_problem(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    (own / "feed-entry.html").write_text("one\n{{ entry.nothing }}\n")
    site = a_site(tmp_path)
    for make in (atom, json_feed):
        found = make(site, [ENTRY])
        assert isinstance(found, Problem)
        assert (found.kind, str(found.at)) == (Kind.TEMPLATE_ERROR, "templates/feed-entry.html:2:1")


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024", "2024-01-01T00:00:00Z"),
        ("2024-03", "2024-03-01T00:00:00Z"),
        ("2024-03-05", "2024-03-05T00:00:00Z"),
        ("2024-03-05T11:27", "2024-03-05T00:00:00Z"),
        ("2024-03-05T11:27+05:30", "2024-03-05T11:27:00+05:30"),
        ("2024-03-05T11:27:30Z", "2024-03-05T11:27:30Z"),
        ("", EPOCH),
    ],
)
def test_a_day_becomes_the_moment_at_which_it_began(day: str, expected: str) -> None:
    assert moment(day) == expected


@given(st.text(st.characters(exclude_categories=()), max_size=20))
def test_any_text_becomes_xml_that_can_be_read_again(text: str) -> None:
    root = Element("a", b=text)
    root.text = text
    read = read_xml(write(root))
    assert not ILLEGAL.search(read.text or "")
    assert (read.text or "").replace("\n", "") == legal(text).replace("\r", "").replace("\n", "")


def test_xml_leaves_out_what_the_standard_does_not_let_in_and_nothing_else() -> None:
    let_in = (9, 9), (0xA, 0xA), (0xD, 0xD), (0x20, 0xD7FF), (0xE000, 0xFFFD), (0x10000, 0x10FFFF)
    whole = "".join(chr(point) for first, last in let_in for point in range(first, last + 1))
    assert legal("".join(map(chr, range(0x110000)))) == whole


def test_text_of_an_element_is_escaped() -> None:
    assert escaped("a < b & \"c\" > 'd'\0") == "a &lt; b &amp; \"c\" &gt; 'd'"
