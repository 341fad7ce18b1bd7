"""Briefs, site and data set in the words of schema.org."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF, CAVEATS, QUOTES, SOURCES
from made_site import a_site
from reading_pages import Reader, page_of

from sitegen.config import Settings
from sitegen.model.annotations import About, Facts, Withdrawal
from sitegen.model.brief import Badge, Brief, Credit, PrintedQuote, Step
from sitegen.model.vocabulary import Identified, Republish, State, Wording
from sitegen.render import Site
from sitegen.render.json import inline

OFFICE = replace(
    QUOTES[1], wording=Wording.DIRECT, credit=replace(QUOTES[1].credit, steps=(Step("herald"), Step("office")))
)
GONE = Withdrawal("2024-04-01", "Misheard.")


def data_of(site: Site, brief: Brief = BRIEF) -> dict[str, Any]:
    (text,) = Reader(page_of(site, brief)).data
    found: dict[str, Any] = json.loads(text)
    return found


def quotation(site: Site, quote: PrintedQuote, **changes: object) -> dict[str, Any]:
    brief = replace(BRIEF, quotes=(quote,), **changes)
    (found,) = data_of(site, brief)["hasPart"]
    return dict(found)


def test_a_brief_is_an_analysis_that_is_based_on_an_article_of_someone_else(site: Site) -> None:
    data = data_of(site)
    assert (data["@context"], data["@type"]) == ("https://schema.org", "AnalysisNewsArticle")
    assert data["@id"] == data["url"] == "https://desk.example/briefs/briefs/harbour-crane.html"
    assert data["author"] == {"@type": "Organization", "name": "Harbour Desk"}
    assert data["publisher"] == {
        "@type": "Organization",
        "name": "Harbour Desk",
        "url": "https://desk.example/briefs/",
        "publishingPrinciples": "https://desk.example/briefs/labels.html",
        "correctionsPolicy": "https://desk.example/briefs/corrections.html",
    }
    assert data["isBasedOn"] == {
        "@type": "NewsArticle",
        "@id": "https://herald.example/crane",
        "url": "https://herald.example/crane",
        "headline": "Crane fell",
        "author": [{"@type": "Person", "name": "R. Quay"}],
        "publisher": {"@type": "Organization", "name": "Port Herald"},
        "datePublished": "2024-03-04",
    }
    assert data["citation"] == {"@id": "https://herald.example/crane"}
    assert not [word for word in ("ClaimReview", "MediaReview", "reviewRating") if word in json.dumps(data)]


def test_headline_and_description_carry_status_day_reason_and_caveats(site: Site) -> None:
    data = data_of(site)
    assert data["headline"] == "[Mixed] A voice message about a crane"
    assert data["disambiguatingDescription"] == BRIEF.badge.text
    for text in (BRIEF.badge.text, BRIEF.badge.reason, *(caveat.text for caveat in CAVEATS)):
        assert text in data["description"]


def test_days_corrections_licence_and_how_the_text_was_held_are_told(site: Site) -> None:
    brief = replace(BRIEF, facts=replace(BRIEF.facts, copy="The last line is cut."))
    data = data_of(site, brief)
    assert (data["datePublished"], data["dateModified"]) == ("2024-03-05", "2024-03-07")
    assert data["correction"] == [
        {"@type": "CorrectionComment", "datePublished": "2024-03-07", "text": "We had the day wrong."}
    ]
    assert data["license"] == "https://licence.example/by"
    assert data["keywords"] == ["Harbour work", "voice messages"]
    assert f"SHA-256 {'ab' * 32}" in data["backstory"]
    assert "The copy was taken on 5 March 2024." in data["backstory"]
    assert "What is wrong with the copy: The last line is cut." in data["backstory"]


def test_every_quotation_says_first_how_far_it_is_checked_then_everything_that_travels(site: Site) -> None:
    first = data_of(site)["hasPart"][0]
    assert first["disambiguatingDescription"] == "Not verified as of 5 March 2024: no check reported."
    assert first["description"].startswith(first["disambiguatingDescription"])
    for text in ("Denied by the port office", "Claim: The crane was called sound.", *(c.text for c in CAVEATS)):
        assert text in first["description"]
    assert list(first).index("description") < list(first).index("text")
    assert first["isPartOf"] == {"@id": "https://herald.example/crane"}


def test_a_voice_that_is_not_confirmed_is_no_creator(site: Site) -> None:
    first = data_of(site)["hasPart"][0]
    assert first["spokenByCharacter"] == {"@type": "Person", "name": "a voice said to be a crane driver"}
    assert "creator" not in first


def test_only_words_that_are_surely_somebodys_have_a_creator(site: Site) -> None:
    assert quotation(site, OFFICE)["creator"] == {"@type": "Organization", "name": "Port office"}


@pytest.mark.parametrize(
    "quote",
    [
        replace(OFFICE, wording=Wording.REPORTED),
        replace(OFFICE, wording=Wording.NARRATION),
        replace(OFFICE, credit=replace(OFFICE.credit, proposed=True)),
        replace(OFFICE, credit=replace(OFFICE.credit, inferred=True)),
        replace(OFFICE, credit=replace(OFFICE.credit, steps=(Step("herald"), Step("office", inferred=True)))),
        replace(OFFICE, credit=replace(OFFICE.credit, steps=(Step("herald"), Step("tape"), Step("office")))),
        replace(OFFICE, credit=replace(OFFICE.credit, source="voice", steps=(Step("herald"), Step("voice")))),
        replace(OFFICE, credit=Credit("", "Not stated who says this", "Port Herald", ())),
    ],
)
def test_nobody_is_made_the_creator_where_anything_is_in_doubt(site: Site, quote: PrintedQuote) -> None:
    found = quotation(site, quote)
    assert "creator" not in found
    assert found["spokenByCharacter"]["name"] == quote.credit.speaker


def test_whoever_is_only_said_to_speak_is_no_creator(site: Site) -> None:
    claimed = tuple(replace(each, identified=Identified.CLAIMED) for each in SOURCES)
    assert "creator" not in quotation(site, OFFICE, sources=claimed)
    assert "creator" not in quotation(site, OFFICE, proposed=True)


def test_words_that_are_withdrawn_or_may_not_be_printed_are_no_quotations(site: Site) -> None:
    withdrawn = replace(QUOTES[0], withdrawn=GONE, denials=())
    bare = replace(QUOTES[0], denials=(), parts=(), text="This brief prints no words of the article.")
    link_only = replace(BRIEF.facts, republish=Republish.LINK_ONLY)
    assert "hasPart" not in data_of(site, replace(BRIEF, quotes=(withdrawn,)))
    assert "hasPart" not in data_of(site, replace(BRIEF, quotes=(bare,), facts=link_only))


def test_of_a_withdrawn_brief_only_the_tombstone_is_left(site: Site) -> None:
    badge = Badge(None, "Withdrawn on 1 April 2024", "Misheard.")
    about = replace(BRIEF.about, withdrawn=GONE)
    data = data_of(site, replace(BRIEF, state=State.WITHDRAWN, about=about, badge=badge))
    assert data["headline"] == "[Withdrawn] A voice message about a crane"
    assert data["dateModified"] == "2024-04-01"
    assert not {"isBasedOn", "hasPart", "keywords", "correction", "backstory"} & data.keys()


def test_what_is_not_known_is_left_out_and_nothing_needs_the_sites_address(tmp_path: Path) -> None:
    plain = a_site(tmp_path, Settings(title="Desk", licence="CC BY 4.0"))
    little = replace(BRIEF, facts=Facts(title="Crane fell"), publisher="", about=About(), corrections=())
    data = data_of(plain, little)
    assert data["isBasedOn"] == {"@type": "NewsArticle", "@id": "#_article", "headline": "Crane fell"}
    assert (data["@id"], data["url"]) == ("harbour-crane.html", "../briefs/harbour-crane.html")
    assert data["license"] == {"@type": "CreativeWork", "name": "CC BY 4.0"}
    assert "datePublished" not in data


@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_no_text_breaks_out_of_the_script(text: str) -> None:
    data = {"a": f"</script><!--{text}", "b": "\u2028\u2029"}
    found = inline(data)
    assert not re.search("[<>&\u2028\u2029\n]", found)
    assert json.loads(found) == {"a": data["a"].encode(errors="replace").decode(), "b": data["b"]}
