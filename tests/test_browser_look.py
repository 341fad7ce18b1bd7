"""Pages in a browser as they look and work: in both colours, on paper, under a strict policy, on small screens."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import BRIEF, HOME, PREFIX, STOP, WIDER, Open, texts
from playwright.sync_api import Page, expect

SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""
"""Text as WCAG 2.2, 1.4.12 lets readers space it."""
LIGHT = """colour => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)
    .map(each => each / 255).map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4);
  return .2126 * red + .7152 * green + .0722 * blue;
}"""
"""Gives the relative luminance of a colour (WCAG 2.2)."""


def luminance(page: Page, selector: str, name: str) -> float:
    colour = page.locator(selector).first.evaluate(f"each => getComputedStyle(each).{name}")
    found: float = page.evaluate(LIGHT, colour)
    return found


# ---- colours


def test_the_choice_of_colours_is_kept_from_page_to_page_and_when_loaded_again(opened: Open) -> None:
    page, _ = opened(BRIEF, color_scheme="light")
    assert luminance(page, "body", "backgroundColor") > 0.8
    page.locator("label:has(#_dark)").click()
    assert luminance(page, "body", "backgroundColor") < 0.05
    page.goto("index.html")
    expect(page.locator("#_dark")).to_be_checked()
    page.reload()
    expect(page.locator("#_dark")).to_be_checked()
    assert luminance(page, "body", "backgroundColor") < 0.05
    page.locator("label:has(#_auto)").click()
    page.reload()
    expect(page.locator("#_auto")).to_be_checked()
    assert luminance(page, "body", "backgroundColor") > 0.8


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_light_or_dark_as_the_system_is_on_every_page(opened: Open, paths: list[str], scheme: str) -> None:
    page, _ = opened(color_scheme=scheme)
    for path in paths:
        page.goto(path)
        paper, ink = luminance(page, "body", "backgroundColor"), luminance(page, "body", "color")
        assert (paper > 0.8 and ink < 0.05) if scheme == "light" else (paper < 0.05 and ink > 0.6), path


# ---- without scripts, and on paper


def test_without_scripts_all_text_of_a_page_is_there_and_no_button_is_dead(opened: Open, paths: list[str]) -> None:
    page, _ = opened()
    bare, _ = opened(java_script_enabled=False)
    buttons = "button:visible:not([popovertarget]), input[type=search]:visible, select:visible"
    for path in paths:
        page.goto(path)
        bare.goto(path)
        with_scripts = set(page.locator("body").inner_text().splitlines())
        missing = with_scripts - set(bare.locator("body").inner_text().splitlines())
        assert missing <= set(page.locator("button").all_inner_texts()), path
        assert bare.locator(buttons).count() == 0, path


def test_on_paper_stand_status_caveats_and_words_but_no_navigation(opened: Open) -> None:
    page, _ = opened(BRIEF)
    page.emulate_media(media="print")
    for selector in (".verdict", "section.quote .status", ".aside li", "section.quote blockquote", ".credit .speaker"):
        found = page.locator(selector).all()
        assert found
        assert all(each.is_visible() for each in found), selector
    for selector in ("nav", ".tools", ".colours", "button:not(.ref)"):
        assert not [each for each in page.locator(selector).all() if each.is_visible()], selector
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no pdftotext found; on Debian: apt install poppler-utils")
def test_the_text_of_a_printed_page_has_each_quote_after_its_status_and_with_its_caveats(
    opened: Open, tmp_path: Path
) -> None:
    page, _ = opened(BRIEF)
    page.pdf(path=tmp_path / "brief.pdf")
    found = subprocess.run(["pdftotext", "brief.pdf", "-"], cwd=tmp_path, check=True, capture_output=True, text=True)
    paper = "".join(found.stdout.replace("\f", " ").split())
    quotes = page.locator("section.quote:has(blockquote)")
    words = ["".join(each.split()) for each in texts(quotes.locator("blockquote"))]
    assert len(words) > 4
    for number, quote in enumerate(quotes.all()):
        before, _, rest = paper.partition(words[number])
        after = rest.partition(words[number + 1])[0] if number + 1 < len(words) else rest
        status, *caveats = ["".join(each.split()) for each in texts(quote.locator(".status, .aside li"))]
        assert status in before
        assert [each for each in caveats if each not in before + after] == []
        paper = rest


# ---- under a strict policy, on small screens, by keyboard


def test_no_page_has_errors_breaks_the_policy_or_asks_for_what_is_not_there(opened: Open, paths: list[str]) -> None:
    page, watch = opened()
    for path in paths:
        page.goto(path, wait_until="networkidle")
    assert watch.faults == []


def test_faults_of_pages_are_seen_by_these_tests(opened: Open) -> None:
    page, watch = opened()
    page.route("**/bare", lambda route: route.fulfill(body="<script>alert(1)</script><img src=/x><img src='https://a.example/'>",
        content_type="text/html", headers={"Content-Security-Policy": "default-src 'self'"}))  # fmt: skip
    page.goto("bare", wait_until="networkidle")
    said = "\n".join(watch.faults)
    assert "inline script" in said
    assert "/x: 404" in said
    assert "https://a.example/" in said


def test_a_missing_page_is_answered_with_the_sites_own_at_any_depth(
    opened: Open, at_home: Callable[[Page], None]
) -> None:
    page, _ = opened()
    at_home(page)
    page.goto(f"{HOME}{PREFIX}briefs/deep/er/nothing.html")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("[...document.styleSheets].map(each => each.cssRules.length > 0)") == [True]
    page.locator(".bar .name").click()
    page.wait_for_url(f"{HOME}{PREFIX}index.html")


def test_an_old_address_leads_to_the_brief(opened: Open) -> None:
    page, _ = opened("briefs/old-ferry.html")
    page.wait_for_url("**/briefs/ferry.html")


@pytest.mark.parametrize("spaced", [False, True])
def test_no_page_is_wider_than_a_small_screen(opened: Open, paths: list[str], *, spaced: bool) -> None:
    page, _ = opened(width=320, height=640)
    wider: dict[str, Any] = {}
    for path in paths:
        page.goto(path)
        if spaced:
            sheet = (
                "css => { const own = new CSSStyleSheet(); own.replaceSync(css); document.adoptedStyleSheets = [own]; }"
            )
            page.evaluate(sheet, SPACED)
        if found := page.evaluate(WIDER):
            wider[path] = found
    assert wider == {}


@pytest.mark.parametrize("path", ["index.html", BRIEF, "briefs/ferry.html"])
def test_by_keyboard_every_stop_shows_where_it_is_and_the_first_skips_the_navigation(opened: Open, path: str) -> None:
    page, _ = opened(path)
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(STOP)) is None:
            break
        stops.append(stop)
    assert 10 < len(stops) < 400
    assert stops[0]["skip"]
    assert [stop["name"] for stop in stops if not (stop["ring"] and stop["inside"])] == []


def test_the_first_stop_leads_past_the_navigation(opened: Open) -> None:
    page, _ = opened(BRIEF)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate(STOP)["main"]
