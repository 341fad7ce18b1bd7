"""Expanded tree -> forms: one walk judges each value once, and reports what is wrong where it was typed."""

from collections.abc import Collection
from typing import Any, TypeVar

from sitegen.problems import Problem
from sitegen.read.fields import Check, Fault, KindOfSource
from sitegen.read.forms import Choice, Form, Key, Listed, Plan, Taken, plan_of
from sitegen.read.objections import Objection, problem_of
from sitegen.tree import Items, Node, Table, Text

F = TypeVar("F", bound=Form)


def validate(form: type[F], tree: Table, kinds: Collection[str]) -> tuple[F, Table, list[Problem]]:
    """Return the form, the tree without what was wrong in it, and the problems; `kinds` are those of sources.

    The form is that of a file: it needs none of its keys.
    """
    walk = _Walk(kinds)
    value, left = walk.table(form, tree, "") or (form(), Table((), tree.at))
    return value, left, walk.problems


class _Walk:
    """One walk over a tree; each step returns a value and its node without what is wrong in it, None where all is."""

    def __init__(self, kinds: Collection[str]) -> None:
        self.problems: list[Problem] = []
        self._kinds = kinds

    def table(self, form: type[F], table: Table, above: str) -> tuple[F, Table] | None:
        """Judge a table, which goes as a whole where it lacks a needed key; `above` is the key that it stands under."""
        plan = plan_of(form)
        values, kept = self._keys(plan, table, above)
        for text, node in table.pairs:
            if text.value not in plan.typed:
                self._object(Objection("unknown key", form, text.value, _spoken(text, node, above), text))
        if any(key.typed not in kept and key.unless not in kept for key in plan.needed):
            return None
        pairs = tuple([(text, kept[text.value]) for text, _ in table.pairs if text.value in kept])
        return form(**values), table if pairs == table.pairs else Table(pairs, table.at)

    def _keys(self, plan: Plan, table: Table, above: str) -> tuple[dict[str, Any], dict[str, Node]]:
        """Judge the keys of a table; return values by the names of fields, and nodes by the keys."""
        typed = {text.value: (text, node) for text, node in table.pairs}
        values: dict[str, Any] = {}
        kept: dict[str, Node] = {}
        for key in plan.keys:
            pair = typed.get(key.typed)
            if pair:
                judged = self._value(key.takes, pair[1], key, _spoken(*pair, above))
                if judged:
                    values[key.name], kept[key.typed] = judged
            elif key.is_needed and key.unless not in typed:
                self._object(Objection("missing key", key.form, key.typed, key.typed, table))
        return values, kept

    def _value(self, takes: Taken, node: Node, key: Key, spoken: str) -> tuple[Any, Node] | None:
        """Judge the value of a key, or an item of it."""
        if isinstance(node, Text):
            value = self._word(takes, node.value.strip())
            if value is not None:
                return value, node
        elif isinstance(node, Table):
            if isinstance(takes, type):
                return self.table(takes, node, spoken)
        elif isinstance(takes, Listed):
            return self._items(takes.each, node, key, spoken)
        form = takes if isinstance(takes, type) else key.form
        choices = takes.values if isinstance(takes, Choice) else self._kinds
        self._object(Objection(_fault(takes, node), form, key.typed, spoken, node, choices))
        return None

    def _items(self, each: Taken, node: Items, key: Key, spoken: str) -> tuple[tuple[Any, ...], Items]:
        judged = [found for item in node.items if (found := self._value(each, item, key, spoken))]
        items = tuple([item for _, item in judged])
        return tuple([value for value, _ in judged]), node if items == node.items else Items(items, node.at)

    def _word(self, takes: Taken, text: str) -> object:
        """Return what a text means, None where it does not fit."""
        if takes is None:
            return text
        if isinstance(takes, Choice):
            return takes.values.get(text)
        if isinstance(takes, KindOfSource):
            return text if text in self._kinds else None
        return text if isinstance(takes, Check) and takes.fits(text) else None

    def _object(self, objection: Objection) -> None:
        self.problems.append(problem_of(objection))


def _fault(takes: Taken, node: Node) -> Fault:
    """Return what is wrong with a value."""
    match takes:
        case Listed():
            return "no list"
        case type():
            return "no mapping"
        case Choice():
            return "no choice"
        case Check(fault=fault) if isinstance(node, Text):
            return fault
        case KindOfSource() if isinstance(node, Text):
            return "no choice"
    return "no text"


def _spoken(key: Text, node: Node, above: str) -> str:
    """Return the key that somebody typed: one that a shorthand stands for is at the place of its value."""
    return key.value if key.at != node.at or not above else above
