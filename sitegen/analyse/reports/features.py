"""Features: what speaks for and against a candidate, each by a name that says what it is."""

from collections.abc import Iterator, Sequence

from sitegen.analyse.columns import Columns
from sitegen.analyse.reports.candidates import Candidate
from sitegen.analyse.reports.cues import VERBS
from sitegen.analyse.reports.spans import MARKS

_PRONOUNS = {
    **dict.fromkeys(("he", "she"), "he"),
    **dict.fromkeys(("i", "we"), "I"),
    **dict.fromkeys(("they", "you", "it", "who"), ""),
    **dict.fromkeys(("which", "that", "this", "these", "those", "what"), "which"),
}
_OPENERS = frozenset({"what", "who", "whom", "whose", "how", "why", "when", "where", "which", "if", "whether", "to"})
_BOUNDS = (2, 3, 5, 8, 13, 21, 34, 55)
"""Lengths in tokens at which a new group begins."""
_FARTHEST = 6
"""Tokens between cue and content, from which on all distances are one."""
_NAMES = {
    ",": "comma",
    ".": "stop",
    ";": "semicolon",
    ":": "colon",
    "-": "dash",
    "--": "dash",
    "–": "dash",
    "—": "dash",
}
_HELPERS = {"neg": "negated", "auxpass": "passive", "agent": "agent", "expl": "expletive"}


def features_of(columns: Columns, candidate: Candidate, quoted: Sequence[bool]) -> Iterator[str]:
    """Yield the names of what holds; `quoted` says of each token whether it stands in a direct quote."""
    yield from features_of_cue(columns, candidate, quoted)
    yield from features_of_stretch(columns, candidate, quoted)


def features_of_stretch(columns: Columns, candidate: Candidate, quoted: Sequence[bool]) -> Iterator[str]:
    """Yield what holds of the content."""
    yield from _of_content(columns, candidate, quoted)
    if candidate.last < candidate.whole[1]:
        yield from _of_cut(columns, candidate)
    elif (candidate.first, candidate.last) != candidate.whole:
        yield f"completed={_family(candidate.pattern)}"


def features_of_cue(columns: Columns, candidate: Candidate, quoted: Sequence[bool]) -> Iterator[str]:
    """Yield what holds of the cue and the pattern, whatever the stretch."""
    cue, pattern = candidate.cue, candidate.pattern
    yield f"kind+pattern={cue.kind} {pattern}"
    yield f"cue+pattern={cue.lemma} {pattern}"
    yield f"cue={cue.lemma}"
    yield f"pattern={pattern}"
    yield f"source={_source(columns, cue.source)}"
    yield f"kind+form={cue.kind} {columns.tags[cue.first]} {columns.deps[cue.first]}"
    if quoted[cue.first]:
        yield "cue is quoted"
    if columns.texts[columns.sentence(cue.first)[1]] == "?":
        yield "in a question"
    for child in columns.children[cue.first]:
        dep = columns.deps[child]
        if dep in _HELPERS:
            yield f"{_HELPERS[dep]}={_family(pattern)}"
        elif dep == "ccomp" and child > cue.first and pattern != "ccomp":
            yield f"has a clause too={pattern}"
        elif dep == "dobj" and pattern in ("ccomp", "xcomp"):
            yield f"has an object too={pattern}"
    if nest := _nest(columns, cue.first):
        yield f"inside another={nest} {_family(pattern)}"


def _source(columns: Columns, source: int | None) -> str:
    """Return what names the source: "none", a pronoun, or a tag."""
    if source is None:
        return "none"
    form = columns.lowers[source]
    return _PRONOUNS[form] or form if form in _PRONOUNS else columns.tags[source]


def _nest(columns: Columns, token: int) -> str:
    """Return by what a cue stands in the content of another verb, "" where it does not."""
    while columns.heads[token] != token:
        dep, token = columns.deps[token], columns.heads[token]
        if dep in ("ccomp", "xcomp") and columns.lowers[token] in VERBS:
            return dep
    return ""


def _family(pattern: str) -> str:
    """Return the family of a pattern, for what holds of all in it alike."""
    if "ccomp" in pattern or pattern.startswith(("line", "before", "after")):
        return "clause"
    return pattern.partition("-")[0].partition("+")[0]


def _of_content(columns: Columns, candidate: Candidate, quoted: Sequence[bool]) -> Iterator[str]:
    first, last, cue = candidate.first, candidate.last, candidate.cue.first
    family, start = _family(candidate.pattern), columns.lowers[first]
    yield f"length={family} {sum(last - first + 1 >= bound for bound in _BOUNDS)}"
    yield f"starts={family} {start if start in _OPENERS else columns.tags[first]}"
    yield f"follows={_at(columns, first - 1)}"
    yield f"ends before={family} {_at(columns, last + 1)}"
    yield f"ends in={columns.deps[cue]} {_at(columns, last + 1)}"
    side = "left" if last < cue else "right"
    yield f"gap={family} {side} {min(first - cue if cue < first else cue - last, _FARTHEST)}"
    if (marks := sum(form in MARKS for form in columns.lowers[first : last + 1])) or quoted[first] or quoted[last]:
        yield f"marks={family} {'odd' if marks % 2 else 'even' if marks else 'no'}"
    if first <= cue <= last:
        yield "holds its cue"
    if "," in columns.lowers[first : last + 1]:
        yield f"comma in={columns.deps[cue]}"


def _at(columns: Columns, token: int) -> str:
    """Return what stands at a place: the name of a mark, of a word its tag."""
    if not 0 <= token < len(columns.texts):
        return "edge"
    form = columns.lowers[token]
    if form[0].isalnum():
        return columns.tags[token]
    closes = token + 1 < len(columns.lowers) and columns.lowers[token + 1] in MARKS
    return _NAMES.get(form, "mark") + ("+mark" if closes else "")


def _of_cut(columns: Columns, candidate: Candidate) -> Iterator[str]:
    """Tell what is left out: how much, how it begins."""
    fifths = (candidate.last - candidate.first + 1) * 5 // (candidate.whole[1] - candidate.first + 1)
    yield f"cut={_at(columns, candidate.last + 1)} {fifths}"
    yield f"cut before={columns.tags[candidate.last + 2]}"
    yield f"cut+pattern={candidate.cue.kind} {candidate.pattern}"
