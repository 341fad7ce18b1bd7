"""The pages of sources that briefs share: what rests on each, without a word of any quote."""

from pathlib import Path

import pytest
from changes import replace
from made_brief import ENTRY, HERE, an_entry
from made_site import SHARED, a_site
from reading_pages import Reader, whole_site

from sitegen.model.annotations import Source
from sitegen.model.entry import Origin
from sitegen.model.vocabulary import Status
from sitegen.render.pages.sources import resting_on, routes

ALONE = an_entry("alone", origins=(Origin("union", "Dockers' union", "organisation"),))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, str]:
    return whole_site(a_site(tmp_path), [ENTRY, ALONE])


def test_what_rests_on_a_source_is_counted() -> None:
    found = resting_on("union", [ENTRY, ALONE])
    assert (found.briefs, found.quotes, found.only) == (2, 2, 1)
    assert found.counts == ((Status.UNVERIFIED, 2),)


def test_quotes_that_come_on_one_way_stand_together() -> None:
    third = replace(ENTRY.quotes[0], id="third", number=3)
    found = routes(replace(ENTRY, quotes=(*ENTRY.quotes, third)), "herald")
    assert [(route.chain, [quote.number for quote in route.quotes]) for route in found] == [
        ("Port Herald, citing the dockers' union", [1, 3]),
        ("Port Herald", [2]),
    ]


def test_a_source_says_what_is_known_of_it_and_what_rests_on_it(files: dict[str, str]) -> None:
    text = Reader(files["sources/union.html"]).text
    for said in (
        "It is in dispute with the port office.",
        "It speaks for one quay.",
        "2 briefs and 2 quotes have it on their way to the page.",
        "Every quote of 1 brief goes back to it and, as far as that brief says, to nothing else.",
        "2 not verified",
        "Port Herald, citing the dockers' union",
        "Every quote of this brief goes back to it alone.",
    ):
        assert said in text
    assert '<a href="https://union.example/dispute" rel="noopener">' in files["sources/union.html"]
    assert "The Herald" in files["sources/herald.html"]


def test_quotes_are_named_by_number_and_status_and_none_of_their_words(files: dict[str, str]) -> None:
    html = files["sources/union.html"]
    assert '<a href="../briefs/alone.html#crane">' in html
    assert "Quote 1, Not verified" in Reader(html).text
    assert "They told us" not in html
    assert "#denial" not in html


def test_a_source_on_which_nothing_rests_has_no_page(files: dict[str, str]) -> None:
    assert "sources/ferries.html" not in files
    assert "Ferry office" not in files["sources/index.html"]


def test_the_directory_counts_briefs_and_quotes_and_those_without_another_origin(files: dict[str, str]) -> None:
    text = Reader(files["sources/index.html"]).text
    assert "Dockers' union 2 briefs · 2 quotes · only origin of 1 brief Organisation" in text
    assert "Port Herald 2 briefs · 4 quotes News report" in text


def test_an_interest_without_a_web_address_leads_nowhere(tmp_path: Path) -> None:
    wild = replace(SHARED[1], interest_basis="javascript:alert(1)")
    html = whole_site(a_site(tmp_path, shared=(wild,)))["sources/union.html"]
    assert 'href="javascript' not in html


def test_a_source_called_index_does_not_take_the_place_of_the_directory(tmp_path: Path) -> None:
    odd = Source("index", "The Index", "news-report", HERE)
    tally = replace(ENTRY.quotes[0].tally, shared_sources=("index",))
    files = whole_site(a_site(tmp_path, shared=(odd,)), [replace(ENTRY, tallies=((tally, 1),))])
    assert "The Index" in files["sources/index_.html"]
    assert 'href="../sources/index_.html"' in files["sources/index.html"]


def test_without_shared_sources_the_directory_says_so(tmp_path: Path) -> None:
    assert "No brief rests on a shared source yet." in whole_site(a_site(tmp_path, shared=()))["sources/index.html"]
