"""What link previews and search engines are told of a page: the status first and whole, whatever stands behind it."""

from pathlib import Path

import pytest
from changes import replace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_brief import BRIEF, QUOTES
from made_site import SETTINGS, a_site
from reading_pages import Reader, page_of, whole_site

from sitegen.model.brief import Badge, Label
from sitegen.model.vocabulary import State, Status
from sitegen.render import Site
from sitegen.render.heads import DESCRIPTION, described

TEXTS = st.text(st.sampled_from("ab Ж,.;:“"), max_size=400).map(lambda text: " ".join(text.split()))


def metas(html: str) -> dict[str, str]:
    """Return what the head says, by name or property."""
    found = (attributes for tag, attributes in Reader(html).elements if tag == "meta")
    return {
        str(attributes.get("property") or attributes.get("name")): attributes.get("content") or ""
        for attributes in found
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), st.sampled_from(Status))
def test_title_and_description_say_status_day_and_reason_whole_however_long_the_rest_is(
    site: Site, texts: tuple[str, str, str, str], status: Status
) -> None:
    title, says, reason, summary = texts
    label = Label(status, site.words(f"status.{status}.as_of", day="5 March 2024"))
    text = f"Claim: {says}. {label.text}." if says else label.text
    brief = replace(BRIEF, title=title, summary=summary, badge=Badge(label, text, reason))
    told = metas(page_of(site, brief))
    assert told["og:title"].startswith(f"[{site.words(f'status.{status}.label')}] {title}")
    for name in ("description", "og:description"):
        assert label.text in told[name]
        assert reason in told[name]
        assert told[name].index(label.text) < 150
        assert len(told[name]) <= max(DESCRIPTION, len(label.text) + 150 + len(reason) + 2)


@pytest.mark.parametrize(
    ("changes", "beginning"),
    [
        ({"state": State.REVIEW}, "Under review: this brief is not finished. Mixed as of 5 March 2024"),
        ({"proposed": True}, "Proposed by software, not reviewed by an editor. Mixed as of 5 March 2024"),
    ],
)
def test_what_no_editor_has_finished_says_so_first(site: Site, changes: dict[str, object], beginning: str) -> None:
    brief = replace(BRIEF, **changes)
    assert metas(page_of(site, brief))["og:description"].startswith(beginning)


def test_a_long_claim_comes_after_its_status_and_is_cut(site: Site) -> None:
    label = QUOTES[0].label
    badge = Badge(label, f"Claim: {'the crane ' * 60}fell. {label.text}.", "Rests on a tape.")
    told = metas(page_of(site, replace(BRIEF, badge=badge)))["description"]
    assert told.startswith("Not verified as of 5 March 2024. Rests on a tape. Claim: the crane the crane")
    assert len(told) <= DESCRIPTION
    assert told.endswith("…")


def test_what_follows_is_begun_only_where_there_is_space_for_it() -> None:
    assert described("a" * 290, "More of it.") == "a" * 290
    assert described("a" * 280, "More of it.") == "a" * 280 + " More of it."
    assert described("", "word " * 100) == ("word " * 60)[:-6] + "…"
    assert described("  Due   once. ") == "Due once."


def test_dates_stand_in_the_head_of_what_is_published(site: Site) -> None:
    told = metas(page_of(site))
    assert (told["article:published_time"], told["article:modified_time"]) == ("2024-03-05", "2024-03-07")
    assert "article:published_time" not in metas(page_of(site, replace(BRIEF, state=State.REVIEW)))


def test_every_page_names_its_language_as_open_graph_writes_it(site: Site) -> None:
    files = whole_site(site)
    assert {metas(html).get("og:locale") for path, html in files.items() if path.endswith("x.html")} == {"en_GB"}


def test_without_a_picture_previews_show_a_small_card(tmp_path: Path) -> None:
    told = metas(page_of(a_site(tmp_path, replace(SETTINGS, url=""))))
    assert told["twitter:card"] == "summary"
    assert "og:image" not in told
    assert told["og:title"].startswith("[Mixed]")
