"""Pipeline: the only place that knows the order of the stages.

A build that finds nothing changed ends here, before any stage is imported.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.cache import FOLDER, Cache
from sitegen.model.output import Edition
from sitegen.pipeline.inputs import Inputs
from sitegen.pipeline.order import ClusterError, Order, Outcome, Progress, Silence
from sitegen.problems import Problem
from sitegen.publish.lock import hold_project

if TYPE_CHECKING:  # what a build with nothing to do has no use for
    from sitegen.model.analysis import Analysis
    from sitegen.model.article import Article
    from sitegen.pipeline.crew import Crew

__all__ = ["ClusterError", "Edition", "Order", "Outcome", "Progress", "Silence", "build", "check", "propose"]


def build(root: Path, order: Order, progress: Progress, *, crew: "Crew | None" = None) -> Outcome:
    """Make the site of a project, or say what stands against it.

    Who builds again and again keeps a crew, which keeps what it has loaded.
    """
    with Cache.open(root) as cache:
        inputs = Inputs.of(root, cache)
        done = inputs.recall(order)
        if done is not None:
            return done
        with _held(root, order) as busy:
            return Outcome((busy,)) if busy else _run(inputs, order, progress, crew)


def _held(root: Path, order: Order) -> AbstractContextManager[Problem | None]:
    """Hold the project against other builds; previews write nothing there, and stand beside one."""
    return nullcontext() if order.edition is Edition.PREVIEW else hold_project(root / FOLDER, order.target)


def _run(inputs: Inputs, order: Order, progress: Progress, crew: "Crew | None") -> Outcome:
    from sitegen.pipeline.run import run  # noqa: PLC0415  (a build with nothing to do imports no stage)

    outcome = run(inputs, order, progress, crew)
    inputs.remember(order, outcome)
    return outcome


def check(root: Path, paths: Sequence[Path], progress: Progress, *, jobs: int = 1, dask: str = "") -> Outcome:
    """Judge articles and annotations, all or those at or below the paths; nothing is written but the cache."""
    from sitegen.pipeline.run import judge_only  # noqa: PLC0415  (the same reason)

    with Cache.open(root) as cache:
        return judge_only(root, cache, paths, Order(root, jobs=jobs, dask=dask), progress)


def propose(root: Path, article: Path) -> "tuple[Article | None, Analysis | None, list[Problem]]":
    """Read and analyse one article, whatever an annotation file says of it."""
    from sitegen.pipeline.run import analyse_one  # noqa: PLC0415  (the same reason)

    with Cache.open(root) as cache:
        return analyse_one(root, cache, article)
