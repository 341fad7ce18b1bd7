"""Documentation cannot fall behind: what the code has, its page has, and the other way round."""

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest
from settings_page import settings_page

from sitegen.cli.group import group
from sitegen.config import Budget, Settings
from sitegen.problems import Kind

SETTINGS = [*(each.name for each in fields(Settings)), *(each.name for each in fields(Budget))]


@pytest.fixture
def docs(repository: Path) -> Path:
    return repository / "docs"


def headings(page: Path) -> list[str]:
    """Return the texts of all headings below the title, back ticks taken off."""
    return [text.strip("`") for text in re.findall(r"^##+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)]


def commands() -> Iterator[tuple[str, click.Command]]:
    """Yield every command by its name, the program itself first."""
    yield "sitegen", group
    with click.Context(group) as context:
        for name in group.list_commands(context):
            command = group.get_command(context, name)
            assert command
            yield f"sitegen {name}", command


def test_every_problem_has_its_section_in_the_order_of_the_code(docs: Path) -> None:
    codes = [kind.value for kind in Kind]
    assert [heading for heading in headings(docs / "problems.md") if heading in codes] == codes


def test_problems_that_no_longer_exist_are_gone(docs: Path) -> None:
    coded = re.findall(
        r"^## `?([a-z]+(?:-[a-z]+)+)`?$", (docs / "problems.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert set(coded) <= {kind.value for kind in Kind}


def test_every_problem_is_explained_where_it_is_declared(repository: Path) -> None:
    source = (repository / "sitegen" / "problems.py").read_text(encoding="utf-8")
    declared = re.findall(r'^    [A-Z_]+ = "([a-z-]+)"\n    """.+"""$', source, re.MULTILINE)
    assert declared == [kind.value for kind in Kind]


def test_the_page_of_settings_is_fresh(docs: Path, golden: Callable[[Path, str], None]) -> None:
    golden(docs / "settings.md", settings_page())


def test_the_demonstration_shows_every_setting(repository: Path) -> None:
    text = (repository / "sitegen.yaml").read_text(encoding="utf-8")
    assert [name for name in SETTINGS if not re.search(rf"^(?:# *)?{name}:", text, re.MULTILINE)] == []


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_command_and_option_is_explained_here_and_there(docs: Path, name: str, command: click.Command) -> None:
    page = (docs / "cli.md").read_text(encoding="utf-8")
    assert name in page
    assert command.help
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help or parameter.hidden, parameter.name
            assert [each for each in parameter.opts if each.startswith("--") and each not in page] == []


def test_every_make_target_is_explained(repository: Path) -> None:
    text = (repository / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE))
    assert targets == set(re.findall(r"^([a-z][a-z-]*):.*?## \S", text, re.MULTILINE))
    assert targets == set(re.findall(r"^\.PHONY: (.+)$", text, re.MULTILINE)[0].split())


def test_the_readme_names_the_two_commands(repository: Path) -> None:
    readme = (repository / "README.md").read_text(encoding="utf-8")
    assert "make site" in readme
    assert "make test" in readme


def test_links_between_pages_of_the_repository_lead_somewhere(repository: Path) -> None:
    pages = [*repository.glob("*.md"), *(repository / "docs").glob("*.md")]
    broken = [
        f"{page.name}: {target}"
        for page in pages
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
        if not (page.parent / target).exists()
    ]
    assert broken == []


def test_every_page_is_named_where_pages_are_listed(docs: Path) -> None:
    listed = set(re.findall(r"\]\(([^)]+)\)", (docs / "README.md").read_text(encoding="utf-8")))
    assert {page.name for page in docs.glob("*.md")} - {"README.md"} <= listed


def test_every_dependency_has_its_reason(repository: Path, docs: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    reasons = (docs / "decisions.md").read_text(encoding="utf-8").partition("## Structure")[0]
    assert len(needed) > 20
    assert [name for each in needed if (name := re.split(r"[<>=~]", each)[0]) not in reasons] == []
