"""Lists of which each item is one line of words, read at once.

markdown-it reads each item as a text of its own, in which anything may stand, and asks at each line whether the list
ends there.
"""

import re

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock

MARKERS = frozenset("*+-0123456789")
"""The characters with which an item begins."""
# Behind the marker a space, and what begins nothing but words.
_ITEM = re.compile(r"""(?:[-*+]|([0-9]{1,9})[.)])[ ](?=[^\W\d_]|[\[("'“«—]|\*{1,2}[^\W_])""")


def read_list(state: StateBlock, line: int) -> bool:
    """Take a list that begins at a line, within nothing else; what may be more than that is left to markdown-it.

    Neither tables nor what links refer to may stand in the text, since they begin as words do.
    """
    items = _items(state, line)
    end = line + len(items)
    after = state.skipEmptyLines(end)
    marks = {item[0][-2] for item in items}
    if len(marks) != 1 or not _ends(state, end, after):
        return False
    (mark,), number = marks, items[0][1]
    name, tag = ("ordered_list", "ol") if number else ("bullet_list", "ul")
    opening = state.push(f"{name}_open", tag, 1)
    opening.markup, opening.map = mark, [line, after]
    if number and int(number) != 1:
        opening.attrs = {"start": int(number)}
    for place, item in enumerate(items, line):
        _push_item(state, item, place, after if place == end - 1 else place + 1)
    state.push(f"{name}_close", tag, -1).markup = mark
    state.line = after
    return True


def _items(state: StateBlock, line: int) -> list[re.Match[str]]:
    """Return the items in lines that follow one another."""
    items: list[re.Match[str]] = []
    while line < state.lineMax and not state.sCount[line] and (item := _ITEM.match(state.src, state.bMarks[line])):
        items.append(item)
        line += 1
    return items


def _ends(state: StateBlock, line: int, after: int) -> bool:
    """Say whether a list surely ends at a line: it is empty, and what comes `after` is neither item nor part of one."""
    if after == state.lineMax:
        return True
    return after > line and not state.sCount[after] and state.src[state.bMarks[after]] not in MARKERS


def _push_item(state: StateBlock, item: re.Match[str], line: int, after: int) -> None:
    opening = state.push("list_item_open", "li", 1)
    opening.markup, opening.info, opening.map = item[0][-2], item[1] or "", [line, after]
    paragraph = state.push("paragraph_open", "p", 1)
    words = state.push("inline", "", 0)
    words.content, words.children = mdTrim(state.src[item.end() : state.eMarks[line]]), []
    paragraph.map, words.map = [line, line + 1], [line, line + 1]
    paragraph.hidden = state.push("paragraph_close", "p", -1).hidden = True
    state.push("list_item_close", "li", -1).markup = item[0][-2]
