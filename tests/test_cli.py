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

import sitegen.pipeline
import sitegen.serve
from sitegen import __version__
from sitegen.cli import BUG_NOTE, group, main
from sitegen.cli.project import way_to
from sitegen.pipeline import Order, Outcome, Progress
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.publish import Published

ERROR = Problem(Location("seeds/fire.yaml", 12, 10), Kind.QUOTE_NOT_FOUND, "the article does not contain it")
WARNING = Problem(Location("seeds/fire.yaml", 3, 1), Kind.QUOTED_MUCH, "much is quoted", severity=Severity.WARNING)
SETTING = Problem(Location("sitegen.yaml", 2, 1), Kind.SETTING_WRONG, "there is no setting “titel”")
DONE = Published(new=("index.html", "briefs/fire.html"), changed=("404.html",), removed=(), kept=3)
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty project."""
    (tmp_path / "sitegen.yaml").write_text("")
    (tmp_path / "seeds").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> Callable[[Outcome | BaseException], list[Order]]:
    """Put a stand-in for the pipeline in place, and return the orders that it is given."""

    def stand_in(outcome: Outcome | BaseException) -> list[Order]:
        orders: list[Order] = []

        def build(_root: Path, order: Order, progress: Progress) -> Outcome:
            orders.append(order)
            progress.start("reading", 2)
            progress.advance(2)
            if isinstance(outcome, BaseException):
                raise outcome
            return outcome

        monkeypatch.setattr(sitegen.pipeline, "build", build)
        return orders

    return stand_in


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


# ---- build


def test_a_build_says_in_a_line_what_it_did(
    project: Path, built: Callable[[Outcome], list[Order]], capsys: Capture
) -> None:
    orders = built(Outcome((), DONE, briefs=12))
    assert main(["build"]) == 0
    assert capsys.readouterr() == ("12 briefs in site/; files: 2 new, 1 changed, 0 removed\n", "")
    assert orders == [Order(project / "site")]


def test_a_site_of_notes_counts_its_files(
    project: Path, built: Callable[[Outcome], list[Order]], capsys: Capture
) -> None:
    built(Outcome((), DONE))
    assert main(["build", "-C", str(project)]) == 0
    assert capsys.readouterr().out.startswith("6 files in site/; files: 2 new")


def test_a_build_with_nothing_to_do_says_so(
    project: Path, built: Callable[[Outcome], list[Order]], capsys: Capture
) -> None:
    assert project.is_dir()
    built(Outcome((), Published(kept=9), briefs=1, unchanged=True))
    assert main(["build"]) == 0
    assert capsys.readouterr().out == "1 brief in site/, nothing changed\n"


def test_a_build_that_fails_says_what_is_wrong_and_that_the_site_stands(
    project: Path, built: Callable[[Outcome], list[Order]], capsys: Capture
) -> None:
    assert project.is_dir()
    built(Outcome((ERROR, WARNING)))
    assert main(["build"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err == (
        "seeds/fire.yaml:3:1: warning: much is quoted [quoted-much]\n"
        "seeds/fire.yaml:12:10: the article does not contain it [quote-not-found]\n"
        "1 error, 1 warning in 1 file\n"
        "nothing was published, site/ is as it was\n"
    )


def test_wrong_settings_end_with_2(project: Path, built: Callable[[Outcome], list[Order]]) -> None:
    assert project.is_dir()
    built(Outcome((SETTING, ERROR)))
    assert main(["build"]) == 2


def test_the_options_of_a_build_reach_the_pipeline(
    project: Path, built: Callable[[Outcome], list[Order]], capsys: Capture
) -> None:
    orders = built(Outcome((WARNING,), DONE, briefs=1))
    options = ["--strict", "--keep-going", "--overwrite", "a", "--overwrite", "b", "--verify", "-o", "out", "-q"]
    assert main(["build", *options]) == 1
    assert orders == [
        Order(project / "out", strict=True, keep_going=True, overwrite=("a", "b"), verify=True),
    ]
    out, err = capsys.readouterr()
    assert out == ""
    assert "much is quoted" in err


@pytest.mark.parametrize("folder", [".", "..", "seeds", "static/site", "content"])
def test_a_site_never_stands_among_the_files_of_the_project(
    project: Path, built: Callable[[Outcome], list[Order]], folder: str, capsys: Capture
) -> None:
    assert project.is_dir()
    orders = built(Outcome((), DONE, briefs=1))
    assert main(["build", "--output", folder]) == 2
    assert f"The site needs a folder of its own: {folder} holds files of the project." in capsys.readouterr().err
    assert orders == []


def test_many_waiting_articles_take_one_line_and_none_where_quiet(
    project: Path, built: Callable[[Outcome], list[Order]], capsys: Capture
) -> None:
    assert project.is_dir()
    notes = (
        Problem(Location(f"seeds/{n}.txt"), Kind.NOT_PUBLISHED, "no annotations", severity=Severity.NOTE)
        for n in range(40)
    )
    built(Outcome(tuple(notes), DONE, briefs=1))
    assert main(["build", "--strict"]) == 0
    err = capsys.readouterr().err
    assert err.startswith("note: 40 articles without annotations")
    assert err.count("\n") == 1
    assert main(["build", "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_build_from_elsewhere_names_files_as_seen_from_there(
    project: Path, built: Callable[[Outcome], list[Order]], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    built(Outcome((ERROR,)))
    monkeypatch.chdir(project / "seeds")
    main(["build"])
    assert capsys.readouterr().err.startswith("../seeds/fire.yaml:12:10:")
    monkeypatch.chdir(project.parent)
    main(["build", "-C", project.name])
    assert capsys.readouterr().err.startswith(f"{project.name}/seeds/fire.yaml:12:10:")


def test_a_project_on_another_drive_is_named_in_full(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def relpath(_: Path) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", relpath)
    assert way_to(project) == project.as_posix()


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


# ---- when something gets in the way


def test_ctrl_c_ends_with_130_and_one_line(
    project: Path, built: Callable[[BaseException], list[Order]], capsys: Capture
) -> None:
    assert project.is_dir()
    built(KeyboardInterrupt())
    assert main(["build"]) == 130
    assert capsys.readouterr().err.strip().splitlines() == ["stopped; nothing is half done, the next build carries on"]


def test_a_full_disk_is_one_sentence(
    project: Path, built: Callable[[BaseException], list[Order]], capsys: Capture
) -> None:
    assert project.is_dir()
    built(OSError(errno.ENOSPC, "No space left on device", "site/index.html"))
    assert main(["build"]) == 1
    assert capsys.readouterr().err == (
        "the computer could not do this: no space left on device (site/index.html); "
        "make room and run the command again\n"
    )


def test_a_failure_without_particulars_is_still_a_sentence(
    project: Path, built: Callable[[BaseException], list[Order]], capsys: Capture
) -> None:
    assert project.is_dir()
    built(TimeoutError())
    assert main(["build"]) == 1
    assert capsys.readouterr().err == "the computer could not do this: timeouterror\n"


def test_a_bug_keeps_its_traceback_and_asks_to_be_reported(
    project: Path, built: Callable[[BaseException], list[Order]]
) -> None:
    assert project.is_dir()
    built(ZeroDivisionError("division by zero"))
    with pytest.raises(ZeroDivisionError) as caught:
        main(["build"])
    assert caught.value.__notes__ == [BUG_NOTE]


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
