"""What is found wrong in the lines of a file, before it has become a problem with a path."""

from typing import NamedTuple

from sitegen.problems import Kind


class Finding(NamedTuple):
    """One thing wrong in a line; line and column from 0, as typed."""

    line: int
    column: int
    kind: Kind
    message: str
    hint: str = ""
