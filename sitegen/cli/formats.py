"""Problems as text for people, as annotations for GitHub, as JSON for programs."""

import json
import os
from collections import Counter
from collections.abc import Collection, Iterable
from enum import StrEnum

import click

from sitegen.problems import Kind, Problem, Severity, in_order

SETTINGS = frozenset({Kind.SETTING_WRONG, Kind.MODEL_MISSING})
"""Problems of the project's set-up, not of its content: exit code 2."""

FEW = 5
"""Notes of one kind that a build still lists one by one."""

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
"""What GitHub calls them."""


class Format(StrEnum):
    """How problems are printed."""

    AUTO = "auto"
    TEXT = "text"
    GITHUB = "github"
    JSON = "json"


def report(problems: Collection[Problem], form: Format, way: str = "", *, err: bool = False) -> None:
    """Print problems and, for people, how many there are (on stderr, so that piped lines stay of one form)."""
    told = written(problems, form, way)
    if told:
        click.echo(told, err=err)
    if problems and form is not Format.JSON:
        click.echo(summary(problems), err=True)


def condensed(problems: Iterable[Problem]) -> tuple[list[Problem], str]:
    """Return the problems, and a line in place of the notes on articles without annotations where these are many."""
    problems = list(problems)
    waiting = [problem.at.path for problem in problems if problem.kind is Kind.NOT_PUBLISHED]
    if len(waiting) <= FEW:
        return problems, ""
    shown, rest = ", ".join(map(printable, sorted(waiting)[:FEW])), len(waiting) - FEW
    line = (
        f"note: {counted(len(waiting), 'article')} without annotations, shown in preview only: "
        f"{shown} and {rest:,} more (“sitegen check” lists them all)"
    )
    return [problem for problem in problems if problem.kind is not Kind.NOT_PUBLISHED], line


def exit_code(problems: Iterable[Problem], *, strict: bool = False) -> int:
    """Return 0 where the content is sound, 1 for problems in content, 2 for problems in the settings."""
    weights = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    barring = {problem.kind for problem in problems if problem.severity in weights}
    if barring & SETTINGS:
        return 2
    return 1 if barring else 0


def written(problems: Iterable[Problem], form: Format, way: str = "") -> str:
    """Return the problems in a format; `way` leads from where people stand to the project's root."""
    if form is Format.AUTO:
        form = Format.GITHUB if os.environ.get("GITHUB_ACTIONS") == "true" else Format.TEXT
    ordered = in_order(problems)
    if form is Format.JSON:
        return as_json(ordered)
    write = as_github if form is Format.GITHUB else as_text
    return "\n".join(write(problem, way) for problem in ordered)


def as_text(problem: Problem, way: str = "") -> str:
    """Return "file:line:column: message [code]" and the hint, indented, below."""
    place = click.style(f"{_path(problem, way)}:{problem.at.line}:{problem.at.column}:", bold=True)
    colour = COLOURS[problem.severity]
    is_error = problem.severity is Severity.ERROR
    mark = "" if is_error else click.style(f"{problem.severity.value}:", fg=colour) + " "
    code = click.style(f"[{problem.kind.value}]", fg=colour)
    hint = "".join(f"\n    {printable(line)}" for line in problem.hint.splitlines())
    return f"{place} {mark}{printable(problem.message)} {code}{hint}"


def as_github(problem: Problem, way: str = "") -> str:
    """Return a workflow command that shows the problem beside the line in a pull request."""
    message = problem.message + (f"\n{problem.hint}" if problem.hint else "")
    properties = {
        "file": _path(problem, way),
        "line": str(problem.at.line),
        "col": str(problem.at.column),
        "title": problem.kind.value,
    }
    told = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
    return f"::{LEVELS[problem.severity]} {told}::{_escape(message)}"


def as_json(problems: Iterable[Problem]) -> str:
    """Return a list of objects; paths from the project's root. Documented in docs/cli.md."""
    rows = [
        {
            "path": problem.at.path,
            "line": problem.at.line,
            "column": problem.at.column,
            "severity": problem.severity.value,
            "code": problem.kind.value,
            "message": problem.message,
            "hint": problem.hint,
        }
        for problem in problems
    ]
    return json.dumps(rows, indent=2)


def summary(problems: Collection[Problem]) -> str:
    """Return "2 errors, 1 warning in 3 files"; empty where there is no problem."""
    counts = Counter(problem.severity for problem in problems)
    parts = [counted(counts[severity], severity.value) for severity in Severity if counts[severity]]
    files = counted(len({problem.at.path for problem in problems}), "file")
    return f"{', '.join(parts)} in {files}" if problems else ""


def counted(number: int, word: str) -> str:
    """Return "1 file", "2 files", "1,200 files"."""
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


def printable(text: str) -> str:
    """Make control characters visible: words of an article must not steer a terminal."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def _path(problem: Problem, way: str) -> str:
    return printable(f"{way}/{problem.at.path}" if way else problem.at.path)


def _escape(text: str, also: str = "") -> str:
    """Escape as workflow commands ask: %, line ends, and in properties ":" and ","."""
    return "".join(f"%{ord(char):02X}" if char in "%\r\n" + also else char for char in text)
