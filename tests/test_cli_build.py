"""The command line of a build: what it says, and with which code it ends, also where something gets in the way."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from commanding import ERROR, WARNING, Capture, stand_in_project

import sitegen.pipeline
from sitegen.cli import BUG_NOTE, main
from sitegen.cli.project import way_to
from sitegen.pipeline import Order, Outcome, Progress
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.publish import Published

SETTING = Problem(Location("sitegen.yaml", 2, 1), Kind.SETTING_WRONG, "there is no setting “titel”")
DONE = Published(new=("index.html", "briefs/fire.html"), changed=("404.html",), removed=(), kept=3)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an empty project."""
    return stand_in_project(tmp_path, monkeypatch)


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
