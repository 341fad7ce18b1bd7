"""Expanded tree -> forms: pydantic judges, and its errors become problems at the place where a thing was typed."""

from collections.abc import Collection, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from sitegen.problems import Problem
from sitegen.read.forms import Form
from sitegen.read.objections import problem_of
from sitegen.tree import Items, Node, Table, Text

F = TypeVar("F", bound=Form)
Path = tuple[int | str, ...]


def validate(form: type[F], tree: Table, context: Mapping[str, Any]) -> tuple[F, Table, list[Problem]]:
    """Return the form, the tree without what was wrong in it, and the problems."""
    problems: list[Problem] = []
    first = True
    while True:
        try:
            return form.model_validate(_values(tree), context=dict(context)), tree, problems
        except ValidationError as error:
            errors = error.errors(include_url=False, include_context=True)
        if first:
            problems = [problem_of(form, tree, found) for found in errors]
        first = False
        left = _without(tree, {_broken(found["type"], found["loc"]) for found in errors})
        tree = left if isinstance(left, Table) else Table((), tree.at)


def _broken(error: str, path: Path) -> Path:
    """Return the path of what must go: where a needed key is missing, the thing that lacks it."""
    return path[:-1] if error == "missing" else path


def _values(node: Node) -> str | list[Any] | dict[str, Any]:
    match node:
        case Text(value):
            return value.strip()
        case Items(items):
            return [_values(item) for item in items]
        case Table(pairs):
            return {key.value: _values(value) for key, value in pairs}


def _without(node: Node, broken: Collection[Path]) -> Node | None:
    """Return the tree without the values at these paths."""
    if not broken:
        return node
    if () in broken:
        return None
    match node:
        case Text():
            return None
        case Items(items, at):
            left = [_without(item, _below(broken, number)) for number, item in enumerate(items)]
            return Items(tuple(item for item in left if item is not None), at)
        case Table(pairs, at):
            kept = [(key, _without(value, _below(broken, key.value))) for key, value in pairs]
            return Table(tuple((key, value) for key, value in kept if value is not None), at)


def _below(paths: Collection[Path], step: int | str) -> list[Path]:
    return [path[1:] for path in paths if path[:1] == (step,)]
