"""What is installed has its templates and wording: from a wheel inside the package, editable beside it."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from sitegen.theme import shipped

PROBE = """
import sys
from sitegen.kinds import load_kinds
from sitegen.theme import shipped
from sitegen.words import load_words
print(shipped("templates"), shipped("words"), sep="\\n")
assert load_kinds().sources and load_words("en").has("dates.day")
"""


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a wheel without network and without an environment of its own."""
    folder = tmp_path_factory.mktemp("dist")
    (path,) = WheelBuilder(str(repository)).build(directory=str(folder), versions=["standard"])
    return Path(path)


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_has_every_file_of_the_package(repository: Path, names: set[str]) -> None:
    assert files_in(repository, "sitegen") <= names


@pytest.mark.parametrize("folder", ["templates", "words"])
def test_the_wheel_has_theme_and_wording_inside_the_package(repository: Path, names: set[str], folder: str) -> None:
    assert {f"sitegen/{path}" for path in files_in(repository, folder)} <= names


def test_the_wheel_has_the_package_alone(names: set[str]) -> None:
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == {"sitegen"}


def test_the_wheel_has_no_words_of_the_given_article(repository: Path, wheel: Path) -> None:
    article = next((repository / "seeds").glob("000_*.txt")).read_text(encoding="utf-8")
    sentence = max(article.split(". "), key=len)
    with zipfile.ZipFile(wheel) as archive:
        assert not [name for name in archive.namelist() if sentence.encode() in archive.read(name)]


def test_what_a_wheel_installs_finds_theme_and_wording_inside_the_package(wheel: Path, tmp_path: Path) -> None:
    target = tmp_path / "installed"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-compile"]
    subprocess.run([*pip, "--target", str(target), str(wheel)], check=True, capture_output=True)
    # -P: neither the working directory nor the folder of a script is searched
    done = subprocess.run(
        [sys.executable, "-P", "-c", f"import sys; sys.path.insert(0, {str(target)!r})\n{PROBE}"],
        check=True,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    package = target / "sitegen"
    assert [Path(line) for line in done.stdout.split()] == [package / "templates", package / "words"]
    assert (package / "templates" / "base.html").is_file()


def test_an_editable_install_finds_theme_and_wording_beside_the_package(repository: Path) -> None:
    assert shipped("templates") == repository / "templates"
    assert shipped("words") == repository / "words"


def files_in(repository: Path, folder: str) -> set[str]:
    """Return the paths of all files below a folder, from the repository's root."""
    files = [path for path in (repository / folder).rglob("*") if path.is_file() and path.parent.name != "__pycache__"]
    assert files
    return {path.relative_to(repository).as_posix() for path in files}
