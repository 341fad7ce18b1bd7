"""The page of a brief, and what holds for every page."""

import re
from collections.abc import Sequence
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from changes import replace
from made_brief import BRIEF, ENTRY, MARKDOWN, QUOTES, an_entry, shelved, shelved_by
from made_site import PAGE, SETTINGS, a_site
from reading_pages import Reader, made, own_outputs, page_of, whole_site

from sitegen.config import Settings
from sitegen.model.annotations import Withdrawal
from sitegen.model.brief import Brief
from sitegen.model.entry import Entry, Page
from sitegen.model.output import Edition
from sitegen.model.vocabulary import State
from sitegen.render import Site, brief_outputs, site_outputs
from sitegen.render.citing import citation_of

# ---- the page of a brief


def test_every_word_of_the_markdown_stands_on_the_page(site: Site) -> None:
    shown = set(re.findall(r"\w+", Reader(page_of(site)).text))
    written = re.sub(r"\(https?:[^)]*\)", "", MARKDOWN.partition("---\n\n")[2])
    assert set(re.findall(r"\w+", written)) <= shown


def test_every_quote_stands_with_its_status_day_and_all_its_caveats(site: Site) -> None:
    html = page_of(site)
    for quote in QUOTES:
        section = html.partition(f'id="{quote.id}"')[2].partition("</section>")[0]
        text = Reader(section).text
        assert quote.text in text
        assert quote.label.text in text
        assert all(caveat.text in text for caveat in quote.caveats)
        assert text.index(quote.label.text) < text.index(quote.caveats[0].text) < text.index(quote.text)


def test_what_a_copy_button_copies_carries_status_day_denial_and_every_caveat(site: Site) -> None:
    text = citation_of(site, BRIEF, QUOTES[0])
    assert text.startswith(
        "[Not verified as of 5 March 2024: no check reported]\n“They told us the <crane> was sound.”"
    )
    assert all(caveat.text in text for caveat in QUOTES[0].caveats)
    assert "Denied by the port office" in text
    assert text.endswith("https://desk.example/briefs/briefs/harbour-crane.html#crane")
    copied = page_of(site).partition('<pre class="copied">')[2].partition("</pre>")[0]
    assert unescape(copied) == text


def test_what_can_be_copied_stands_on_the_page_without_javascript(site: Site) -> None:
    elements = Reader(page_of(site)).elements
    assert sum(tag == "details" for tag, _ in elements) == sum(tag == "pre" for tag, _ in elements) == len(QUOTES) + 1
    assert not [attributes for tag, attributes in elements if "hidden" in attributes]


def test_denials_and_responses_follow_the_words_they_answer(site: Site) -> None:
    text = Reader(page_of(site)).text
    said, denied = text.index(QUOTES[0].text), text.index("Denied by the port office")
    assert said < denied < text.index("Asked for a response") < text.index("Port Herald reports: nobody said so")


def test_title_and_description_begin_with_the_status(site: Site) -> None:
    brief = replace(BRIEF, badge=replace(BRIEF.badge, label=QUOTES[0].label, text=QUOTES[0].label.text))
    html = page_of(site, brief)
    assert "<title>[Not verified] A voice message about a crane · Harbour Desk</title>" in html
    assert '<meta name="description" content="Not verified as of 5 March 2024. Rests on' in html
    assert '<meta property="og:description" content="Not verified as of 5 March 2024. Rests on' in html
    assert '<meta property="og:title" content="[Not verified]' in html


def test_the_other_forms_are_named_in_the_head_and_on_the_page(site: Site) -> None:
    values = Reader(page_of(site)).values("href")
    for ending in ("md", "json", "annotations.jsonld"):
        assert values.count(f"../briefs/harbour-crane.{ending}") == 2
    assert "../feed.xml" in values


def test_the_markdown_is_published_as_it_was_composed(site: Site) -> None:
    assert whole_site(site)["briefs/harbour-crane.md"] == MARKDOWN


def test_words_of_the_article_never_become_markup(site: Site) -> None:
    html = page_of(site)
    assert "<crane>" not in html
    assert "&lt;crane&gt;" in html


def test_a_section_that_no_wording_names_is_kept(site: Site) -> None:
    html = page_of(site, markdown=MARKDOWN + "\n## Something else\n\nWith its own words.\n\n### Deeper\n\nMore.\n")
    assert "With its own words." in html
    assert "<h3>Deeper</h3>" in html


def test_a_quote_that_software_proposed_is_marked_beside_it_and_in_its_copy(site: Site) -> None:
    proposed = replace(QUOTES[1], credit=replace(QUOTES[1].credit, proposed=True))
    brief = replace(BRIEF, state=State.REVIEW, quotes=(QUOTES[0], proposed))
    html = page_of(site, brief)
    mark = "Proposed by software, not reviewed by an editor"
    assert html.partition('id="denial"')[2].count(mark) == 2
    assert mark not in html.partition('id="crane"')[2].partition("</section>")[0]


@pytest.mark.parametrize(
    ("changes", "mark"),
    [
        ({"state": State.REVIEW}, "[Under review; Mixed]"),
        ({"state": State.DRAFT}, "[Draft; Mixed]"),
        ({"proposed": True, "state": State.REVIEW}, "[Not reviewed; Mixed]"),
        ({"state": State.WITHDRAWN}, "[Withdrawn]"),
    ],
)
def test_what_is_not_published_is_marked_and_not_indexed(site: Site, changes: dict[str, object], mark: str) -> None:
    html = page_of(site, replace(BRIEF, **changes))
    assert f"<title>{mark}" in html
    assert '<meta name="robots" content="noindex">' in html


def test_a_published_brief_may_be_indexed_and_a_preview_never(site: Site, tmp_path: Path) -> None:
    assert "noindex" not in page_of(site)
    assert "noindex" in page_of(a_site(tmp_path, edition=Edition.PREVIEW))


def test_a_withdrawn_brief_keeps_a_tombstone_without_drawing_or_verdict(site: Site) -> None:
    gone = Withdrawal("2024-04-01", "The tape was faked.")
    brief = Brief(
        BRIEF.slug,
        "A withdrawn brief",
        State.WITHDRAWN,
        BRIEF.facts,
        BRIEF.publisher,
        replace(BRIEF.about, withdrawn=gone),
        replace(BRIEF.badge, text="Withdrawn on 1 April 2024", reason="", counts=()),
        BRIEF.held,
        "",
    )
    html = page_of(
        site, brief, "# A withdrawn brief\n\nThis brief was withdrawn on 1 April 2024: The tape was faked.\n"
    )
    assert "The tape was faked." in html
    assert "<svg class=" not in html
    assert 'class="verdict' not in html


def test_a_withdrawn_quote_can_not_be_copied(site: Site) -> None:
    gone = replace(QUOTES[1], withdrawn=Withdrawal("2024-04-01", "Misheard."), text="")
    html = page_of(site, replace(BRIEF, quotes=(QUOTES[0], gone)))
    assert html.partition('id="denial"')[2].partition("</section>")[0].count("copied") == 0


# ---- what holds for every page


@pytest.mark.parametrize("url", ["", "https://desk.example/briefs/"])
def test_every_link_leads_to_a_file_of_the_site_and_every_anchor_exists(tmp_path: Path, url: str) -> None:
    labels = Page("content/labels.md", "labels", "Labels", "## One\n\nText.\n")
    site = a_site(tmp_path, replace(SETTINGS, url=url, page_size=1), pages=(PAGE, labels))
    files = whole_site(site, [ENTRY, an_entry("other", aliases=("old",)), an_entry("third")], [PAGE, labels])
    for path, html in files.items():
        if not path.endswith(".html") or path == "404.html":
            continue
        reader = Reader(html)
        for link in (*reader.values("href"), *reader.values("src")):
            if re.match(r"https?:|mailto:", link):
                continue
            target, _, anchor = link.partition("#")
            there = str(Path("/", Path(path).parent, target).resolve())[1:] if target else path
            assert there in files, (path, link)
            assert not anchor or anchor in Reader(files[there]).values("id"), (path, link)


def test_no_page_has_inline_script_or_style_or_leaves_the_site_by_itself(site: Site) -> None:
    for path, html in whole_site(site).items():
        if path.endswith(".html"):
            reader = Reader(html)
            assert not reader.values("style"), path
            assert all(tag != "style" for tag, _ in reader.elements)
            scripts = [attributes for tag, attributes in reader.elements if tag == "script"]
            assert all("src" in each or each["type"] == "application/ld+json" for each in scripts)
            assert not any(name.startswith("on") for _, attributes in reader.elements for name in attributes)
            there = [source for source in reader.values("src") if source.startswith(("http", "//"))]
            assert all(path == "404.html" and source.startswith(site.settings.url) for source in there)


def test_ids_are_unique_and_headings_go_down_step_by_step(site: Site) -> None:
    for path, html in whole_site(site).items():
        if path.endswith(".html"):
            reader = Reader(html)
            ids = reader.values("id")
            assert len(ids) == len(set(ids)), path
            levels = [int(tag[1]) for tag, _ in reader.elements if re.fullmatch("h[1-6]", tag)]
            assert levels.count(1) == 1, path
            assert all(later <= earlier + 1 for earlier, later in pairwise(levels)), path


def test_the_policy_forbids_everything_but_the_sites_own_files(site: Site, tmp_path: Path) -> None:
    html = page_of(site).replace("&#39;", "'")
    assert "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:" in html
    assert "connect-src 'self';" in html
    preview = page_of(a_site(tmp_path, edition=Edition.PREVIEW)).replace("&#39;", "'")
    assert "connect-src 'self' ws:;" in preview


def test_no_link_starts_from_the_host_and_the_404_page_names_the_whole_address(site: Site, tmp_path: Path) -> None:
    files = whole_site(site)
    for path, html in files.items():
        if path.endswith(".html"):
            assert not [link for link in Reader(html).values("href") if link.startswith("/")], path
    assert 'href="https://desk.example/briefs/assets/style.css"' in files["404.html"]
    assert 'href="/assets/style.css"' in whole_site(a_site(tmp_path, edition=Edition.PREVIEW))["404.html"]
    plain = whole_site(a_site(tmp_path, Settings(title="Desk")))["404.html"]
    assert Reader(plain).values("href") == ["#_content"]


def test_keys_change_with_what_a_page_follows_from_and_with_nothing_else(tmp_path: Path) -> None:
    def keys(site: Site, entries: Sequence[Entry] = (ENTRY,), key: str = "key") -> dict[str, str]:
        briefs = brief_outputs(site, shelved(ENTRY, key=key)[0])
        others = site_outputs(site, shelved(*entries), [PAGE], [])
        return {output.path: output.key for output in (*briefs, *others, *own_outputs(site, [PAGE]))}

    first = keys(a_site(tmp_path))
    assert keys(a_site(tmp_path)) == first
    brief, index, about = "briefs/harbour-crane.html", "index.html", "about.html"
    assert keys(a_site(tmp_path), key="new")[brief] != first[brief]
    assert keys(a_site(tmp_path), key="new")[index] == first[index]
    more = keys(a_site(tmp_path), (ENTRY, an_entry("two")))
    assert (more[index] != first[index], more[about] == first[about], more[brief] == first[brief]) == (True,) * 3
    assert keys(a_site(tmp_path, edition=Edition.PREVIEW))[about] != first[about]
    assert keys(a_site(tmp_path, replace(SETTINGS, title="New")))[about] != first[about]


def test_a_brief_is_loaded_only_when_one_of_its_files_is_made(site: Site) -> None:
    def load() -> tuple[Brief, str]:
        pytest.fail("loaded too early")

    assert len(list(brief_outputs(site, shelved_by(load, ENTRY)[0]))) == 8


def test_a_brief_is_loaded_once_for_all_its_forms(site: Site) -> None:
    loaded = []

    def load() -> tuple[Brief, str]:
        loaded.append(1)
        return BRIEF, MARKDOWN

    shelf = shelved_by(load, an_entry("a"), an_entry("b"))
    made(output for each in shelf for output in brief_outputs(site, each))
    assert len(loaded) == 2
