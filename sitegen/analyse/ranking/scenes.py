"""Scenes: a quotation where it stands, with all that the clues of every voice ask of it."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from sitegen.analyse.columns import Columns
from sitegen.analyse.cues import class_of
from sitegen.analyse.lines import Line, Stretch
from sitegen.analyse.ranking.voices import Voice

_OPEN_ENDS = (",", "?", "!", "—", "–", "-", "…", "...")
"""How a quotation ends that its sentence goes on from."""
_DASHES = ("—", "–", "-", "--")


class Scene(Struct, frozen=True):
    """A quotation in its lines."""

    lines: Sequence[Line]
    number: int
    """Of the line in which it begins …"""
    first: Stretch
    last_number: int
    """… and of that in which it ends."""
    last: Stretch
    shape: str
    """How it stands in its sentence."""
    case: str
    """Of its first letter: "capital" or "small"."""
    governors: dict[int, int]
    """The tokens of its first line that its words hang on, each with how many verbs of saying come between."""
    holder: int = -1
    """The token that its first word outside its own grammar hangs on …"""
    tie: str = ""
    """… and how."""
    earlier: Voice | None = None
    """Who spoke the quotation before …"""
    since: str = "far"
    """… and how far that is."""

    @property
    def line(self) -> Line:
        """The line in which it begins."""
        return self.lines[self.number]

    def edge(self, number: int) -> Stretch:
        """Return the part of the quotation in one of its two lines."""
        return self.first if number == self.number else self.last

    def after(self, before: "Scene", voice: Voice | None) -> "Scene":
        """Return the same with who spoke the quotation before."""
        return replace(self, earlier=voice, since=_since(before, self))


def scene_of(lines: Sequence[Line], first: tuple[int, Stretch], last: tuple[int, Stretch]) -> Scene:
    """Look at a quotation; each end is the number of its line and its part there."""
    (number, begins), (last_number, ends) = first, last
    columns = lines[number].columns
    holder = next((at for at in range(begins.first, begins.end) if _hangs_outside(columns, begins, at)), None)
    word = next((text for text in columns.texts[begins.first : begins.end] if text[:1].isalnum()), "")
    return Scene(
        lines,
        number,
        begins,
        last_number,
        ends,
        _shape(lines[number], begins, lines[last_number], ends),
        "capital" if word[:1].isupper() else "small",
        _governors(columns, begins),
        -1 if holder is None else columns.heads[holder],
        "" if holder is None else columns.deps[holder],
    )


def _hangs_outside(columns: Columns, stretch: Stretch, at: int) -> bool:
    return columns.tags[at][:1].isalpha() and not stretch.first <= columns.heads[at] < stretch.end


def _governors(columns: Columns, stretch: Stretch) -> dict[int, int]:
    """Follow the words of a quotation up to the root of its sentence, counting verbs of saying."""
    found: dict[int, int] = {}
    for at in range(stretch.first, stretch.end):
        head, cues = columns.heads[at], 0
        while head not in found and not stretch.first <= head < stretch.end:
            found[head] = cues
            cues += columns.is_verb(head) and bool(class_of(columns.lowers[head]))
            head = columns.heads[head]
    return found


def _shape(line: Line, first: Stretch, last_line: Line, last: Stretch) -> str:
    """Return how a quotation stands in its sentence, by the words before and after it."""
    opens, ends = _opens(line, first.first), _ends(last_line, last.end)
    if opens and ends:
        return "alone"
    texts = last_line.columns.texts
    if opens:
        goes_on = last_line.closing(last).endswith(_OPEN_ENDS) or texts[last.end] in (",", *_DASHES)
        return "opens" if goes_on else "opens as a part"
    before = line.columns.lowers[first.first - 1]
    if before in (",", ":"):
        name = "comma" if before == "," else "colon"
        return f"after {name}" if ends else f"after {name}, goes on"
    if before == "that":
        return "after that"
    if line.columns.is_verb(first.first - 1):
        return "after verb"
    return "part, ends" if ends else "part"


def _opens(line: Line, at: int) -> bool:
    """Say whether no word of its sentence stands before a token."""
    first = at
    while first and line.sentences[first - 1] == line.sentences[at]:
        first -= 1
    return line.words[first] == line.words[at]


def _ends(line: Line, end: int) -> bool:
    """Say whether no word of its sentence stands behind what ends before a token."""
    last = end
    while last < len(line.sentences) and line.sentences[last] == line.sentences[end - 1]:
        last += 1
    return line.words[last] == line.words[end]


def _since(before: Scene, here: Scene) -> str:
    """Return how far apart two quotations are."""
    end, start = before.last.end, here.first.first
    if before.last_number == here.number:
        if here.line.sentences[start] == here.line.sentences[end - 1]:
            return "in the same sentence"
        return "in the same paragraph" if here.line.words[start] > here.line.words[end] else "adjacent"
    if before.last_number != here.number - 1:
        return "far"
    if start:
        return "in the paragraph before"
    touches = end >= len(here.lines[before.last_number].columns.texts) - 1
    return "at the paragraph's end, touching" if touches else "in the paragraph before, at start"
