"""The page of the search in a browser: its parts, and how words are typed."""

from playwright.sync_api import Locator, Page, expect

FETCHED = (
    "() => performance.getEntriesByType('resource').map(each => each.name).filter(each => each.includes('pagefind'))"
)
"""Names what was fetched of the index."""


def words(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Search all briefs and the quotes in them.")


def results(page: Page) -> Locator:
    return page.locator("#_search_found > li")


def said(page: Page) -> Locator:
    return page.get_by_role("status")


def type_words(page: Page, text: str) -> None:
    """Type, and wait until the answer to the last letter is shown."""
    words(page).fill("")
    words(page).press_sequentially(text)
    expect(said(page)).not_to_be_empty()
    page.wait_for_function("text => new URL(location).searchParams.get('q') === text", arg=text)
