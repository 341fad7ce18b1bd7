"""Citations for reference managers: whatever the format, they say how far a brief is checked."""

import re
from pathlib import Path

import pytest
from changes import replace
from citing import CLAIMED, LABEL, bib_of, csl_of, ris_of
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF, CAVEATS, QUOTES
from made_site import SETTINGS, a_site

from sitegen.config import Settings
from sitegen.model.annotations import About, Facts, Withdrawal
from sitegen.model.brief import Badge, Brief
from sitegen.model.vocabulary import State
from sitegen.render import Site
from sitegen.render.addresses import absolute, brief_path
from sitegen.render.exports import biblatex, csl_json, ris

HARD = r"50 % of \{braces\} & $5 #1_a ~b ^c <d> “e” | it's"
GONE = Withdrawal("2024-04-01", "Misheard.")
WITHDRAWN = replace(
    BRIEF,
    state=State.WITHDRAWN,
    facts=Facts(publisher="herald"),
    about=replace(BRIEF.about, withdrawn=GONE),
    badge=Badge(None, "Withdrawn on 1 April 2024", "Misheard."),
    quotes=(),
    caveats=(),
)


def told_of(site: Site, brief: Brief) -> list[list[str]]:
    """Return titles and notes of each format, those of the brief and the article as one."""
    return [
        [text for item in csl_of(site, brief) for text in (item["title"], item["note"])],
        [text for item in bib_of(site, brief) for text in (item["title"], item["note"])],
        [text for item in ris_of(site, brief) for text in (item["title"], *item["notes"])],
    ]


def test_brief_and_article_are_items_of_their_own_under_names_that_last(site: Site) -> None:
    names = ["harbour-crane", "harbour-crane:article"]
    assert [item["id"] for item in csl_of(site)] == names
    assert [item["ID"] for item in bib_of(site)] == names
    assert [item["id"] for item in ris_of(site)] == names


def test_the_title_of_the_brief_says_how_far_it_is_checked_and_that_of_the_article_is_its_own(site: Site) -> None:
    expected = [f"A voice message about a crane [{LABEL}]", "Crane fell"]
    assert [item["title"] for item in csl_of(site)] == expected
    assert [item["title"] for item in bib_of(site)] == expected
    assert [item["title"] for item in ris_of(site)] == expected


@pytest.mark.parametrize("brief", [BRIEF, CLAIMED])
def test_every_item_has_status_day_reason_and_every_caveat_in_its_notes(site: Site, brief: Brief) -> None:
    ours = csl_of(site, brief), bib_of(site, brief), ris_of(site, brief)
    for items in ours:
        assert len(items) == 2
        for item in items:
            note = " ".join(item["notes"]) if "notes" in item else item["note"]
            assert brief.badge.text in note
            assert brief.badge.reason in note
            assert all(f"{caveat.label}: {caveat.text}" in note for caveat in CAVEATS)


def test_where_a_claim_is_printed_its_denial_and_the_answer_to_it_are_too(site: Site) -> None:
    for told in told_of(site, CLAIMED):
        said = " ".join(told)
        assert "Claim: The crane was called sound." in said
        assert "Denied by the port office" in said
        assert "Asked for a response by Port Herald: denied it." in said


def test_no_words_of_a_quote_are_in_a_citation(site: Site) -> None:
    for make in (csl_json, biblatex, ris):
        text = make(site, BRIEF).decode()
        assert not [part for quote in QUOTES for part in quote.parts if part in text]


def test_the_article_says_in_which_brief_it_was_cited(site: Site) -> None:
    for told in told_of(site, BRIEF):
        assert any(
            f"Cited in: A voice message about a crane [{LABEL}], {absolute(SETTINGS.url, brief_path(BRIEF.slug))}"
            in text
            for text in told
        )


@pytest.mark.parametrize(
    ("brief", "mark"),
    [
        (replace(BRIEF, proposed=True), f"[Not reviewed; {LABEL}]"),
        (replace(BRIEF, state=State.REVIEW), f"[Under review; {LABEL}]"),
        (replace(BRIEF, state=State.DRAFT), f"[Draft; {LABEL}]"),
    ],
)
def test_what_nobody_reviewed_says_so_in_the_title(site: Site, brief: Brief, mark: str) -> None:
    assert all(told[0].endswith(mark) for told in told_of(site, brief))


def test_of_a_withdrawn_brief_only_the_tombstone_is_cited(site: Site) -> None:
    for told in told_of(site, WITHDRAWN):
        assert told[0] == "A voice message about a crane [Withdrawn on 1 April 2024]"
        assert " ".join(told[1:]).rstrip(".") == " ".join(
            ["Withdrawn on 1 April 2024" + ("" if len(told) > 2 else "."), "Misheard"]
        )
    assert "herald.example" not in f"{csl_json(site, WITHDRAWN)!r}{biblatex(site, WITHDRAWN)!r}{ris(site, WITHDRAWN)!r}"
    assert "Harbour work" not in f"{csl_json(site, WITHDRAWN)!r}{biblatex(site, WITHDRAWN)!r}{ris(site, WITHDRAWN)!r}"


def test_whatever_signs_a_text_has_come_back_from_every_format(site: Site) -> None:
    facts = replace(BRIEF.facts, title=HARD, authors=(HARD, "Ada and Bo"))
    brief = replace(BRIEF, title=f"{HARD}\n\ttwo", facts=facts)
    for told in told_of(site, brief):
        assert f"{HARD} two [{LABEL}]" in told[0]
        assert HARD in told
    assert [name["literal"] for name in csl_of(site, brief)[1]["author"]] == [HARD, "Ada and Bo"]
    assert ris_of(site, brief)[1]["authors"] == [HARD, "Ada and Bo"]
    assert " and {Ada and Bo}},\n" in biblatex(site, brief).decode()


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_no_text_breaks_a_format(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    site = a_site(tmp_path_factory.getbasetemp())
    facts = replace(BRIEF.facts, title=f"a {text}", authors=(f"b {text}",), url="https://x.example/{" + text)
    brief = replace(BRIEF, title=f"c {text}", facts=facts)
    assert len(csl_of(site, brief)) == len(bib_of(site, brief)) == len(ris_of(site, brief)) == 2


@pytest.mark.parametrize(
    ("day", "parts"),
    [
        ("2024", [2024]),
        ("2024-03", [2024, 3]),
        ("2024-03-04T11:27+05:30", [2024, 3, 4]),
        ("in spring", None),
        ("", None),
    ],
)
def test_a_day_is_cited_as_far_as_it_is_sure(site: Site, day: str, parts: list[int] | None) -> None:
    brief = replace(BRIEF, facts=replace(BRIEF.facts, published=day))
    written = "-".join(f"{part:02}" for part in parts or [])
    assert csl_of(site, brief)[1].get("issued") == ({"date-parts": [parts]} if parts else None)
    assert bib_of(site, brief)[1].get("date", "") == written
    assert ris_of(site, brief)[1].get("date", "") == written.replace("-", "/")
    assert ris_of(site, brief)[1].get("year", "") == written[:4]


def test_an_address_that_is_none_of_the_web_is_left_out(site: Site) -> None:
    bad = replace(BRIEF, facts=replace(BRIEF.facts, url="javascript:alert(1)", archive="data:x"))
    for make in (csl_json, biblatex, ris):
        assert not re.search("javascript|data:", make(site, bad).decode())


def test_without_the_sites_address_a_brief_is_cited_without_one(tmp_path: Path) -> None:
    plain = a_site(tmp_path, Settings(title="Desk"))
    little = replace(BRIEF, about=About(), publisher="", facts=Facts(title="Crane fell"))
    first, second = csl_of(plain, little)
    assert "URL" not in first
    assert first["author"] == [{"literal": "Desk"}]
    assert set(second) == {"id", "type", "title", "note"}
    assert len(bib_of(plain, little)) == len(ris_of(plain, little)) == 2
