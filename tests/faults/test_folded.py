"""A disk that takes upper and lower case for one: what is renamed in case alone comes out right, and nothing is lost.

SITEGEN_FOLDED names a folder on such a disk, where tests themselves run on another one (docs: CONTRIBUTING.md).
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from kill import files_of, missing_links
from project import write_article
from running import Runner


@pytest.fixture
def folded(project: Path) -> Iterator[Path]:
    """Return a project on a disk that takes upper and lower case for one."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("SITEGEN_FOLDED"), prefix="sitegen-folded-") as name:
        folder = Path(name)
        (folder / "Case").touch()
        if not (folder / "case").exists():
            pytest.skip("this disk tells upper from lower case; name a folder on another one in SITEGEN_FOLDED")
        yield Path(shutil.copytree(project, folder / "project"))


def renamed(path: Path, name: str) -> None:
    """Rename a file, also where only the case of its letters changes."""
    between = path.rename(path.with_name("between"))
    between.rename(path.with_name(name))


def is_as_clean(root: Path, run: Runner) -> bool:
    """Say whether a site is byte for byte what a build of the project makes where there is none."""
    found = files_of(root / "site"), files_of(root / "content/briefs")
    for folder in ("site", "content/briefs", ".sitegen"):
        shutil.rmtree(root / folder)
    assert run(root, "build")[0] == 0
    clean = files_of(root / "site"), files_of(root / "content/briefs")
    assert not list(missing_links(found[0]))
    assert {path.casefold() for path in found[0]} == {path.casefold() for path in clean[0]}
    assert set(found[0]) == set(clean[0])
    return found == clean


def test_an_article_that_is_renamed_in_case_keeps_its_brief(folded: Path, run: Runner) -> None:
    for ending in ("txt", "yaml"):
        renamed(folded / f"seeds/boats-00001.{ending}", f"Boats-00001.{ending}")
    assert run(folded, "build")[0] == 0
    assert is_as_clean(folded, run)


def test_a_page_that_is_renamed_in_case_moves(folded: Path, run: Runner) -> None:
    (folded / "content/About.md").write_text("# About\n\nThe desk.\n", "utf-8")
    assert run(folded, "build")[0] == 0
    renamed(folded / "content/About.md", "about.md")
    assert run(folded, "build")[0] == 0
    assert (folded / "site/about.html").read_text("utf-8")
    assert is_as_clean(folded, run)


def test_a_static_file_that_is_renamed_in_case_moves(folded: Path, run: Runner) -> None:
    (folded / "static/Deep").mkdir(parents=True)
    for name in ("Deep/Kit.txt", "Terms.txt"):
        (folded / "static" / name).write_text("Kit.", "utf-8")
    assert run(folded, "build")[0] == 0
    renamed(folded / "static/Deep/Kit.txt", "kit.txt")
    renamed(folded / "static/Deep", "deep")
    renamed(folded / "static/Terms.txt", "terms.TXT")
    assert run(folded, "build")[0] == 0
    assert (folded / "site/deep/kit.txt").read_text("utf-8") == "Kit."
    assert is_as_clean(folded, run)


def test_addresses_that_are_one_here_are_both_named(folded: Path, run: Runner) -> None:
    write_article(folded, 4)
    notes = folded / "seeds/boats-00004.yaml"
    notes.write_text(notes.read_text("utf-8").replace("brief:\n", "brief:\n  slug: boats-00001\n"), "utf-8")
    (folded / "content/Terms.md").write_text("---\nslug: Terms\n---\n\n# Terms\n", "utf-8")
    (folded / "content/more.md").write_text("---\nslug: terms\n---\n\n# More\n", "utf-8")
    before = files_of(folded / "site")
    code, said = run(folded, "build")
    assert (code, said.count("[slug-taken]")) == (1, 2), said
    assert files_of(folded / "site") == before


def test_a_tag_that_changes_its_case_alone_moves(folded: Path, run: Runner) -> None:
    for tag in ("Storm-Surge", "storm-surge", "STORM-SURGE"):
        write_article(folded, 1, tag=tag)
        assert run(folded, "build", "--keep-going")[0] in {0, 1}
    write_article(folded, 1, tag="storm-surge")
    assert run(folded, "build")[0] == 0
    assert is_as_clean(folded, run)
