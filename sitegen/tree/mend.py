"""Usual mistakes of hand-written YAML, put right in memory and reported with the line as it should be."""

import re
from collections.abc import Collection, Mapping

from sitegen.tree.extent import Extent
from sitegen.tree.findings import Finding
from sitegen.tree.flow import end_of_flow, mend_flow
from sitegen.tree.layout import Line, comment_behind
from sitegen.tree.levels import Levels
from sitegen.tree.mistakes import BEGINS, Mistake, diagnose, end_of_quoted
from sitegen.tree.sheet import Sheet, as_it_should_be
from sitegen.tree.wording import quoted, shown

_BLOCK = re.compile(r"[|>][-+0-9]*(?:\s+#.*)?")
_GLUED_DASH = re.compile(r"-(?=[^\s\-\d])")
_LONG_DASH = re.compile(r"[–—•](?=\s)")
_SEPARATOR = re.compile(r"(?:---|\.\.\.)\s*(?:#.*)?$")
_SEPARATOR_BEFORE_MORE = re.compile(r"(?:---|\.\.\.)\s")
_HANDLE = re.compile(r"(?P<handle>@\S+):\s+(?P<words>\S.*)")
MISTAKES = 200
"""After so many, this is not a file that a person wrote."""


class TooManyMistakesError(Exception):
    """Mending was given up; carries the line."""

    def __init__(self, line: int) -> None:
        super().__init__(str(line))
        self.line = line


class Mender:
    """Walks through the lines of one file and puts right what can only be a mistake."""

    def __init__(self, lines: list[str], keys: Collection[str], leads: Mapping[str, str]) -> None:
        """`keys` of the language, and by the key of a list the key that a text alone in it stands for."""
        self.sheet = Sheet(lines)
        self.keys = frozenset(keys)
        self.leads = leads
        self._levels = Levels()
        self._extent = Extent(self.sheet, self._levels, self.keys)
        self._last: tuple[int, Line] | None = None
        """The last line with a value, and what stands on it."""
        self._text: str | None = None
        """The text that the last line holds, None where it is a block, in brackets or sound in quotation marks."""

    def mend(self) -> list[Finding]:
        """Put the lines right and return what was wrong with them."""
        number = 0
        while number < len(self.sheet.lines):
            if len(self.sheet.findings) > MISTAKES:
                raise TooManyMistakesError(number)
            number = self._line(number)
        return self.sheet.all_findings()

    def _line(self, number: int) -> int:
        """Mend one line and the lines that go on with its value; return the number of the next."""
        self.sheet.straighten(number)
        line = self.sheet.read(number)
        if line is None:
            return number + 1
        if _SEPARATOR.match(line.typed) or (self._last and _SEPARATOR_BEFORE_MORE.match(line.typed)):
            return self._separator(number)
        line = self._with_spaces(number, self._with_hyphen(number, line))
        if not line.key and not line.dashes:
            return self._loose(number, line)
        line = self._aligned(number, line)
        self._levels.enter(line, self._last[1].key if self._last else "")
        self._last, self._text = (number, line), None
        return self._value(number, line)

    def _separator(self, number: int) -> int:
        """Take out a line that ends the file for YAML, whatever stands behind the sign."""
        if self._last:
            more = "" if _SEPARATOR.match(self.sheet.lines[number]) else self.sheet.lines[number]
            if any(line.strip() for line in (more, *self.sheet.lines[number + 1 :])):
                message = "a line of three dashes or dots ends the file for YAML, but more follows"
                self.sheet.report(number, 0, message, "delete this line, or put a # before it")
            self.sheet.lines[number] = ""
        return number + 1

    def _with_hyphen(self, number: int, line: Line) -> Line:
        """Put a hyphen where a word processor made a longer dash or a bullet of it."""
        start = line.key_column
        if not _LONG_DASH.match(line.typed, start) or not self._levels.takes_dash(start, is_open=self._is_open()):
            return line
        self.sheet.lines[number] = f"{line.typed[:start]}-{line.typed[start + 1 :]}"
        message = f"an item of a list begins with a hyphen, but with “{line.typed[start]}” here"
        self.sheet.report(number, start, message, f"write: {self.sheet.lines[number].strip()}")
        return self.sheet.read(number) or line

    def _with_spaces(self, number: int, line: Line) -> Line:
        """Put in the space that a dash or a known key lacks behind it."""
        start = line.key_column
        dash = _GLUED_DASH.match(line.typed, start)
        if dash and self._levels.takes_dash(start, is_open=self._is_open()):
            self.sheet.insert(number, dash.end(), " ")
            self._report_space(number, start, "dash")
        glued = re.match(r"([a-z_]+):(?=\S)", line.typed[start:])
        if glued and not line.key and glued[1] in self.keys:
            self.sheet.insert(number, start + glued.end(), " ")
            self._report_space(number, start + glued.end() - 1, "colon")
        return self.sheet.read(number) or line

    def _report_space(self, number: int, column: int, mark: str) -> None:
        hint = f"write: {self.sheet.lines[number].strip()}"
        self.sheet.report(number, column, f"a space is missing behind this {mark}", hint)

    def _is_open(self) -> bool:
        """Say whether the last line waits for its value."""
        return self._last is not None and self._text == ""

    def _aligned(self, number: int, line: Line) -> Line:
        """Return the line, moved to the column of its neighbours where it stands between the columns."""
        if self._last and self._text and self._is_item_text(self._last[1], line):
            return self._with_lead(number, line, *self._last)
        target = self._levels.column_for(line, is_open=self._is_open())
        if target is None:
            return line
        columns = f"in column {line.column + 1}, but what it belongs to in column {target + 1}"
        message = f"{shown(line.key or '-')} stands {columns}"
        spaces = f"{target} space{'s' * (target != 1)}" if target else "no space"
        self.sheet.report(number, line.column, message, f"begin the line with {spaces}")
        self._move(number, line.column, target)
        return self.sheet.read(number) or line

    def _is_item_text(self, above: Line, line: Line) -> bool:
        """Say whether the line above is a list item of text alone, and a line below it has a key inside that item."""
        is_text = above.dashes != "" and not above.key
        return is_text and line.key != "" and not line.dashes and line.column > above.parent

    def _move(self, number: int, column: int, target: int) -> None:
        """Move a line, and the lines below it that are indented as far or further."""
        for other in range(number, len(self.sheet.lines)):
            indent = self.sheet.indent_of(other)
            if indent is not None and indent < column:
                return
            if indent is not None:
                self.sheet.shift(other, 0 if target > column else target, target - column)

    def _with_lead(self, number: int, line: Line, where: int, item: Line) -> Line:
        """Give a text that stands in a list item beside keys its own key."""
        lead = self.leads.get(self._levels.list_key, "")
        text = self._text or ""
        self.sheet.rewrite(item, where, where + 1, text)
        self.sheet.insert(where, item.key_column, f'"{lead}": ')
        if line.column != item.key_column:
            self._move(number, line.column, item.key_column)
        self._levels.enter_mapping(item.key_column)
        message = "text and keys stand in one list item, so the text needs a key too"
        hint = f"write: - {lead}: {quoted(text) if diagnose(text) else text}" if lead else ""
        self.sheet.report(where, item.key_column, message, hint)
        return self.sheet.read(number) or line

    def _loose(self, number: int, line: Line) -> int:
        """Mend a line without key and dash: its colon is missing, or it goes on with the text above."""
        word, _, rest = line.value.partition(" ")
        is_first = self._last is None and self._is_followed_by_key(number, line)
        is_due = is_first or self._is_open() or line.column in self._levels.mappings
        if word in self.keys and rest and is_due:
            self.sheet.insert(number, line.column + len(word), ":")
            hint = f"write: {word}: {rest}"
            self.sheet.report(number, line.column + len(word), f"a colon is missing behind “{word}”", hint)
            return number
        if is_first:
            hint = "put a # before it if it is a note of your own"
            self.sheet.report(number, line.column, f"this line belongs to no key: {shown(line.value)}", hint)
            self.sheet.lines[number] = ""
        if self._last is None or self._text is None or line.value[0] in "]},":
            return number + 1
        return self._go_on(number, line, *self._last)

    def _is_followed_by_key(self, number: int, line: Line) -> bool:
        """Say whether the next line with something on it has a key in the same column."""
        following = filter(None, map(self.sheet.read, range(number + 1, len(self.sheet.lines))))
        beneath = next(following, None)
        return beneath is not None and beneath.key != "" and beneath.column == line.column

    def _go_on(self, number: int, line: Line, where: int, above: Line) -> int:
        """Take a line as more of the text above."""
        if line.column <= above.parent:
            message = "this line belongs to no key; one that goes on with the text above is indented further"
            self.sheet.report(number, line.column, message, f"begin the line with {above.parent + 2} spaces")
        elif self._text:
            message = "the text goes on here, but a comment has ended it"
            self.sheet.report(number, line.column, message, "put the comment on a line of its own")
        end, text = self._extent.gathered(number, line)
        self._text = f"{self._text} {text}".strip()
        self.sheet.rewrite(above, where, where + 1, self._text)
        self.sheet.lines[number:end] = [""] * (end - number)
        return end

    def _value(self, number: int, line: Line) -> int:
        """Mend the value of a line; return the number of the line behind it."""
        value = line.value
        if not value or value.startswith("#"):
            self._text = ""
            return number + 1
        if _BLOCK.fullmatch(value):
            return self._block(number, line)
        if value[0] in "\"'":
            return self._quoted(number, line)
        if value[0] in "[{":
            return self._bracketed(number, line)
        return self._plain(number, line)

    def _block(self, number: int, line: Line) -> int:
        """Pass over the lines of a block text."""
        for other in range(number + 1, len(self.sheet.lines)):
            if (self.sheet.indent_of(other) or 0) <= line.parent and self.sheet.lines[other][:1].strip(" ") == "":
                self.sheet.straighten(other)
            indent = self.sheet.indent_of(other)
            if indent is not None and indent <= line.parent:
                self._text = "" if other == number + 1 else None
                return other
        return len(self.sheet.lines)

    def _quoted(self, number: int, line: Line) -> int:
        end, value = self._extent.whole(number, line, end_of_quoted)
        return self._judge(number, line, end, value)

    def _bracketed(self, number: int, line: Line) -> int:
        end, value = self._extent.whole(number, line, end_of_flow)
        closed = end_of_flow(value)
        if closed is None:
            return self._unclosed(number, line, value)
        rest = value[closed:]
        if rest.strip() and not re.match(r"\s+#", rest):
            message = f"the bracket “{value[closed - 1]}” ends the value here, but more follows"
            return self._mistake(number, line, end, Mistake(closed - 1, message, " ".join(value.split())))
        mended = mend_flow(value[:closed]) if end == number + 1 else None
        if mended:
            self.sheet.lines[number] = line.typed[: line.value_column] + mended[0]
            message = f"{shown(mended[1])} cannot stand in brackets without quotation marks"
            column = line.value_column + value.index(mended[1])
            hint = f"write: {self.sheet.lines[number].strip()}"
            self.sheet.report(number, column, message, hint)
        return end

    def _unclosed(self, number: int, line: Line, value: str) -> int:
        """Close a bracket at the end of its line."""
        comment = comment_behind(value)
        typed = (value[: comment[0]] if comment else value).split("\n")[0].rstrip()
        closing = "]" if typed[0] == "[" else "}"
        self.sheet.lines[number] = f"{line.typed[: line.value_column]}{typed.rstrip(',')}{closing}"
        hint = f"write: {self.sheet.lines[number].strip()}"
        self.sheet.report(number, line.value_column, f"the bracket “{typed[0]}” is never closed", hint)
        return number + 1

    def _plain(self, number: int, line: Line) -> int:
        handle = None if line.key else _HANDLE.fullmatch(line.value)
        if handle:
            lead, words = line.typed[: line.value_column], handle["words"]
            self.sheet.lines[number] = f'{lead}"{handle["handle"]}": {words}'
            hint = f"write: {self.sheet.lines[number].strip()}"
            self.sheet.report(number, line.value_column, BEGINS.format("@"), hint)
            return self._line(number)
        end, value = self._extent.gathered(number, line)
        return self._judge(number, line, end, value)

    def _judge(self, number: int, line: Line, end: int, value: str) -> int:
        """Report and mend a text that is not what it seems."""
        mistake = diagnose(value)
        if mistake:
            return self._mistake(number, line, end, mistake)
        comment = comment_behind(value)
        self._text = None if value[0] in "\"'" else value[: comment[0]] if comment else value
        return end

    def _mistake(self, number: int, line: Line, end: int, mistake: Mistake) -> int:
        self._text = mistake.meant
        where, column = self._extent.spot(number, line, end, mistake.column)
        self.sheet.report(where, column, mistake.message, as_it_should_be(line, mistake.meant), mistake.kind)
        self.sheet.rewrite(line, number, end, mistake.meant)
        return end
