"""Publish stage: outputs -> the files of the site; only what changed is made, staged, then moved in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from sitegen.model.output import Bundle, Output
from sitegen.problems import Kind, Location, Problem, in_order
from sitegen.publish.bundles import unfold
from sitegen.publish.ground import Ground
from sitegen.publish.lock import hold
from sitegen.publish.making import Making
from sitegen.publish.manifest import NAME, read_manifest
from sitegen.publish.moving import move_in
from sitegen.publish.paths import check_paths
from sitegen.publish.staging import staging_in
from sitegen.publish.stamp import stamp

__all__ = ["Progress", "Published", "publish", "stamp"]


class Progress(Protocol):
    """Someone who is told how far the work has come."""

    def start(self, stage: str, total: int) -> None:
        """Begin a stage of so many steps."""

    def advance(self, count: int = 1) -> None:
        """Do some of them."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publish did in the output folder; all paths sorted."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: int = 0

    def as_unchanged(self) -> Self:
        """Return what the next publish of the same outputs would do: keep them all."""
        return type(self)(kept=len(self.new) + len(self.changed) + self.kept)


def publish(
    outputs: Sequence[Output | Bundle], target: Path, *, verify: bool = False, progress: Progress | None = None
) -> tuple[Published | None, list[Problem]]:
    """Make the folder hold these outputs, and what other people put there; with any problem, change nothing at all.

    A file that stands as the list says is kept unmade: by size and date, with `verify` by its hash.
    OSError comes out of a broken machine or a full disk; the folder stays whole, and the next publish ends the work.
    """
    single = [output for output in outputs if isinstance(output, Output)]
    bundles = [output for output in outputs if isinstance(output, Bundle)]
    problems = check_paths([output.path for output in single], [bundle.folder for bundle in bundles], target.name)
    if target.exists() and not target.is_dir():
        at = Location(target.name)
        problems.append(Problem(at, Kind.OUTPUT_TAKEN, "a file stands where the folder of the site is due"))
    if problems:
        return None, problems
    target.mkdir(parents=True, exist_ok=True)
    with hold(target) as busy:
        return (None, [busy]) if busy else _publish(single, bundles, target, verify=verify, progress=progress)


def _publish(
    single: Sequence[Output], bundles: Sequence[Bundle], target: Path, *, verify: bool, progress: Progress | None
) -> tuple[Published | None, list[Problem]]:
    manifest = read_manifest(target)
    if manifest is None:
        return None, [_damaged(target)]
    outputs = [*single, *(output for bundle in bundles for output in unfold(bundle, manifest))]
    ground = Ground(target, manifest, {output.path for output in outputs})
    with staging_in(target) as staging:
        making = Making(ground, staging, verify=verify)
        for output in _told(outputs, progress):
            making.take(output)
        if making.problems:
            return None, in_order(making.problems)
        moves = making.moves()
        if moves.any or ground.outdated or moves.files != manifest.files:
            move_in(target, moves, staging, ground)
    kept = len(outputs) - len(moves.new) - len(moves.changed)
    return Published(moves.new, moves.changed, moves.removed, kept), []


def _damaged(target: Path) -> Problem:
    message = "the list of the files that sitegen made cannot be read"
    hint = "delete it and what sitegen made in this folder; the next build makes everything again"
    return Problem(Location(f"{target.name}/{NAME}"), Kind.FILE_UNREADABLE, message, hint)


def _told(outputs: Sequence[Output], progress: Progress | None) -> Iterator[Output]:
    """Go through the outputs and tell how far it has come."""
    if progress:
        progress.start("publishing", len(outputs))
    for output in outputs:
        yield output
        if progress:
            progress.advance()
