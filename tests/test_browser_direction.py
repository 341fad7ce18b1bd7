"""A site that is written from right to left, in a browser: it turns round as a whole, and nothing is lost."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import BRIEF, STOP, WIDER, Open, built_for_host, hosted
from nasty_project import write_project
from playwright.sync_api import Locator, expect
from pseudo_words import LANGUAGE, write_pseudo_words
from test_browser_axe import KINDS, violations


@pytest.fixture(scope="module")
def site_files(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """Build the site in the pseudo language."""
    root = write_project(tmp_path_factory.mktemp("turned"), repository)
    write_pseudo_words(root)
    with (root / "sitegen.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"language: {LANGUAGE}\n")
    return built_for_host(root)


@pytest.fixture(scope="module")
def address(site_files: Path) -> Iterator[str]:
    """Serve the site."""
    with hosted(site_files) as found:
        yield found


def sides(locator: Locator) -> tuple[float, float]:
    """Return where something begins and ends, from the left."""
    found = locator.bounding_box()
    assert found is not None
    return found["x"], found["x"] + found["width"]


def test_no_page_is_wider_than_a_small_screen_nor_has_faults(opened: Open) -> None:
    page, watch = opened(width=320, height=640)
    wider = {}
    for path in KINDS:
        page.goto(path)
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        if found := page.evaluate(WIDER):
            wider[path] = found
    assert wider == {}
    assert watch.faults == []


@pytest.mark.parametrize("path", ["index.html", BRIEF, "search.html", "statistics.html"])
def test_no_page_breaks_a_rule_of_axe(opened: Open, path: str) -> None:
    page, _ = opened(path)
    assert violations(page, [("light", 1280), ("dark", 320)]) == {}


def test_the_first_stop_stands_at_the_right_and_leads_past_the_navigation(opened: Open) -> None:
    page, _ = opened(BRIEF)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport(ratio=1)
    assert sides(page.locator(".skip"))[0] > 640
    page.keyboard.press("Enter")
    assert page.evaluate(STOP)["main"]


def test_a_note_opens_on_a_small_screen(opened: Open) -> None:
    page, _ = opened(BRIEF, 320, 640)
    page.locator("button.ref:visible").first.click()
    expect(page.locator(":popover-open")).to_be_in_viewport()
    assert page.evaluate(WIDER) == []
    page.keyboard.press("Escape")
    expect(page.locator(":popover-open")).to_have_count(0)


def test_where_there_is_a_margin_it_is_left_of_the_words(opened: Open) -> None:
    page, _ = opened(BRIEF)
    for excerpt in page.locator(".excerpt:has(.note)").all():
        assert sides(excerpt.locator(".note").first)[1] <= sides(excerpt.locator("blockquote"))[0]


def test_the_search_opens_and_finds(opened: Open) -> None:
    page, watch = opened("search.html", 320, 640)
    page.get_by_role("combobox").press_sequentially("tide")
    found = page.locator("#_search_found > li")
    expect(found.first).to_be_visible()
    expect(found.locator("mark").first).to_contain_text("tide", ignore_case=True)
    expect(page.get_by_role("option").first).to_be_visible()
    assert page.evaluate(WIDER) == []
    assert watch.faults == []


def test_the_drawing_begins_at_the_right_and_its_words_are_not_mirrored(opened: Open) -> None:
    page, _ = opened(BRIEF)
    drawing = page.locator(".drawing:visible").first
    start, end = sides(drawing)
    publisher = sides(drawing.locator("text.sign.publisher"))
    assert publisher[0] > (start + end) / 2
    names = drawing.locator("text.name").evaluate_all("all => all.map(each => each.getScreenCTM().a)")
    assert names
    assert all(scale > 0 for scale in names)
