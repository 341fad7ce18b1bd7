"""The one list of what travels with a quote and with a brief."""

import pytest
from changes import replace
from made_brief import BRIEF, CAVEATS, QUOTES, WORDS

from sitegen.model.annotations import Withdrawal
from sitegen.model.brief import Badge, PrintedCaveat
from sitegen.model.vocabulary import State
from sitegen.travels import Line, Role, in_a_row, label_of, of_brief, of_quote

CRANE = QUOTES[0]
WHOLE = PrintedCaveat("excerpt", "Excerpt", "Only a part was published.")
MAIN = replace(
    BRIEF,
    about=replace(BRIEF.about, main="crane"),
    badge=Badge(CRANE.label, "Claim: The crane was called sound. Not verified as of 5 March 2024.", BRIEF.badge.reason),
    caveats=(*CAVEATS, WHOLE),
)


def roles(lines: list[Line]) -> list[str]:
    return [line.role.value for line in lines]


def test_with_a_quote_travels_everything_in_the_order_of_the_roles() -> None:
    lines = list(of_quote(BRIEF, CRANE, WORDS))
    assert roles(lines) == ["status", "speaker", "claim", "denial", "response", "caveat", "caveat"]
    assert [line.text for line in lines] == [
        "Not verified as of 5 March 2024: no check reported",
        "— a voice said to be a crane driver. Port Herald, citing the dockers' union.",
        "Claim: The crane was called sound.",
        "Denied by the port office",
        "Asked for a response by Port Herald: denied it.",
        "Not verified: We found no mention of a check of the recording.",
        "Interested party: The union & the port office are in dispute.",
    ]


@pytest.mark.parametrize(
    ("state", "proposed", "mark"),
    [
        (State.PUBLISHED, True, "Proposed by software, not reviewed by an editor."),
        (State.REVIEW, True, "Proposed by software, not reviewed by an editor."),
        (State.REVIEW, False, "Under review: this brief is not finished."),
        (State.DRAFT, False, "Draft: not published, and not checked by a second pair of eyes."),
    ],
)
def test_what_nobody_reviewed_says_so(state: State, mark: str, *, proposed: bool) -> None:
    brief = replace(BRIEF, state=state, proposed=proposed)
    for lines in (of_quote(brief, CRANE, WORDS), of_brief(brief, WORDS)):
        assert [line.text for line in lines if line.role is Role.MARK] == [mark]


def test_of_a_withdrawn_quote_nothing_travels_but_that_it_is_withdrawn() -> None:
    gone = replace(
        CRANE,
        withdrawn=Withdrawal("2024-04-01", "Misheard."),
        label=replace(CRANE.label, text="Withdrawn on 1 April 2024", reason="Misheard."),
    )
    assert list(of_quote(BRIEF, gone, WORDS)) == [Line(Role.STATUS, "Withdrawn on 1 April 2024: Misheard.")]


def test_with_a_brief_that_prints_a_claim_travel_the_caveats_of_the_claim_then_those_of_the_whole() -> None:
    lines = list(of_brief(MAIN, WORDS))
    assert roles(lines) == ["status", "reason", "denial", "response", "caveat", "caveat", "whole"]
    assert lines[0].text == MAIN.badge.text
    assert lines[-1].text == "Excerpt: Only a part was published."


def test_a_denial_that_the_reason_tells_is_not_told_twice() -> None:
    badge = replace(MAIN.badge, reason=f"{MAIN.badge.reason} Denied by the port office.")
    assert "denial" not in roles(list(of_brief(replace(MAIN, badge=badge), WORDS)))


def test_with_a_brief_without_a_main_quote_travel_all_its_caveats() -> None:
    lines = list(of_brief(BRIEF, WORDS))
    assert roles(lines) == ["status", "reason", "whole", "whole"]
    withdrawn = replace(CRANE, withdrawn=Withdrawal("2024-04-01", "Misheard."))
    assert roles(list(of_brief(replace(MAIN, quotes=(withdrawn, QUOTES[1])), WORDS))) == [
        "status", "reason", "whole", "whole", "whole",
    ]  # fmt: skip


def test_the_label_of_a_brief_prints_no_claim() -> None:
    assert label_of(MAIN) == "Not verified as of 5 March 2024"
    assert label_of(BRIEF) == BRIEF.badge.text


def test_lines_in_a_row_are_sentences_without_line_breaks() -> None:
    assert in_a_row([Line(Role.STATUS, "One\ntwo"), Line(Role.CAVEAT, "Three?")]) == "One two. Three?"
