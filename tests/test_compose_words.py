"""Briefs: whose words a quote prints, who says them, and how they reached the page."""

import pytest
from changes import replace
from composing import CALL, COURIER, DRIVER, GUARD, NAMED, PIT, POST, caveat, one_quote
from made_annotations import made_check, made_source

from sitegen.model.annotations import Hop
from sitegen.model.vocabulary import Basis, Circumstances, Identified, Wording

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
