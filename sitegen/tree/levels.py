"""The lists and mappings that are open at a line, by the columns at which they stand."""

from typing import NamedTuple

from sitegen.tree.layout import Line


class Level(NamedTuple):
    """An open list or mapping."""

    column: int
    is_list: bool
    key: str = ""
    """Of a list: the key that it is the value of."""


class Levels:
    """All that are open, outermost first."""

    def __init__(self) -> None:
        self._open: list[Level] = []

    @property
    def mappings(self) -> set[int]:
        """The columns at which keys stand."""
        return {level.column for level in self._open if not level.is_list}

    @property
    def list_key(self) -> str:
        """The key of the innermost list."""
        return next((level.key for level in reversed(self._open) if level.is_list), "")

    def takes_dash(self, column: int, *, is_open: bool) -> bool:
        """Say whether a dash is due at a column: a list stands there, or the key above waits for its value."""
        if any(level.is_list and level.column == column for level in self._open):
            return True
        return is_open and bool(self._open) and column >= self._open[-1].column

    def column_for(self, line: Line, *, is_open: bool) -> int | None:
        """Return the column that a line belongs to where it stands at none, None where it stands well."""
        is_list = bool(line.dashes)
        inner = [level for level in self._open if level.column <= line.column]
        if not self._open or any(level.column == line.column and level.is_list == is_list for level in inner):
            return None
        if is_open and inner == self._open and (line.column > inner[-1].column or is_list):
            return None
        same = [level.column for level in self._open if level.is_list == is_list]
        return min(same, key=lambda column: abs(column - line.column), default=None)

    def enter(self, line: Line, key: str) -> None:
        """Close what a line is outside of, and open what begins on it; `key` is that of the line above."""
        for column, is_list in line.levels:
            while self._open and (self._open[-1].column > column or self._is_done(column, is_list=is_list)):
                self._open.pop()
            if (column, is_list) not in [(level.column, level.is_list) for level in self._open]:
                self._open.append(Level(column, is_list, key if is_list else ""))

    def enter_mapping(self, column: int) -> None:
        """Open a mapping that a list item turned out to be."""
        self._open.append(Level(column, is_list=False))

    def _is_done(self, column: int, *, is_list: bool) -> bool:
        """Say whether the innermost is a list at the column of a key: the list of the key before."""
        return not is_list and self._open[-1].is_list and self._open[-1].column == column
