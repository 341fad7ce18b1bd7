"""The page of the search: what it says without a script, what it may run, and what it filters by."""

from made_brief import WORDS
from reading_pages import Reader, whole_site

from sitegen.model.vocabulary import Status
from sitegen.render import Site
from sitegen.render.search.page import STATUSES


def test_the_page_without_a_script_says_why_and_leads_to_all_briefs(site: Site) -> None:
    page = Reader(whole_site(site)["search.html"])
    hidden = {attributes.get("id") for _, attributes in page.elements if "hidden" in attributes}
    assert {"_search_field", "_search_filters", "_search_answer"} <= hidden
    assert WORDS("search.without") in page.text
    assert {"index.html", "tags/index.html"} <= set(page.values("href"))


def test_the_page_may_run_the_search_and_no_other_page_may(site: Site) -> None:
    files = {path: text for path, text in whole_site(site).items() if path.endswith(".html")}
    allowed = {path for path, text in files.items() if "wasm-unsafe-eval" in text}
    assert allowed == {"search.html"}


def test_every_page_that_links_anywhere_links_to_the_search(site: Site) -> None:
    files = whole_site(site)
    assert 'href="../search.html"' in files["briefs/harbour-crane.html"]
    assert 'href="search.html" aria-current="page"' in files["search.html"]


def test_the_page_has_every_status_with_its_word_and_icon(site: Site) -> None:
    page = Reader(whole_site(site)["search.html"])
    named = {
        attributes["data-status"]: attributes["data-label"]
        for _, attributes in page.elements
        if "data-label" in attributes
    }
    assert tuple(named) == STATUSES
    assert all(named.values())
    assert set(Status) < set(STATUSES)
