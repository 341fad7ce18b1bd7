"""The tables of the whole site."""

import csv
import io
import json
import re
from functools import partial

import pytest
from changes import replace
from data_files import GONE, data_of, rows_of
from hypothesis import given
from hypothesis import strategies as st
from made_brief import BRIEF, CAVEATS, ENTRY, MARKDOWN, QUOTES, SOURCES, Kept, an_entry, shelved, shelved_by
from made_site import a_site
from reading_pages import made

from sitegen.model.annotations import Hop
from sitegen.model.brief import Badge, Brief
from sitegen.model.chunks import in_chunks
from sitegen.model.output import OneFile
from sitegen.model.vocabulary import State
from sitegen.render import Shelved, Site, site_outputs
from sitegen.render.addresses import BRIEFS_CSV, QUOTES_CSV
from sitegen.render.exports.chunks import SIZE
from sitegen.render.exports.tables import COLUMNS, STANDING

TOMBSTONE = replace(
    BRIEF,
    slug="gone",
    state=State.WITHDRAWN,
    about=replace(BRIEF.about, withdrawn=GONE),
    badge=Badge(None, "Withdrawn on 1 April 2024", "Misheard."),
    quotes=(),
    sources=(),
    caveats=(),
    summary="",
)


def test_tables_follow_rfc_4180_with_a_header_of_plain_words(site: Site) -> None:
    files = data_of(site)
    for path, columns in COLUMNS.items():
        text = files[path]
        assert text.endswith("\r\n")
        assert "\n" not in text.replace("\r\n", "")
        lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert lines[0] == list(columns)
        assert {len(line) for line in lines} == {len(columns)}
        assert all(re.fullmatch("[a-z_]+", column) for column in columns)


def test_every_quote_has_its_status_day_reason_denial_and_all_its_caveats_in_its_row(site: Site) -> None:
    crane, denial = rows_of(site, "quotes")
    assert (crane["brief"], crane["quote"]) == ("harbour-crane", "crane")
    assert crane["page"] == "https://desk.example/briefs/briefs/harbour-crane.html#crane"
    assert [crane[name] for name in STANDING] == [
        "unverified",
        "2024-03-05",
        "Not verified as of 5 March 2024",
        "no check reported",
        "",
        " | ".join(f"{caveat.label}: {caveat.text}" for caveat in CAVEATS),
    ]
    assert crane["denial"] == "Denied by the port office"
    assert crane["response"] == "Asked for a response by Port Herald: denied it."
    assert (crane["text"], crane["words"]) == (QUOTES[0].text, "direct")
    assert (crane["speaker"], crane["claim"]) == ("a voice said to be a crane driver", "The crane was called sound.")
    assert denial["status"] == "disputed"
    assert denial["text"] == "Port Herald reports: nobody said so"


def test_how_far_a_quote_is_checked_stands_before_its_words() -> None:
    columns = COLUMNS["data/quotes.csv"]
    assert all(columns.index(name) < columns.index("text") for name in (*STANDING, "denial", "response"))


def test_a_withdrawn_quote_keeps_a_row_without_words(site: Site) -> None:
    label = replace(QUOTES[0].label, text="Withdrawn on 1 April 2024", reason="Misheard.")
    withdrawn = replace(QUOTES[0], withdrawn=GONE, label=label, caveats=())
    row, _ = rows_of(site, "quotes", replace(BRIEF, quotes=(withdrawn, QUOTES[1])))
    assert {name: text for name, text in row.items() if text} == {
        "brief": "harbour-crane",
        "quote": "crane",
        "page": "https://desk.example/briefs/briefs/harbour-crane.html#crane",
        "status": "withdrawn",
        "as_of": "2024-03-05",
        "status_text": "Withdrawn on 1 April 2024",
        "reason": "Misheard.",
        "withdrawn_on": "2024-04-01",
        "article": "https://herald.example/crane",
        "publisher": "Port Herald",
    }


def test_a_quote_that_may_not_be_printed_has_no_text(site: Site) -> None:
    bare = replace(QUOTES[0], parts=(), text="This brief prints no words of the article.")
    assert rows_of(site, "quotes", replace(BRIEF, quotes=(bare,)))[0]["text"] == ""


def test_software_s_proposals_say_so(site: Site) -> None:
    proposed = replace(QUOTES[0], credit=replace(QUOTES[0].credit, proposed=True))
    (row,) = rows_of(site, "quotes", replace(BRIEF, quotes=(proposed,)))
    assert row["not_reviewed"] == "Proposed by software, not reviewed by an editor."


def test_a_brief_has_its_badge_reason_caveats_and_article_in_its_row(site: Site) -> None:
    (row,) = rows_of(site, "briefs")
    assert (row["status"], row["as_of"], row["status_text"]) == ("mixed", "2024-03-05", BRIEF.badge.text)
    assert row["reason"] == BRIEF.badge.reason
    assert all(caveat.text in row["caveats"] for caveat in CAVEATS)
    assert (row["article"], row["authors"], row["published"]) == (BRIEF.facts.url, "R. Quay", "2024-03-04")
    assert (row["updated"], row["quotes"], row["counts"]) == ("2024-03-07", "2", "unverified: 1 | disputed: 1")
    assert row["tags"] == "Harbour work | voice messages"


def test_a_source_has_its_kind_interest_origins_caveats_and_how_many_quotes_rest_on_it(site: Site) -> None:
    way = tuple(SOURCES[3].steps)
    quotes = (replace(QUOTES[0], credit=replace(QUOTES[0].credit, steps=way)), QUOTES[1])
    sources = (*SOURCES[:1], replace(SOURCES[1], interest="Pay talks."), *SOURCES[2:])
    rows = {row["source"]: row for row in rows_of(site, "sources", replace(BRIEF, quotes=quotes, sources=sources))}
    assert rows["tape"]["kind"] == "audio"
    assert rows["tape"]["unverified_kind"] == "yes"
    assert rows["tape"]["caveats"] == "Not verified: We found no mention of a check of the recording."
    assert rows["union"]["interest"] == "Pay talks."
    assert rows["union"]["origins"] == rows["voice"]["origins"] == "A crane driver"
    assert {name: row["quotes"] for name, row in rows.items()} == {
        "herald": "1", "union": "1", "tape": "1", "voice": "1", "office": "0",
    }  # fmt: skip


def test_several_origins_are_each_named_once(site: Site) -> None:
    both = replace(SOURCES[1], hops=(Hop("tape"), Hop("office"), Hop("voice")))
    brief = replace(BRIEF, sources=(SOURCES[0], both, *SOURCES[2:]))
    rows = {row["source"]: row for row in rows_of(site, "sources", brief)}
    assert rows["union"]["origins"] == "Port office | A crane driver"


def test_of_a_withdrawn_brief_the_tombstone_alone_is_in_the_tables(site: Site) -> None:
    entry = an_entry("gone", state=State.WITHDRAWN, badge_status=None)
    (row,) = rows_of(site, "briefs", TOMBSTONE, entry)
    assert (row["status"], row["reason"], row["withdrawn_on"]) == ("withdrawn", "Misheard.", "2024-04-01")
    assert row["tags"] == ""
    assert rows_of(site, "quotes", TOMBSTONE, entry) == rows_of(site, "sources", TOMBSTONE, entry) == []


def test_what_no_editor_has_reviewed_is_in_no_table_and_no_list(site: Site) -> None:
    unreviewed = [
        an_entry("a", state=State.REVIEW),
        an_entry("b", proposed=True),
        an_entry("c", state=State.DRAFT),
        an_entry("d", state=State.WITHDRAWN, proposed=True),
    ]
    files = data_of(site, shelved(*unreviewed))
    assert all(files[path].count("\r\n") == 1 for path in COLUMNS)
    assert json.loads(files["data/briefs.json"])["briefs"] == []


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\t=1", " =1", "\r\n=1"])
def test_no_cell_is_run_as_a_formula(site: Site, text: str) -> None:
    (row,) = rows_of(site, "briefs", replace(BRIEF, title=text))
    assert row["title"] == f"'{text.strip()}"


@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_no_text_breaks_a_table(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    site = a_site(tmp_path_factory.getbasetemp())
    brief = replace(BRIEF, title=text, summary=text, quotes=(replace(QUOTES[0], text=text, says=text),))
    assert len(rows_of(site, "briefs", brief)) == len(rows_of(site, "quotes", brief)) == 1


def test_briefs_stand_by_slug_and_are_loaded_once_and_only_when_a_table_is_made(site: Site) -> None:
    loaded: list[int] = []

    def load() -> tuple[Brief, str]:
        loaded.append(1)
        return BRIEF, MARKDOWN

    shelf = shelved_by(load, *map(an_entry, ("c", "a", "b")))
    outputs = [output for output in site_outputs(site, shelf, [], []) if output.path in COLUMNS]
    assert loaded == []
    files = made(outputs)
    assert len(loaded) == 3
    assert made(outputs) == files
    assert len(loaded) == 3


def test_where_a_brief_was_edited_no_other_is_loaded(site: Site) -> None:
    loaded: list[str] = []

    def load(slug: str) -> tuple[Brief, str]:
        loaded.append(slug)
        return replace(BRIEF, slug=slug), MARKDOWN

    slugs = ("c", "a", "b")
    remembered: dict[str, bytes] = {}
    kept = {slug: Kept(partial(load, slug), remembered) for slug in slugs}
    shelf = [replace(each, keeper=kept[each.slug]) for each in shelved(*map(an_entry, slugs))]
    made(data(site, shelf))
    loaded.clear()
    edited = [replace(each, key="edited") if each.slug == "b" else each for each in shelf]
    assert made(data(site, edited)) == made(data(site, shelf))
    assert loaded == ["b"]


def data(site: Site, shelf: list[Shelved]) -> list[OneFile]:
    return [output for output in site_outputs(site, shelf, [], []) if output.path in COLUMNS]


def test_a_table_is_made_of_parts_and_a_new_brief_changes_one_of_them() -> None:
    slugs = [f"brief-{number:03}" for number in range(300)]
    parts, more = (
        [
            [each.slug for each in chunk]
            for chunk in in_chunks(shelved(*map(an_entry, found)), lambda each: each.slug, SIZE)
        ]
        for found in (slugs, [*slugs[:150], "x", *slugs[150:]])
    )
    assert [slug for part in parts for slug in part] == slugs
    assert 4 < len(parts) < 30
    assert len([part for part in more if part not in parts]) <= 2


def keys_of(site: Site, *shelf: Shelved) -> dict[str, str]:
    return {output.path: output.key for output in site_outputs(site, shelf, [], []) if output.path in COLUMNS}


@pytest.mark.parametrize(
    ("changed", "tables"),
    [
        (BRIEF, set()),
        (replace(BRIEF, summary="Another summary."), {BRIEFS_CSV}),
        (replace(BRIEF, publisher="Another Gazette"), {BRIEFS_CSV, QUOTES_CSV}),
    ],
)
def test_a_table_is_made_again_when_a_row_of_it_changes_and_only_then(
    site: Site, changed: Brief, tables: set[str]
) -> None:
    (before,), (after,) = shelved(ENTRY), shelved(ENTRY, key="another", brief=changed)
    old, new = keys_of(site, before), keys_of(site, after)
    assert {path for path in COLUMNS if old[path] != new[path]} == tables


def test_what_stands_in_no_table_changes_none(site: Site) -> None:
    (first,), (draft,) = shelved(ENTRY), shelved(an_entry("draft", state=State.DRAFT))
    assert keys_of(site, first) == keys_of(site, first, draft)
