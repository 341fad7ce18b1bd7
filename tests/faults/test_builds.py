"""The whole program where something goes wrong: killed, out of disk, without its cache, with broken files."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from full import NO_DISKS
from kill import files_of, missing_links
from project import make_project, remove_article, write_article
from running import build


def test_a_build_that_is_killed_leaves_a_whole_site_and_the_next_one_finishes_it(repository: Path) -> None:
    run = [sys.executable, str(repository / "bench" / "kill.py"), "--times", "4", "--articles", "5"]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_disk_that_runs_full_leaves_a_whole_site_and_the_next_build_finishes_it(repository: Path) -> None:
    run = [sys.executable, str(repository / "bench" / "full.py"), "--times", "4", "--articles", "5", "--jobs", "1"]
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    if done.returncode == NO_DISKS:
        pytest.skip("no disk can be mounted here")  # the next test but one does without
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4 disks, 0 of them" not in done.stdout


def test_the_search_for_missing_links_finds_one() -> None:
    pages = {
        "index.html": b'<a href="briefs/a.html#x">a</a> <a href="https://example.org/">out</a> <a href="#top">top</a>',
        "briefs/a.html": b'<link href="../style.css"> <a href="../tags/">tags</a> <a href="b.html">b</a>',
        "tags/index.html": b'<script src="/copy.js"></script>',
        "unreachable.html": b'<a href="nowhere.html">x</a>',
    }
    assert sorted(missing_links(pages)) == [
        "briefs/a.html links to briefs/b.html, which is missing",
        "briefs/a.html links to style.css, which is missing",
        "tags/index.html links to copy.js, which is missing",
    ]


def test_a_full_disk_is_one_sentence_and_changes_nothing(project: Path) -> None:
    before = files_of(project / "site")
    write_article(project, 1, tag="another")
    code, said = build(project, preexec=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000)))
    assert (code, "Traceback" in said) == (1, False)
    assert "the computer could not do this" in said
    assert files_of(project / "site") == before
    assert build(project)[0] == 0
    assert "tags/another.html" in files_of(project / "site")


def test_without_the_cache_stale_pages_still_go_and_files_of_other_people_stay(project: Path) -> None:
    (project / "site/.gitignore").write_text("*\n")
    (project / "site/briefs/mine.html").write_text("mine")
    for path in (project / ".sitegen").iterdir():
        path.unlink()
    remove_article(project, 1)
    assert build(project)[0] == 0
    found = files_of(project / "site")
    assert not any("00001" in path for path in found)
    assert {path: found[path] for path in (".gitignore", "briefs/mine.html")} == {
        ".gitignore": b"*\n",
        "briefs/mine.html": b"mine",
    }
    assert not any("00001" in path for path in files_of(project / "content"))


def test_a_build_with_errors_changes_nothing_in_the_site(project: Path) -> None:
    before = files_of(project / "site")
    path = project / "seeds/boats-00001.yaml"
    path.write_text(path.read_text().replace("quote: We have counted", "quote: We have never counted"))
    write_article(project, 4)
    code, said = build(project)
    assert (code, "[quote-not-found]" in said) == (1, True)
    assert files_of(project / "site") == before


def test_the_same_input_gives_the_same_bytes_everywhere(project: Path, tmp_path: Path) -> None:
    other = make_project(tmp_path / "elsewhere" / "deep", range(1, 4))
    assert build(other / "seeds", seed="4711")[0] == 0
    assert files_of(other / "site") == files_of(project / "site")
    assert files_of(other / "content") == files_of(project / "content")


def test_a_build_with_nothing_to_do_writes_nothing(project: Path) -> None:
    def stamps() -> dict[Path, tuple[int, int]]:
        paths = [path for path in project.rglob("*") if ".sitegen" not in path.parts]
        return {path: (path.lstat().st_mtime_ns, path.lstat().st_ino) for path in (project, *paths)}

    build(project)  # a copied site is looked at once
    before = stamps()
    assert build(project)[0] == 0
    assert stamps() == before


def test_verify_mends_what_was_changed_in_the_site(project: Path) -> None:
    build(project)  # a copied site is looked at once
    before = files_of(project / "site")
    page = project / "site/index.html"
    page.write_bytes(page.read_bytes().replace(b"b", b"d"))
    assert build(project)[0] == 0
    assert files_of(project / "site") != before
    assert build(project, "--verify")[0] == 0
    assert files_of(project / "site") == before
