"""What a build is asked for, and what came of it."""

from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct

from sitegen.model.output import Edition
from sitegen.problems import Problem, Severity
from sitegen.publish import Progress, Published

__all__ = ["ClusterError", "Order", "Outcome", "Progress", "Silence"]


_USUALLY, _STRICTLY = (Severity.ERROR,), (Severity.ERROR, Severity.WARNING)
"""What bars a brief from being published."""


class ClusterError(Exception):
    """A cluster cannot do the work; its text says why, and what helps."""


class Order(Struct, frozen=True):
    """What a build is asked for."""

    target: Path
    edition: Edition = Edition.BUILD
    strict: bool = False
    """Whether warnings stop the build as errors do."""
    keep_going: bool = False
    """Whether sound briefs are published beside the last good version of the others."""
    overwrite: tuple[str, ...] = ()
    """Slugs of briefs whose hand-made changes may be overwritten."""
    verify: bool = False
    """Whether every file of the site is compared with what it should be."""
    jobs: int = 1
    """How many processes work; with one, all is done in this one; with 0, one for each core."""
    dask: str = ""
    """The address of the scheduler of the Dask cluster that works in their place."""

    @property
    def name(self) -> str:
        """What a kind of build is remembered by; previews share one name, since each has a folder of its own."""
        return "preview" if self.edition is Edition.PREVIEW else f"build:{self.target}"

    def bars(self, problems: Iterable[Problem]) -> bool:
        """Say whether any of the problems keeps what it is about from being published."""
        weights = _STRICTLY if self.strict else _USUALLY
        return any(problem.severity in weights for problem in problems)


class Outcome(Struct, frozen=True):
    """What came of a build or a check."""

    problems: tuple[Problem, ...] = ()
    published: Published | None = None
    """None where nothing was published: the site stands as it stood."""
    briefs: int = 0
    """How many briefs the site has, or how many were checked."""
    unchanged: bool = False
    """Whether nothing had changed since the last build."""


class Silence:
    """Progress that nobody is told of."""

    def start(self, stage: str, total: int) -> None:
        """Tell nobody that a stage begins."""

    def advance(self, count: int = 1) -> None:
        """Tell nobody of steps done."""
