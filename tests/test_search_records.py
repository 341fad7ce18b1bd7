"""What the search can find carries its status, its day and every caveat."""

import pytest
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF, CAVEATS, QUOTES, UNVERIFIED, WORDS
from made_site import a_site

from sitegen.model.annotations import Withdrawal
from sitegen.model.brief import Brief, Label, PrintedCaveat, PrintedQuote
from sitegen.model.vocabulary import State, Status
from sitegen.render import Site
from sitegen.render.search.page import GROUPS
from sitegen.render.search.records import Record, records_of

WITHDRAWAL = Withdrawal("2024-03-09", "We were asked to.")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return a_site(tmp_path_factory.mktemp("site"))


def everything(record: Record) -> str:
    """Return all that a reader may see of a record."""
    return "\n".join([record.content, *record.meta.values()])


def test_a_brief_and_each_of_its_quotes_can_be_found_where_they_stand(site: Site) -> None:
    found = [record.url for record in records_of(site, BRIEF)]
    slug = "briefs/harbour-crane.html"
    assert found == [slug, f"{slug}#crane", f"{slug}#denial"]


def test_a_quote_is_found_by_its_words_and_claim_and_shown_with_all_that_travels_with_it(site: Site) -> None:
    _, crane, _ = records_of(site, BRIEF)
    assert crane.content == "“They told us the <crane> was sound.” Claim: The crane was called sound."
    assert crane.meta == {
        "what": "quote",
        "of": "Quote 1 in: A voice message about a crane",
        "status": "unverified",
        "standing": "Not verified as of 5 March 2024: no check reported",
        "by": "— a voice said to be a crane driver. Port Herald, citing the dockers' union.",
        "ours": "Claim: The crane was called sound.",
        "answers": "Denied by the port office\nAsked for a response by Port Herald: denied it.",
        "caveats": "Not verified: We found no mention of a check of the recording.\n"
        "Interested party: The union & the port office are in dispute.",
        "publisher": "Port Herald",
        "date": "5 March 2024",
    }


def test_a_brief_is_found_by_title_summary_and_gaps_and_by_no_word_of_its_quotes(site: Site) -> None:
    brief, *_ = records_of(site, BRIEF)
    assert brief.content == "Port Herald reports that a crane fell. Who was in the crane?"
    assert brief.meta["title"] == BRIEF.title
    assert brief.meta["badge"] == BRIEF.badge.text
    assert not [part for quote in QUOTES for part in quote.parts if part in everything(brief)]


def test_results_are_filtered_by_what_a_quote_rests_on_and_a_brief_by_all_of_it(site: Site) -> None:
    brief, _, denial = records_of(site, BRIEF)
    assert brief.filters == {
        "status": ("disputed", "unverified"),
        "kind": ("Audio recording", "News report", "Organisation", "Person", "Statement"),
        "source": ("Port Herald",),
        "tag": ("Harbour work", "voice messages"),
        "year": ("2024",),
    }
    assert denial.filters["status"] == ("disputed",)
    assert denial.filters["kind"] == ("Statement",)
    assert set(brief.filters) == set(GROUPS)


def test_shared_sources_are_filters_by_name(site: Site) -> None:
    shared = tuple(replace(source, shared=source.id == "office") for source in BRIEF.sources)
    _, crane, denial = records_of(site, replace(BRIEF, sources=shared))
    assert crane.filters["source"] == ("Port Herald",)
    assert denial.filters["source"] == ("Port Herald", "Port office")


def test_a_claim_that_the_badge_prints_stands_beside_its_caveats_alone(site: Site) -> None:
    badge = replace(BRIEF.badge, label=UNVERIFIED, text=f"Claim: {QUOTES[0].says} {UNVERIFIED.text}")
    about = replace(BRIEF.about, main="crane")
    found, *_ = records_of(site, replace(BRIEF, badge=badge, about=about, caveats=()))
    assert found.meta["standing"] == "Not verified as of 5 March 2024"
    assert all(caveat.text in found.meta["caveats"] for caveat in CAVEATS)


def test_what_is_not_dated_comes_last(site: Site) -> None:
    undated = replace(BRIEF, about=replace(BRIEF.about, date=""))
    assert {record.date for record in records_of(site, undated)} == {"0000"}
    assert all("year" not in record.filters and "date" not in record.meta for record in records_of(site, undated))


def test_what_is_not_published_says_so_in_every_record(site: Site) -> None:
    for changes, notice in (({"state": State.REVIEW}, "review"), ({"proposed": True}, "proposed")):
        found = {record.meta["marks"] for record in records_of(site, replace(BRIEF, **changes))}
        assert found == {WORDS(f"notice.{notice}")}


def test_a_quote_whose_source_software_proposed_says_so(site: Site) -> None:
    quote = replace(QUOTES[0], credit=replace(QUOTES[0].credit, proposed=True))
    brief, crane = records_of(site, replace(BRIEF, quotes=(quote,)))
    assert "marks" not in brief.meta
    assert crane.meta["marks"] == WORDS("notice.proposed")


def test_a_withdrawn_quote_cannot_be_found(site: Site) -> None:
    quotes = (replace(QUOTES[0], withdrawn=WITHDRAWAL), QUOTES[1])
    about = replace(BRIEF.about, main="crane")
    found = list(records_of(site, replace(BRIEF, quotes=quotes, about=about)))
    assert [record.url.rpartition("#")[2] for record in found[1:]] == ["denial"]


def test_of_a_withdrawn_brief_no_quote_can_be_found(site: Site) -> None:
    (found,) = records_of(site, replace(BRIEF, state=State.WITHDRAWN))
    assert found.meta["status"] == "withdrawn"
    assert found.filters["status"] == ("withdrawn",)


def test_addresses_are_encoded(site: Site) -> None:
    assert next(records_of(site, replace(BRIEF, slug="міст 1"))).url == "briefs/%D0%BC%D1%96%D1%81%D1%82%201.html"


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=3, max_size=20)
LABELS = st.builds(
    lambda status, text: Label(status, f"{status} as of {text}"), st.sampled_from([*Status]), st.sampled_from(["1 May"])
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    """Make a brief of quotes with different labels and caveats."""
    quotes = [
        PrintedQuote(
            f"q{number}",
            number,
            draw(LABELS),
            QUOTES[0].credit,
            (words := draw(TEXT),),
            QUOTES[0].wording,
            f"“{words}”",
            caveats=tuple(PrintedCaveat("other", draw(TEXT), draw(TEXT)) for _ in range(draw(st.integers(0, 4)))),
            denial_line=draw(TEXT | st.just("")),
            withdrawn=draw(st.none() | st.just(WITHDRAWAL)),
        )
        for number in range(1, draw(st.integers(1, 5)))
    ]
    return replace(BRIEF, quotes=tuple(quotes), state=draw(st.sampled_from([*State])), proposed=draw(st.booleans()))


@given(brief=briefs())
def test_words_of_a_quote_stand_in_its_own_record_alone_and_there_with_all_that_is_due(
    site: Site, brief: Brief
) -> None:
    found = {record.url.rpartition("#")[2]: record for record in records_of(site, brief)}
    due = [quote for quote in brief.quotes if not quote.withdrawn and brief.state is not State.WITHDRAWN]
    assert {f"q{number}" for number in range(1, 6)} & found.keys() == {quote.id for quote in due}
    for quote in due:
        record = found[quote.id]
        lines = record.meta["caveats"].split("\n") if quote.caveats else []
        assert quote.text in record.content
        assert record.meta["standing"].startswith(quote.label.text)
        assert {f"{caveat.label}: {caveat.text}" for caveat in quote.caveats} == set(lines)
        assert not quote.denial_line or quote.denial_line in record.meta["answers"]
        assert ("marks" in record.meta) == (brief.proposed or brief.state is not State.PUBLISHED)
