"""Pages in a browser: what a reader sees, copies, prints and reaches by keyboard, under a strict host's policy."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browsing import HOME, PREFIX, Watch
from playwright.sync_api import Locator, Page, expect

BRIEF = "briefs/pilot-boat.html"
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-block-end: 2em !important; }"""
"""Text as WCAG 2.2, 1.4.12 lets readers space it."""
WIDER = """() => {
  const beyond = [...document.querySelectorAll("body *")].filter(each => {
    const box = each.getBoundingClientRect();
    return (box.right > innerWidth + 1 || box.left < -1) && box.width > 1
      && !each.closest(".scroll, .unseen, .skip, [popover]:not(:popover-open)");
  });
  const root = document.documentElement;
  const whole = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px`] : [];
  return [...whole, ...beyond.map(each => each.outerHTML.slice(0, 90))];
}"""
"""Says what of a page stands beyond its sides."""
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const shown = at.matches(".unseen") ? at.closest("label") : at;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  return {name: at.outerHTML.slice(0, 120), skip: at.matches(".skip"), ring, inside, main: at.matches("main")};
}"""
"""Describes where the focus is."""
LIGHT = """colour => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d");
  canvas.fillStyle = colour;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)
    .map(each => each / 255).map(each => each <= .04045 ? each / 12.92 : ((each + .055) / 1.055) ** 2.4);
  return .2126 * red + .7152 * green + .0722 * blue;
}"""
"""Gives the relative luminance of a colour (WCAG 2.2)."""

Open = Callable[..., tuple[Page, Watch]]


def luminance(page: Page, selector: str, name: str) -> float:
    colour = page.locator(selector).first.evaluate(f"each => getComputedStyle(each).{name}")
    found: float = page.evaluate(LIGHT, colour)
    return found


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found is not None
    return {"top": found["y"], "bottom": found["y"] + found["height"], "height": found["height"]}


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.replace("\r\n", "\n")


def texts(locator: Locator) -> list[str]:
    return [" ".join(each.split()) for each in locator.all_inner_texts()]


# ---- reading


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (320, 640)])
def test_the_first_quote_stands_with_its_status_and_every_caveat_in_one_screen(
    opened: Open, width: int, height: int
) -> None:
    page, _ = opened(BRIEF, width, height)
    quote = page.locator("section.quote").first
    pieces = [box(each) for each in (quote.locator("header"), *quote.locator(".aside li").all())]
    words = box(quote.locator("blockquote"))
    assert len(pieces) == 4
    assert max(*(each["bottom"] for each in pieces), words["bottom"]) - pieces[0]["top"] <= height


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_but_its_caveats_stands_between_the_status_of_a_quote_and_its_words(opened: Open, width: int) -> None:
    page, _ = opened(BRIEF, width, 800)
    for quote in page.locator("section.quote:has(blockquote)").all():
        status, words = box(quote.locator(".status").first), box(quote.locator("blockquote"))
        caveats = [box(each) for each in quote.locator(".aside").all()]
        assert status["bottom"] <= words["top"]
        between = sum(each["height"] for each in caveats if each["bottom"] <= words["top"])
        assert words["top"] - status["bottom"] - between <= 60
        assert all(each["top"] < words["bottom"] for each in caveats)


def test_the_page_says_how_far_a_brief_is_checked_before_anything_else_of_it(opened: Open) -> None:
    page, _ = opened(BRIEF, 320, 640)
    verdict = page.locator(".verdict")
    expect(verdict).to_contain_text("Disputed as of 14 March 2024")
    assert box(verdict)["top"] < box(page.locator("#_summary"))["top"]


def test_each_quote_can_be_reached_by_its_address(opened: Open) -> None:
    page, _ = opened(f"{BRIEF}#told-to")
    expect(page.locator("#told-to")).to_be_in_viewport()


# ---- notes


def test_a_note_opens_and_closes_by_keyboard_and_says_status_and_caveats(opened: Open) -> None:
    page, _ = opened(BRIEF, 400, 700)
    note = page.locator(".note:has(.status)").first
    number = page.locator(f"button.ref[popovertarget={note.get_attribute('id')}]")
    expect(note).to_be_hidden()
    number.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_contain_text("as of 14 March 2024")
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(number).to_be_focused()


def test_a_note_has_a_button_that_closes_it_and_leads_back(opened: Open) -> None:
    page, _ = opened(BRIEF, 400, 700, java_script_enabled=False)
    number = page.locator("button.ref:visible").first
    number.click()
    note = page.locator(":popover-open")
    expect(note).to_be_in_viewport()
    note.get_by_role("button").focus()
    page.keyboard.press("Enter")
    expect(note).to_have_count(0)
    expect(number).to_be_focused()


def test_every_marked_quote_has_its_status_below_it_where_notes_are_closed(opened: Open) -> None:
    page, _ = opened(BRIEF, 400, 700)
    for excerpt in page.locator(".excerpt:has(.note .status)").all():
        told = " ".join(texts(excerpt.locator(".standing:visible")))
        for note in excerpt.locator(".note:has(.status)").all():
            assert (note.locator(".status").text_content() or "?").partition(" (")[0].strip() in told


def test_where_there_is_a_margin_notes_stand_open_beside_their_words(opened: Open) -> None:
    page, _ = opened(BRIEF)
    assert page.locator("button.ref:visible").count() == 0
    for excerpt in page.locator(".excerpt:has(.note)").all():
        words = excerpt.locator("blockquote").bounding_box()
        note = excerpt.locator(".note").first.bounding_box()
        assert words is not None
        assert note is not None
        assert note["x"] > words["x"] + words["width"]
        assert abs(note["y"] - words["y"]) < 40


# ---- copying


def test_what_is_copied_of_a_quote_carries_its_status_its_day_and_every_caveat(opened: Open) -> None:
    page, watch = opened(BRIEF)
    quote = page.locator("#told-to")
    quote.locator(".copy summary").click()
    expect(quote.get_by_role("status")).not_to_be_empty()
    text = clipboard(page)
    assert "I was told to switch the lights off" in text
    assert text.startswith("[Not verified as of 14 March 2024")
    caveats = texts(quote.locator(".aside li"))
    assert len(caveats) == 4
    assert [caveat for caveat in caveats if caveat not in " ".join(text.split())] == []
    assert "Verrin" not in text
    assert watch.faults == []


def test_the_citation_of_a_brief_is_copied_with_its_status_and_its_day(opened: Open) -> None:
    page, _ = opened(BRIEF)
    page.locator(".cite .copy summary").click()
    expect(page.locator(".cite").get_by_role("status")).not_to_be_empty()
    assert "Disputed as of 14 March 2024" in clipboard(page)


def test_a_browser_that_refuses_to_copy_is_owned_up_to(opened: Open) -> None:
    page, _ = opened(BRIEF)
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }")
    quote = page.locator("#told-to")
    quote.locator(".copy summary").click()
    failed = quote.locator(".copy").get_attribute("data-failed")
    expect(quote.get_by_role("status")).to_have_text(failed or "?")


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
