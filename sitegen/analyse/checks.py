"""Checks: what the article itself says about checking, about answers and denials, and about what is not known."""

from collections.abc import Iterator

from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Answer, OpenQuestion, ReportedCheck


def find_checks(reading: Reading) -> Iterator[ReportedCheck]:
    """Yield nothing yet."""
    yield from ()


def find_answers(reading: Reading) -> Iterator[Answer]:
    """Yield nothing yet."""
    yield from ()


def find_open_questions(reading: Reading) -> Iterator[OpenQuestion]:
    """Yield nothing yet."""
    yield from ()
