"""From the parser's events to the tree, noting what YAML allows but people's files do not have."""

import re
from collections.abc import Callable, Iterable

from msgspec import Struct, field

from sitegen.problems import Kind, Location, Problem
from sitegen.tree.events import Event, Sort, Spot
from sitegen.tree.layout import comment_behind
from sitegen.tree.nodes import Items, Node, Table, Text
from sitegen.tree.wording import cut_off, quoted, shown

_COMMENT = re.compile(r"[ \t]+#")
_PROPERTY = re.compile(r"(?:[&!]\S*\s*)+")


class _Open(Struct):
    """A list or mapping that is not closed yet."""

    at: Location
    flow: bool
    is_table: bool
    nodes: list[Node] = field(default_factory=list)
    """Keys and values in turn where it is a mapping."""
    ends: list[int] = field(default_factory=list)
    """Where each of the nodes ends, in characters of the text."""


class Builder:
    """Builds one file's tree and collects the problems met on the way."""

    def __init__(self, text: str, place: Callable[[Spot], Location]) -> None:
        """`place` turns a spot of the text into the place that the person sees."""
        self.text = text
        self.place = place
        self.problems: list[Problem] = []
        self._stack: list[_Open] = []
        self._root: Node | None = None
        self._joined: tuple[Location, Location, str] | None = None
        """Of the text that was last put together: its place, the place of the first comma, what was before it."""

    def build(self, events: Iterable[Event]) -> Node | None:
        """Return the tree of the events, None where there are none."""
        for event in events:
            match event.sort:
                case Sort.LIST | Sort.TABLE:
                    self._open(event)
                case Sort.END:
                    done = self._stack.pop()
                    self._add(self._table(done) if done.is_table else self._list(done), event.end.index)
                case Sort.TEXT:
                    self._add(self._text(event), event.end.index)
                case Sort.ALIAS:
                    self._add(self._alias(event), event.end.index)
        return self._root

    def _open(self, event: Event) -> None:
        if event.feature:
            typed = _PROPERTY.match(self.text, event.start.index)
            self._note_feature(event, typed[0].strip() if typed else event.feature, "")
        self._stack.append(_Open(self.place(event.start), event.flow, event.sort is Sort.TABLE))

    def _add(self, node: Node, end: int) -> None:
        if not self._stack:
            self._root = node
            return
        self._stack[-1].nodes.append(node)
        self._stack[-1].ends.append(end)

    def _text(self, event: Event) -> Text:
        value = event.value.strip() if event.plain else event.value
        if event.feature:
            typed = self.text[event.start.index : event.end.index]
            feature = _PROPERTY.match(typed)
            self._note_feature(event, feature[0].strip() if feature else event.feature, typed)
            value = " ".join(typed.split()) if event.plain else value
        elif event.plain and value:
            value = self._with_what_was_cut(event, value)
        return Text(value, self.place(event.start), event.plain)

    def _alias(self, event: Event) -> Text:
        typed = f"*{event.value}"
        self._note_feature(event, typed, typed)
        return Text(typed, self.place(event.start))

    def _note_feature(self, event: Event, feature: str, typed: str) -> None:
        name = {"&": "an anchor", "*": "an alias"}.get(feature[0], "a tag")
        message = f"{shown(feature)} is {name} in YAML, which these files do not have"
        hint = f"if it is meant as text, write: {quoted(' '.join(typed.split()))}" if typed else ""
        self._report(self.place(event.start), Kind.YAML_FEATURE, message, hint)

    def _with_what_was_cut(self, event: Event, value: str) -> str:
        """Return a plain text together with a part that " #" made a comment, where it can hardly be meant as one."""
        line_end = self.text.find("\n", event.end.index)
        rest = self.text[event.end.index : line_end if line_end >= 0 else len(self.text)]
        comment = comment_behind(value.replace("#", " ") + rest) if _COMMENT.match(rest) else None
        if comment is None or not comment[1]:
            return value
        whole = f"{value}{rest.rstrip()}"
        at = self.place(event.end)
        hint = f"write the text as {quoted(whole)}, or put two spaces before a comment and one after its #"
        self._report(Location(at.path, at.line, at.column + rest.index("#")), Kind.TEXT_CUT, cut_off(value), hint)
        return whole

    def _list(self, done: _Open) -> Items:
        items: list[Node] = []
        for node in done.nodes:
            before = items[-1] if items else None
            if done.flow and isinstance(node, Text) and isinstance(before, Text) and _is_cut(before, node):
                whole = f"{before.value}, {node.value}"
                message = (
                    f"the comma ends the text {shown(before.value)}: typographic quotation marks do not protect it"
                )
                self._report(before.at, Kind.YAML_MISTAKE, message, f"write: {quoted(whole.strip('“”„«»'))}")
                items[-1] = Text(whole, before.at)
            else:
                items.append(node)
        return Items(tuple(items), done.at)

    def _table(self, done: _Open) -> Table:
        pairs: list[tuple[Text, Node]] = []
        first: dict[str, Location] = {}
        for number in range(0, len(done.nodes) - 1, 2):
            key, value = done.nodes[number], done.nodes[number + 1]
            if not isinstance(key, Text):
                self._report(key.at, Kind.WRONG_FORM, "a key must be text, but a list or mapping stands here")
            elif done.flow and pairs and self._is_loose(done, number):
                self._join(pairs, key)
            elif key.value == "<<" and key.plain:
                self._report(key.at, Kind.YAML_FEATURE, "“<<” is a merge key in YAML, which these files do not have")
            elif key.value in first:
                again = f"the key {shown(key.value)} stands twice: in line {first[key.value].line}, and again here"
                self._report(key.at, Kind.DUPLICATE_KEY, again)
            else:
                first[key.value] = key.at
                pairs.append((key, value))
        return Table(tuple(pairs), done.at)

    def _is_loose(self, done: _Open, number: int) -> bool:
        """Say whether a "key" in {…} stands without a colon: then a comma has cut the text before it."""
        value = done.nodes[number + 1]
        between = self.text[done.ends[number] : done.ends[number + 1]]
        return value == Text("", value.at) and ":" not in between

    def _join(self, pairs: list[tuple[Text, Node]], rest: Text) -> None:
        """Put the text before a comma and the text after it together again."""
        key, value = pairs[-1]
        if not isinstance(value, Text):
            self._report(rest.at, Kind.YAML_MISTAKE, f"{shown(rest.value)} has no value: a colon is missing behind it")
            return
        joined = Text(f"{value.value}, {rest.value}", value.at)
        pairs[-1] = (key, joined)
        at, first = rest.at, value.value
        if self._joined and self._joined[0] == value.at:
            _, at, first = self._joined
            self.problems.pop()
        self._joined = (value.at, at, first)
        message = f"the comma ends the text {shown(first)}, because this stands in {{…}} without quotation marks"
        self._report(at, Kind.YAML_MISTAKE, message, f"write: {key.value}: {quoted(joined.value)}")

    def _report(self, at: Location, kind: Kind, message: str, hint: str = "") -> None:
        self.problems.append(Problem(at, kind, message, hint))


def _is_cut(before: Text, after: Text) -> bool:
    """Say whether the first of two unquoted texts begins with a typographic quotation mark that it does not close."""
    opens = before.value[:1] in {"“", "„", "«"} and not any(mark in before.value[1:] for mark in "”“»")
    return opens and before.plain and after.plain
