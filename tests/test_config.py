"""Settings: what fits is taken, what does not is a problem with its place, and nothing raises."""

from pathlib import Path

import pytest
from changes import replace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.config import Budget, Settings, read_settings
from sitegen.problems import Kind
from sitegen.root import find_root


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "sitegen.yaml").touch()
    return tmp_path


def messages(root: Path, text: str) -> list[str]:
    """Return the printed problems of a file of settings, hints behind them."""
    (root / "sitegen.yaml").write_text(text, encoding="utf-8")
    return [f"{problem} {problem.hint}".rstrip() for problem in read_settings(root)[1]]


def read(root: Path, text: str) -> Settings:
    """Return the settings of a file that has no problem."""
    assert messages(root, text) == []
    return read_settings(root)[0]


def test_the_root_is_the_nearest_folder_upward_with_settings(project: Path) -> None:
    inner = project / "seeds" / "old"
    inner.mkdir(parents=True)
    assert find_root(inner) == project.resolve() == find_root(project)


def test_no_root_is_found_where_no_folder_has_settings(tmp_path: Path) -> None:
    (tmp_path / "sitegen.yaml").mkdir()
    assert find_root(tmp_path) is None


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "title:\nbudget:\nzones:\n"])
def test_settings_that_say_nothing_are_the_defaults(project: Path, text: str) -> None:
    assert read(project, text) == Settings()


def test_every_setting_can_be_typed(project: Path) -> None:
    text = """\
title: Harbour Desk
description: What articles say,
  and how far it is checked.
url: https://example.org/briefs
language: en
editor: Desk
contact: desk@example.org
takedown: https://example.org/rights
licence: CC BY 4.0
model: en_core_web_sm
zones: {IST: "+05:30", NST: -03:30}
unreviewed: show
publish_reliability: Yes
feed_items: 7
budget: {quotes_warn: 0, quotes_fail: 100, prose_warn: 20, prose_fail: 20, run_words: 80}
"""
    assert read(project, text) == Settings(
        title="Harbour Desk",
        description="What articles say, and how far it is checked.",
        url="https://example.org/briefs/",
        language="en",
        editor="Desk",
        contact="desk@example.org",
        takedown="https://example.org/rights",
        licence="CC BY 4.0",
        model="en_core_web_sm",
        zones={"IST": "+05:30", "NST": "-03:30"},
        unreviewed="show",
        publish_reliability=True,
        feed_items=7,
        budget=Budget(0, 100, 20, 20, 80),
    )


def test_a_byte_order_mark_is_no_part_of_the_first_key(project: Path) -> None:
    assert read(project, "\ufefftitle: Desk\n").title == "Desk"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("titel: Desk", "sitegen.yaml:1:1: there is no setting “titel” [setting-wrong] did you mean “title”?"),
        ("\nfrobnicate: 1", "sitegen.yaml:2:1: there is no setting “frobnicate” [setting-wrong]"),
        (
            "budget: {quote_fail: 3}",
            "sitegen.yaml:1:10: there is no setting “budget.quote_fail” [setting-wrong] did you mean “quotes_fail”?",
        ),
        (
            "url: example.org",
            (
                "sitegen.yaml:1:6: “url” takes an address that begins with https:// or http://, without “?” and “#”,"
                " not “example.org” [setting-wrong]"
            ),
        ),
        (
            "feed_items: 0",
            "sitegen.yaml:1:13: “feed_items” takes a whole number from 1 to 10000, not “0” [setting-wrong]",
        ),
        (
            "publish_reliability: perhaps",
            "sitegen.yaml:1:22: “publish_reliability” takes yes or no, not “perhaps” [setting-wrong]",
        ),
        (
            "unreviewed: shown",
            "sitegen.yaml:1:13: “unreviewed” takes hide or show, not “shown” [setting-wrong] did you mean “show”?",
        ),
        (
            "language: xx",
            (
                "sitegen.yaml:1:11: “language” takes a language that is shipped or has a file in words/, not “xx”"
                " [setting-wrong] it takes one of: en, uk"
            ),
        ),
        (
            "zones: {IST: India}",
            "sitegen.yaml:1:14: “zones.IST” takes an offset from UTC such as “+05:30”, not “India” [setting-wrong]",
        ),
        ("editor: [Ann, Ben]", "sitegen.yaml:1:9: “editor” takes text, not a list [setting-wrong]"),
        ("editor: {name: Ann}", "sitegen.yaml:1:9: “editor” takes text, not a mapping [setting-wrong]"),
        ("budget: 50", "sitegen.yaml:1:9: “budget” takes lines of the form “key: value” [setting-wrong]"),
        ("- title", "sitegen.yaml:1:1: the file takes lines of the form “key: value” [setting-wrong]"),
        (
            "budget: {prose_warn: 31}",
            "sitegen.yaml:1:9: budget.prose_warn (31) is larger than budget.prose_fail (30) [setting-wrong]",
        ),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(project: Path, typed: str, expected: str) -> None:
    assert messages(project, typed) == [expected]


def test_what_does_not_fit_leaves_the_default_and_the_rest_is_read(project: Path) -> None:
    assert len(messages(project, "title: Desk\nfeed_items: many\nzones: {IST: x, EST: -05:00}\n")) == 2
    assert read_settings(project)[0] == replace(Settings(), title="Desk", zones={"EST": "-05:00"})


@pytest.mark.parametrize("url", ["ftp://example.org", "https://", "https://a b.org/", "https://[x", "https://e.org/?q"])
def test_an_address_is_a_whole_web_address(project: Path, url: str) -> None:
    assert len(messages(project, f'url: "{url}"')) == 1


@pytest.mark.parametrize("number", ["-1", "101", "1.5", "1e1", "٣", "9" * 5000])
def test_a_share_is_a_whole_number_up_to_a_hundred(project: Path, number: str) -> None:
    assert [message.partition(" ")[2][:21] for message in messages(project, f"budget: {{prose_fail: {number}}}")] == [
        "“budget.prose_fail” t"
    ]


def test_missing_settings_are_a_problem(tmp_path: Path) -> None:
    settings_, (problem,) = read_settings(tmp_path)
    assert settings_ == Settings()
    assert problem.kind is Kind.FILE_UNREADABLE


def test_settings_that_are_no_text_are_a_problem(project: Path) -> None:
    (project / "sitegen.yaml").write_bytes(b"title: \xff\xfe")
    _, (problem,) = read_settings(project)
    assert problem.kind is Kind.FILE_NOT_TEXT


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    st.text()
    | st.sampled_from(["budget", "zones", "url", "title"]).flatmap(lambda key: st.text().map(f"{key}: ".__add__))
)
def test_no_text_makes_reading_raise(project: Path, text: str) -> None:
    (project / "sitegen.yaml").write_text(text, encoding="utf-8", errors="surrogateescape")
    found, problems = read_settings(project)
    assert isinstance(found, Settings)
    assert all(str(problem).startswith("sitegen.yaml:") for problem in problems)


def test_the_demonstration_project_has_sound_settings(repository: Path) -> None:
    found, problems = read_settings(repository)
    assert problems == []
    assert found.url


def test_a_logo_must_be_there(project: Path) -> None:
    (found,) = messages(project, "logo: marks/logo.svg")
    assert found.startswith("sitegen.yaml:1:7: “logo” names static/marks/logo.svg, which is not there [setting-wrong]")
    (project / "static" / "marks").mkdir(parents=True)
    (project / "static" / "marks" / "logo.svg").touch()
    assert read(project, "logo: marks/logo.svg").logo == "marks/logo.svg"


@pytest.mark.parametrize(
    "typed",
    [
        "accent: blue",
        "logo: ../secret.svg",
        "navigation: {Ours: 'javascript:x'}",
        "navigation: {Ours: /abs}",
        "page_size: 0",
    ],
)
def test_looks_take_nothing_that_could_break_pages_or_leave_the_site(project: Path, typed: str) -> None:
    (found,) = messages(project, typed)
    assert "[setting-wrong]" in found


def test_looks_are_read(project: Path) -> None:
    found = read(project, 'accent: "#ABCDEF"\nnavigation: {Ours: https://x.example/, Here: about.html}\nsearch: no')
    assert (found.accent, found.search) == ("#abcdef", False)
    assert found.navigation == {"Ours": "https://x.example/", "Here": "about.html"}
