"""How far a value goes: the lines that belong to it, and its text on one line."""

from collections.abc import Callable

from sitegen.tree.layout import Line, comment_behind
from sitegen.tree.levels import Levels
from sitegen.tree.sheet import Sheet

_AHEAD = 400
"""Lines that are looked through for the end of a value."""


class Extent:
    """Looks ahead on a sheet."""

    def __init__(self, sheet: Sheet, levels: Levels, keys: frozenset[str]) -> None:
        self._sheet = sheet
        self._levels = levels
        self._keys = keys

    def spot(self, number: int, line: Line, end: int, offset: int) -> tuple[int, int]:
        """Return the line and column of a character of a value that may go on for several lines."""
        parts = [(number, line.value_column, line.value)]
        for other in range(number + 1, end):
            following = self._sheet.read(other)
            parts += [(other, following.column, following.typed.strip())] if following else []
        for where, column, part in parts:
            if offset <= len(part):
                return where, column + offset
            offset -= len(part) + 1
        return number, line.value_column

    def whole(self, number: int, line: Line, end_of: Callable[[str], int | None]) -> tuple[int, str]:
        """Return a value with the lines up to where it is closed; the text that it may be where it never is."""
        value = line.value
        if end_of(value) is not None:
            return number + 1, value
        for other in range(number + 1, min(number + _AHEAD, len(self._sheet.lines))):
            indent = self._sheet.indent_of(other)
            if indent is not None and indent <= line.parent and self._sheet.lines[other].strip()[0] not in "]}":
                break
            value += "\n" + self._sheet.lines[other].strip()
            if end_of(value) is not None:
                return other + 1, value
        return self.gathered(number, line)

    def gathered(self, number: int, line: Line) -> tuple[int, str]:
        """Return the number of the line behind a text, and the text with the lines that go on with it."""
        parts = [line.value]
        end = number + 1
        comment = comment_behind(line.value)
        if comment and not comment[1]:
            return end, line.value
        for other in range(number + 1, min(number + _AHEAD, len(self._sheet.lines))):
            following = self._sheet.read(other)
            if following is None:
                if self._sheet.lines[other].strip():
                    break
                continue
            if following.column <= line.parent or self._is_key(following):
                break
            parts.append(following.typed.strip())
            end = other + 1
        return end, " ".join(parts)

    def _is_key(self, line: Line) -> bool:
        """Say whether a line begins with a key: of the language where that is known, or in the column of keys."""
        if line.key and line.column in self._levels.mappings:
            return True
        return line.key in self._keys if self._keys else line.has_plain_name
