"""From the parser's events to the tree, noting what YAML allows but people's files do not have."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import yaml

from sitegen.problems import Kind, Location, Problem
from sitegen.tree.nodes import Items, Node, Table, Text
from sitegen.tree.wording import quoted, shown

_COMMENT = re.compile(r"([ \t]+)#(.?)")
_PROPERTY = re.compile(r"(?:[&!]\S*\s*)+")


@dataclass(slots=True)
class _Open:
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

    def __init__(self, text: str, place: Callable[[yaml.Mark], Location]) -> None:
        """`place` turns a mark of the parser into the place that the person sees."""
        self.text = text
        self.place = place
        self.problems: list[Problem] = []
        self._stack: list[_Open] = []
        self._root: Node | None = None

    def build(self, events: Iterable[yaml.Event]) -> Node | None:
        """Return the tree of the first document, None where it is empty."""
        for event in events:
            if isinstance(event, yaml.CollectionStartEvent):
                self._open(event)
            elif isinstance(event, yaml.CollectionEndEvent):
                done = self._stack.pop()
                self._add(self._table(done) if done.is_table else self._items(done), event.end_mark.index)
            elif isinstance(event, yaml.ScalarEvent):
                self._add(self._scalar(event), event.end_mark.index)
            elif isinstance(event, yaml.AliasEvent):
                self._add(self._alias(event), event.end_mark.index)
            elif isinstance(event, yaml.DocumentEndEvent):
                break
        return self._root

    def _open(self, event: yaml.CollectionStartEvent) -> None:
        at = self.place(event.start_mark)
        if event.anchor or event.tag:
            self._feature(event, f"&{event.anchor}" if event.anchor else event.tag, "")
        self._stack.append(_Open(at, bool(event.flow_style), isinstance(event, yaml.MappingStartEvent)))

    def _add(self, node: Node, end: int) -> None:
        if not self._stack:
            self._root = node
            return
        self._stack[-1].nodes.append(node)
        self._stack[-1].ends.append(end)

    def _scalar(self, event: yaml.ScalarEvent) -> Text:
        plain = not event.style
        value = event.value.strip() if plain else event.value
        if event.anchor or event.tag:
            typed = self.text[event.start_mark.index : event.end_mark.index]
            feature = _PROPERTY.match(typed)
            self._feature(event, feature[0].strip() if feature else typed, typed)
            value = " ".join(typed.split()) if plain else value
        elif plain and value:
            value = self._with_what_was_cut(event, value)
        return Text(value, self.place(event.start_mark), plain)

    def _alias(self, event: yaml.AliasEvent) -> Text:
        typed = f"*{event.anchor}"
        self._feature(event, typed, typed)
        return Text(typed, self.place(event.start_mark))

    def _feature(self, event: yaml.NodeEvent, feature: str, typed: str) -> None:
        name = {"&": "an anchor", "*": "an alias"}.get(feature[0], "a tag")
        message = f"{shown(feature)} is {name} in YAML, which these files do not have"
        hint = f"if it is meant as text, write: {quoted(' '.join(typed.split()))}" if typed else ""
        self.problems.append(Problem(self.place(event.start_mark), Kind.YAML_FEATURE, message, hint))

    def _with_what_was_cut(self, event: yaml.ScalarEvent, value: str) -> str:
        """Return a plain text together with a part that " #" made a comment, where it can hardly be meant as one."""
        comment = _COMMENT.match(self.text, event.end_mark.index)
        if comment is None:
            return value
        glued, single, free = comment[2].strip() != "", comment[1] == " ", " " in value
        if not ((single and (glued or free)) or (glued and free)):
            return value
        line_end = self.text.find("\n", comment.start())
        rest = self.text[comment.start() : line_end if line_end >= 0 else len(self.text)].rstrip()
        at = self.place(event.end_mark)
        whole = f"{value}{rest}"
        self.problems.append(
            Problem(
                Location(at.path, at.line, at.column + len(comment[1])),
                Kind.TEXT_CUT,
                f"the text would be cut off after {shown(value[-30:])}: “ #” starts a comment in YAML",
                f"write the text as {quoted(whole)}, or put two spaces before a comment and one after its #",
            )
        )
        return whole

    def _items(self, done: _Open) -> Items:
        return Items(tuple(done.nodes), done.at)

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
                again = (
                    f"the key {shown(key.value)} stands here again; it stands in line {first[key.value].line} already"
                )
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
        message = f"the comma ends the text {shown(value.value)}, because this stands in {{…}} without quotation marks"
        self._report(rest.at, Kind.YAML_MISTAKE, message, f"write: {key.value}: {quoted(joined.value)}")

    def _report(self, at: Location, kind: Kind, message: str, hint: str = "") -> None:
        self.problems.append(Problem(at, kind, message, hint))
