"""The bench of builds: what it says without what people bring, what it finds wrong, and the page that it writes."""

import subprocess
import sys
from pathlib import Path

import pytest
from measures.finding import Asked, Finding
from measures.page import keep, kept, page, table
from measures.peers import Peers
from measures.plain import Edit, Plain, stale
from measures.running import NotMeasuredError, run

FACTS = {
    "day": "2026-01-02",
    "processor": "P",
    "cores": "2",
    "memory": "4 GiB of memory",
    "system": "S 1",
    "python": "3.11",
}


def test_without_the_scripts_of_others_each_case_says_what_it_needs(repository: Path) -> None:
    command: list[str | Path] = [sys.executable, repository / "bench/build.py", "--case", "full,served,load,big"]
    done = subprocess.run(command, check=False, capture_output=True, text=True, env={"PATH": "/usr/bin"})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("left out: needs the folder of the peers' scripts (--peers)") == 4
    assert done.stdout.count("left out: needs the program that makes a load (--maker)") == 4


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        ("", ""),
        ("notes/a.html", "the page does not show the change"),
        ("index.html", "the first page does not show the change"),
        ("tags/topic-02/index.html", "the page of the new tag does not show the change"),
        ("feed.xml", "the feed does not show the change"),
        ("tags/topic-01.html", "the page of the old tag still names the page"),
    ],
)
def test_what_does_not_follow_an_edit_is_found(tmp_path: Path, file: str, fault: str) -> None:
    edit = Edit("word", "topic-01", "topic-02")
    shown = ("notes/a.html", "index.html", "tags/topic-02/index.html", "feed.xml")
    for path in (*shown, "tags/topic-01.html"):
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text("a word" if (path in shown) != (path == file) else "nothing")
    assert list(stale(tmp_path, "a", edit)) == ([fault] if fault else [])


def test_an_edit_changes_title_one_tag_and_text_alike_in_every_site(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.md", tmp_path / "theirs.md"
    ours.write_text('---\ntitle: "A boat"\ntags:\n  - topic-00\n  - topic-05\n---\n\nText.\n')
    theirs.write_text("---\ntitle: A boat\ntags: topic-00, topic-05\n---\n\nText.\n")
    plain = Plain(Peers(None, tmp_path, tmp_path), tmp_path, 1, 1, ())
    for number in (1, 2):
        edit = plain.edit(ours)
        plain.edit(theirs, edit)
        for text in (ours.read_text(), theirs.read_text()):
            head, _, body = text.partition("\n---\n")
            assert f"A boat zzword{number}x" in head
            assert head.count("zzword") == 1
            assert (edit.new in head, edit.old in head) == (True, False)
            assert f"zzword{number}x" in body


def test_a_run_counts_processes_that_outlive_their_parent_and_what_they_weigh(tmp_path: Path) -> None:
    work = "import time\nheld = bytearray(60_000_000)\nwhile time.process_time() < 0.3: pass"
    start = f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', {work!r}])\nimport time; time.sleep(0.3)"
    found = run([sys.executable, "-c", start], tmp_path, weigh=True)
    assert found.processor > 0.3
    assert found.peak > 50


def test_a_program_that_fails_is_not_measured_and_says_why(tmp_path: Path) -> None:
    with pytest.raises(NotMeasuredError, match="ended with 3: sorry"):
        run([sys.executable, "-c", "print('sorry'); raise SystemExit(3)"], tmp_path)


def test_the_page_has_the_last_figure_of_each_thing_in_the_order_of_the_cases(tmp_path: Path) -> None:
    file = tmp_path / "figures.jsonl"
    late, early, again = (
        Asked("b", "later", 2).at_most(3, "x"),
        Asked("a", "earlier", 2).at_least(3, "y | z"),
        Asked("b", "later", 2).at_most(1, "w"),
    )
    for finding in (late, early, again):
        keep(file, finding, FACTS)
    written = page(kept(file), ["a", "b"])
    assert written.endswith(
        "Measured on 2026-01-02: P, 2 cores, 4 GiB of memory; S 1, Python 3.11.\n\n" + table([early, again])
    )
    assert "| earlier | ≥ 2 × | 3 × (y \\| z) | met |" in written
    assert "| later | ≤ 2 × | 1 × (w) | met |" in written
    assert "not met" in table([late, Finding("a", "b", "", "")])
