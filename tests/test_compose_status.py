"""Briefs: what is printed of the status of a quote, and the badge that all quotes make."""

import pytest
from changes import replace
from composing import CALL, DAY, GUARD, NAMED, PIT, made_brief, one_quote
from made_annotations import made_check, made_quote, made_source

from sitegen.model.annotations import About, Response
from sitegen.model.vocabulary import Status

# ---- status


def test_the_day_of_a_status_is_printed() -> None:
    assert one_quote(NAMED).label.text == "Said by Ivo Petrov, as of 14 March 2024"
    assert one_quote(PIT).label.text == "Not verified as of 14 March 2024"
    assert one_quote(PIT, about=About()).label.text == "Not verified (no day given)"
    assert one_quote(NAMED, about=About()).label.text == "Said by Ivo Petrov (no day given)"


@pytest.mark.parametrize(
    ("status", "checks", "reason"),
    [
        (Status.UNVERIFIED, (), "no check reported"),
        (Status.UNVERIFIED, (made_check("Reuters", "inconclusive"),), "check inconclusive: Reuters"),
        (Status.UNVERIFIED, (made_check("", "not-attempted"),), "check not attempted"),
        (Status.OPINION, (), "not a claim of fact"),
        (Status.MISLEADING, (), "see the caveats"),
        (Status.ATTRIBUTED, (), "whether it is so is not judged"),
        (Status.CONSISTENT, (made_check("us", how="Tides fit."),), "fits what is known: Tides fit"),
        (Status.CONSISTENT, (), ""),
        (Status.CORROBORATED, (made_check("us"),), "supported by us"),
        (Status.CONFIRMED, (made_check("us"), made_check("Port Post")), "confirmed by us and Port Post"),
        (Status.FALSE, (made_check("Port Post", "refuted"),), "refuted by Port Post"),
        (Status.FALSE, (made_check("", "refuted"),), ""),
        (Status.DISPUTED, (made_check("Port Post", "refuted"),), "refuted by Port Post"),
    ],
)
def test_the_second_line_of_a_status_says_what_it_rests_on(
    status: Status, checks: tuple[object, ...], reason: str
) -> None:
    assert one_quote(NAMED, status=status, checks=checks).label.reason == reason


def test_a_denial_and_its_response_go_with_the_quote() -> None:
    office = made_source("office", name="The port office")
    denial = made_quote("office", "It never swayed", id="denial")
    said = made_quote("driver", "It swayed and we ran", status=Status.DISPUTED, denied_by=("denial", "nothing"))
    said = replace(said, standing=replace(said.standing, response=Response("courier", "declined")))
    brief = made_brief(NAMED, office, quotes=(said, denial))
    quote = brief.quote("said")
    assert (quote.denials, quote.denial_line) == (("denial",), "Denied by the port office")
    assert quote.label.reason == "denied by the port office"
    assert quote.response_line == "Asked for a response by the Harbour Courier: declined to give one."
    assert brief.badge.reason.endswith("Denied by the port office.")
    nobody = made_brief(NAMED, quotes=(said, replace(denial, source="")))
    assert nobody.quote("said").denial_line == "Denied by a source that is not stated"


def test_a_response_may_name_nobody_who_asked() -> None:
    said = made_quote("driver", "It swayed and we ran")
    said = replace(said, standing=replace(said.standing, response=Response()))
    line = made_brief(NAMED, quotes=(said,)).quotes[0].response_line
    assert line == "The article does not say whether a response was asked for."


# ---- the badge


def test_the_badge_is_what_all_quotes_share() -> None:
    badge = made_brief(PIT, quotes=(made_quote("pit", "It swayed and we ran"),)).badge
    assert (badge.text, badge.label and badge.label.status) == ("Not verified as of 14 March 2024", Status.UNVERIFIED)
    assert badge.reason == "Rests on a video. We found no mention in the article of a check of it."


def test_said_by_two_is_not_said_by_one() -> None:
    office = made_source("office", name="The port office")
    quotes = (made_quote("driver", "It swayed and we ran"), made_quote("office", "It never swayed", id="denial"))
    badge = made_brief(NAMED, office, quotes=quotes).badge
    assert badge.text == "Attributed, as of 14 March 2024"
    assert badge.reason == "Rests on what Ivo Petrov and the port office say."


def test_the_badge_counts_what_is_mixed_and_what_is_unverified_first() -> None:
    quotes = (made_quote("driver", "It never swayed", id="b"), made_quote("pit", "It swayed and we ran"))
    brief = made_brief(PIT, NAMED, quotes=quotes)
    assert brief.badge.label is None
    assert brief.badge.text == "Mixed as of 14 March 2024: 1 not verified, 1 attributed"
    assert brief.badge.reason == (
        "Rests on a video, and on what Ivo Petrov says. We found no mention in the article of a check of it."
    )
    assert made_brief(PIT, NAMED, quotes=quotes, about=About()).badge.text == "Mixed: 1 not verified, 1 attributed"


def test_the_main_quote_makes_the_badge() -> None:
    quotes = (
        made_quote("pit", "It swayed and we ran", says="The crane swayed"),
        made_quote("driver", "It never swayed", id="b"),
    )
    badge = made_brief(PIT, NAMED, quotes=quotes, about=About(date="2024-03", main="said")).badge
    assert badge.text == "Claim: The crane swayed. Not verified as of March 2024."
    assert badge.reason.startswith("Rests on a video. ")
    plain = made_brief(PIT, NAMED, quotes=quotes, about=replace(DAY, main="b")).badge
    assert plain.text == "Said by Ivo Petrov, as of 14 March 2024"


def test_checks_that_were_made_are_named_in_the_badge() -> None:
    checks = (
        made_check("us", "inconclusive", of="recording"),
        made_check("", "not-attempted"),
        made_check("", of="place"),
    )
    quote = made_quote("call", "It swayed and we ran", checks=checks)
    brief = made_brief(replace(GUARD, interest="A party."), replace(CALL, hops=()), quotes=(quote,))
    assert brief.badge.reason == (
        "Rests on a phone call that OCG, an interested party, says it intercepted. "
        "Checks that we know of: recording inconclusive (us) and place verified."
    )


def test_material_of_one_kind_is_counted() -> None:
    sources = tuple(made_source(f"v{n}", kind="video", name="Video") for n in range(2))
    parts = ("It swayed and we ran", "It never swayed")
    quotes = tuple(made_quote(f"v{n}", parts[n], id=f"q{n}") for n in range(2))
    assert made_brief(*sources, quotes=quotes).badge.reason == (
        "Rests on two videos. We found no mention in the article of a check of either."
    )


def test_a_brief_without_quotes_says_so() -> None:
    assert made_brief().badge.text == "No quotes, as of 14 March 2024"
    assert made_brief(about=About()).badge.text == "No quotes"
    assert made_brief(quotes=(made_quote("", "It swayed and we ran"),)).badge.reason == "Who said it is not stated."
