"""Pages in a browser: what a reader sees of a brief, opens, and copies."""

import pytest
from browsing import BRIEF, Open, texts
from playwright.sync_api import Locator, Page, expect


def box(locator: Locator) -> dict[str, float]:
    found = locator.bounding_box()
    assert found is not None
    return {"top": found["y"], "bottom": found["y"] + found["height"], "height": found["height"]}


def clipboard(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text.replace("\r\n", "\n")


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
