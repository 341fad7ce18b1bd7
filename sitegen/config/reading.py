"""sitegen.yaml found and read."""

from collections.abc import Collection, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from sitegen.config.forms import LANGUAGE, SITE_FILE, Form, language_of
from sitegen.config.settings import Budget, Settings
from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem
from sitegen.root import FILE
from sitegen.tree import Node, Table, Text, read_tree

_FEW = 6
STATIC = "static"


def read_settings(root: Path) -> tuple[Settings, list[Problem]]:
    """Return the settings of a project; what is missing or does not fit has its default."""
    try:
        # Some editors put a byte-order mark before UTF-8.
        text = (root / FILE).read_bytes().decode("utf-8-sig")
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        return Settings(), [Problem(Location(FILE), Kind.FILE_UNREADABLE, f"the settings cannot be read: {reason}")]
    except UnicodeDecodeError:
        message = "the settings are not text in UTF-8"
        return Settings(), [Problem(Location(FILE), Kind.FILE_NOT_TEXT, message, "save the file as UTF-8")]
    node, problems = read_tree(text, FILE, keys=[each.name for each in (*fields(Settings), *fields(Budget))])
    return (_Reader(problems, root).settings(node) if node else Settings()), problems


class _Reader:
    """Turns typed values into settings and notes what does not fit."""

    def __init__(self, problems: list[Problem], root: Path) -> None:
        self.problems = problems
        self.root = root

    def settings(self, node: Node) -> Settings:
        """Return the settings of the whole file."""
        return Settings(**self._values(node, Settings))

    def _values(self, node: Node, about: type[Settings | Budget], within: str = "") -> dict[str, Any]:
        """Return the values of a mapping that fit; `within`: its name with a dot behind it."""
        known = {each.name: each for each in fields(about)}
        found: dict[str, Any] = {}
        for key, value in self._pairs(node, within):
            if key.value in known:
                found[key.value] = self._value(within + key.value, value, known[key.value].metadata)
            else:
                self._report(key, f"there is no setting “{within}{key.value}”", _meant(key.value, known))
        return {name: value for name, value in found.items() if value is not None}

    def _value(self, name: str, value: Node, about: Mapping[str, Any]) -> object:
        """Return the value of one setting, None where it does not fit."""
        if name == "budget":
            return self._budget(value)
        if "each" in about:
            return self._each(name, value, about["form"])
        if about["form"] is SITE_FILE:
            return self._existing(name, value)
        return self._fitting(name, value, language_of(self.root) if about["form"] is LANGUAGE else about["form"])

    def _existing(self, name: str, node: Node) -> object:
        """Return the path of a file in static/, None where it is not there."""
        path = self._fitting(name, node, SITE_FILE)
        if path is None or (self.root / STATIC / str(path)).is_file():
            return path
        self._report(node, f"“{name}” names {STATIC}/{path}, which is not there", f"put the file into {STATIC}/")
        return None

    def _budget(self, node: Node) -> Budget:
        """Return the budget; shares that warn later than they fail are a problem."""
        budget = Budget(**self._values(node, Budget, "budget."))
        for share in ("quotes", "prose"):
            warn, fail = getattr(budget, f"{share}_warn"), getattr(budget, f"{share}_fail")
            if warn > fail:
                self._report(node, f"budget.{share}_warn ({warn}) is larger than budget.{share}_fail ({fail})")
        return budget

    def _each(self, name: str, node: Node, form: Form) -> dict[str, object]:
        """Return the values of a setting that takes one for each name that people think of."""
        pairs = self._pairs(node, f"{name}.")
        found = {key.value: self._fitting(f"{name}.{key.value}", value, form) for key, value in pairs}
        return {key: value for key, value in found.items() if value}

    def _pairs(self, node: Node, within: str) -> tuple[tuple[Text, Node], ...]:
        """Return the pairs of a mapping; a key without a value keeps its default."""
        if isinstance(node, Table):
            return tuple((key, value) for key, value in node.pairs if not (isinstance(value, Text) and not value.value))
        name = f"“{within.removesuffix('.')}”" if within else "the file"
        self._report(node, f"{name} takes lines of the form “key: value”")
        return ()

    def _fitting(self, name: str, value: Node, form: Form) -> object:
        """Return the value that was typed, None where it does not fit."""
        if not isinstance(value, Text):
            self._report(
                value, f"“{name}” takes {form.takes}, not {'a mapping' if isinstance(value, Table) else 'a list'}"
            )
            return None
        fitting = form.parse(value.value)
        if fitting is None:
            self._report(
                value, f"“{name}” takes {form.takes}, not “{value.value}”", _meant(value.value, form.choices())
            )
        return fitting

    def _report(self, node: Node, message: str, hint: str = "") -> None:
        self.problems.append(Problem(node.at, Kind.SETTING_WRONG, message, hint))


def _meant(word: str, choices: Collection[str]) -> str:
    """Return a hint: the nearest choice, else all of them where they are few."""
    if near := nearest(word, choices):
        return f"did you mean “{near}”?"
    return f"it takes one of: {', '.join(choices)}" if 0 < len(choices) <= _FEW else ""
