"""Moving: what is staged takes its place in an order in which no page ever links to one that is missing.

Every step leaves each file whole, old or new. A build that is cut off between two steps has left a list that names
both, so that the next build knows what is ours and finishes the work.
"""

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sitegen.publish.ground import Ground
from sitegen.publish.manifest import NAME, Entry, Manifest, Row, manifest_bytes, row_of
from sitegen.publish.paths import parents
from sitegen.publish.staging import Staging, sync

FRONT = "index.html"
LOST = "\0"
"""The name, which no output has, of what a build that was cut off did not come to add."""


@dataclass(frozen=True, slots=True)
class Moves:
    """What a build has to do in the output folder; all paths sorted."""

    rows: Mapping[str, Row]
    """The list as it shall be in the end."""
    made: Mapping[str, Mapping[str, Entry]]
    """The files of what was not kept as a whole, by its name."""
    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    """How many files stay as they are."""

    @property
    def any(self) -> bool:
        """Whether there is anything to move or remove."""
        return bool(self.new or self.changed or self.removed)


def move_in(target: Path, moves: Moves, staging: Staging, ground: Ground) -> None:
    """Add what is new, the front page last; replace what changed; remove what is stale; then write the final list."""
    staging.secure()
    if moves.any:
        _write_list(target, staging, _pending(moves, ground))
    for path in sorted(moves.new, key=lambda path: (path == FRONT, path)):
        _place(target, path, staging, ground)
    for path in moves.changed:
        _place(target, path, staging, ground)
    for path in moves.removed:
        _remove(target, path, ground)
    _prune(target, (*moves.removed, *ground.lost), ground)
    for folder in _folders_of(target, moves):
        sync(folder)
    _write_list(target, staging, Manifest(moves.rows))


def _pending(moves: Moves, ground: Ground) -> Manifest:
    """Return the list of what may stand in the folder from now until the build's end."""
    arriving = frozenset((*moves.new, *ground.lost))  # what was lost may have left an empty folder
    rows = {**ground.rows, **moves.rows}
    for name, files in moves.made.items():
        # Without a key: what stands there may be a part, or have a file too many.
        rows[name] = row_of("", {**ground.files_of(name), **files})
    coming = {path for files in moves.made.values() for path in files}
    if left := {path: entry for path, entry in ground.lost.items() if path not in coming}:
        rows[LOST] = row_of("", left)
    return Manifest(rows, arriving, frozenset(moves.changed))


def _write_list(target: Path, staging: Staging, manifest: Manifest) -> None:
    file = staging.write("list", manifest_bytes(manifest))
    sync(file)
    os.replace(file, target / NAME)  # noqa: PTH105  (the same call as for pages)
    sync(target)


def _place(target: Path, path: str, staging: Staging, ground: Ground) -> None:
    for stale in ground.in_the_way(path):
        _remove(target, stale, ground)
        _prune(target, [stale], ground)
    place = f"{target}/{path}"
    if not ground.is_folder(path.rpartition("/")[0]):
        Path(place).parent.mkdir(parents=True, exist_ok=True)
    os.replace(staging.take(path), place)  # noqa: PTH105  (tens of thousands of Path objects cost seconds)


def _remove(target: Path, path: str, ground: Ground) -> None:
    if ground.is_stale(path) and not ground.lives_on(path):
        (target / path).unlink()


def _prune(target: Path, paths: Iterable[str], ground: Ground) -> None:
    """Remove the folders that are empty now that our files left them."""
    for folder in (folder for path in paths for folder in parents(path)):
        if ground.is_folder(folder):
            with suppress(OSError):  # it is not empty
                (target / folder).rmdir()


def _folders_of(target: Path, moves: Moves) -> set[Path]:
    places = {(target / path).parent for path in (*moves.new, *moves.changed, *moves.removed)}
    return {folder for folder in places if folder.is_dir()}
