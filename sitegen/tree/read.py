"""Text -> tree: mended where a mistake is plain, bounded, and with the places where things were typed."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from sitegen.problems import Kind, Location, Problem
from sitegen.tree.build import Builder
from sitegen.tree.characters import lines_of
from sitegen.tree.events import Event, LimitError, NotYamlError, Spot, bounded_events
from sitegen.tree.findings import Finding
from sitegen.tree.layout import indentation
from sitegen.tree.nodes import Node
from sitegen.tree.simple import simple_table
from sitegen.tree.suspicion import is_suspicious
from sitegen.tree.wording import shown

if TYPE_CHECKING:  # what mends is imported where something is to be mended
    from sitegen.tree.mend import Mender

CHARACTERS = 300_000
"""Of one file: some sixty pages of typing."""
_EFFORT = 2_000_000
"""Characters parsed in all rounds together: a large file is given up sooner than a small one."""


def read_tree(
    text: str,
    path: str,
    first_line: int = 1,
    keys: Collection[str] = (),
    leads: Mapping[str, str] | None = None,
) -> tuple[Node | None, list[Problem]]:
    """Return the values of a YAML text with their places, None where it is empty or cannot be understood.

    `keys` of the language and `leads`, by the key of a list the key that a text alone in it stands for, make more
    mistakes plain: a missing colon, a key that stands in the wrong column.
    """
    if len(text) > CHARACTERS:
        message = f"the file holds {len(text):,} characters, and {CHARACTERS:,} are the most that is read"
        return None, [Problem(Location(path, first_line), Kind.FILE_TOO_LARGE, message)]
    simple = simple_table(text, path, first_line)
    return (simple, []) if simple else _Reading(text, path, first_line).read(keys, leads or {})


class _Reading:
    """The reading of one file."""

    def __init__(self, text: str, path: str, first_line: int) -> None:
        lines, self.findings = lines_of(text)
        self.path = path
        self.first_line = first_line
        self.mender: Mender | None = None
        self.lines = lines

    def read(self, keys: Collection[str], leads: Mapping[str, str]) -> tuple[Node | None, list[Problem]]:
        """Parse; where that fails, mend the lines and parse again; then leave out line by line what still stops it."""
        text = "\n".join(self.lines)
        if is_suspicious(text, keys) and not self._mend(keys, leads):
            return None, self._problems()
        effort = _EFFORT
        while effort > 0:
            text = "\n".join(self.lines)
            effort -= len(text) + 1
            try:
                events = list(bounded_events(text))
            except LimitError as error:
                return None, [*self._problems(), Problem(self._place(error.spot), Kind.YAML_LIMIT, error.message)]
            except NotYamlError as error:
                goes_on = self._leave_out(error.spot) if self.mender else self._mend(keys, leads)
                if not goes_on:
                    break
            else:
                return self._built(text, events)
        return None, self._problems()

    def _built(self, text: str, events: list[Event]) -> tuple[Node | None, list[Problem]]:
        builder = Builder(text, self._place)
        root = builder.build(events)
        return root, [*self._problems(), *builder.problems]

    def _mend(self, keys: Collection[str], leads: Mapping[str, str]) -> bool:
        """Mend the lines; return False where that was given up."""
        from sitegen.tree.mend import MISTAKES, Mender, TooManyMistakesError  # noqa: PLC0415  (most files are sound)

        self.mender = Mender(self.lines, keys, leads)
        try:
            self.findings += self.mender.mend()
        except TooManyMistakesError as error:
            message = f"there are more than {MISTAKES} mistakes up to here; the rest is not looked at"
            self.findings += self.mender.sheet.all_findings()
            self.findings.append(Finding(error.line, 0, Kind.YAML_LIMIT, message))
            return False
        return True

    def _leave_out(self, spot: Spot) -> bool:
        """Report and empty the line that stops the parser, and what is indented below it; False where none is left."""
        number = min(spot.line, len(self.lines) - 1)
        while number > 0 and not self.lines[number].strip():
            number -= 1
        line = self.lines[number]
        if not line.strip():
            return False
        column = spot.column if number == spot.line else indentation(line)
        message = f"this cannot be understood as YAML: {shown(line)}"
        hint = "look at the quotation marks, colons, brackets and the indentation here and in the line above"
        self.findings.append(Finding(number, column, Kind.YAML_SYNTAX, message, hint))
        self.lines[number] = ""
        for below in range(number + 1, len(self.lines)):
            if self.lines[below].strip() and indentation(self.lines[below]) <= indentation(line):
                break
            self.lines[below] = ""
        return True

    def _place(self, spot: Spot) -> Location:
        column = self.mender.sheet.typed_column(spot.line, spot.column) if self.mender else spot.column
        return Location(self.path, spot.line + self.first_line, column + 1)

    def _problems(self) -> list[Problem]:
        return [
            Problem(
                Location(self.path, found.line + self.first_line, found.column + 1),
                found.kind,
                found.message,
                found.hint,
            )
            for found in self.findings
        ]
