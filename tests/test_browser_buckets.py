"""The search in a browser, of an index of several buckets: it finds what one index finds."""

import re
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from browsing import Open, Watch, hosted
from changes import replace
from made_brief import BRIEF, ENTRY, QUOTES, shelved
from made_site import a_site
from playwright.sync_api import Page, expect
from searching import FETCHED, results, said, type_words, words
from test_browser_axe import violations

from sitegen.publish import publish
from sitegen.render import Shelved, search_bundles, site_outputs

TOLD = ("ferry", "harbour", "crane", "bridge", "tidewater", "lantern", "quarry", "orchard")
"""Words of which each is in one brief alone."""


@pytest.fixture(scope="module")
def split(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, str]]:
    """Serve one site with its index whole and in pieces; gives the addresses by the number of buckets."""
    root = tmp_path_factory.mktemp("split")
    site, shelf = a_site(root), [each for number, word in enumerate(TOLD) for each in told(number, word)]
    with ExitStack() as served:
        found = {}
        for size in (1000, 3):
            target = root / str(size)
            bundles = list(search_bundles(site, shelf, size=size))
            _, problems = publish([*site_outputs(site, shelf, [], []), *bundles], target)
            assert problems == []
            found[len(bundles) - 2] = served.enter_context(hosted(target))
        yield found


def told(number: int, word: str) -> list[Shelved]:
    """Return a brief whose quotes have a word that no other has, and words that all have."""
    texts = (f"“The {word} tide was high, they said again and again.”", f"“Nobody saw the {word}.”")
    quotes = tuple(replace(quote, parts=(text[1:-1],), text=text) for quote, text in zip(QUOTES, texts, strict=True))
    slug, date = f"brief-{number}", f"202{number}-03-05"
    about = replace(BRIEF.about, date=date, tags=("even" if number % 2 == 0 else "odd",))
    brief = replace(BRIEF, slug=slug, title=f"What was said, {number}", about=about, quotes=quotes)
    return shelved(replace(ENTRY, slug=slug, date=date), key=slug, brief=brief)


def answered(page: Page, address: str, asked: str) -> tuple[list[str], list[str], str]:
    """Search, and return the links and the counts of the filters that are not zero, and what is said."""
    page.goto(f"{address}search.html?{asked}")
    expect(said(page)).not_to_be_empty()
    while page.get_by_role("button", name="Show").is_visible():
        before = results(page).count()
        page.get_by_role("button", name="Show").click()
        expect(results(page)).not_to_have_count(before)
    links = [
        str(link.get_attribute("href")).partition("briefs/")[2] for link in results(page).get_by_role("link").all()
    ]
    counts = [text for text in page.locator("#_search_filters label").all_text_contents() if not text.endswith(" 0")]
    return links, counts, re.sub(r"\d+ results? (is|are) shown now.*", "", said(page).inner_text())


ASKED = (
    "q=tide",
    "q=tid",
    "q=lantern",
    "q=lantern+tide",
    "q=lantern+quarry",
    "q=tidewaters",
    "q=tideway",
    "q=zzzz",
    "q=zzzz+orchard",
    "q=%22saw+the+bridge%22",
    "q=nobody&tag=odd",
    "q=nobody&tag=odd&year=2021&year=2023",
    "tag=even",
    "order=date",
    "q=tide&order=date",
)

NOWHERE = {"q=lantern+quarry", "q=zzzz"}
"""No record has both words; nothing begins as the other does."""


@pytest.mark.parametrize("asked", ASKED)
def test_the_same_is_found_and_counted_however_many_buckets_the_index_has(
    opened: Open, split: dict[int, str], asked: str
) -> None:
    one, many = (split[number] for number in sorted(split))
    assert max(split) > 3
    page = opened()[0]
    whole, pieces = answered(page, one, asked), answered(page, many, asked)
    assert sorted(pieces[0]) == sorted(whole[0])
    assert pieces[1] == whole[1]
    if "order=date" in asked:
        assert pieces == whole
    if asked == "order=date":
        assert [link.partition(".")[0] for link in whole[0]] == [
            f"brief-{n}" for n in range(7, -1, -1) for _ in range(3)
        ]
    assert (whole[0] == []) == (asked in NOWHERE)


def test_a_word_that_one_bucket_has_is_not_given_up_by_the_others(opened: Open, split: dict[int, str]) -> None:
    page = opened()[0]
    for address in split.values():
        assert {link.partition(".")[0] for link in answered(page, address, "q=lantern+tide")[0]} == {"brief-5"}
        assert {link.partition(".")[0] for link in answered(page, address, "q=tidewater")[0]} == {"brief-4"}


def test_the_program_is_fetched_once_and_one_file_of_each_bucket_before_somebody_types(
    opened: Open, split: dict[int, str]
) -> None:
    page = opened()[0].context.new_page()
    watch = Watch(page, split[max(split)])
    page.goto(f"{split[max(split)]}search.html")
    words(page).focus()
    expect(page.locator("summary").first).to_be_visible()
    fetched = [name.partition("/pagefind/")[2] for name in page.evaluate(FETCHED)]
    kinds = sorted(re.sub(r"buckets/\d+/\w+", "bucket", name) for name in fetched if "search" not in name)
    due = ["list/buckets.json", *("program/" + name for name in ("pagefind.js", "probe.pf_head", "wasm.en.pagefind"))]
    assert kinds == sorted([*["bucket.pf_head"] * max(split), *due])
    type_words(page, "tide")
    words(page).press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    words(page).press("Escape")
    assert violations(page) == {}
    assert watch.faults == []


def test_a_missing_file_of_one_bucket_is_said(opened: Open, split: dict[int, str]) -> None:
    address = split[max(split)]
    for missing in ("**/buckets/*/*.pf_head", "**/buckets/*/index/*"):
        page = opened()[0]
        page.route(missing, lambda route: route.fulfill(status=404, body=""), times=1)
        page.goto(f"{address}search.html?q=tide")
        expect(page.get_by_text("The search index is missing")).to_be_visible()
