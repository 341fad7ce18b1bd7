"""Two builds at once: the second says who is at work and since when, and a holder that died holds nothing."""

import multiprocessing
import os
import re
import signal
import subprocess
import time
from multiprocessing.connection import Connection
from pathlib import Path

import pytest
from kill import files_of
from project import PROGRAM, write_article
from running import Runner, unmeasured

from sitegen.model.output import Edition
from sitegen.pipeline import Order, Silence, build
from sitegen.publish.holder import name_holder
from sitegen.publish.lock import NOTE, hold, hold_project

ME = f"process {os.getpid()} on {os.uname().nodename}"


def cache_of(root: Path) -> Path:
    return root / ".sitegen"


def test_a_second_build_names_process_computer_and_age_of_the_first(project: Path, run: Runner) -> None:
    write_article(project, 4)
    before = files_of(project / "site"), files_of(project / "content")
    with hold_project(cache_of(project), project / "site") as busy:
        assert busy is None
        os.utime(cache_of(project) / NOTE, (time.time() - 130, time.time() - 130))
        code, said = run(project, "build")
    assert code == 1
    assert f"another build of this project is at work: {ME}, for 2 minutes [output-busy]" in said
    assert "wait until it has ended, then build again" in said
    assert (files_of(project / "site"), files_of(project / "content")) == before
    assert run(project, "build")[0] == 0


def test_a_build_with_nothing_to_do_ends_beside_another(project: Path, run: Runner) -> None:
    run(project, "build")  # a copied site is looked at once
    with hold_project(cache_of(project), project / "site"):
        code, said = run(project, "build")
    assert (code, "nothing changed" in said) == (0, True)


def test_a_preview_is_built_beside_a_build(project: Path, tmp_path: Path) -> None:
    with hold_project(cache_of(project), project / "site"):
        outcome = build(project, Order(tmp_path / "preview", Edition.PREVIEW), Silence())
    assert outcome.published is not None
    with hold(tmp_path / "preview"):
        write_article(project, 4)
        assert build(project, Order(project / "site"), Silence()).published is not None


def test_two_projects_that_write_to_one_folder_do_not_disturb_each_other(project: Path, run: Runner) -> None:
    write_article(project, 4)
    with hold(project / "site") as busy:
        assert busy is None
        code, said = run(project, "build")
    assert (code, "site:1:1: another build is writing to this folder [output-busy]" in said) == (1, True)


def test_the_lock_of_a_build_that_was_killed_holds_nothing(project: Path, run: Runner) -> None:
    write_article(project, 4)
    waiting = f"""
import os, signal
from pathlib import Path
from sitegen.publish.lock import hold_project
with hold_project(Path({str(cache_of(project))!r}), Path("site")) as busy:
    assert busy is None
    print("held", flush=True)
    signal.pause()
"""
    with subprocess.Popen([PROGRAM[0], "-c", waiting], stdout=subprocess.PIPE, env=unmeasured()) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        code, said = run(project, "build")
        assert (code, f"process {holder.pid} on" in said) == (1, True)
        holder.send_signal(signal.SIGKILL)
    assert (cache_of(project) / NOTE).exists()
    assert run(project, "build")[0] == 0


def test_a_worker_that_outlives_a_killed_build_holds_nothing(tmp_path: Path) -> None:
    with hold_project(tmp_path, tmp_path) as busy:
        assert busy is None
        ours, theirs = multiprocessing.Pipe()
        worker = multiprocessing.get_context("fork").Process(target=_work, args=[theirs])
        worker.start()
        assert ours.recv() == "at work"
    with hold_project(tmp_path, tmp_path) as busy:
        assert busy is None
    worker.kill()
    worker.join()


def _work(pipe: Connection) -> None:
    pipe.send("at work")
    signal.pause()


def test_where_no_note_can_be_written_the_output_folder_alone_is_locked(tmp_path: Path) -> None:
    with hold_project(tmp_path / "gone", tmp_path) as busy:
        assert busy is None


def test_a_link_in_the_place_of_the_note_is_not_written_through(project: Path, tmp_path: Path, run: Runner) -> None:
    theirs = tmp_path / "theirs.txt"
    theirs.write_text("mine")
    (cache_of(project) / NOTE).unlink(missing_ok=True)
    (cache_of(project) / NOTE).symlink_to(theirs)
    write_article(project, 4)
    assert run(project, "build")[0] == 0
    assert theirs.read_text() == "mine"


@pytest.mark.parametrize(
    "note", ["", "{", "[]", '{"process": "x", "host": "h"}', '{"host": "h"}', '{"process": null, "host": "h"}', "\xff"]
)
def test_a_note_that_cannot_be_understood_names_nobody(tmp_path: Path, note: str) -> None:
    (tmp_path / NOTE).write_bytes(note.encode("latin-1"))
    assert name_holder(tmp_path / NOTE) == ""
    assert name_holder(tmp_path / "gone") == ""


@pytest.mark.parametrize(
    ("seconds", "spoken"),
    [
        (-50, "less than a second"),
        (1.5, "1 second"),
        (59, "59 seconds"),
        (60, "1 minute"),
        (3 * 3600, "3 hours"),
        (90_000, "1 day"),
    ],
)
def test_an_age_is_said_in_words(tmp_path: Path, seconds: float, spoken: str) -> None:
    note = tmp_path / NOTE
    note.write_text('{"process": 12, "host": "desk-1\\u001b[31m"}')
    os.utime(note, (time.time() - seconds - 0.2, time.time() - seconds - 0.2))
    assert re.fullmatch(rf": process 12 on desk-1\[31m, for {spoken}", name_holder(note))
