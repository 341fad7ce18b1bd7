"""Caveats: no quote travels without those that hold for it, and none with those that do not."""

import pytest
from changes import replace
from composing import CALL, DAY, DRIVER, GUARD, WORDS, caveat, made_brief, material, one_quote
from made_annotations import made_check, made_quote, made_source

from sitegen.compose.phrases import wording
from sitegen.model.annotations import Facts, Source, Withdrawal
from sitegen.model.brief import PrintedQuote
from sitegen.model.vocabulary import Identified, Republish, Status

NAMED = made_source("driver", name="Ivo Petrov")
NOT_FILMED = "we found no mention of where, when or by whom it was filmed having been established."
VIDEO = made_source("video", kind="video", name="Video")
OFFICE = made_source("office", name="The port office")


def texts(quote: PrintedQuote) -> list[str]:
    """Return the texts of the caveats that go with a quote."""
    return [each.text for each in quote.caveats]


@pytest.mark.parametrize(
    ("about", "times"),
    [(("said",), 1), (("driver",), 1), (("courier",), 1), (("office",), 0), (("guard", "driver"), 1)],
)
def test_a_caveat_goes_with_the_quotes_that_rest_on_what_it_is_about(about: tuple[str, ...], times: int) -> None:
    quote = one_quote(OFFICE, NAMED, caveats=(caveat("other", *about),))
    assert texts(quote) == ["Mind this."] * times


def test_a_caveat_about_a_source_goes_with_everything_upstream_of_it() -> None:
    quote = one_quote(GUARD, CALL, DRIVER, caveats=(caveat("interested-party", "guard"), caveat("unverified", "call")))
    assert [each.kind for each in quote.caveats] == ["interested-party", "unverified"]


def test_a_caveat_about_nothing_in_particular_goes_with_every_quote() -> None:
    assert texts(one_quote(NAMED, caveats=(caveat("unknown"),))) == ["Mind this."]


def test_a_caveat_about_a_passage_goes_with_the_quotes_that_share_words_with_it() -> None:
    shared = one_quote(NAMED, caveats=(caveat("paraphrase", passage="we ran,” said Ivo"),))
    other = one_quote(NAMED, caveats=(caveat("paraphrase", passage="Nobody was hurt"),))
    unknown = one_quote(NAMED, caveats=(caveat("paraphrase", passage="words that stand nowhere"),))
    assert (texts(shared), texts(other), texts(unknown)) == (["Mind this."], [], ["Mind this."])


def test_a_caveat_about_the_headline_goes_with_words_of_the_headline_alone() -> None:
    note = (caveat("headline"),)
    assert texts(one_quote(NAMED, caveats=note)) == []
    assert texts(one_quote(NAMED, caveats=note, words_=("before the fall",))) == ["Mind this."]


def test_all_caveats_stand_in_the_brief_whatever_they_are_about() -> None:
    notes = (caveat("headline"), caveat("other", "office"), caveat("other", "said"))
    brief = made_brief(NAMED, OFFICE, quotes=(made_quote("driver", "It swayed"),), caveats=notes)
    assert len(brief.caveats) == 3


def test_an_unknown_kind_of_caveat_is_a_note() -> None:
    assert one_quote(NAMED, caveats=(caveat("unheard-of"),)).caveats[0].label == "Note"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (VIDEO, "We found no mention of where, when or by whom this was filmed having been established."),
        (
            replace(VIDEO, material=material(posted_by="office")),
            f"Shared by the port office; {NOT_FILMED}",
        ),
        (
            replace(VIDEO, material=material(posted_by="Somebody")),
            f"Shared by Somebody; {NOT_FILMED}",
        ),
        (
            replace(CALL, hops=(), material=material(released_by="not-stated")),
            "Said to be intercepted; we found no mention of who released it, nor of an independent check.",
        ),
        (
            made_source("audio", kind="audio", name="Tape"),
            "We found no mention of whose voice this is confirmed to be.",
        ),
        (
            made_source("memo", kind="document", name="Memo"),
            "The Harbour Courier says it has seen the document; that it is genuine rests on The Harbour Courier.",
        ),
        (
            made_source("photo", kind="photograph", name="Photo"),
            "We found no mention of where, when or by whom this was taken having been established.",
        ),
        (
            made_source("post", kind="social-media-post", name="Harbour Watch"),
            "Posted by Harbour Watch; we found no mention of a check of the account or of what the post says.",
        ),
    ],
)
def test_unchecked_material_has_a_standard_caveat(source: Source, text: str) -> None:
    quote = one_quote(OFFICE, source)
    assert texts(quote) == [text]
    assert quote.caveats[0].standard
    assert quote.caveats[0].about == (source.id,)


def test_a_voice_is_named_where_it_is_one_and_has_a_name() -> None:
    tape = made_source("audio", "driver", kind="audio", name="Tape")
    assert texts(one_quote(tape, NAMED)) == [
        "The voice is said to be Ivo Petrov's; we found no mention of a confirmation."
    ]
    nameless = one_quote(tape, replace(NAMED, identified=Identified.UNNAMED))
    assert texts(nameless) == ["We found no mention of whose voice this is confirmed to be."]


@pytest.mark.parametrize("about", ["said", "video"])
@pytest.mark.parametrize("kind", ["unverified", "provenance"])
def test_an_editors_caveat_takes_the_place_of_the_standard_one(about: str, kind: str) -> None:
    assert texts(one_quote(VIDEO, caveats=(caveat(kind, about),))) == ["Mind this."]


def test_another_caveat_does_not() -> None:
    assert len(texts(one_quote(VIDEO, caveats=(caveat("translation", "video"), caveat("unverified"))))) == 3


def test_verified_checks_of_all_that_it_speaks_of_silence_a_standard_caveat() -> None:
    place, date = made_check("us", of="place"), made_check("us", of="date")
    assert texts(one_quote(VIDEO, checks=(place, date))) == ["The checks that we know of did not establish this."]
    assert len(texts(one_quote(VIDEO, checks=(place,)))) == 1
    assert len(texts(one_quote(VIDEO, checks=(place, made_check("us", "inconclusive", of="date"))))) == 1


def test_like_standard_caveats_stand_once_in_the_brief_and_with_each_quote() -> None:
    other = replace(VIDEO, id="other")
    quotes = (made_quote("video", "It swayed"), made_quote("other", "It never swayed", id="b"))
    brief = made_brief(VIDEO, other, quotes=quotes)
    assert [each.about for each in brief.caveats] == [("video", "other")]
    assert [each.about for quote in brief.quotes for each in quote.caveats] == [("video",), ("other",)]


def test_outlets_that_go_back_to_one_origin_are_said_to_be_one_source() -> None:
    wire = made_source("wire", "office", kind="news-report", name="North Wire")
    radio = made_source("radio", "office", kind="news-report", name="Bay Radio")
    quote = one_quote(wire, radio, OFFICE, via=("wire",))
    assert texts(quote) == ["North Wire and Bay Radio go back to one origin, the port office: one source, not several."]
    assert quote.caveats[0].kind == "single-source"


def test_an_outlet_beside_its_own_origin_is_said_to_be_one_source() -> None:
    wire = made_source("wire", "office", kind="news-report", name="North Wire")
    courier = made_source("courier", "wire", "office", kind="news-report", name="The Harbour Courier")
    quote = one_quote(courier, wire, OFFICE, via=("wire",))
    assert texts(quote) == [
        "North Wire goes back to the port office, which is also cited directly: one source, not several."
    ]


def test_two_voices_in_one_call_are_not_one_source() -> None:
    call = made_source("call", "driver", "office", kind="intercepted-communication", name="Phone call")
    assert "single-source" not in {each.kind for each in one_quote(call, NAMED, OFFICE).caveats}


def test_caveats_about_a_withdrawn_quote_alone_go_with_it() -> None:
    quote = made_quote("driver", "It swayed", withdrawn=Withdrawal("2024-05-01", "A mistake."))
    notes = (caveat("other", "said", text="Gone."), caveat("other", "said", "driver", text="Stays."))
    brief = made_brief(NAMED, quotes=(quote,), caveats=notes)
    assert [each.text for each in brief.caveats] == ["Stays."]
    assert brief.quotes[0].caveats == ()


def test_link_only_keeps_caveats() -> None:
    facts = Facts(publisher="courier", republish=Republish.LINK_ONLY)
    assert len(texts(one_quote(VIDEO, facts=facts, about=DAY))) == 1


def test_every_standard_wording_can_be_filled_or_has_one_for_empty_slots() -> None:
    keys = [key for key in WORDS.sentences if key.endswith(".caveat") and not key.startswith("page.")]
    assert keys
    assert all("  " not in wording(key, {}, WORDS) for key in keys)
    assert all(WORDS.has(f"{key}_else") for key in keys if WORDS.slots_of(key))


def test_no_unverified_quote_stands_without_a_caveat() -> None:
    (found,) = one_quote(DRIVER, status=Status.UNVERIFIED).caveats
    assert (found.kind, found.text) == ("unverified", "We found no mention in the article of a check of this.")
    tried = made_check("us", "inconclusive", "content")
    (found,) = one_quote(DRIVER, status=Status.UNVERIFIED, checks=(tried,)).caveats
    assert found.text == "The checks that we know of did not establish this."
    assert one_quote(DRIVER, status=Status.OPINION).caveats == ()
