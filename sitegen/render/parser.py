"""The Markdown parser: markdown-it's own rules, of which each is asked only where its first character stands.

markdown-it asks all rules at every line and every mark. Lists, quotes and lines of the usual kinds are read at once,
without its rules (`usual_blocks`, `usual_lines`). What comes out is the same (tests/test_parser.py).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from markdown_it import MarkdownIt
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from sitegen.render.tokens import Nesting, new_token
from sitegen.render.usual_blocks import MARKERS, read_usual_block
from sitegen.render.usual_lines import read_usual

BLOCKS = {
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "".join(sorted(MARKERS)),
    "footnote_def": "[",
    "reference": "[",
    "heading": "#",
}
"""The characters with which a line begins that a rule may take; `_Lines` has the rules for other lines."""
MARKS = {
    "newline": "\n",
    "escape": "\\",
    "backticks": "`",
    "emphasis": "*_",
    "link": "[",
    "image": "!",
    "footnote_inline": "^",
    "footnote_ref": "[",
    "autolink": "<",
    "entity": "&",
}
"""The same for what stands in lines."""
# Addresses of which every character stays as it is when markdown-it takes them apart and puts them together again.
_USUAL = re.compile(r"(?ai:https?://[a-z0-9]+(?:[.-][a-z0-9]+){1,7}(?![^/?#]))?(?ai:[a-z0-9./_?=&#-]{1,200})")

# What underlines a heading is all that stands in its line, behind the marks of quotes and lists.
_UNDERLINE = re.compile(r"[-=][ \t]*(?:\n|\Z)")

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]
R = TypeVar("R")


class Parser(MarkdownIt):
    """A parser of CommonMark, tables and footnotes, without HTML, that keeps every link for others to judge."""

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  (the library's own hook)
        """Let all links stand."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802  (the same)
        """Write an address with the escapes that it needs."""
        return url if _USUAL.fullmatch(url) else super().normalizeLink(url)


def open_parser() -> MarkdownIt:
    """Return a new parser."""
    parser = usual_parser()
    parser.core.ruler.at("normalize", _normalise)
    parser.core.ruler.at("block", _read_blocks)
    parser.core.ruler.at("inline", _read_lines)
    lines = parser.block.ruler
    ends = {name: _Ends(lines, name) for name in ("paragraph", "reference", "blockquote", "list")}
    parser.block.ruler = _Gate(lines, all=_Lines(_rules_of(lines)), **ends)
    parser.inline.ruler = _Gate(parser.inline.ruler, all=_Marks(_rules_of(parser.inline.ruler)))
    # "]" ends the words of a link.
    parser.inline.terminator_re = re.compile(f"[{re.escape(''.join({*']', *''.join(MARKS.values())}))}]")
    return parser


def usual_parser() -> MarkdownIt:
    """Return the parser as the library has it."""
    parser = Parser("commonmark", {"html": False}).enable("table").use(footnote_plugin)
    return parser.disable(["html_block", "html_inline"])  # without HTML they find nothing


class _Gate(Ruler[R]):
    """Rules that others ask, of each chain one, where the parser would ask each."""

    def __init__(self, rules: Ruler[R], **chains: R) -> None:
        super().__init__()
        vars(self).update(vars(rules))
        self._chains = {name: [rule] for name, rule in chains.items()}

    def getRules(self, chainName: str = "") -> list[R]:  # noqa: N802, N803  (the library's own names)
        """Return the one rule for all of a chain."""
        return self._chains[chainName or "all"]


class _Lines:
    """Asks the rules that may take a line by its first character."""

    def __init__(self, rules: Mapping[str, BlockRule]) -> None:
        self._all = tuple(rules.values())
        self._table, self._paragraph = rules["table"], rules["paragraph"]
        self._others = rules["lheading"], rules["paragraph"]
        self._begun = _by_character({name: rule for name, rule in rules.items() if name not in _ANY}, BLOCKS)

    def __call__(self, state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (the library's form)
        """Take a line, and those that belong to it."""
        assert isinstance(state, _Blocks)  # noqa: S101  (what `_read_blocks` gives, for the type checker)
        if state.is_code_block(line):
            return any(rule(state, line, end, silent) for rule in self._all)
        if state.has_bars and self._table(state, line, end, silent):
            return True
        character = state.src[state.bMarks[line] + state.tShift[line]]
        if state.is_usual and (character == ">" or character in MARKERS) and read_usual_block(state, line, character):
            return True
        # Both that begin like a link need this.
        for rule in self._begun.get(character, ()) if character != "[" or state.has_targets else ():
            if rule(state, line, end, silent):
                return True
        if state.isEmpty(line + 1) or not state.has_underlines:
            # No heading is underlined here; looking for one would leave this behind all the same.
            state.parentType = "paragraph"
            return self._paragraph(state, line, end, silent)
        return any(rule(state, line, end, silent) for rule in self._others)


class _Ends:
    """Asks, of the rules that may end a block, those that may take the line by its first character."""

    def __init__(self, rules: Ruler[BlockRule], block: str) -> None:
        names = {rule: name for name, rule in _rules_of(rules).items()}
        ending = {names[rule]: rule for rule in rules.getRules(block)}
        self._table = ending.pop("table", None)
        self._begun = _by_character(ending, BLOCKS)

    def __call__(self, state: StateBlock, line: int, end: int, silent: bool) -> bool:  # noqa: FBT001  (the library's form)
        """Say whether something else begins with a line."""
        assert isinstance(state, _Blocks)  # noqa: S101  (as above)
        if self._table and state.has_bars and self._table(state, line, end, silent):
            return True
        place = state.bMarks[line] + state.tShift[line]
        rules = self._begun.get(state.src[place : place + 1], ())
        return any(rule(state, line, end, silent) for rule in rules)


_ANY = ("table", "code", "lheading", "paragraph")
"""The rules for lines that `_Lines` knows itself: they hang on no first character."""


class _Marks:
    """Asks the rules that may take a place in a line by the character there."""

    def __init__(self, rules: Mapping[str, InlineRule]) -> None:
        self._text = rules["text"]
        self._begun = _by_character({name: rule for name, rule in rules.items() if name != "text"}, MARKS)

    def __call__(self, state: StateInline, silent: bool) -> bool:  # noqa: FBT001  (the library's form)
        """Take what begins at a place."""
        rules = self._begun.get(state.src[state.pos])
        if rules is None:
            return self._text(state, silent)
        for rule in rules:  # noqa: SIM110  (a generator takes time here)
            if rule(state, silent):
                return True
        return False


class _Blocks(StateBlock):
    """The lines of a text, of which blocks are made, and what the text may hold, looked for once."""

    def __init__(self, state: StateCore) -> None:
        super().__init__(state.src, state.md, state.env, state.tokens)
        self.has_bars = "|" in state.src
        """As tables have."""
        self.has_targets = "]:" in state.src
        """What links and notes refer to."""
        self.has_underlines = _UNDERLINE.search(state.src) is not None

    @property
    def is_usual(self) -> bool:
        """Whether a usual block may begin here: in nothing else, and where no line of words begins anything else."""
        return not (self.level or self.has_bars or self.has_targets)

    def push(self, ttype: str, tag: str, nesting: Nesting) -> Token:
        """Add a token."""
        self.level -= nesting < 0
        token = new_token(ttype, tag, nesting, self.level)
        token.block = True
        self.level += nesting > 0
        self.tokens.append(token)
        return token


def _normalise(state: StateCore) -> None:
    """End lines in one way; most texts have no other."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _read_blocks(state: StateCore) -> None:
    """Read the blocks of a text."""
    if state.src:
        blocks = _Blocks(state)
        state.md.block.tokenize(blocks, 0, blocks.lineMax)


def _read_lines(state: StateCore) -> None:
    """Read what stands in lines."""
    md = state.md
    for token in state.tokens:
        if token.type == "inline":
            usual = read_usual(token.content, md.normalizeLink)
            token.children = md.inline.parse(token.content, md, state.env, []) if usual is None else usual


def _rules_of(ruler: Ruler[R]) -> dict[str, R]:
    return dict(zip(ruler.get_active_rules(), ruler.getRules(), strict=True))


def _by_character(rules: Mapping[str, R], characters: Mapping[str, str]) -> dict[str, Sequence[R]]:
    """Return the rules by character, in their order. Raises KeyError for a rule of which nobody knows one."""
    pairs = [(character, rule) for name, rule in rules.items() for character in characters[name]]
    return {character: tuple(rule for each, rule in pairs if each == character) for character, _ in pairs}
