"""`sitegen clean`: what sitegen can make again goes, and nothing else."""

from pathlib import Path

import pytest
from kill import files_of
from running import Runner

from sitegen.cache import FOLDER
from sitegen.cli.clean import _size
from sitegen.publish.lock import hold_project
from sitegen.publish.manifest import NAME


def test_the_cache_goes_with_what_it_took_and_the_next_build_gives_the_same(project: Path, run: Runner) -> None:
    before = files_of(project / "site"), files_of(project / "content"), files_of(project / "seeds")
    code, said = run(project, "clean")
    assert (code, said.startswith(".sitegen/ is gone: "), said.endswith("kB freed\n")) == (0, True, True), said
    assert not (project / FOLDER).exists()
    assert run(project, "build")[0] == 0
    assert (files_of(project / "site"), files_of(project / "content"), files_of(project / "seeds")) == before


def test_with_nothing_to_free_that_is_said(project: Path, run: Runner) -> None:
    run(project, "clean")
    code, said = run(project, "clean")
    assert (code, "freed" in said or "nothing" in said, (project / FOLDER).exists()) == (0, True, False)


def test_the_site_goes_by_its_list_and_files_of_people_stay(project: Path, tmp_path: Path, run: Runner) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "page.html").write_text("mine")
    for path in ("CNAME", "briefs/notes.txt"):
        (project / "site" / path).write_text("mine")
    (project / "site/linked").symlink_to(theirs)
    code, said = run(project, "clean", "--all")
    assert (code, "files of sitegen removed from site/; what is not on its list stays in site/" in said) == (0, True)
    assert files_of(project / "site").keys() == {"CNAME", "briefs/notes.txt"}
    assert (project / "site/linked").is_symlink()
    assert files_of(theirs) == {"page.html": b"mine"}
    assert files_of(project / "content") != {}
    assert run(project, "build")[0] == 0


def test_a_site_that_holds_nothing_else_goes_as_a_whole(project: Path, run: Runner) -> None:
    code, said = run(project, "clean", "--all")
    assert (code, "files of sitegen removed from site/\n" in said, (project / "site").exists()) == (0, True, False)
    assert run(project, "clean", "--all")[0] == 0


def test_a_site_elsewhere_is_named(project: Path, tmp_path: Path, run: Runner) -> None:
    elsewhere = tmp_path / "www"
    run(project, "build", "-o", str(elsewhere))
    assert run(project, "clean", "-o", str(elsewhere))[0] == 2
    assert run(project, "clean", "--all", "-o", str(elsewhere))[0] == 0
    assert (elsewhere.exists(), (project / "site/index.html").exists()) == (False, True)


def test_without_its_list_nothing_is_removed_from_the_site(project: Path, run: Runner) -> None:
    (project / "site" / NAME).unlink()
    before = files_of(project / "site")
    assert run(project, "clean", "--all")[0] == 0
    assert files_of(project / "site") == before


def test_a_damaged_list_stops_it_before_anything_is_removed(project: Path, run: Runner) -> None:
    (project / "site" / NAME).write_text('{"version": 2}')
    before = files_of(project)
    code, said = run(project, "clean", "--all")
    assert (code, "the list of the files that sitegen made cannot be read" in said) == (1, True)
    assert "nothing was removed" in said
    assert {path: text for path, text in files_of(project).items() if not path.endswith("building")} == {
        path: text for path, text in before.items() if not path.endswith("building")
    }


def test_a_list_that_names_files_outside_of_the_site_removes_none(project: Path, run: Runner) -> None:
    victim = project / "sitegen.yaml"
    text = (project / "site" / NAME).read_text()
    (project / "site" / NAME).write_text(text.replace("index.html", "../sitegen.yaml"))
    code, _ = run(project, "clean", "--all")
    assert (code, victim.exists()) == (1, True)


def test_nothing_is_removed_while_a_build_is_at_work(project: Path, run: Runner) -> None:
    before = files_of(project / "site")
    with hold_project(project / FOLDER, project / "site"):
        code, said = run(project, "clean", "--all")
    assert (code, "another build of this project is at work" in said) == (1, True)
    assert (files_of(project / "site"), (project / FOLDER / "cache.sqlite").exists()) == (before, True)


def test_a_cache_that_is_a_link_goes_and_what_it_leads_to_stays(project: Path, tmp_path: Path, run: Runner) -> None:
    elsewhere = tmp_path / "elsewhere"
    (project / FOLDER).rename(elsewhere)
    (project / FOLDER).symlink_to(elsewhere)
    before = files_of(elsewhere)
    assert run(project, "clean")[0] == 0
    assert (files_of(elsewhere), (project / FOLDER).is_symlink()) == (before, False)


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "0 bytes"), (999, "999 bytes"), (1500, "1.5 kB"), (2_300_000, "2.3 MB"), (5e15, "5000.0 TB")],
)
def test_sizes_are_said_in_units_of_a_thousand(count: float, said: str) -> None:
    assert _size(count) == said
