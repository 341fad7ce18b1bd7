"""Ground: what stands in the output folder now, and whose it is. Symbolic links are never followed."""

import hashlib
import os
import stat
from collections.abc import Collection, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeGuard

from msgspec.structs import replace

from sitegen.problems import Kind, Location, Problem
from sitegen.publish.lines import Row
from sitegen.publish.manifest import Entry, Manifest, Moving, digest_of, files_in, row_of
from sitegen.publish.paths import fold, folder_of, parents


class Ground:
    """The output folder as a build finds it."""

    def __init__(self, target: Path, manifest: Manifest, *, trusted: bool = True) -> None:
        self._target = str(target)
        self.trusted = trusted
        """Whether we wrote the list here: else nobody knows what its files were made from, and none is kept unmade."""
        self._written = manifest.written
        self._listed_folders = manifest.folders
        self._folders = dict[str, os.stat_result | None]()
        self._untouched = dict[str, bool]()
        self.outdated = manifest.was_cut_off or not manifest.written or not trusted
        """Whether the list should be written again although it names what it should."""
        self.listed, self.unlisted = manifest.sha256, manifest.pending.keys()
        """The SHA-256 of the list that stands there, and names of which that does not say what is ours."""
        self.rows, self.lost = _settle(manifest, self)
        """What is ours, as the list says it; and what a build that was cut off did not come to add."""
        self.stale = frozenset[str]()
        """Our files that no output asks for any more, once that is known."""
        self._twins = dict[str, str]()
        self._left = frozenset[str]()

    @property
    def name(self) -> str:
        """The name of the output folder."""
        return Path(self._target).name

    def files_of(self, name: str) -> Mapping[str, Entry]:
        """Return our files of one name, by path."""
        return files_in(name, self.rows[name]) if name in self.rows else {}

    def folders_of(self, name: str) -> Collection[str]:
        """Return where our files of a bundle stand: `name` is its folder, with "/"."""
        found = [folder for folder in self._listed_folders if f"{folder}/".startswith(name)]
        return found or set(map(folder_of, self.files_of(name)))

    @cached_property
    def files(self) -> Mapping[str, Entry]:
        """All files that are ours, by path; tens of thousands, so that it is asked for only where it must be."""
        return {path: entry for name in self.rows for path, entry in self.files_of(name).items()}

    def leave(self, rows: Mapping[str, Row], remade: Collection[str]) -> None:
        """Find out what is stale, given what shall be listed, and the names of what was not kept as a whole."""
        gone = {path for name in self.rows if name not in rows or name in remade for path in self.files_of(name)}
        made = (path for name in remade for path in files_in(name, rows[name])) if gone else iter(())
        outputs = gone and set(made)
        self.stale = frozenset(gone - outputs)
        self._twins = _twins(self.stale, outputs)
        self._left = frozenset(folder for path in (*self.stale, *self.lost) for folder in parents(path))

    def is_untouched(self, folder: str) -> bool:
        """Say whether nothing was added to a folder, removed from it or renamed in it since the list was written."""
        known = self._untouched.get(folder)
        if known is None:
            found = self._folder(folder)
            stands = found is not None and stat.S_ISDIR(found.st_mode) and found.st_mtime_ns < self._written
            known = self._untouched[folder] = stands and self.trusted
        return known

    def has(self, path: str, entry: Entry) -> bool:
        """Say whether the very bytes of an entry stand at a path."""
        found = self._look(path)
        return _is_file(found) and found.st_size == entry.size and self._digest(path) == entry.digest

    def keeps(self, path: str, entry: Entry, *, verify: bool) -> bool:
        """Say whether our file stands there as we left it: of its size and older than the list, or else by its hash."""
        found = self._look(path)
        if not _is_file(found) or found.st_size != entry.size or not self.trusted:
            return False
        # A file that was put back with its old date of change has a new date of status.
        touched = max(found.st_mtime_ns, found.st_ctime_ns)
        if touched < self._written and not verify:
            return True
        whole = self._digest(path) == entry.digest
        self.outdated |= whole and touched > self._written
        return whole

    def is_ours(self, path: str, name: str = "") -> bool:
        """Say whether a file that is on the list stands at a path, and nobody's link or folder instead.

        `name` is what it probably belongs to.
        """
        found = self._look(path)
        return _is_file(found) and (path in self.files_of(name) or path in self.files)

    def is_stale(self, path: str) -> bool:
        """Say whether a file of ours that no output asks for stands at a path, and nobody's link or folder instead."""
        return path in self.stale and _is_file(self._look(path))

    def is_folder(self, path: str) -> bool:
        """Say whether a folder stands at a path, and no link to one."""
        found = self._look(path)
        return found is not None and stat.S_ISDIR(found.st_mode)

    def in_the_way(self, path: str) -> list[str]:
        """Return our stale paths where a folder of this path is due, or below it where a file is due."""
        above = [folder for folder in parents(path) if folder in self.stale]
        if not self.is_folder(path):
            return above
        return above + [left for left in (*self.stale, *self.lost) if left.startswith(f"{path}/")]

    def lives_on(self, stale: str) -> bool:
        """Say whether a file system that ignores case takes a stale file for an output; then it must stay."""
        found, twin = self._look(stale), self._look(self._twins.get(stale, ""))
        return found is not None and twin is not None and os.path.samestat(found, twin)

    def twin_of(self, stale: str) -> str:
        """Return the output as which a stale file lives on."""
        return self._twins[stale]

    def taken(self, path: str, name: str) -> Problem | None:
        """Report what stands where an output is due, or one of its folders, and is not ours to replace."""
        for folder in parents(path):
            found = self._folder(folder)
            if found and not stat.S_ISDIR(found.st_mode) and not (folder in self.stale and self.is_ours(folder)):
                return self._problem(folder, f"where the folder of {path} is due")
        found = self._look(path)
        if found is None or self.is_ours(path, name) or self._was_ours(path, found):
            return None
        return self._problem(path, "where a file of the site is due")

    def _was_ours(self, path: str, found: os.stat_result) -> bool:
        """Say whether a stale file of ours stands there under another spelling, or a folder of stale files alone."""
        spellings = [stale for stale, output in self._twins.items() if output == path]
        return any(self.lives_on(stale) for stale in spellings) or (
            stat.S_ISDIR(found.st_mode) and self._holds_stale_alone(path)
        )

    def _holds_stale_alone(self, folder: str) -> bool:
        """Say whether a folder that we made holds nothing but stale files of ours, or nothing any more."""
        with os.scandir(f"{self._target}/{folder}") as entries:
            found = {f"{folder}/{entry.name}": entry.is_dir(follow_symlinks=False) for entry in entries}
        return folder in self._left and all(
            self._holds_stale_alone(path) if is_folder else path in self.stale and self.is_ours(path)
            for path, is_folder in found.items()
        )

    def _problem(self, path: str, where: str) -> Problem:
        at = Location(f"{Path(self._target).name}/{path}")
        message = f"something that sitegen did not make stands {where}"
        return Problem(at, Kind.OUTPUT_TAKEN, message, hint="move it away, or give the page another address")

    def _look(self, path: str) -> os.stat_result | None:
        """Say what stands at a path; None where nothing does, or where a folder above is none."""
        for folder in parents(path):
            found = self._folder(folder)
            if found is None or not stat.S_ISDIR(found.st_mode):
                return None
        return _lstat(f"{self._target}/{path}")

    def _folder(self, path: str) -> os.stat_result | None:
        if path not in self._folders:
            self._folders[path] = _lstat(f"{self._target}/{path}")
        return self._folders[path]

    def _digest(self, path: str) -> str:
        with Path(self._target, path).open("rb") as file:
            return digest_of(hashlib.file_digest(file, "sha256"))


def _settle(manifest: Manifest, ground: Ground) -> tuple[Mapping[str, Row], dict[str, Entry]]:
    """Return what is ours after a build that was cut off, and the files that it did not come to add."""
    if not manifest.pending:
        return manifest.rows, {}
    rows, lost = dict(manifest.rows), dict[str, Entry]()
    for name, row in manifest.pending.items():
        files = files_in(name, row)
        wrong = {path for path, entry in files.items() if entry.moving and not ground.has(path, entry)}
        absent = {path for path in wrong if files[path].moving is Moving.ARRIVING}
        lost |= {path: files[path] for path in absent}
        left = {
            path: replace(entry, key="" if path in wrong else entry.key, moving=Moving.NOT)
            for path, entry in files.items()
            if path not in absent
        }
        if left:
            rows[name] = row_of(name, "", left) if any(entry.moving for entry in files.values()) else row
        else:
            rows.pop(name, None)
    return rows, lost


def _twins(stale: Collection[str], outputs: Collection[str]) -> dict[str, str]:
    """Return the output that differs from a stale path in case or Unicode form alone, by stale path."""
    folded = {fold(path): path for path in stale}
    return {folded[fold(path)]: path for path in outputs if folded and fold(path) in folded}


def _is_file(found: os.stat_result | None) -> TypeGuard[os.stat_result]:
    return found is not None and stat.S_ISREG(found.st_mode)


def _lstat(path: str) -> os.stat_result | None:
    """Look at one path, given as text: tens of thousands of Path objects would cost more than the looks."""
    try:
        return os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
