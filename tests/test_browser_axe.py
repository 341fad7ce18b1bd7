"""Pages as axe judges them (WCAG 2.2 AA and best practice), in both colours, on wide and on small screens."""

from collections.abc import Callable, Sequence

import pytest
from axe_playwright_python.base import AXE_SCRIPT  # type: ignore[import-untyped]  # it ships no types
from browsing import HOME, PREFIX, Open
from playwright.sync_api import Page, expect

KINDS = (
    *("index.html", "about-us.html", "labels.html", "data.html", "corrections.html", "statistics.html", "search.html"),
    *("kinds/intercepted-communication.html", "sources/index.html", "sources/courier.html", "statuses/index.html"),
    *("statuses/unverified.html", "tags/index.html", "tags/ferries.html", "notes.html", "notes/counting.html"),
    *("briefs/pilot-boat.html", "briefs/ferry.html", "briefs/lock.html", "briefs/barn.html", "briefs/well.html"),
)
"""A page of each kind; of briefs one that is reviewed, a nasty one, and one proposed, withdrawn and linked alone."""
OPTIONS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
JUDGE = """async options => (await axe.run(document, options)).violations.flatMap(
  each => each.nodes.map(node => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary}`))"""
"""Names every element that breaks a rule, and how."""
LOOKS = (("light", 1280), ("light", 320), ("dark", 1280), ("dark", 320))
SMALL = (("light", 320), ("dark", 320))


def violations(page: Page, looks: Sequence[tuple[str, int]] = LOOKS) -> dict[tuple[str, int], list[str]]:
    """Return what breaks a rule, by the colours and the width with which it does."""
    page.evaluate(AXE_SCRIPT)  # an element of the page would be refused by the page's policy
    found = {}
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of its words
        page.set_viewport_size({"width": width, "height": 800})
        found[scheme, width] = page.evaluate(JUDGE, OPTIONS)
    return {look: broken for look, broken in found.items() if broken}


def test_every_kind_of_page_is_judged(paths: list[str]) -> None:
    folders = {path.partition("/")[0] for path in paths}
    assert {path.partition("/")[0] for path in KINDS} == folders


@pytest.mark.parametrize("path", KINDS)
def test_no_page_breaks_a_rule(opened: Open, path: str) -> None:
    page, _ = opened(path)
    assert violations(page) == {}


def test_the_page_for_what_is_missing_breaks_none(opened: Open, at_home: Callable[[Page], None]) -> None:
    page, _ = opened()
    at_home(page)
    page.goto(f"{HOME}{PREFIX}briefs/nothing.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert violations(page) == {}


def test_an_open_note_breaks_none(opened: Open) -> None:
    page, _ = opened("briefs/pilot-boat.html", 320, 640)
    page.locator("button.ref:visible").first.click()
    expect(page.locator(":popover-open")).to_be_visible()
    assert violations(page, SMALL) == {}
    expect(page.locator(":popover-open")).to_be_visible()


def test_what_the_search_shows_breaks_none(opened: Open) -> None:
    page, _ = opened("search.html?q=the")
    expect(page.locator("#_search_found > li").first).to_be_visible()
    page.locator("#_search summary").first.click()
    assert violations(page) == {}
    page.get_by_role("combobox").press_sequentially(" tide")
    expect(page.get_by_role("option").first).to_be_visible()
    assert violations(page) == {}
    expect(page.get_by_role("option").first).to_be_visible()


def test_what_breaks_a_rule_is_seen(opened: Open) -> None:
    page, _ = opened("briefs/pilot-boat.html")
    page.locator("main p").first.evaluate("each => { each.style.color = '#888'; each.style.background = '#999'; }")
    page.locator("main").evaluate("each => each.removeAttribute('id')")
    page.locator("section.quote").first.evaluate(
        "each => each.insertAdjacentHTML('beforeend', '<h6>x</h6><img src=\"assets/icon.svg\"><button></button>')"
    )
    (seen,) = violations(page, LOOKS[:1]).values()
    assert {each.partition(":")[0] for each in seen} >= {
        "color-contrast",
        "heading-order",
        "image-alt",
        "button-name",
        "skip-link",
    }
