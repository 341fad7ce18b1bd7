"""Publish stage: outputs -> the files of the site; only what changed is made, staged, then moved in."""

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from typing import Protocol, Self

from msgspec import Struct

from sitegen.model.output import AnyOutput, Groups, Make
from sitegen.problems import Kind, Location, Problem, in_order
from sitegen.publish.claims import check_claims
from sitegen.publish.ground import Ground
from sitegen.publish.lines import DamagedError
from sitegen.publish.lock import hold
from sitegen.publish.making import Making
from sitegen.publish.manifest import count_in, read_manifest
from sitegen.publish.moving import move_in
from sitegen.publish.paths import Paths
from sitegen.publish.staging import Staging, staging_in
from sitegen.publish.stamp import stamp

__all__ = ["Progress", "Published", "publish", "stamp"]


class Progress(Protocol):
    """Someone who is told how far the work has come."""

    def start(self, stage: str, total: int) -> None:
        """Begin a stage of so many steps."""

    def advance(self, count: int = 1) -> None:
        """Do some of them."""


class Witness(Protocol):
    """Someone outside the output folder who remembers the list that was written there last."""

    def known(self) -> str:
        """Return the SHA-256 of its lines; empty where none is known."""

    def tell(self, sha256: str) -> None:
        """Remember it."""


class Published(Struct, frozen=True):
    """What a publish did in the output folder; all paths sorted."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0

    def as_unchanged(self) -> Self:
        """Return what the next publish of the same outputs would do: keep them all."""
        return type(self)(kept=len(self.new) + len(self.changed) + self.kept)


def publish(  # noqa: PLR0913  (what is to stand, where, and how)
    outputs: Sequence[AnyOutput],
    target: Path,
    groups: Groups = (),
    make: Make | None = None,
    *,
    verify: bool = False,
    progress: Progress | None = None,
    witness: Witness | None = None,
) -> tuple[Published | None, list[Problem]]:
    """Make the folder hold these outputs, and what other people put there; with any problem, change nothing at all.

    A file that stands as the list says is kept unmade: by the date of its folder, by its own size and date where
    somebody touched that, with `verify` by its hash. `make` makes what is due of the groups. Where a `witness` does not
    know the list, it came with somebody else's folder: all is made, and what has the same bytes stays.
    OSError comes out of a broken machine or a full disk; the folder stays whole, and the next publish ends the work.
    """
    done, problems = _published(outputs, target, groups, make, verify, progress, witness)
    # Only now that the list is no longer held: each path takes as much memory as its line there.
    if done is None:
        return None, problems
    new, changed, removed = (tuple(sorted(paths)) for paths in done.moved)
    return Published(new, changed, removed, done.kept), problems


class _Done(Struct, frozen=True):
    """What was done in the output folder."""

    moved: tuple[Paths, Paths, Paths]
    """What is new, changed and removed."""
    kept: int


def _published(  # noqa: PLR0913, PLR0917  (as above)
    outputs: Sequence[AnyOutput],
    target: Path,
    groups: Groups,
    make: Make | None,
    verify: bool,  # noqa: FBT001  (as its caller has it)
    progress: Progress | None,
    witness: Witness | None,
) -> tuple[_Done | None, list[Problem]]:
    if barred := _barred(target):
        return None, [barred]
    is_first = not target.exists()
    if is_first and (problems := check_claims(outputs, groups, {}, target.name)):
        return None, problems
    target.mkdir(parents=True, exist_ok=True)
    with hold(target) as busy:
        if busy:
            return None, [busy]
        try:
            manifest = read_manifest(target)
            ground = Ground(target, manifest, trusted=witness is None or witness.known() == manifest.latest)
            listed = ground.rows if ground.trusted else {}
            if not is_first and (problems := check_claims(outputs, groups, listed, target.name)):
                return None, problems
            with staging_in(target) as staging:
                making = Making(ground, staging, verify=verify)
                _make(making, outputs, groups, make, progress)
                return _move(making, target, staging, ground, witness)
        except DamagedError as error:
            return None, [_damaged(f"{target.name}/{error}")]


def _barred(target: Path) -> Problem | None:
    """Say what stands where the folder of the site is due, and is none."""
    at = Location(target.name)
    if target.is_symlink():
        message = "a link stands where the folder of the site is due"
        return Problem(at, Kind.OUTPUT_TAKEN, message, "name the folder that you mean with --output")
    if target.exists() and not target.is_dir():
        return Problem(at, Kind.OUTPUT_TAKEN, "a file stands where the folder of the site is due")
    return None


def _make(
    making: Making,
    outputs: Sequence[AnyOutput],
    groups: Groups,
    make: Make | None,
    progress: Progress | None,
) -> None:
    """Go through all outputs, and tell how far it has come."""
    if progress:
        progress.start("publishing", len(outputs) + len(groups))
    # By turns, so that this process makes lists while others make briefs.
    turns = zip_longest(making.take_groups(groups, make) if make else (), map(making.take, outputs))
    told = 0
    for _ in turns:
        if progress:
            progress.advance(making.done - told)
            told = making.done


def _move(
    making: Making, target: Path, staging: Staging, ground: Ground, witness: Witness | None
) -> tuple[_Done | None, list[Problem]]:
    moves = making.moves()
    if making.problems:
        return None, in_order(making.problems)
    if moves.any or ground.outdated or moves.rows != ground.rows:
        move_in(target, moves, staging, ground, witness.tell if witness else None)
    new = Paths.joined(staged.new for staged in moves.staged.values())
    changed = Paths.joined(staged.changed for staged in moves.staged.values())
    kept = sum(map(count_in, moves.rows.values())) - len(new) - len(changed)
    return _Done((new, changed, Paths.of(moves.removed)), kept), []


def _damaged(path: str) -> Problem:
    message = "the list of the files that sitegen made cannot be read"
    hint = "delete it and what sitegen made in this folder; the next build makes everything again"
    return Problem(Location(path), Kind.FILE_UNREADABLE, message, hint)
