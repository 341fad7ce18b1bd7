"""docs/getting-started.md, done as it says."""

import re
import shlex
import textwrap
from pathlib import Path

import pytest

from sitegen.cli import main


def blocks(page: str, language: str) -> list[str]:
    """Return the fenced blocks of a language."""
    found = re.findall(rf"^ *```{language}\n(.*?)^ *```$", page, re.MULTILINE | re.DOTALL)
    return [textwrap.dedent(block) for block in found]


def steps(page: str) -> list[tuple[list[str], str]]:
    """Return the commands of the page, split into words, each with what it is said to show."""
    shown = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", "".join(blocks(page, "console")), re.MULTILINE)
    return [(shlex.split(command), output) for command, output in shown]


def matches(output: str, told: str) -> bool:
    """Compare what is shown with what the page says; "…" stands for anything."""
    return bool(re.fullmatch(".*".join(map(re.escape, told.split("…"))), output, re.DOTALL))


def test_a_newcomer_who_does_what_the_page_says_sees_what_it_says(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (repository / "docs" / "getting-started.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    folder = tmp_path
    checks = 0
    for command, told in steps(page):
        if command[0] == "cd":
            folder = folder / command[1]
            monkeypatch.chdir(folder)
            continue
        if command[1] == "draft":
            (folder / "seeds" / "harbour-fire.txt").write_text(blocks(page, "text")[0], encoding="utf-8")
        if command[1] == "check":
            typed = blocks(page, "yaml")[0]
            corrected = typed.replace("smoke come", "smoke came") if checks else typed
            (folder / "seeds" / "harbour-fire.yaml").write_text(corrected, encoding="utf-8")
            checks += 1
        if "--strict" in command:
            (folder / "sitegen.yaml").write_text(blocks(page, "yaml")[1], encoding="utf-8")
        code = main(command[1:])
        out, err = capsys.readouterr()
        assert code == (1 if checks == 1 and command[1] == "check" else 0), err
        result = out if command[1] in {"build", "draft"} else out + err
        assert matches(result, told), f"{command}: {result}"
    assert (folder / "site" / "briefs" / "harbour-fire.html").exists()
    assert "https://example.org/briefs/" in (folder / "site" / "sitemap.xml").read_text(encoding="utf-8")
    assert "A docker, unnamed" in (folder / "content" / "briefs" / "harbour-fire.md").read_text(encoding="utf-8")


def test_every_command_of_the_page_is_one_that_there_is(repository: Path) -> None:
    page = (repository / "docs" / "getting-started.md").read_text(encoding="utf-8")
    named = set(re.findall(r"(?m)(?:^|[`$&] ?)sitegen ([a-z]+)", page))
    assert named == {"init", "draft", "check", "build", "serve"}
