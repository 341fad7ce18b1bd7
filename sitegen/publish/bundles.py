"""Bundles: files that are made together become single outputs, before it is asked which of them stand.

The names of the files are known once they are made. Of a bundle that was made before, the list of files knows them:
the key of each file there names the bundle's key and how many files it has, so that a part is not taken for the whole.
"""

from collections.abc import Callable, Mapping
from functools import partial

from sitegen.model.output import Bundle, Output
from sitegen.problems import Problem
from sitegen.publish.manifest import Manifest

Make = Callable[[], Mapping[str, bytes] | Problem]


class Made:
    """The files of a bundle, all made when the first of them is asked for."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._found: Mapping[str, bytes] | Problem | None = None

    def all(self) -> Mapping[str, bytes] | Problem:
        """Return the files by their paths from the folder, or what stands against them."""
        if self._found is None:
            self._found = self._make()
        return self._found

    def one(self, name: str) -> bytes | Problem:
        """Return one of the files. Raises KeyError where the key promised a file that is not made: a bug."""
        found = self.all()
        return found if isinstance(found, Problem) else found[name]


def unfold(bundle: Bundle, manifest: Manifest) -> list[Output]:
    """Return the files of a bundle as outputs; they are made now only where the list does not have them all."""
    made = Made(bundle.make)
    listed = _listed(bundle, manifest)
    names = listed or made.all()
    if isinstance(names, Problem):
        return [Output(bundle.folder, bundle.key, lambda: names)]
    key = _key(bundle, len(names))
    return [Output(f"{bundle.folder}/{name}", key, partial(made.one, name)) for name in sorted(names)]


def _listed(bundle: Bundle, manifest: Manifest) -> list[str]:
    """Return the files that the list has of this very bundle; none where one is missing or was being replaced."""
    start = f"{bundle.folder}/"
    inside = ((path, entry.key) for path, entry in manifest.files.items() if path.startswith(start))
    keys = {path: key for path, key in inside if key.startswith(f"{bundle.key} ")}
    whole = set(keys.values()) == {_key(bundle, len(keys))}
    return [path.removeprefix(start) for path in keys] if whole else []


def _key(bundle: Bundle, count: int) -> str:
    return f"{bundle.key} {count}"
