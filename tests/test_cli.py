"""The command line: what it says, where it says it, and with which code it ends."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from cli_page import cli_page
from commanding import ERROR, WARNING, Capture, stand_in_project

import sitegen.pipeline
import sitegen.serve
from sitegen import __version__
from sitegen.cli import main
from sitegen.cli.group import group
from sitegen.pipeline import Outcome, Progress


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty project."""
    return stand_in_project(tmp_path, monkeypatch)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Callable[[Outcome], list[tuple[Path, ...]]]:
    """Put a stand-in for the check in place, and return the paths that it is given."""

    def stand_in(outcome: Outcome) -> list[tuple[Path, ...]]:
        asked: list[tuple[Path, ...]] = []

        def check(_root: Path, paths: tuple[Path, ...], _progress: Progress, *, jobs: int, dask: str) -> Outcome:
            assert (jobs, dask) == (1, "")
            asked.append(paths)
            return outcome

        monkeypatch.setattr(sitegen.pipeline, "check", check)
        return asked

    return stand_in


# ---- usage


def test_the_version_is_one_line(capsys: Capture) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"sitegen {__version__}\n"


@pytest.mark.parametrize("command", [[], ["init"], ["draft"], ["check"], ["build"], ["serve"], ["clean"]])
@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_every_command_explains_itself_with_examples(command: list[str], flag: str, capsys: Capture) -> None:
    assert main([*command, flag]) == 0
    out = capsys.readouterr().out
    assert out.startswith(" ".join(["Usage: sitegen", *command]))
    assert f"  sitegen {command[0] if command else 'init'} " in out.partition("\n\n")[2]
    assert "..." not in out.partition("Commands:")[2], "a short help is cut"


def test_the_help_names_all_commands_in_the_order_in_which_people_meet_them(capsys: Capture) -> None:
    main(["--help"])
    listed = capsys.readouterr().out.partition("Commands:\n")[2].partition("\n\n")[0]
    assert [line.split()[0] for line in listed.splitlines()] == [
        "init",
        "import",
        "draft",
        "check",
        "build",
        "serve",
        "clean",
    ]


def test_a_mistyped_command_is_told_which_was_meant(capsys: Capture) -> None:
    assert main(["biuld"]) == 2
    assert "There is no command “biuld”. Did you mean “build”?" in capsys.readouterr().err


def test_a_command_like_no_other_is_told_which_there_are(capsys: Capture) -> None:
    assert main(["publish-it-all"]) == 2
    assert "The commands are init, import, draft, check, build, serve, clean." in capsys.readouterr().err


def test_a_command_that_does_not_exist_is_none() -> None:
    assert group.get_command(click.Context(group), "biuld") is None


def test_no_command_shows_the_help_and_counts_as_usage(capsys: Capture) -> None:
    assert main([]) == 2
    assert "Usage: sitegen" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["build", "--strickt"], ["--bogus"], ["check", "no-such-file.yaml"], ["draft"]])
def test_a_wrong_option_or_argument_is_usage(argv: list[str], capsys: Capture, project: Path) -> None:
    assert project.is_dir()
    assert main(argv) == 2
    assert "Try 'sitegen" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["build"], ["check"], ["draft", "fire"], ["serve"]])
def test_outside_a_project_one_sentence_names_init(
    argv: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(argv) == 2
    err = capsys.readouterr().err
    assert "This folder is not in a sitegen project" in err
    assert "“sitegen init DIR”" in err


def test_a_named_folder_outside_a_project_is_named(tmp_path: Path, capsys: Capture) -> None:
    assert main(["build", "-C", str(tmp_path)]) == 2
    assert f"The folder {tmp_path} is not in a sitegen project" in capsys.readouterr().err


def test_the_page_of_the_command_line_is_fresh(repository: Path, golden: Callable[[Path, str], None]) -> None:
    page = repository / "docs" / "cli.md"
    golden(page, cli_page(page.read_text(encoding="utf-8")))


# ---- check


def test_a_sound_check_says_how_much_it_looked_at(
    project: Path, checked: Callable[[Outcome], list[tuple[Path, ...]]], capsys: Capture
) -> None:
    assert project.is_dir()
    asked = checked(Outcome(briefs=3))
    assert main(["check"]) == 0
    assert capsys.readouterr() == ("", "3 articles checked, no problems\n")
    assert main(["check", "seeds"]) == 0
    assert asked == [(), (Path("seeds"),)]


def test_what_is_not_part_of_the_project_cannot_be_checked(
    project: Path, checked: Callable[[Outcome], list[tuple[Path, ...]]], capsys: Capture
) -> None:
    asked = checked(Outcome())
    assert main(["check", ".."]) == 2
    assert f".. is not part of the project {project}." in capsys.readouterr().err
    assert asked == []


def test_problems_of_a_check_go_to_stdout(
    project: Path, checked: Callable[[Outcome], list[tuple[Path, ...]]], capsys: Capture
) -> None:
    assert project.is_dir()
    checked(Outcome((ERROR,), briefs=1))
    assert main(["check", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["code"] == "quote-not-found"


def test_json_of_a_sound_check_is_an_empty_list(
    project: Path, checked: Callable[[Outcome], list[tuple[Path, ...]]], capsys: Capture
) -> None:
    assert project.is_dir()
    checked(Outcome(briefs=1))
    assert main(["check", "--format", "json"]) == 0
    assert capsys.readouterr() == ("[]\n", "1 article checked, no problems\n")


def test_strict_makes_warnings_count(project: Path, checked: Callable[[Outcome], list[tuple[Path, ...]]]) -> None:
    assert project.is_dir()
    checked(Outcome((WARNING,)))
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1


# ---- as a program of its own


def test_it_starts_as_a_module_and_takes_letters_that_the_console_does_not_have() -> None:
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "sitegen", "сборка"]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 2
    assert "There is no command “\\u0441".encode("cp1252") in done.stderr


def on_a_terminal(folder: Path, *argv: str, **environment: str) -> str:
    """Run the program as on a terminal and return what it shows."""
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    plain = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "GITHUB_ACTIONS"}}
    command = [sys.executable, "-m", "sitegen", *argv]
    subprocess.run(command, stdout=theirs, stderr=theirs, cwd=folder, env=plain | environment, check=False)
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    return shown


def test_terminals_show_colours_unless_told_not_to(project: Path) -> None:
    (project / "sitegen.yaml").write_text("titel: Briefs\n")
    assert "\x1b[31m[setting-wrong]" in on_a_terminal(project, "check")
    assert "\x1b" not in on_a_terminal(project, "check", NO_COLOR="1")


def test_a_reader_that_hangs_up_is_no_failure_worth_a_traceback() -> None:
    command = f"{sys.executable} -m sitegen --help | head -c 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)  # noqa: S602  (a pipe)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("due", "shown"), [("atexit.register(print, 'last')", "first\nlast\n"), ("thread.start()", "first\nlate\n")]
)
def test_what_is_due_at_the_end_is_done_though_memory_is_left_as_it_is(due: str, shown: str) -> None:
    code = f"""
import atexit, threading, time
from sitegen.cli import end
class Held:
    def __del__(self):
        print("taken apart")
held = Held()
thread = threading.Thread(target=lambda: (time.sleep(0.2), print("late")))
print("first")
{due}
end(3)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.removesuffix("taken apart\n")) == (3, shown)
    assert ("taken apart" in done.stdout) == ("thread" in due)


# ---- serve


def test_a_preview_is_served_to_this_computer_alone_unless_told(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    asked: list[tuple[object, ...]] = []

    def serve(root: Path, host: str, port: int, *, open_browser: bool, say: Callable[[str], None]) -> None:
        asked.append((root, host, port, open_browser))
        say("it is there")

    monkeypatch.setattr(sitegen.serve, "serve", serve)
    assert main(["serve"]) == 0
    assert main(["serve", "--host", "0.0.0.0", "--port", "8080", "--open"]) == 0  # noqa: S104  (nothing listens)
    assert asked == [(project, "127.0.0.1", 8000, False), (project, "0.0.0.0", 8080, True)]  # noqa: S104  (nothing listens)
    assert capsys.readouterr().out == "it is there\n" * 2


def test_a_port_that_is_taken_is_one_sentence(project: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def serve(*_: object, **__: object) -> None:
        raise OSError(errno.EADDRINUSE, "Address already in use")

    assert project.is_dir()
    monkeypatch.setattr(sitegen.serve, "serve", serve)
    assert main(["serve"]) == 1
    assert capsys.readouterr().err == "the computer could not do this: address already in use; try another --port\n"
