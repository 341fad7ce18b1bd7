"""Where the shipped theme and wording stand, and what a project puts in their place."""

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from jinja2 import BaseLoader

PACKAGE = Path(__file__).parent
REPLACED = "default"
"""The folder under which an override finds the shipped template that it replaces."""


def shipped(folder: str) -> Path:
    """Return a shipped folder ("templates", "words"): inside the package, else beside it (editable installs)."""
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder


class Theme(Struct, frozen=True):
    """The files of the theme by name ("brief.html", "css/tokens.css"): the project's, else the shipped ones.

    It holds their contents, so that pages are made of it where the project's folder is not.
    """

    own: Path
    """The project's templates folder, which need not exist."""
    base: Path
    """The shipped templates folder."""
    files: Mapping[str, bytes]
    """Contents, sorted by name."""
    places: Mapping[str, Path]
    """Where each file stands."""
    replaced: Mapping[str, bytes]
    """Contents of the shipped files by the name that overrides find them by ("default/brief.html")."""
    fingerprint: str
    """A hash of the names and contents of all templates (assets have outputs, and so keys, of their own)."""

    def loader(self) -> "BaseLoader":
        """Return what finds a template by name: in the project, else shipped, else shipped under "default/"."""
        from jinja2 import FunctionLoader  # noqa: PLC0415  (a no-op build needs no Jinja)

        return FunctionLoader(self._template)

    def place_of(self, file: str) -> str:
        """Return the path of a template for a message: from the project's root, or as overrides name shipped ones."""
        path = Path(file)
        if path.is_relative_to(self.own):
            return f"{self.own.name}/{path.relative_to(self.own).as_posix()}"
        if path.is_relative_to(self.base):
            return f"{REPLACED}/{path.relative_to(self.base).as_posix()}"
        return f"{self.own.name}/{file}"

    def is_template(self, file: str) -> bool:
        """Say whether a file is one of the theme's: the project's or a shipped one, replaced or not."""
        return Path(file).is_relative_to(self.own) or Path(file).is_relative_to(self.base)

    def adds(self, name: str) -> bool:
        """Say whether a file is the project's own and stands for no shipped one."""
        return name in self.files and f"{REPLACED}/{name}" not in self.replaced

    def folder(self, name: str) -> list[tuple[str, bytes]]:
        """Return the files of one folder of the theme, named without the folder, by name."""
        start = f"{name}/"
        return [(file.removeprefix(start), data) for file, data in self.files.items() if file.startswith(start)]

    def _template(self, name: str) -> tuple[str, str, None] | None:
        """Return the text of a template and its file, as Jinja asks for them."""
        name = PurePosixPath(name).as_posix()  # "./base.html" too
        data = self.files.get(name, self.replaced.get(name))
        if data is None:
            return None
        file = self.places.get(name, self.base / name.removeprefix(f"{REPLACED}/"))
        return data.decode(), str(file), None


def load_theme(root: Path) -> Theme:
    """Find the templates of a project: its own first, the shipped ones behind them."""
    own, base = root / "templates", shipped("templates")
    shipped_files = _files_in(base)
    found = shipped_files | _files_in(own)
    places = {name: found[name] for name in sorted(found)}
    files = {name: path.read_bytes() for name, path in places.items()}
    replaced = {f"{REPLACED}/{name}": path.read_bytes() for name, path in sorted(shipped_files.items())}
    return Theme(own, base, files, places, replaced, _fingerprint(files | replaced))


def _files_in(folder: Path) -> dict[str, Path]:
    """Return the files under a folder by their path from it, with "/"; hidden ones are no part of a theme."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in paths}
    return {name: path for name, path in named.items() if not any(part.startswith(".") for part in name.split("/"))}


def _fingerprint(files: Mapping[str, bytes]) -> str:
    found = sha256()
    for name, data in files.items():
        if name.endswith(".html"):
            found.update(f"{name}\0{sha256(data).hexdigest()}\n".encode())
    return found.hexdigest()
