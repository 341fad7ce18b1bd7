"""Moving: what is staged takes its place in an order in which no page ever links to one that is missing.

Every step leaves each file whole, old or new. A build that is cut off between two steps has left a list and a journal
that name both, so that the next build knows what is ours and finishes the work.
"""

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from sitegen.publish import journal
from sitegen.publish.ground import Ground
from sitegen.publish.lines import Row
from sitegen.publish.manifest import NAME, Moving, count_in, files_in, manifest_of, moving_row, row_of
from sitegen.publish.paths import Paths, folder_of, parents
from sitegen.publish.staging import Staging, sync

FRONT = "index.html"
Tell = Callable[[str], None] | None
"""Tells somebody outside the folder the SHA-256 of a list or journal that was written, where there is such a one."""
LOST = "\0"
"""The name, which no output has, of what a build that was cut off did not come to add."""


class Staged(Struct, frozen=True):
    """What of one name is to be moved in."""

    new: Paths
    changed: Paths
    """What replaces a file of ours."""

    @property
    def all(self) -> Iterator[str]:
        """Yield both."""
        yield from self.new
        yield from self.changed


class Moves(Struct, frozen=True):
    """What a build has to do in the output folder."""

    rows: Mapping[str, Row]
    """The list as it shall be in the end."""
    staged: Mapping[str, Staged]
    """Of each name that was not kept as a whole, what is to be moved in."""
    removed: tuple[str, ...]
    folders: Collection[str]
    """Where files of the list stand."""

    @property
    def new(self) -> Iterator[str]:
        """Yield what is added; made each time, since there may be hundreds of thousands."""
        return (path for staged in self.staged.values() for path in staged.new)

    @property
    def changed(self) -> Iterator[str]:
        """Yield what is replaced."""
        return (path for staged in self.staged.values() for path in staged.changed)

    @property
    def any(self) -> bool:
        """Whether there is anything to move or remove."""
        return bool(self.removed) or any(staged.new or staged.changed for staged in self.staged.values())


def move_in(target: Path, moves: Moves, staging: Staging, ground: Ground, tell: Tell) -> None:
    """Add what is new, the front page last; replace what changed; remove what is stale; then write the list."""
    staging.secure()
    if moves.any:
        pending = _Pending(moves, ground)
        _write(target / journal.NAME, staging, *journal.journal_of(ground.listed, pending.names, pending.row), tell)
    for path in moves.new:
        if path != FRONT:
            _place(target, path, staging, ground)
    if FRONT in moves.new:
        _place(target, FRONT, staging, ground)
    for path in moves.changed:
        _place(target, path, staging, ground)
    for path in moves.removed:
        _remove(target, path, staging, ground)
    _prune(target, (*moves.removed, *ground.lost), ground)
    for folder in _folders_of(target, moves):
        sync(folder)
    _write(target / NAME, staging, *manifest_of(moves.rows, moves.folders), tell)
    (target / journal.NAME).unlink(missing_ok=True)


class _Pending:
    """What may stand in the folder from the first move until the build's end, as far as the list does not say it."""

    def __init__(self, moves: Moves, ground: Ground) -> None:
        self._moves = moves
        self._ground = ground
        self._lost = self._row_of_lost()
        unlisted = (name for name in ground.unlisted if name in moves.rows or name in ground.rows)
        self.names = {*moves.staged, *unlisted, *([LOST] if self._lost else [])}

    def row(self, name: str) -> Row:
        if name == LOST:
            return self._lost
        staged = self._moves.staged.get(name)
        if staged is None:
            return self._moves.rows.get(name) or self._ground.rows[name]
        row = self._moves.rows[name]
        if name not in self._ground.rows and len(staged.new) == count_in(row):
            return moving_row(row, Moving.ARRIVING)
        files = files_in(name, row)
        for paths, moving in ((staged.new, Moving.ARRIVING), (staged.changed, Moving.CHANGING)):
            files |= {path: replace(files[path], moving=moving) for path in paths}
        # Without a key: what stands there may be a part, or have a file too many.
        return row_of(name, "", {**self._ground.files_of(name), **files})

    def _row_of_lost(self) -> Row:
        """Return a row of what was lost, and does not come now or came with other people: it may have left a folder."""
        moves, lost = self._moves, self._ground.lost
        coming = {path for name in moves.staged if lost for path in files_in(name, moves.rows[name])}
        left = {path: replace(entry, moving=Moving.ARRIVING) for path, entry in lost.items() if path not in coming}
        left = {**self._ground.files_of(LOST), **left}
        return row_of(LOST, "", left) if left else ""


def _write(place: Path, staging: Staging, sha256: str, pieces: Iterable[bytes], tell: Tell) -> None:
    """Write the list or the journal, so that it is on the disk before anything else happens."""
    file = staging.write(place.name, pieces)
    sync(file)
    os.replace(file, place)  # noqa: PTH105  (the same call as for pages)
    sync(place.parent)
    if tell:
        tell(sha256)


def _place(target: Path, path: str, staging: Staging, ground: Ground) -> None:
    for stale in ground.in_the_way(path):
        _remove(target, stale, staging, ground)
        _prune(target, [stale], ground)
    place = f"{target}/{path}"
    if not ground.is_folder(folder_of(path)):
        Path(place).parent.mkdir(parents=True, exist_ok=True)
    os.replace(staging.take(path), place)  # noqa: PTH105  (tens of thousands of Path objects cost seconds)


def _remove(target: Path, path: str, staging: Staging, ground: Ground) -> None:
    if not ground.is_stale(path):
        return
    if ground.lives_on(path):
        _respell(target, path, ground.twin_of(path), staging)
    else:
        (target / path).unlink()


def _respell(target: Path, path: str, wanted: str, staging: Staging) -> None:
    """Give a file, and its folders, the spelling of an output where the disk takes both for one.

    Else a site that is copied from such a disk to a host that tells them apart would have links that lead nowhere.
    """
    folder = target
    for old, new in zip(path.split("/"), wanted.split("/"), strict=True):
        if old != new and new not in _names(folder):
            (folder / old).rename(folder / new)
            if new not in _names(folder):  # Linux does nothing where both are one file
                (folder / old).rename(staging.take(path)).rename(folder / new)
        folder = folder / new


def _names(folder: Path) -> set[str]:
    return {entry.name for entry in folder.iterdir()}


def _prune(target: Path, paths: Iterable[str], ground: Ground) -> None:
    """Remove the folders that are empty now that our files left them."""
    for folder in (folder for path in paths for folder in parents(path)):
        if ground.is_folder(folder):
            with suppress(OSError):  # it is not empty
                (target / folder).rmdir()


def _folders_of(target: Path, moves: Moves) -> set[Path]:
    places = {folder_of(path) for path in (*moves.new, *moves.changed, *moves.removed)}
    return {folder for folder in map(target.joinpath, places) if folder.is_dir()}
