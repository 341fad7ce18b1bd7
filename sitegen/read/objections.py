"""What pydantic objects to, in words for people who have never heard of it."""

from typing import Any

from pydantic_core import ErrorDetails

from sitegen.problems import Kind, Location, Problem
from sitegen.read.forms import Form
from sitegen.tree import Items, Node, Table, Text


def problem_of(form: type[Form], tree: Table, error: ErrorDetails) -> Problem:
    """Return the problem that an error of the validation stands for."""
    return Problem(tree.at, Kind.WRONG_VALUE, f"{error}")
