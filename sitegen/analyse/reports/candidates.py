"""Candidates: every stretch of a paragraph that its grammar lets be the content of a report."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.analyse.columns import Columns
from sitegen.analyse.reports.cues import ACCORDING, CLASSES, FORMS, HEARSAY, NOUNS, VERBS
from sitegen.analyse.reports.sources import source_of_noun, source_of_verb
from sitegen.analyse.reports.spans import MARKS, Stretch, completed, shorter, trimmed

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "oprd", "dobj", "acl", "relcl", "attr"})
_SAID_OF_OBJECT = frozenset({"oprd", "xcomp", "prep", "advcl", "acomp", "dative", "ccomp"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis", "acl", "pcomp"})
_THAT_REACH = 8
"""Tokens behind a verb within which "that" opens its content, whatever the parser made of it."""


class Cue(Struct, frozen=True):
    """Words that report something."""

    first: int
    last: int
    """Its tokens, both included."""
    lemma: str
    kind: str
    """The class of a verb, else "noun", "according" or "hearsay"."""
    source: int | None
    """The noun or pronoun that is whose saying it is."""


class Candidate(Struct, frozen=True):
    """A stretch that may be the content of a report."""

    cue: Cue
    pattern: str
    """How the content hangs on the cue: a dependency label, or "line-…" where only the order of the words counts."""
    first: int
    last: int
    """The content's tokens, both included."""
    whole: Stretch
    """What the grammar gave, before a part was left out or a quotation completed."""


_Found = Iterator[tuple[str, int, int]]
"""Pattern, first and last token."""


def candidates_in(columns: Columns) -> Iterator[Candidate]:
    """Yield what may be reports, by cue; each stretch of a cue once."""
    for cue, found in _cues(columns):
        seen = set()
        for pattern, start, end in found:
            if (whole := trimmed(columns, start, end)) is None or whole in seen:
                continue
            for variant in (whole, *shorter(columns, *whole), *completed(columns, *whole)):
                kept = trimmed(columns, *variant)
                if kept is not None and kept not in seen:
                    seen.add(kept)
                    yield Candidate(cue, pattern, *kept, whole)


def _cues(columns: Columns) -> Iterator[tuple[Cue, _Found]]:
    """Yield the cues of a paragraph, each with what it may report."""
    for token in [token for token, form in enumerate(columns.lowers) if form in FORMS]:
        form, tag = columns.lowers[token], columns.tags[token]
        if (verb := VERBS.get(form)) and _is_verb(columns, token):
            cue = Cue(token, token, verb, CLASSES[verb], source_of_verb(columns, token))
            yield cue, _of_verb(columns, cue)
        elif (noun := NOUNS.get(form)) and tag in ("NN", "NNS"):
            cue = Cue(token, token, noun, "noun", source_of_noun(columns, token))
            yield cue, _complements(columns, cue)
        elif form in HEARSAY:
            cue = Cue(token, token, form, "hearsay", None)
            yield cue, iter([("after", token + 1, columns.lasts[columns.heads[token]])])
        elif form == ACCORDING and (to := columns.child(token, "prep")) is not None:
            cue = Cue(token, to, "according to", "according", columns.child(to, "pobj"))
            yield cue, _according(columns, cue)


def _is_verb(columns: Columns, token: int) -> bool:
    """Say whether a token is a verb; what the tagger takes for a noun ("one of them details that …") has a subject."""
    tag = columns.tags[token]
    return tag[0] == "V" or (tag[0] == "N" and columns.child(token, "nsubj") is not None)


def _of_verb(columns: Columns, cue: Cue) -> _Found:
    verb = cue.first
    yield from _complements(columns, cue)
    for child in columns.children[verb]:
        if columns.deps[child] == "advcl" and columns.lowers[columns.firsts[child]] in ("if", "whether"):
            yield "advcl-if", columns.firsts[child], columns.lasts[child]
    if columns.deps[verb] == "parataxis":
        yield from _around(columns, columns.heads[verb], columns.firsts[verb], columns.lasts[verb])
    if cue.kind == "say":
        yield from _in_line(columns, verb)


def _complements(columns: Columns, cue: Cue) -> _Found:
    """Yield what hangs on a cue as its complement."""
    head = cue.first
    for child in columns.children[head]:
        dep, first, last = columns.deps[child], columns.firsts[child], columns.lasts[child]
        if dep in _COMPLEMENTS:
            if first <= head <= last:
                yield f"{dep}-around", head + 1, last
            else:
                yield dep if child > head else f"{dep}-before", first, last
        elif dep == "prep":
            yield from _of_preposition(columns, child)
        if dep == "dobj" and child > head:
            yield from _with_more(columns, child, columns.children[head])


def _with_more(columns: Columns, child: int, siblings: Sequence[int]) -> _Found:
    """Yield an object together with what is said of it: "accused her of lying", "called it a lie"."""
    for other in siblings[siblings.index(child) + 1 :]:
        dep = columns.deps[other]
        if dep in _SAID_OF_OBJECT:
            yield f"dobj+{columns.lowers[other] if dep == 'prep' else dep}", columns.firsts[child], columns.lasts[other]
        elif dep == "punct":
            break


def _of_preposition(columns: Columns, preposition: int) -> _Found:
    for child in columns.children[preposition]:
        if columns.deps[child] in ("pobj", "pcomp"):
            yield f"{columns.deps[child]}-{columns.lowers[preposition]}", columns.firsts[child], columns.lasts[child]


def _in_line(columns: Columns, verb: int) -> _Found:
    """Yield what stands before and after a verb and its subject in the sentence, however that was parsed."""
    start, end = columns.sentence(verb)
    first = last = verb
    if (subject := columns.child(verb, "nsubj")) is not None:
        first, last = min(verb, columns.firsts[subject]), max(verb, columns.lasts[subject])
    near = columns.lowers[verb + 1 : min(verb + _THAT_REACH, end)]
    if "that" in near:
        yield "line-that", verb + near.index("that") + 2, end
    elif last == verb:
        yield "line-after", verb + 1, end
    if first > start and (columns.lowers[first - 1] == "," or columns.lowers[first - 1] in MARKS):
        yield "line-before", start, first - 1
        if last < end and columns.lowers[last + 1] == ",":
            yield "line-rest", last + 1, end


def _according(columns: Columns, cue: Cue) -> _Found:
    """Yield what "according to" attributes: the rest of its clause, and the rest of its sentence."""
    first, last = columns.firsts[cue.first], columns.lasts[cue.first]
    clause = cue.first
    while columns.deps[clause] not in _CLAUSES and columns.heads[clause] != clause:
        clause = columns.heads[clause]
    yield from _around(columns, clause, first, last)
    start, end = columns.sentence(cue.first)
    if start < first:
        yield "line-before", start, first - 1
    if last < end:
        yield "line-after", last + 1, end


def _around(columns: Columns, clause: int, first: int, last: int) -> _Found:
    """Yield what of a clause stands before and after the words that report it."""
    if columns.firsts[clause] < first:
        yield "before", columns.firsts[clause], first - 1
    if last < columns.lasts[clause]:
        yield "after", last + 1, columns.lasts[clause]
