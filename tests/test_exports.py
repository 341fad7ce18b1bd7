"""A brief as data: brief.json by its schema, and W3C Web Annotations."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from changes import replace
from made_brief import BRIEF, CAVEATS, QUOTES
from made_site import SETTINGS, a_site

from sitegen.config import Settings
from sitegen.model.annotations import Withdrawal
from sitegen.model.article import Span
from sitegen.model.brief import Brief, Selector
from sitegen.model.vocabulary import Republish, State
from sitegen.render import Site
from sitegen.render.exports import annotations_jsonld, brief_json, schema_json

GONE = Withdrawal("2024-04-01", "Misheard.")
SCHEMA: dict[str, Any] = json.loads(schema_json())


def data_of(site: Site, brief: Brief = BRIEF) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(brief_json(site, brief))
    jsonschema.validate(data, SCHEMA, cls=jsonschema.Draft202012Validator)
    return data


def annotations_of(site: Site, brief: Brief = BRIEF) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(annotations_jsonld(site, brief))
    return found


def without_words(brief: Brief, quote_id: str) -> Brief:
    quotes = tuple(replace(each, withdrawn=GONE) if each.id == quote_id else each for each in brief.quotes)
    return replace(brief, quotes=quotes)


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_a_brief_fits_its_schema_and_names_it(site: Site, tmp_path: Path) -> None:
    assert data_of(site)["$schema"] == "https://desk.example/briefs/schema/brief-1.json"
    plain = a_site(tmp_path, Settings(title="Desk"))
    assert data_of(plain)["$schema"] == "../schema/brief-1.json"
    assert data_of(plain)["url"] == ""


def test_every_quote_in_the_data_has_its_status_with_day_and_all_its_caveats(site: Site) -> None:
    data = data_of(site)
    for quote, found in zip(QUOTES, data["quotes"], strict=True):
        assert found["status"]["text"] == quote.label.text
        assert found["status"]["as_of"] == "2024-03-05"
        assert [caveat["text"] for caveat in found["caveats"]] == [caveat.text for caveat in quote.caveats]
    assert data["quotes"][0]["denied_by"] == {"quotes": ["denial"], "text": "Denied by the port office"}


def test_the_data_hold_the_source_graph(site: Site) -> None:
    sources = {source["id"]: source for source in data_of(site)["sources"]}
    assert sources["union"]["from"] == [{"source": "tape", "basis": "inferred"}]
    assert sources["tape"]["chain"]["steps"][-1] == {"source": "tape", "inferred": True}
    assert sources["tape"]["unverified_kind"]


def test_the_data_do_not_say_where_the_article_lies_on_the_editors_machine(site: Site) -> None:
    assert "seeds/" not in json.dumps(data_of(site))


def test_the_data_say_when_they_were_last_changed_and_whose_the_words_are(site: Site) -> None:
    data = data_of(site)
    assert (data["updated"], data["licence"]) == ("2024-03-07", "https://licence.example/by")
    assert data["rights"] == "Quotations remain their owners'."


def test_a_quote_may_not_stand_without_status_or_caveats(site: Site) -> None:
    for key in ("status", "caveats"):
        data = data_of(site)
        del data["quotes"][0][key]
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, SCHEMA)


def test_the_words_of_a_withdrawn_quote_are_in_no_data(site: Site) -> None:
    brief = without_words(BRIEF, "crane")
    data = data_of(site, brief)
    assert data["quotes"][0]["withdrawn"] == {"on": "2024-04-01", "reason": "Misheard."}
    assert "was sound" not in json.dumps(data)
    assert [item["id"] for item in annotations_of(site, brief)["first"]["items"]] == [
        "https://desk.example/briefs/briefs/harbour-crane.html#denial"
    ]


def test_of_a_withdrawn_brief_only_the_tombstone_is_left(site: Site) -> None:
    brief = replace(BRIEF, state=State.WITHDRAWN, about=replace(BRIEF.about, withdrawn=GONE))
    data = data_of(site, brief)
    assert data["withdrawn"]["reason"] == "Misheard."
    assert "quotes" not in data
    assert annotations_of(site, brief)["total"] == 0


def test_annotations_are_a_collection_with_one_page(site: Site) -> None:
    found = annotations_of(site)
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert found["type"] == "AnnotationCollection"
    assert found["first"]["type"] == "AnnotationPage"
    assert found["total"] == len(found["first"]["items"]) == 2


# What must hold by https://www.w3.org/TR/annotation-model/, section by section.


def test_every_annotation_has_context_id_type_and_a_target(site: Site) -> None:  # 3.1
    found = annotations_of(site)
    items = found["first"]["items"]
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["id"].startswith("https://")
        assert item["type"] == "Annotation"
        assert len(item["target"]) >= 1
        assert "@context" not in item


def test_every_body_is_textual_with_exactly_one_value_and_a_purpose_of_the_standard(site: Site) -> None:  # 3.2.4, 3.3.5
    purposes = {"assessing", "classifying", "commenting", "describing"}
    for item in annotations_of(site)["first"]["items"]:
        assert item["motivation"] in purposes
        for body in item["body"]:
            assert (body["type"], body["format"], body["language"]) == ("TextualBody", "text/plain", "en")
            assert isinstance(body["value"], str)
            assert body["purpose"] in purposes


def test_every_target_is_a_specific_resource_with_one_source_and_selectors_that_mean_the_same(site: Site) -> None:
    for item in annotations_of(site)["first"]["items"]:  # 4.2
        for target in item["target"]:
            assert isinstance(target["source"], str)
            assert [each["type"] for each in target["selector"]] == ["TextQuoteSelector", "TextPositionSelector"]


def test_a_quote_selector_has_one_exact_text_and_no_empty_context(site: Site) -> None:  # 4.2.4
    alone = replace(QUOTES[0], selectors=(replace(QUOTES[0].selectors[0], prefix="", suffix=""),))
    for quote in (*QUOTES, alone):
        (item,) = annotations_of(site, replace(BRIEF, quotes=(quote,)))["first"]["items"]
        selector = item["target"][0]["selector"][0]
        assert selector["exact"]
        assert all(selector[name] for name in ("exact", "prefix", "suffix") if name in selector)
        assert ("prefix" in selector) == bool(quote.selectors[0].prefix)


def test_a_position_counts_code_points_from_0_and_ends_before_its_end(site: Site) -> None:  # 4.2.5
    text = "“😀 They told us"
    start = text.index("They")
    place = Selector("They told us", "“😀 ", "", Span(start, len(text)))
    quote = replace(QUOTES[0], selectors=(place,))
    (item,) = annotations_of(site, replace(BRIEF, quotes=(quote,)))["first"]["items"]
    position = item["target"][0]["selector"][1]
    assert text[position["start"] : position["end"]] == item["target"][0]["selector"][0]["exact"]
    assert position["start"] == 3


def test_days_are_date_times_with_a_zone(site: Site) -> None:  # 3.3.1, 4.3.1
    item = annotations_of(site)["first"]["items"][0]
    for moment in (item["created"], item["target"][0]["state"]["sourceDate"]):
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", moment)


def test_a_collection_counts_its_annotations_and_its_page_starts_at_the_first(site: Site) -> None:  # 5.1, 5.2
    found = annotations_of(site)
    page = found["first"]
    assert found["id"].startswith("https://")
    assert page["id"] != found["id"]
    assert (page["startIndex"], len(page["items"])) == (0, found["total"])
    assert "next" not in page


def test_withheld_words_are_masked_in_selectors_as_the_brief_has_them(site: Site) -> None:
    masked = replace(QUOTES[0].selectors[0], exact="They told us the █████ was sound.")
    brief = replace(BRIEF, quotes=(replace(QUOTES[0], selectors=(masked,)),))
    (item,) = annotations_of(site, brief)["first"]["items"]
    assert item["target"][0]["selector"][0]["exact"] == "They told us the █████ was sound."
    assert "<crane>" not in json.dumps(item)


def test_an_annotation_names_its_place_by_words_and_by_code_points(site: Site) -> None:
    item = annotations_of(site)["first"]["items"][0]
    (target,) = item["target"]
    assert target["source"] == "https://herald.example/crane"
    assert target["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "They told us the <crane> was sound.",
            "prefix": "said: “",
            "suffix": "” The",
        },
        {"type": "TextPositionSelector", "start": 120, "end": 155},
    ]
    assert target["state"] == {"type": "TimeState", "sourceDate": "2024-03-05T00:00:00Z"}
    assert (item["type"], item["motivation"]) == ("Annotation", "assessing")


def test_an_annotation_carries_status_with_day_and_every_caveat(site: Site) -> None:
    bodies = annotations_of(site)["first"]["items"][0]["body"]
    values = [body["value"] for body in bodies]
    assert values[0] == "Not verified as of 5 March 2024: no check reported"
    assert all(any(caveat.text in value for value in values) for caveat in CAVEATS)
    assert "Denied by the port office" in values
    assert {body["purpose"] for body in bodies} == {"classifying", "describing", "commenting"}


def test_a_proposed_quote_says_so_in_its_annotation(site: Site) -> None:
    values = [
        body["value"] for body in annotations_of(site, replace(BRIEF, proposed=True))["first"]["items"][1]["body"]
    ]
    assert "Proposed by software, not reviewed by an editor." in values


def test_a_brief_that_prints_no_words_exports_none(site: Site) -> None:
    link_only = replace(BRIEF, facts=replace(BRIEF.facts, republish=Republish.LINK_ONLY))
    assert annotations_of(site, link_only)["total"] == 0


def test_an_article_without_an_address_is_named_by_the_hash_of_our_copy(site: Site) -> None:
    bare = replace(BRIEF.facts, url="", captured="", published="")
    (target,) = annotations_of(site, replace(BRIEF, facts=bare))["first"]["items"][1]["target"]
    assert target["source"] == "ni:///sha-256;q6urq6urq6urq6urq6urq6urq6urq6urq6urq6urq6s"
    assert "state" not in target


def test_rights_are_named_where_the_licence_is_an_address(site: Site, tmp_path: Path) -> None:
    assert annotations_of(site)["first"]["items"][0]["rights"] == "https://licence.example/by"
    words = a_site(tmp_path, replace(SETTINGS, licence="CC BY 4.0", url=""))
    item = annotations_of(words, replace(BRIEF, about=replace(BRIEF.about, date="")))["first"]["items"][0]
    assert not {"rights", "created"} & item.keys()
    assert item["id"] == "harbour-crane.html#crane"
