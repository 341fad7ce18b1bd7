"""Init: a new project with example articles that builds as it stands."""

from collections.abc import Iterator
from pathlib import Path

from sitegen.draft.files import SCHEMA, SHIPPED, new_file
from sitegen.init.settings import settings_text
from sitegen.theme import PACKAGE

SAMPLE = PACKAGE / "sample"
"""A project's folders with the fictional articles."""
STARTER = Path(__file__).parent / "starter"
HOSTS = {
    "github": ("github.yml", ".github/workflows/pages.yml"),
    "gitlab": ("gitlab.yml", ".gitlab-ci.yml"),
    "netlify": ("netlify.toml", "netlify.toml"),
}
"""By host: the file in hosts/ that says how the site is built there, and where in a project the host looks for it."""
NAMES = {"gitignore": ".gitignore"}
"""Files that cannot be shipped under their own names, since they would act in the package."""
HARMLESS = frozenset({".git", ".venv", "venv", ".DS_Store", "desktop.ini", "Thumbs.db"})
"""What may stand in a folder that is called empty: made by git, Python and file managers, not by people."""


def obstacle(folder: Path) -> str:
    """Say in a sentence why no project can be made in this folder; "" where one can."""
    if not folder.exists():
        return ""
    if not folder.is_dir():
        return f"{folder} is a file, not a folder."
    standing = sorted(path.name for path in folder.iterdir() if path.name not in HARMLESS)
    if not standing:
        return ""
    shown = ", ".join(standing[:3]) + (" …" if len(standing) > 3 else "")  # noqa: PLR2004  (three names tell enough)
    return f"The folder {folder} is not empty ({shown}); a new project needs a folder of its own."


def make_project(folder: Path, host: str = "") -> tuple[str, ...]:
    """Write a new project's files, for one of HOSTS where it is named, and return their paths, sorted.

    Raises FileExistsError, never overwrites.
    """
    files = dict(_files(host))
    for path, content in sorted(files.items()):
        new_file(folder / path, content)
    for name in ("content", "seeds", "static"):
        (folder / name).mkdir(exist_ok=True)
    return tuple(sorted(files))


def _files(host: str) -> Iterator[tuple[str, bytes]]:
    for folder in (SAMPLE, STARTER):
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                name = path.relative_to(folder).as_posix()
                yield NAMES.get(name, name), path.read_bytes()
    if host:
        source, target = HOSTS[host]
        yield target, (Path(__file__).parent / "hosts" / source).read_bytes()
    yield "sitegen.yaml", settings_text().encode()
    yield SCHEMA, SHIPPED.read_bytes()
