"""Voices: the words of a paragraph that may name a speaker, each with how its sentence has it speak."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from sitegen.analyse.columns import Columns
from sitegen.analyse.cues import CARRIERS, NOUNS, class_of
from sitegen.analyse.lines import Line

# Dependency labels of spaCy's English models: https://spacy.io/models/en.
_SUBJECTS = ("nsubj", "nsubjpass")
_CLIMBS = ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "prep", "aux", "auxpass", "acl", "relcl", "pobj", "dobj")
_NOUNS = ("NN", "NNS", "NNP", "NNPS", "PRP")
_PARTS_OF_NAMES = ("NNP", "NNPS")
_CLIMB = 5
"""Clauses that a verb without a subject is followed up to one."""
_WIDTH = 8
"""Tokens from a verb within which a noun beside it may be its speaker."""
_LABEL = 6
"""Tokens of a label at the start of a line, its colon included."""
_ENDS_OF_SIGNATURES = (".", ",", "(", ";")
_DASHES = ("―", "—", "–", "-", "--")


class Role(StrEnum):
    """How a mention takes part in its sentence."""

    SUBJECT = "subject"
    PASSIVE = "passive subject"
    SHARED = "shared subject"
    """Of a verb that has it from the one it hangs on: "Lopez rose and said"."""
    WHO = "who"
    ANTECEDENT = "who stands for it"
    DESCRIBED = "described"
    """By a clause: "a man shouting"."""
    BESIDE = "beside the verb"
    ACCORDING = "according to"
    AGENT = "by or from"
    OWNER = "owner"
    """"Lopez's claim"."""
    NAMED = "only named"
    SIGNED = "signed"
    """"“…” — Maria Lopez"."""
    LABEL = "label"
    """"LOPEZ: …" at the start of a line."""
    EARLIER = "only spoke before"


class Voice(Struct, frozen=True):
    """Words that may name a speaker."""

    number: int
    """Of the line."""
    head: int
    """The token that they are built around."""
    role: Role
    verb: int = -1
    """The token by which they speak: a verb, "according", a noun ("claim"), the mark of a label; -1 for none."""

    @property
    def place(self) -> tuple[int, int]:
        """What voices share that are one mention with several verbs."""
        return self.number, self.head


def voices_of(line: Line, number: int) -> list[Voice]:
    """Return the voices of a line outside its quotations, one a mention and verb."""
    columns, quoted = line.columns, line.quoted
    found = [Voice(number, *each) for each in _speaking(line) if not quoted[each[0]]]
    spoken = {voice.head for voice in found}
    found += [Voice(number, head, Role.NAMED) for head in _named(columns, quoted) if head not in spoken]
    return list(dict.fromkeys(found))


_Found = tuple[int, Role, int]
"""Head, role, verb."""


def _speaking(line: Line) -> Iterator[_Found]:
    columns, quoted = line.columns, line.quoted
    yield from _labels(columns, quoted)
    yield from _labels_behind_dashes(line)
    yield from _signed(line)
    for at, (dep, tag) in enumerate(zip(columns.deps, columns.tags, strict=True)):
        if quoted[at]:
            continue
        if tag[:2] == "VB":
            yield from _of_verb(columns, quoted, at)
        elif dep in ("pobj", "pcomp"):
            yield from _of_preposition(columns, at)
        elif dep == "poss" and columns.lowers[columns.heads[at]] in NOUNS:
            yield at, Role.OWNER, columns.heads[at]


def _of_verb(columns: Columns, quoted: list[bool], verb: int) -> Iterator[_Found]:
    """Yield whom the grammar has speak by a verb; of a verb of saying also the subject that it shares."""
    own = columns.child(verb, *_SUBJECTS)
    if own is not None:
        yield from _of_subject(columns, verb, own)
    elif class_of(columns.lowers[verb]) and columns.deps[verb] not in ("aux", "auxpass"):
        shared = _shared(columns, verb)
        if shared:
            yield *shared, verb
        for head in _beside(columns, quoted, verb):
            if not shared or head != shared[0]:
                yield head, Role.BESIDE, verb


def _of_subject(columns: Columns, verb: int, subject: int) -> Iterator[_Found]:
    if _is_who(columns, verb, subject):
        yield subject, Role.WHO, verb
        yield columns.heads[verb], Role.ANTECEDENT, verb
    else:
        yield subject, Role.PASSIVE if columns.deps[subject] == "nsubjpass" else Role.SUBJECT, verb


def _is_who(columns: Columns, verb: int, subject: int) -> bool:
    return columns.tags[subject] in ("WP", "WDT") and columns.deps[verb] == "relcl"


def _shared(columns: Columns, verb: int) -> tuple[int, Role] | None:
    """Return the subject of the clause that a verb hangs on, or the noun that it describes."""
    at = verb
    for _ in range(_CLIMB):
        dep, head = columns.deps[at], columns.heads[at]
        if head == at or dep not in _CLIMBS:
            return None
        if dep in ("acl", "relcl") and columns.lowers[head] not in CARRIERS:
            return head, Role.DESCRIBED
        at = head
        subject = columns.child(at, *_SUBJECTS)
        if subject is not None:
            return (columns.heads[at] if _is_who(columns, at, subject) else subject), Role.SHARED
    return None


def _beside(columns: Columns, quoted: list[bool], verb: int) -> Iterator[int]:
    """Yield the nearest noun after a verb, and the nearest before it, as far as the next mark or quotation."""
    ways = (range(verb + 1, min(verb + _WIDTH, len(columns.texts))), range(verb - 1, max(verb - _WIDTH, -1), -1))
    for way in ways:
        for at in way:
            if quoted[at] or not columns.tags[at][:1].isalpha():
                break
            if columns.tags[at] in _NOUNS and columns.lowers[at] not in CARRIERS:
                yield _end_of_name(columns, at) if way.step > 0 else at
                break


def _end_of_name(columns: Columns, at: int) -> int:
    """Return the noun that one before it only describes ("Maria" in "said Maria Lopez")."""
    while columns.deps[at] in ("compound", "nmod", "amod") and at < columns.heads[at] < at + _WIDTH:
        at = columns.heads[at]
    return at


def _of_preposition(columns: Columns, at: int) -> Iterator[_Found]:
    """Yield whom "according to", the "by" of a passive or a "from" names."""
    preposition = columns.heads[at]
    word = columns.lowers[preposition]
    if word == "to" and preposition and columns.lowers[preposition - 1] == "according":
        yield at, Role.ACCORDING, preposition - 1
    elif word in ("by", "from"):
        verb = columns.heads[preposition]
        if columns.is_verb(verb) or columns.lowers[verb] in NOUNS:
            yield at, Role.AGENT, verb


def _named(columns: Columns, quoted: list[bool]) -> Iterator[int]:
    """Yield the last token of each name of a person or body, and every "he" and "she"."""
    names = [*columns.names, ""]
    for at, (name, tag, lower) in enumerate(zip(columns.names, columns.tags, columns.lowers, strict=True)):
        is_last = name in ("PERSON", "ORG") and names[at + 1] != name and tag[:2] == "NN"
        if not quoted[at] and (is_last or lower in ("he", "she")):
            yield at


def _labels(columns: Columns, quoted: list[bool]) -> Iterator[_Found]:
    """Yield the last token of a name that a colon ends, at the start of the line; capitals show it more surely."""
    for at, text in enumerate(columns.texts[:_LABEL]):
        if text == ":" and at and not quoted[at] and columns.texts[at - 1][:1].isupper():
            yield at - 1, Role.LABEL, at
        if not (text[:1].isupper() or text in (".", ",")):
            return


def _labels_behind_dashes(line: Line) -> Iterator[_Found]:
    """Yield the last token of each name between a dash and a colon that a quotation follows."""
    columns = line.columns
    for stretch in line.stretches:
        colon = first = stretch.first - 1
        if colon < 0 or columns.texts[colon] != ":":
            continue
        while first > max(colon - _LABEL, 0) and columns.texts[first - 1][:1].isupper() and not line.quoted[first - 1]:
            first -= 1
        if 0 < first < colon and columns.texts[first - 1] in _DASHES:
            yield colon - 1, Role.LABEL, colon


def _signed(line: Line) -> Iterator[_Found]:
    """Yield the last token of each name that stands alone behind a quotation and a dash."""
    columns, quoted = line.columns, line.quoted
    for stretch in line.stretches:
        end = at = stretch.end
        if end < len(columns.texts) and columns.texts[end] in _DASHES:
            while at + 1 < len(columns.texts) and columns.tags[at + 1] in _PARTS_OF_NAMES and not quoted[at + 1]:
                at += 1
            alone = at + 1 == len(columns.texts) or quoted[at + 1] or columns.texts[at + 1] in _ENDS_OF_SIGNATURES
            if end < at <= end + _LABEL and alone:
                yield at, Role.SIGNED, end
