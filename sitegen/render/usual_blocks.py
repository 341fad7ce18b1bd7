"""Lists of which each item is one line of words, and quotes of words alone, read at once.

markdown-it reads each item and quote as a text of its own, in which anything may stand, and asks at each line whether
it ends there. Here a block is taken that stands in nothing else, in a text without tables and without what links refer
to, since these begin as words do; what may be anything more is left to markdown-it.
"""

import re
from itertools import groupby

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

MARKERS = frozenset("*+-0123456789")
"""The characters with which an item begins."""
# What begins nothing but words, behind a space.
_WORDS = r"""[ ](?=[^\W\d_]|[\[("'“«—]|\*{1,2}[^\W_])"""
_ITEM = re.compile(rf"(?:[-*+]|([0-9]{{1,9}})[.)]){_WORDS}")
_QUOTED = re.compile(rf">(?:{_WORDS}|(?=\n))")


def read_usual_block(state: StateBlock, line: int, character: str) -> bool:
    """Take the list or the quote that begins at a line with this character, or say that it is no usual one.

    The block stands in nothing else, and in a text without bars and targets of links.
    """
    return _read_quote(state, line) if character == ">" else _read_list(state, line)


def _read_list(state: StateBlock, line: int) -> bool:
    items = _taken(state, line, _ITEM)
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


def _read_quote(state: StateBlock, line: int) -> bool:
    lines = _taken(state, line, _QUOTED)
    end = line + len(lines)
    # Words right behind a quote go on in it.
    if not lines or len(lines[-1][0]) == 1 or not (end == state.lineMax or state.isEmpty(end)):
        return False
    opening = state.push("blockquote_open", "blockquote", 1)
    opening.markup, opening.map = ">", [line, end]
    for has_words, some in groupby(enumerate(lines, line), lambda each: len(each[1][0]) > 1):
        if has_words:
            quoted = list(some)
            text = "\n".join(state.src[found.end() : state.eMarks[place]] for place, found in quoted)
            _push_paragraph(state, text, quoted[0][0], quoted[-1][0] + 1)
    state.push("blockquote_close", "blockquote", -1).markup = ">"
    state.line = end
    return True


def _taken(state: StateBlock, line: int, begin: re.Pattern[str]) -> list[re.Match[str]]:
    """Return how lines begin that follow one another and begin so."""
    found: list[re.Match[str]] = []
    while line < state.lineMax and not state.sCount[line] and (each := begin.match(state.src, state.bMarks[line])):
        found.append(each)
        line += 1
    return found


def _ends(state: StateBlock, line: int, after: int) -> bool:
    """Say whether a list surely ends at a line: it is empty, and what comes `after` is neither item nor part of one."""
    if after == state.lineMax:
        return True
    return after > line and not state.sCount[after] and state.src[state.bMarks[after]] not in MARKERS


def _push_item(state: StateBlock, item: re.Match[str], line: int, after: int) -> None:
    opening = state.push("list_item_open", "li", 1)
    opening.markup, opening.info, opening.map = item[0][-2], item[1] or "", [line, after]
    for token in _push_paragraph(state, state.src[item.end() : state.eMarks[line]], line, line + 1):
        token.hidden = True
    state.push("list_item_close", "li", -1).markup = item[0][-2]


def _push_paragraph(state: StateBlock, text: str, line: int, end: int) -> tuple[Token, Token]:
    """Add a paragraph, and return its tags."""
    opening = state.push("paragraph_open", "p", 1)
    words = state.push("inline", "", 0)
    opening.map, words.map = [line, end], [line, end]
    words.content, words.children = mdTrim(text), []
    return opening, state.push("paragraph_close", "p", -1)
