"""Statistics: the numbers are right, every plot has them in words, and nothing is counted that is not published."""

import re

import pytest
from changes import replace
from hypothesis import given
from hypothesis import strategies as st
from made_brief import ENTRY, an_entry
from reading_pages import Reader, whole_site

from sitegen.model.entry import Origin
from sitegen.model.vocabulary import State, Status
from sitegen.render import Site
from sitegen.render.pages.periods import MOST, periods_of
from sitegen.render.pages.plots import HEIGHT, TOP, columns_of, step_of
from sitegen.render.pages.statistics import statistics_of

# ---- periods


def test_months_without_a_brief_have_their_place() -> None:
    found = periods_of(["2023-11-30", "2024-02", "2024"])
    assert (found.months, found.starts) == (1, ("2023-11", "2023-12", "2024-01", "2024-02"))
    assert [found.place_of(day) for day in ("2023-12-31", "2024-02-01", "2024", "2024-03", "")] == [
        1, 3, None, None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("last", "months", "count"), [("2021-12", 1, 24), ("2022-01", 3, 9), ("2025-12", 3, 24), ("2026-01", 12, 7)]
)
def test_many_months_are_put_together(last: str, months: int, count: int) -> None:
    found = periods_of(["2020-01", last])
    assert (found.months, len(found.starts)) == (months, count)
    assert found.place_of(last) == count - 1


@given(st.lists(st.dates().map(str), min_size=1))
def test_every_day_is_in_a_period(days: list[str]) -> None:
    found = periods_of(days)
    assert all(found.place_of(day) is not None for day in days)
    assert found.months == 12 or len(found.starts) <= MOST


def test_without_days_there_are_no_periods() -> None:
    assert periods_of(["", "2024"]).starts == ()
    assert periods_of([]).place_of("2024-01-01") is None


# ---- columns


@given(st.lists(st.lists(st.integers(0, 400), min_size=3, max_size=3), min_size=1, max_size=24))
def test_columns_stand_on_the_ground_stay_inside_and_are_as_high_as_what_they_count(rows: list[list[int]]) -> None:
    plot = columns_of([dict(zip("abc", row, strict=True)) for row in rows], ["2024"] * len(rows))
    unit = HEIGHT / plot.lines[-1].count
    for column, row in zip(plot.columns, rows, strict=True):
        assert column.x >= 0
        assert column.x + column.width <= 100.01
        assert [piece.count for piece in column.pieces] == [count for count in row if count]
        for piece in column.pieces:
            assert piece.height == pytest.approx(piece.count * unit, abs=0.01)
            assert piece.y >= TOP - 0.01
        if column.pieces:
            assert column.pieces[0].y + column.pieces[0].height == pytest.approx(plot.base, abs=0.02)
    assert len(plot.lines) <= 5


@given(st.integers(0, 10**6))
def test_a_plot_has_few_lines_at_round_numbers(most: int) -> None:
    assert re.fullmatch("[125]0*", str(step_of(most)))
    assert most <= step_of(most) * 4


def test_names_below_have_room() -> None:
    plot = columns_of([{"a": 1}] * 24, [str(2000 + n) for n in range(24)])
    assert len([column.name for column in plot.columns if column.name]) <= 6
    months = columns_of([{"a": 1}] * 5, ["2023", "2023", "2024", "2024", "2024"])
    assert [column.name for column in months.columns] == ["2023", "", "2024", "", ""]


# ---- what is counted


def test_only_what_is_published_and_reviewed_counts(site: Site) -> None:
    hidden = [an_entry("p", proposed=True), an_entry("r", state=State.REVIEW)]
    html = whole_site(site, [ENTRY, *hidden])["statistics.html"]
    assert "Counted are 1 brief with 2 quotes" in Reader(html).text


def test_briefs_count_by_badge_and_month(site: Site) -> None:
    entries = [ENTRY, an_entry("a", badge_status=Status.FALSE), an_entry("b", date="2024-05-01")]
    found = statistics_of(site, entries)
    assert found.badges == (("false", 1), ("mixed", 2))
    assert [(span.name, span.counts) for span in found.spans] == [
        ("March 2024", (1, 1)),
        ("April 2024", (0, 0)),
        ("May 2024", (0, 1)),
    ]
    assert (found.first, found.last, found.unit) == ("2024-03-05", "2024-05-01", "month")


def test_origins_count_by_brief_and_those_without_a_name_are_no_one(site: Site) -> None:
    union = Origin("union", "Dockers' union", "organisation")
    entries = [ENTRY, an_entry("a", origins=(union,)), an_entry("b", origins=(union, *ENTRY.origins))]
    found = statistics_of(site, entries)
    assert [(bar.name, bar.counts, bar.share, bar.path) for bar in found.origins] == [
        ("Dockers' union", (2, 1), 100, "sources/union.html"),
        ("Port office", (2, 0), 100, ""),
    ]


def test_twenty_origins_are_shown_and_the_others_counted(site: Site) -> None:
    many = tuple(Origin(name=f"Office {n:02}", kind="organisation") for n in range(25))
    found = statistics_of(site, [replace(ENTRY, origins=many)])
    assert (len(found.origins), found.more_origins) == (20, 5)


def test_kinds_count_briefs_and_quotes_on_the_way(site: Site) -> None:
    found = {bar.kind: bar.counts for bar in statistics_of(site, [ENTRY, an_entry("a")]).kinds}
    assert (found["news-report"], found["audio"]) == ((2, 4), (2, 2))


def test_changes_count_by_what_they_were_from_and_to(site: Site) -> None:
    assert [(bar.name, bar.counts) for bar in statistics_of(site, [ENTRY]).changes] == [
        ("Attributed → Not verified", (1,))
    ]


def test_ages_are_counted_to_the_latest_day_of_the_data(site: Site) -> None:
    entries = [ENTRY, an_entry("old", date="2019-01-01"), an_entry("loose", date="2024")]
    found = statistics_of(site, entries)
    assert found.latest == "2024-03-07"
    assert [bar.counts[0] for bar in found.ages] == [2, 0, 0, 0, 2]


# ---- the page


def test_every_plot_has_its_numbers_and_what_it_does_not_say(site: Site) -> None:
    html = whole_site(site)["statistics.html"]
    text = Reader(html).text
    assert html.count("What this does not say:</strong>") == 6
    assert "Briefs a month, by status" in text
    assert re.search(r"March 2024 1 1\b", text)
    assert all(f"_p-{name}" in html for name in ("mixed",))
    assert html.count("<pattern") == 1


def test_a_site_without_briefs_has_nothing_to_count(site: Site) -> None:
    assert "there is nothing to count" in whole_site(site, [])["statistics.html"]


@pytest.mark.parametrize("name", [*Status, "mixed"])
def test_every_badge_has_a_pattern_of_its_own(site: Site, name: str) -> None:
    statuses = [None if each == "mixed" else each for each in (*Status, "mixed")]
    entries = [an_entry(f"s{n}", badge_status=status) for n, status in enumerate(statuses)]
    html = whole_site(site, entries)["statistics.html"]
    patterns = dict(re.findall(r'<pattern id="_p-([\w-]+)".*?<g>(.*?)</g>', html))
    assert list(patterns.values()).count(patterns[name]) == 1
