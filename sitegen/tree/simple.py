"""The plainest tables, read at once: lines of "key: value" and lists of texts, in which nothing can be mistaken.

Everything else is left to the careful reader, which finds the same in what is read here, only more slowly.
"""

import re
from collections.abc import Iterator

from sitegen.problems import Location
from sitegen.tree.nodes import Items, Node, Table, Text

# What begins with a letter or digit, and holds no sign that YAML or the mender of mistakes takes for more than itself.
_PLAIN = r"[^\W_](?:[\w ,.;!?()/'’+–—-]|(?<=[0-9]):(?=[0-9]))*(?<! )"
# In brackets a comma parts, and a few signs more mean something.
_WORDS = r"[^\W_](?:[\w .+/-])*(?<! )"
_QUOTED = r'"[^"\\]*"'
_LINE = re.compile(
    rf"(?P<key>[a-z]\w*):"
    rf"(?: (?:(?P<plain>{_PLAIN})|(?P<quoted>{_QUOTED})|\[(?P<flow>{_WORDS}(?:, ?{_WORDS})*)\])"
    rf"|(?P<items>(?:\n *- (?:{_PLAIN}|{_QUOTED}))+))(?:\n|\Z)"
)
_WORD = re.compile(_WORDS)
_LONGEST = 10_000
"""Characters: fewer than values that a file may hold, so that no limit is passed unseen."""
_ITEM = re.compile(rf"\n(?P<indent> *)- (?:(?P<plain>{_PLAIN})|(?P<quoted>{_QUOTED}))")


def simple_table(text: str, path: str, first_line: int) -> Table | None:
    """Return the table of a text that holds nothing else; None where only the careful reader can tell."""
    # Of white space, only the space and the end of a line pass: all other is somebody's slip.
    if len(text) > _LONGEST or not text.replace("\n", "").isprintable():
        return None
    pairs: dict[str, tuple[Text, Node]] = {}
    at, line = 0, first_line
    while at < len(text):
        found = _LINE.match(text, at)
        if not found or found["key"] in pairs:
            return None
        value = _value(found, path, line)
        if value is None:
            return None
        pairs[found["key"]] = Text(found["key"], Location(path, line)), value
        at, line = found.end(), line + found[0].count("\n")
    return Table(tuple(pairs.values()), Location(path, first_line)) if pairs else None


def _value(found: re.Match[str], path: str, line: int) -> Node | None:
    if found["flow"] is not None:
        return _flow(found["flow"], Location(path, line, found.start("flow") - found.start()))
    if found["items"] is None:
        column = found.end("key") + 2 - found.start() + 1
        return _text(found, Location(path, line, column))
    items = list(_items(found["items"], path, line))
    columns = {item.at.column for item in items}
    return Items(tuple(items), Location(path, line + 1, columns.pop() - 2)) if len(columns) == 1 else None


def _flow(typed: str, at: Location) -> Items:
    found = [(item[0], Location(at.path, at.line, at.column + 1 + item.start())) for item in _WORD.finditer(typed)]
    return Items(tuple(Text(*each) for each in found), at)


def _items(typed: str, path: str, line: int) -> Iterator[Text]:
    for number, item in enumerate(_ITEM.finditer(typed), line + 1):
        yield _text(item, Location(path, number, len(item["indent"]) + 3))


def _text(found: re.Match[str], at: Location) -> Text:
    plain = found["plain"]
    return Text(found["quoted"][1:-1], at, plain=False) if plain is None else Text(plain, at)
