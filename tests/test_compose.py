"""Briefs: whose words a quote prints, how they reached the page, what is filled in and what is left out."""

import pytest
from changes import replace
from composing import ARTICLE, CALL, DAY, DRIVER, GUARD, WORDS, caveat, desk, made_brief, one_quote
from hypothesis import given
from hypothesis import strategies as st
from made_annotations import made_article, made_check, made_quote, made_source

from sitegen.compose import to_markdown
from sitegen.model.annotations import About, Facts, Gap, Hop, Places, Response
from sitegen.model.article import Dating
from sitegen.model.slugs import brief_slug
from sitegen.model.vocabulary import Basis, Circumstances, Identified, Republish, Status, Wording
from sitegen.problems import Location

PIT = made_source("pit", kind="video", name="Video from a pit")
POST = made_source("post", "pit", kind="social-media-post", name="Harbour Watch")
NAMED = made_source("driver", name="Ivo Petrov")
COURIER = "The Harbour Courier"
HERE = Places(Location("seeds/case.yaml"))


# ---- whose words


def test_words_in_quotation_marks_are_printed_in_quotation_marks() -> None:
    quote = one_quote(NAMED, words_=('"It swayed and we ran,"',))
    assert (quote.wording, quote.text, quote.parts) == (
        Wording.DIRECT,
        "“It swayed and we ran,”",
        ("It swayed and we ran,",),
    )


def test_other_words_are_the_articles_report_or_narration_without_marks() -> None:
    assert one_quote(NAMED, words_=("Nobody was hurt",)).text == "The Harbour Courier reports: Nobody was hurt"
    assert one_quote(NAMED, words_=("Nobody was hurt",)).wording is Wording.REPORTED
    assert one_quote(words_=("Nobody was hurt",)).wording is Wording.NARRATION


def test_an_editor_may_say_whose_words_they_are() -> None:
    assert one_quote(NAMED, words_=("Nobody was hurt",), words=Wording.DIRECT).text == "“Nobody was hurt”"


def test_parts_are_joined_with_a_sign_for_what_is_left_out() -> None:
    quote = one_quote(NAMED, words_=("It swayed", "we ran"))
    assert quote.text == "“It swayed […] we ran”"
    assert [selector.exact for selector in quote.selectors] == ["It swayed", "we ran"]


def test_words_that_the_article_does_not_contain_are_not_printed() -> None:
    quote = one_quote(NAMED, words_=("It danced",))
    assert "danced" not in repr(quote)
    assert quote.text == "The article does not contain these words."


def test_words_come_from_the_article_not_from_what_was_typed() -> None:
    assert one_quote(words_=("says 'it   swayed' before",)).text.endswith("says ‘it swayed’ before")


# ---- who speaks


@pytest.mark.parametrize(
    ("sources", "speaker", "chain"),
    [
        ((NAMED,), "Ivo Petrov", "The Harbour Courier"),
        ((DRIVER, replace(DRIVER, id="other")), "The second driver", "The Harbour Courier"),
        ((replace(DRIVER, identified=Identified.UNNAMED),), "The second driver, unnamed", "The Harbour Courier"),
        ((replace(DRIVER, name="driver, unnamed", identified=Identified.UNNAMED),), "The driver, unnamed", COURIER),
        ((replace(NAMED, identified=Identified.CLAIMED),), "Someone said to be Ivo Petrov", "The Harbour Courier"),
        (
            (replace(GUARD, identified=Identified.CLAIMED, hops=()),),
            "Someone said to speak for Office of the Coast Guard (OCG)",
            "The Harbour Courier",
        ),
        (
            (GUARD, CALL, replace(DRIVER, identified=Identified.UNNAMED)),
            "A voice said to be the second driver, unnamed, in a phone call that OCG says it intercepted",
            "The Harbour Courier, citing OCG",
        ),
        ((CALL, NAMED), "A voice said to be Ivo Petrov, in a phone call said to be intercepted", "The Harbour Courier"),
        (
            (POST, PIT),
            "A voice that is not named, in a video shared by Harbour Watch",
            "The Harbour Courier, citing Harbour Watch",
        ),
        (
            (made_source("post", "driver", kind="social-media-post", name="Harbour Watch"), NAMED),
            "Someone said to be Ivo Petrov, in a social media post by Harbour Watch",
            "The Harbour Courier",
        ),
        (
            (made_source("post", kind="social-media-post", name="Harbour Watch"),),
            "An account said to be Harbour Watch, in a social media post",
            "The Harbour Courier",
        ),
        (
            (made_source("memo", kind="document", name="Leaked memo"),),
            "Someone who is not named, in a memo that The Harbour Courier says it has seen",
            "The Harbour Courier",
        ),
        (
            (made_source("nobody", kind="not-stated", name="(not stated)"),),
            "Someone who is not named",
            "The Harbour Courier",
        ),
        (
            (
                made_source("nobody", "tape", kind="not-stated", name="(not stated)"),
                made_source("tape", "driver", kind="audio", name="Voice message"),
                NAMED,
            ),
            "A voice said to be Ivo Petrov, in a voice message",
            "The Harbour Courier, citing a source that is not stated",
        ),
    ],
)
def test_speaker_and_chain_say_no_more_than_is_known(sources: tuple[object, ...], speaker: str, chain: str) -> None:
    chosen = [source for source in sources if source.id != "other"]  # type: ignore[attr-defined]  # sources
    credit = one_quote(*chosen).credit  # type: ignore[arg-type]  # the same
    assert (credit.speaker, credit.chain) == (speaker, chain)


def test_a_verified_speaker_is_named_plainly() -> None:
    quote = one_quote(CALL, NAMED, checks=(made_check("us", of="speaker"),))
    assert quote.credit.speaker == "Ivo Petrov, in a phone call said to be intercepted"


def test_a_captive_is_called_one_and_a_caveat_says_what_that_means() -> None:
    quote = one_quote(PIT, replace(NAMED, circumstances=Circumstances.CAPTIVE), source="driver")
    assert quote.credit.speaker == "Ivo Petrov, held captive"
    assert [each.kind for each in quote.caveats] == ["duress"]
    own = one_quote(
        replace(NAMED, circumstances=Circumstances.CAPTIVE), caveats=(caveat("duress", "said", text="Our own."),)
    )
    assert [each.text for each in own.caveats] == ["Our own."]


def test_inferences_are_said() -> None:
    inferred = replace(GUARD, hops=(Hop("call", Basis.INFERRED),))
    wire = made_source("wire", "<?guard", kind="news-report", name="North Wire")
    assert one_quote(GUARD, CALL, DRIVER, basis=Basis.INFERRED).credit.chain.endswith(
        "citing OCG (inferred: the words themselves carry no credit in the article)"
    )
    assert one_quote(inferred, CALL, DRIVER).credit.chain.endswith("citing OCG (the last hop is inferred)")
    assert one_quote(wire, GUARD, CALL, DRIVER).credit.chain == (
        "The Harbour Courier, citing North Wire, citing OCG (inferred)"
    )


def test_a_source_that_nobody_knows_leaves_the_speaker_unstated() -> None:
    credit = one_quote(source="nobody-of-that-name").credit
    assert (credit.source, credit.speaker) == ("", "Not stated who says this")


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


# ---- what is filled in


def test_facts_come_from_the_article_where_the_editor_says_nothing() -> None:
    dated = replace(
        ARTICLE,
        headline="Crane driver says ‘it swayed’ before the fall",
        authors=("R. Quay",),
        date=Dating("Mar 5, 2024 9:00 AM IST", "2024-03-05T09:00", "IST"),
    )
    brief = made_brief(article=dated, about=About())
    assert (brief.facts.title, brief.facts.authors) == (dated.headline, ("R. Quay",))
    assert (brief.facts.published, brief.about.date) == ("2024-03-05T09:00", "2024-03-05")
    assert brief.held.date_line == "Mar 5, 2024 9:00 AM IST"
    assert brief.title == "What The Harbour Courier reported: Crane driver says ‘it swayed’ before the fall"
    assert (brief.slug, brief.about.editor) == ("case", "Example desk")


def test_what_the_editor_says_goes_before_the_article() -> None:
    facts = Facts(title="Own title", publisher="courier", authors=("A",), published="2024-01-02")
    about = About(title="Our title", slug="own name", editor="Us", date="2024-02-03")
    brief = made_brief(facts=facts, about=about, article=replace(ARTICLE, authors=("B",)))
    assert (brief.facts.title, brief.facts.authors, brief.facts.published) == ("Own title", ("A",), "2024-01-02")
    assert (brief.title, brief.slug, brief.about.editor, brief.about.date) == (
        "Our title",
        "own-name",
        "Us",
        "2024-02-03",
    )


@given(st.text(min_size=1, max_size=20))
def test_a_slug_can_always_stand_in_an_address(text: str) -> None:
    slug = brief_slug(text)
    assert slug
    assert slug.isascii()
    assert all(sign.isalnum() or sign in "-_" for sign in slug)


def test_slugs_keep_what_they_can() -> None:
    assert brief_slug("000_142de-Ab") == "000_142de-Ab"
    assert brief_slug("Über die Brücke!") == "Uber-die-Brucke"
    assert brief_slug("мост") == "43c-43e-441-442"


def test_reliability_is_printed_only_where_the_project_says_so() -> None:
    guard = replace(GUARD, reliability="C", reason="Selects.")
    assert made_brief(guard, CALL, DRIVER).source("guard").reliability == ""
    published = made_brief(guard, CALL, DRIVER, settings={"publish_reliability": True})
    assert published.source("guard").reliability == "C: Selects."


def test_sources_keep_their_chain_in_words() -> None:
    brief = made_brief(GUARD, CALL, DRIVER)
    assert brief.source("driver").chain == (
        "The Harbour Courier, citing OCG, citing Phone call between two drivers, citing the second driver"
    )
    assert [source.unverified for source in brief.sources] == [False, False, True, False]


def test_an_unknown_kind_of_source_keeps_its_name() -> None:
    assert made_brief(made_source("x", kind="oracle")).source("x").kind_label == "oracle"


# ---- what may be printed


def test_link_only_prints_no_words_of_the_article() -> None:
    quote = made_quote("driver", "It swayed and we ran", says="The crane swayed.")
    brief = made_brief(
        NAMED,
        quotes=(quote,),
        facts=Facts(publisher="courier", republish=Republish.LINK_ONLY),
        caveats=(caveat("headline", passage="it swayed"),),
        gaps=(Gap("Whose crane?", HERE, "It was not known who owns the crane."),),
    )
    (printed,) = brief.quotes
    assert (printed.parts, printed.selectors, brief.caveats[0].passage, brief.gaps[0].passage) == ((), (), "", "")
    assert printed.text == "This brief prints no words of the article. Read them in the original."
    assert printed.says == "The crane swayed."
    assert brief.badge.reason.startswith("This brief links to the article")
    assert "and we ran" not in repr(brief)


def test_passages_are_printed_in_the_articles_own_words() -> None:
    gap = Gap("Whose crane?", HERE, "It was not  known who owns")
    brief = made_brief(gaps=(gap, replace(gap, passage="nowhere to be found")))
    assert [each.passage for each in brief.gaps] == ["It was not known who owns", ""]
    marked = made_brief(caveats=(caveat("other", passage='"It swayed and we ran,"'),))
    assert marked.caveats[0].passage == "“It swayed and we ran,”"


def test_a_quote_that_stands_once_needs_no_context() -> None:
    (selector,) = one_quote(NAMED).selectors
    assert (selector.exact, selector.prefix, selector.suffix) == ("It swayed and we ran", "", "")


def test_a_quote_that_stands_twice_gets_as_much_context_as_tells_it_apart() -> None:
    (selector,) = one_quote(NAMED, words_=("cranes and this",), occurrence=2).selectors
    around = f"{selector.prefix}{selector.exact}{selector.suffix}"
    assert ARTICLE.text.count(around) == 1
    assert len(selector.prefix) <= 32
    assert len(selector.suffix) <= 32
    assert ARTICLE.text[selector.span.start : selector.span.end] == "cranes and this"


def test_context_is_dropped_where_the_budget_is_spent() -> None:
    short = made_article("headline: A short one", "He said yes and she said yes and he said no.")
    quote = made_quote("courier", "yes", occurrence=2)
    (printed,) = made_brief(quotes=(quote,), article=short).quotes
    assert (printed.selectors[0].prefix, printed.selectors[0].suffix) == ("", "")


def test_what_cannot_be_told_apart_in_thirty_two_characters_keeps_its_place() -> None:
    long = made_article("headline: Repeats", *["The same words again and again, until all is said and done here."] * 8)
    quote = made_quote("courier", "again, until", occurrence=3)
    (selector,) = made_brief(quotes=(quote,), article=long).quotes[0].selectors
    assert long.text[selector.span.start : selector.span.end] == "again, until"


def test_desks_are_compared_by_what_they_hold() -> None:
    assert desk() == desk()


def test_an_address_too_long_for_a_file_is_cut_and_stays_its_own() -> None:
    one, other = brief_slug("a" * 400), brief_slug("a" * 401)
    assert one != other
    assert max(len(one), len(other), len(brief_slug("船" * 80))) < 200
    assert brief_slug("a" * 180) == "a" * 180


def test_words_that_leave_a_quotation_keep_its_marks() -> None:
    quote = made_quote("driver", "we ran,” said Ivo Petrov, a driver.", words=Wording.NARRATION)
    into = made_quote("driver", "the office denied it. “It never", words=Wording.NARRATION, id="into")
    one, two = made_brief(made_source("driver"), quotes=(quote, into)).quotes
    assert one.text.endswith("reports: “we ran,” said Ivo Petrov, a driver.")
    assert two.text.endswith("reports: the office denied it. “It never”")
    assert one.parts == ("we ran,” said Ivo Petrov, a driver.",)


def test_a_passage_does_not_repeat_the_words_of_a_quote() -> None:
    gap = Gap("Who ran?", HERE, "It swayed and we ran,” said Ivo Petrov")
    caveats = (caveat("other", passage="It swayed"), caveat("unknown", passage="Nobody was hurt"))
    brief = made_brief(made_source("driver"), quotes=(made_quote("driver", "It swayed"),), gaps=(gap,), caveats=caveats)
    assert brief.gaps[0].passage == ""
    assert [each.passage for each in brief.caveats] == ["", "Nobody was hurt"]


def test_a_caveat_about_coerced_or_graphic_material_brings_its_notice() -> None:
    captive = made_source("driver", circumstances=Circumstances.CAPTIVE)
    quote = made_quote("driver", "It swayed and we ran")
    brief = made_brief(captive, quotes=(quote,), about=replace(DAY, content=("graphic",)))
    assert brief.about.content == ("graphic", "duress")
    assert "**Before you read: this brief quotes people who were not free to speak.**" in to_markdown(brief, WORDS)
