"""Problems as text, as GitHub annotations, as JSON."""

import json
import re

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.cli.formats import (
    Format,
    as_github,
    as_text,
    condensed,
    counted,
    exit_code,
    printable,
    report,
    summary,
    written,
)
from sitegen.problems import Kind, Location, Problem, Severity

ERROR = Problem(
    Location("seeds/fire.yaml", 12, 10),
    Kind.QUOTE_NOT_FOUND,
    "the article does not contain “resigned on Tuesday”",
    "the nearest passage is: “resigned on Monday”",
)
WARNING = Problem(
    Location("seeds/fire.yaml", 3, 1), Kind.QUOTED_MUCH, "quotes take 40 % of it", severity=Severity.WARNING
)
NOTE = Problem(Location("seeds/flood.txt"), Kind.NOT_PUBLISHED, "shown in preview only", severity=Severity.NOTE)
SETTING = Problem(Location("sitegen.yaml", 2, 1), Kind.SETTING_WRONG, "there is no setting “titel”")


def plain(text: str) -> str:
    return click.unstyle(text)


def test_an_error_is_its_place_message_and_code_with_the_hint_below() -> None:
    assert plain(as_text(ERROR)) == (
        "seeds/fire.yaml:12:10: the article does not contain “resigned on Tuesday” [quote-not-found]\n"
        "    the nearest passage is: “resigned on Monday”"
    )


def test_warnings_and_notes_say_so() -> None:
    assert plain(as_text(WARNING)) == "seeds/fire.yaml:3:1: warning: quotes take 40 % of it [quoted-much]"
    assert plain(as_text(NOTE)) == "seeds/flood.txt:1:1: note: shown in preview only [not-published]"


def test_every_line_of_a_hint_is_indented() -> None:
    problem = Problem(Location("a.yaml"), Kind.YAML_MISTAKE, "quote it", "write:\nquote: 'It is'")
    assert plain(as_text(problem)).splitlines()[1:] == ["    write:", "    quote: 'It is'"]


def test_paths_lead_from_where_people_stand() -> None:
    assert plain(as_text(NOTE, "../desk")).startswith("../desk/seeds/flood.txt:1:1: ")
    assert "file=desk/seeds/flood.txt," in as_github(NOTE, "desk")


def test_words_of_an_article_cannot_steer_the_terminal() -> None:
    problem = Problem(Location("seeds/\x1b.yaml"), Kind.YAML_SYNTAX, "it says \x1b[2J\r\n")
    assert "\x1b[2J" not in plain(as_text(problem))
    assert "\\x1b[2J\\r\\n" in plain(as_text(problem))


@given(st.text())
def test_printable_text_is_left_alone_and_the_rest_made_visible(text: str) -> None:
    assert printable(text).isprintable()
    assert not text.isprintable() or printable(text) == text


def test_problems_stand_in_the_order_of_their_places_each_once() -> None:
    lines = plain(written([ERROR, NOTE, WARNING, ERROR], Format.TEXT)).splitlines()
    assert [line.partition(":")[2].partition(":")[0] for line in lines if line[0] != " "] == ["3", "12", "1"]


def test_github_shows_the_problem_beside_its_line() -> None:
    assert as_github(ERROR) == (
        "::error file=seeds/fire.yaml,line=12,col=10,title=quote-not-found::"
        "the article does not contain “resigned on Tuesday”%0Athe nearest passage is: “resigned on Monday”"
    )
    assert as_github(WARNING).startswith("::warning file=")
    assert as_github(WARNING).endswith("::quotes take 40 %25 of it")
    assert as_github(NOTE).startswith("::notice file=")


def test_github_properties_cannot_be_broken_out_of() -> None:
    problem = Problem(Location("seeds/a,line=1::b%.yaml"), Kind.YAML_SYNTAX, "x")
    assert "file=seeds/a%2Cline=1%3A%3Ab%25.yaml,line=1," in as_github(problem)


@given(st.text())
def test_a_github_annotation_is_one_line_with_one_command(message: str) -> None:
    line = as_github(Problem(Location(message), Kind.YAML_SYNTAX, message, message))
    assert not re.search(r"[\r\n]", line)
    head = line[2:].partition("::")[0]
    assert head.count(",") == 3


def test_json_is_a_list_of_objects_with_paths_from_the_root() -> None:
    rows = json.loads(written([ERROR, NOTE], Format.JSON, "elsewhere"))
    assert rows[0] == {
        "path": "seeds/fire.yaml",
        "line": 12,
        "column": 10,
        "severity": "error",
        "code": "quote-not-found",
        "message": "the article does not contain “resigned on Tuesday”",
        "hint": "the nearest passage is: “resigned on Monday”",
    }
    assert [row["severity"] for row in rows] == ["error", "note"]
    assert json.loads(written([], Format.JSON)) == []


def test_auto_is_github_inside_actions_and_text_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert written([NOTE], Format.AUTO).startswith("::notice ")
    monkeypatch.delenv("GITHUB_ACTIONS")
    assert plain(written([NOTE], Format.AUTO)).startswith("seeds/flood.txt:1:1: ")


def test_the_summary_counts_what_there_is() -> None:
    assert summary([ERROR, WARNING, NOTE]) == "1 error, 1 warning, 1 note in 2 files"
    assert summary([ERROR, SETTING]) == "2 errors in 2 files"
    assert summary([]) == ""
    assert counted(1200, "file") == "1,200 files"


def test_the_exit_code_tells_content_from_settings() -> None:
    assert exit_code([]) == exit_code([WARNING, NOTE]) == exit_code([NOTE], strict=True) == 0
    assert exit_code([ERROR]) == exit_code([WARNING], strict=True) == 1
    assert exit_code([ERROR, SETTING]) == 2


def test_piped_problems_are_nothing_but_problems(capsys: pytest.CaptureFixture[str]) -> None:
    report([ERROR], Format.TEXT)
    out, err = capsys.readouterr()
    assert out.startswith("seeds/fire.yaml:12:10:")
    assert "\x1b" not in out
    assert err == "1 error in 1 file\n"
    report([ERROR], Format.JSON)
    out, err = capsys.readouterr()
    assert len(json.loads(out)) == 1
    assert err == ""


def test_few_notes_on_unpublished_articles_stay_many_become_one_line() -> None:
    few = [Problem(Location(f"seeds/{n}.txt"), Kind.NOT_PUBLISHED, "m", severity=Severity.NOTE) for n in range(5)]
    assert condensed([ERROR, *few]) == ([ERROR, *few], "")
    more = [*few, NOTE, Problem(Location("seeds/gale.txt"), Kind.NOT_PUBLISHED, "m", severity=Severity.NOTE)]
    problems, line = condensed([ERROR, *more])
    assert problems == [ERROR]
    assert line.startswith("note: 7 articles without annotations, shown in preview only: seeds/0.txt, seeds/1.txt")
    assert "and 2 more" in line
