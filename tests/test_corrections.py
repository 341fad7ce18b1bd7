"""The page of corrections: everything that was put right, with its day and how far the brief is checked now."""

from pathlib import Path

from changes import replace
from made_brief import ENTRY, an_entry, shelved
from made_site import SETTINGS, a_site
from reading_pages import Reader, whole_site

from sitegen.model.annotations import Correction
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.corrections import amendments


def test_all_that_was_put_right_stands_by_its_day_and_without_a_day_last() -> None:
    entries = [
        an_entry("b", corrections=(Correction("2024-05-01", "Late."), Correction("", "Undated."))),
        an_entry("a", corrections=(Correction("2024-05-01", "Also late."), Correction("2024-01", "Early."))),
        an_entry("p", proposed=True, corrections=(Correction("2024-06-01", "Not shown."),)),
    ]
    found = amendments(Catalogue(shelved(*entries)))
    assert [each.correction.text for each in found] == ["Also late.", "Late.", "Early.", "Undated."]


def test_each_has_its_day_its_brief_and_how_far_that_is_checked_now(tmp_path: Path) -> None:
    html = whole_site(a_site(tmp_path))["corrections.html"]
    text = Reader(html).text
    assert '<time datetime="2024-03-07">7 March 2024</time>' in html
    assert "We had the day wrong." in text
    assert f"The brief now says: {ENTRY.label}" in text
    assert 'href="briefs/harbour-crane.html"' in html


def test_it_prints_no_claim_of_a_badge(tmp_path: Path) -> None:
    claim = an_entry("c", badge="Claim: the crane was sound. Not verified.", label="Not verified as of 5 March 2024")
    text = Reader(whole_site(a_site(tmp_path), [claim])["corrections.html"]).text
    assert "the crane was sound" not in text
    assert "Not verified as of 5 March 2024" in text


def test_it_says_how_to_ask_for_one(tmp_path: Path) -> None:
    text = Reader(whole_site(a_site(tmp_path))["corrections.html"]).text
    assert "Write to: desk@desk.example" in text
    own = replace(SETTINGS, contact="", takedown="")
    assert "This site names no address to write to." in whole_site(a_site(tmp_path, own))["corrections.html"]


def test_it_goes_on_over_pages_and_says_so_where_there_is_nothing(tmp_path: Path) -> None:
    few = replace(SETTINGS, page_size=2)
    many = an_entry("m", corrections=tuple(Correction(f"2024-04-{n:02}", f"Number {n}.") for n in range(1, 6)))
    files = whole_site(a_site(tmp_path, few), [many])
    assert "Number 5." in files["corrections.html"]
    assert "Number 1." in files["corrections/1.html"]
    assert "ask for one" not in Reader(files["corrections/1.html"]).text
    assert (
        "Nothing was put right yet."
        in whole_site(a_site(tmp_path), [an_entry("n", corrections=())])["corrections.html"]
    )
