"""The search in a browser: found, filtered and read by keyboard, under a strict policy, in a folder of a host."""

import json
import re
from pathlib import Path

import pytest
from browsing import Open, Watch, hosted
from changes import replace
from made_brief import BRIEF, ENTRY, QUOTES, shelved
from made_site import SETTINGS, a_site
from playwright.sync_api import Route, expect
from searching import FETCHED, results, said, type_words, words

from sitegen.publish import publish
from sitegen.render import search_bundles, site_outputs

BEYOND = """() => [...document.querySelectorAll("main *")].filter(each => {
  const box = each.getBoundingClientRect();
  return box.width > 1 && (box.right > innerWidth + 1 || box.left < -1);
}).map(each => each.outerHTML)"""
"""Says what stands beyond the sides of the screen."""

MOVED = """() => new Promise(resolve => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => (sum += each.value)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => resolve(sum), 100);
})"""
"""Says how much has moved since the page was opened."""


def test_every_quote_that_is_found_stands_with_its_status_its_day_and_each_of_its_caveats(
    opened: Open, site_files: Path
) -> None:
    page, watch = opened("search.html?order=date")
    expect(said(page)).to_contain_text("10 shown")
    while page.get_by_role("button", name="Show").is_visible():
        before = results(page).count()
        page.get_by_role("button", name="Show").click()
        expect(results(page)).not_to_have_count(before)
    seen = 0
    for card in results(page).all():
        slug, _, quote_id = str(card.get_by_role("link").get_attribute("href")).rpartition("/")[2].partition(".html#")
        if not quote_id:
            continue
        brief = json.loads((site_files / "briefs" / f"{slug}.json").read_text("utf-8"))
        (quote,) = (each for each in brief["quotes"] if each["id"] == quote_id)
        text = " ".join(card.inner_text().split())
        due = [quote["status"]["text"], quote["denied_by"]["text"], *(each["text"] for each in quote["caveats"])]
        assert not [line for line in due if " ".join(line.split()) not in text], (slug, quote_id)
        seen += 1
    assert seen > 12
    assert watch.faults == []


def test_words_are_found_marked_and_lead_to_the_quote(opened: Open) -> None:
    page, watch = opened("search.html")
    type_words(page, "tide")
    first = results(page).filter(has=page.locator("blockquote mark")).first
    expect(first.locator("mark").first).to_contain_text("tide", ignore_case=True)
    words(page).press("Escape")
    first.get_by_role("link").click()
    page.wait_for_url("**/briefs/*.html#*")
    assert watch.faults == []


def test_suggestions_are_reached_and_left_by_keyboard(opened: Open) -> None:
    page, _ = opened("search.html")
    type_words(page, "ferry")
    field, options = words(page), page.get_by_role("option")
    expect(field).to_have_attribute("aria-expanded", "true")
    assert field.get_attribute("aria-activedescendant") is None
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert field.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    field.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(options.first).to_be_hidden()
    expect(field).to_have_value("ferry")
    field.press("ArrowDown")
    due = page.locator("[role=option]").first.get_attribute("data-address")
    field.press("Enter")
    page.wait_for_url(str(due))


def test_suggestions_say_how_far_it_is_checked_and_no_word_of_a_quote(opened: Open, site_files: Path) -> None:
    page, _ = opened("search.html")
    type_words(page, "tide")
    shown = page.get_by_role("option").all_inner_texts()
    quotes = [
        part
        for path in (site_files / "briefs").glob("*.json")
        if not path.name.endswith(".csl.json")
        for quote in json.loads(path.read_text("utf-8")).get("quotes", [])
        for part in quote.get("parts", [])
    ]
    assert len(shown) > 1
    assert all(" as of " in text for text in shown)
    assert not [part for part in quotes for text in shown if part in text]


def test_filters_narrow_and_the_address_carries_them_there_and_back(opened: Open) -> None:
    page, _ = opened("search.html?q=the")
    expect(results(page).first).to_be_visible()
    all_found = said(page).inner_text()
    status = page.get_by_role("group", name="Status").get_by_role("checkbox").first
    status.check()
    expect(said(page)).not_to_have_text(all_found)
    narrowed = said(page).inner_text()
    assert "q=the&status=" in page.url
    page.reload()
    expect(said(page)).to_have_text(narrowed)
    expect(page.get_by_role("group", name="Status").get_by_role("checkbox").first).to_be_checked()
    page.get_by_role("button", name="Clear all filters").click()
    expect(said(page)).to_have_text(all_found)
    page.go_back()
    expect(said(page)).to_have_text(narrowed)


def test_the_newest_come_first_where_asked(opened: Open, site_files: Path) -> None:
    page, _ = opened("search.html?q=the&order=date")
    expect(results(page).first).to_be_visible()
    days = []
    for link in results(page).get_by_role("link").all():
        slug = str(link.get_attribute("href")).rpartition("/")[2].partition(".html")[0]
        days.append(json.loads((site_files / "briefs" / f"{slug}.json").read_text("utf-8"))["as_of"])
    assert len(set(days)) > 1
    assert days == sorted(days, reverse=True)


def test_more_results_are_announced_and_the_first_of_them_has_the_focus(opened: Open) -> None:
    page, _ = opened("search.html?order=date")
    more = page.get_by_role("button", name="Show")
    more.click()
    expect(results(page).nth(10).get_by_role("link")).to_be_focused()
    expect(said(page)).to_contain_text(f"{results(page).count()} results are shown now")


def test_what_is_not_found_is_said(opened: Open) -> None:
    page, _ = opened("search.html?q=qqqq")
    expect(said(page)).to_contain_text("Nothing was found")
    expect(results(page)).to_have_count(0)


def test_what_only_begins_alike_is_not_passed_off_as_a_match(opened: Open) -> None:
    page, _ = opened("search.html?q=tidewater")
    expect(said(page)).to_contain_text("No exact match: tidewater.")
    page, _ = opened("search.html?q=tides")
    expect(said(page)).to_contain_text("shown")
    expect(said(page)).not_to_contain_text("No exact match")


def test_withdrawn_and_withheld_words_are_not_found(opened: Open) -> None:
    for text in ("Vantongeren", "Verrin", "survive anywhere"):
        page, _ = opened(f"search.html?q={text}")
        expect(said(page)).to_contain_text(re.compile("Nothing was found|No exact match"))
        assert text not in page.locator("#_search_found").inner_text()


def test_markup_of_an_article_is_shown_as_text(opened: Open) -> None:
    page, watch = opened("search.html?q=script")
    expect(results(page).first).to_be_visible()
    assert "<script>" in page.locator("#_search_found").inner_text()
    assert page.locator("#_search_found script, #_search_found img").count() == 0
    assert watch.faults == []


def test_a_missing_index_is_said_and_the_lists_are_offered(opened: Open) -> None:
    page, _ = opened()

    def refuse(route: Route) -> None:
        route.fulfill(status=404, body="")

    page.route("**/pagefind/**", refuse)
    page.goto("search.html")
    words(page).focus()
    reason = page.get_by_text("The search index is missing")
    expect(reason).to_be_focused()
    expect(page.locator("#_search_without").get_by_role("link", name="Briefs")).to_be_visible()
    expect(page.locator("input[id^=_search], #_search summary, #_search button").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("options", [{"java_script_enabled": False}, {"java_script_enabled": True}])
def test_without_a_script_or_a_server_the_page_says_what_it_needs(
    opened: Open, site_files: Path, options: dict[str, bool]
) -> None:
    page, _ = opened(**options)
    page.goto("search.html" if not options["java_script_enabled"] else (site_files / "search.html").as_uri())
    expect(page.get_by_text("it needs JavaScript, and pages that come from a web server")).to_be_visible()
    expect(page.locator("#_search_without").get_by_role("link", name="Tags")).to_be_visible()
    expect(page.locator("input[id^=_search], #_search summary, #_search button").filter(visible=True)).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_until_somebody_searches_the_page_says_the_same_with_a_script_and_fetches_no_index(
    opened: Open, width: int
) -> None:
    scripted, _ = opened("search.html", width, 640)
    bare, _ = opened("search.html", width, 640, java_script_enabled=False)
    expect(words(scripted)).to_be_visible()
    assert scripted.locator("main").inner_text().split() == bare.locator("main").inner_text().split()
    scripted.wait_for_load_state("networkidle")
    assert scripted.evaluate(FETCHED) == []
    assert scripted.evaluate(MOVED) == 0
    words(scripted).focus()
    expect(scripted.locator("summary").first).to_be_visible()
    assert scripted.evaluate(FETCHED) != []


def test_results_take_the_place_of_the_lists_and_give_it_back(opened: Open) -> None:
    page, _ = opened("search.html")
    lists = page.locator("#_search_without")
    expect(lists).to_be_visible()
    type_words(page, "tide")
    expect(lists).to_be_hidden()
    expect(page.get_by_role("heading", name="Results")).to_be_attached()
    words(page).fill("")
    expect(lists).to_be_visible()
    expect(results(page)).to_have_count(0)
    assert page.url.endswith("search.html")


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_nothing_stands_beyond_the_sides_of_a_narrow_screen(opened: Open, direction: str) -> None:
    page, _ = opened("search.html?q=the", width=320, height=640)
    page.evaluate("direction => document.documentElement.dir = direction", direction)
    page.locator("summary").first.click()
    expect(results(page).first).to_be_visible()
    words(page).press("ArrowDown")
    beyond = page.evaluate(BEYOND)
    assert beyond == []


def test_a_language_without_a_stemmer_is_searched_by_the_beginnings_of_words(opened: Open, tmp_path: Path) -> None:
    quote = replace(QUOTES[0], text="«Розмова солдата з командиром про село»", says="")
    site = a_site(tmp_path, replace(SETTINGS, language="uk"))
    shelf = shelved(ENTRY, brief=replace(BRIEF, quotes=(quote,)))
    _, problems = publish([*site_outputs(site, shelf, [], []), *search_bundles(site, shelf)], tmp_path / "site")
    assert problems == []
    with hosted(tmp_path / "site") as address:
        page = opened()[0].context.new_page()
        watch = Watch(page, address)
        page.goto(f"{address}search.html?q=солдат")
        expect(results(page).locator("mark")).to_have_text("солдата")
        assert watch.faults == []
