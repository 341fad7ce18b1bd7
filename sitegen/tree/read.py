"""Text -> tree: the way in."""

from collections.abc import Collection

import yaml

from sitegen.problems import Kind, Location, Problem
from sitegen.tree.build import Builder
from sitegen.tree.limits import CHARACTERS, LimitError, bounded_events
from sitegen.tree.nodes import Node


def read_tree(
    text: str, path: str, first_line: int = 1, keys: Collection[str] = ()
) -> tuple[Node | None, list[Problem]]:
    """Return the values of a YAML text with their places, None where it is empty or cannot be understood."""
    if len(text) > CHARACTERS:
        message = f"the file holds {len(text):,} characters, more than the {CHARACTERS:,} that are read"
        return None, [Problem(Location(path, first_line), Kind.FILE_TOO_LARGE, message)]
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")

    def place(mark: yaml.Mark) -> Location:
        return Location(path, mark.line + first_line, mark.column + 1)

    builder = Builder(text, place)
    try:
        root = builder.build(bounded_events(text))
    except LimitError as error:
        return None, [Problem(place(error.mark), Kind.YAML_LIMIT, error.message)]
    except yaml.MarkedYAMLError as error:
        return None, [Problem(place(error.problem_mark), Kind.YAML_SYNTAX, str(error.problem))]
    return root, builder.problems
