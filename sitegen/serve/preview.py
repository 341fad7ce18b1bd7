"""Preview: what the server shows, and what the last build said of it."""

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from sitegen.pipeline import Outcome, Progress
from sitegen.problems import Problem, Severity


class Preview(Struct):
    """The state of one preview; only the event loop's thread touches it."""

    root: Path
    """The project."""
    target: Path
    """The folder that is served: always the last good site."""
    build: Callable[[Progress], Outcome]
    """Build into the folder; runs in another thread, and ends where the progress raises."""
    problems: tuple[Problem, ...] = ()
    failure: str = ""
    """What broke the last build beside problems in people's files: one sentence."""
    builds: int = 0
    """How many builds have come to their end."""

    def report(self) -> dict[str, object]:
        """Return what the page in the browser shows of the last build, ready for JSON."""
        rows = [_row(problem) for problem in self.problems]
        broken = bool(self.failure) or any(problem.severity is Severity.ERROR for problem in self.problems)
        return {"building": not self.builds, "broken": broken, "failure": self.failure, "problems": rows}


def _row(problem: Problem) -> dict[str, str]:
    return {
        "place": str(problem.at),
        "severity": problem.severity.value,
        "code": problem.kind.value,
        "message": problem.message,
        "hint": problem.hint,
    }
