"""The lines of a file while they are put right in memory, with the places where everything was typed."""

import re

from sitegen.problems import Kind
from sitegen.tree.findings import Finding
from sitegen.tree.layout import Line, indentation, take_apart
from sitegen.tree.suspicion import ODD
from sitegen.tree.wording import quoted

_LEAD = re.compile(f"[ \t{ODD}]*")
_ODD_BEHIND = re.compile(rf"(?:^ *(?:- *)*-|^ *(?:- +)*[\w-]+:)(?P<odd>[ \t{ODD}]*[\t{ODD}][ \t{ODD}]*)")
_TAB = "  "


class Sheet:
    """Lines that change, and the findings about them."""

    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.findings: list[Finding] = []
        self._shifts: dict[int, list[tuple[int, int]]] = {}
        self._tabs: list[tuple[int, int]] = []
        self._odd: list[tuple[int, int]] = []

    def typed_column(self, number: int, column: int) -> int:
        """Return where a column of a line as it is now was typed."""
        for start, by in reversed(self._shifts.get(number, [])):
            if column >= start:
                column = max(column - by, start if by > 0 else 0)
        return column

    def report(self, number: int, column: int, message: str, hint: str = "", kind: Kind = Kind.YAML_MISTAKE) -> None:
        """Note what is wrong at a column of a line as it is now."""
        self.findings.append(Finding(number, self.typed_column(number, column), kind, message, hint))

    def shift(self, number: int, start: int, by: int) -> None:
        """Insert spaces at a column, or take some away."""
        line = self.lines[number]
        self.lines[number] = f"{line[:start]}{' ' * by}{line[start - min(by, 0) :]}"
        self._shifts.setdefault(number, []).append((start, by))

    def insert(self, number: int, start: int, text: str) -> None:
        """Insert a text at a column."""
        line = self.lines[number]
        self.lines[number] = f"{line[:start]}{text}{line[start:]}"
        self._shifts.setdefault(number, []).append((start, len(text)))

    def straighten(self, number: int) -> None:
        """Make plain spaces of tabs and odd spaces in the indentation, behind dashes and behind the key."""
        line = self.lines[number]
        lead = _LEAD.match(line)
        typed = lead[0] if lead else ""
        if typed.strip(" "):
            (self._tabs if "\t" in typed else self._odd).append((number, len(typed) - len(typed.lstrip(" "))))
            straight = "".join(_TAB if mark == "\t" else " " for mark in typed)
            self.lines[number] = straight + line[len(typed) :]
            self._shifts.setdefault(number, []).append((len(typed), len(straight) - len(typed)))
        while odd := _ODD_BEHIND.search(self.lines[number]):
            if "\t" not in odd["odd"]:
                self._odd.append((number, odd.start("odd")))
            line = self.lines[number]
            self.lines[number] = line[: odd.start("odd")] + " " * len(odd["odd"]) + line[odd.end("odd") :]

    def rewrite(self, line: Line, number: int, end: int, meant: str) -> None:
        """Put a text in quotation marks in place of a value that goes on to before line `end`."""
        head = line.typed[: line.value_column]
        self.lines[number] = head + (" " if head and not head.endswith(" ") else "") + quoted(meant)
        self.lines[number + 1 : end] = [""] * (end - number - 1)

    def read(self, number: int) -> Line | None:
        """Return the parts of a line as it is now."""
        return take_apart(self.lines[number])

    def indent_of(self, number: int) -> int | None:
        """Return how far a line is indented, None where it is empty."""
        return indentation(self.lines[number]) if self.lines[number].strip() else None

    def all_findings(self) -> list[Finding]:
        """Return the findings; tabs and odd spaces are one each, however many lines they begin."""
        spaces = [
            (self._tabs, "a tab", "replace each tab by two spaces"),
            (self._odd, "a no-break space", "delete the white space and type it again"),
        ]
        found = list(self.findings)
        for places, what, hint in spaces:
            if places:
                others = len({number for number, _ in places}) - 1
                more = f", and in {others} other line{'s' * (others > 1)}" if others else ""
                message = f"{what} stands here{more}, where YAML takes only plain spaces"
                found.append(Finding(*places[0], Kind.YAML_MISTAKE, message, hint))
        return found


def as_it_should_be(line: Line, meant: str) -> str:
    """Return a line as a person would type it, the text in quotation marks."""
    return f"write: {line.typed[line.column : line.value_column]}{quoted(' '.join(meant.split()))}"
