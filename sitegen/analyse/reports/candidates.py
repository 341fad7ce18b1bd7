"""Candidates: every stretch of a paragraph that its grammar lets be the content of a report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.analyse.reports.cues import CLASSES, HEARSAY, NOUNS, VERBS
from sitegen.analyse.reports.sources import source_of_noun, source_of_verb
from sitegen.analyse.reports.spans import MARKS, Stretch, completed, shorter, trimmed
from sitegen.analyse.reports.words import Words

_COMPLEMENTS = frozenset({"ccomp", "xcomp", "oprd", "dobj", "acl", "relcl", "attr"})
_SAID_OF_OBJECT = frozenset({"oprd", "xcomp", "prep", "advcl", "acomp", "dative", "ccomp"})
_CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis", "acl", "pcomp"})
_THAT_REACH = 8
"""Tokens behind a verb within which "that" opens its content, whatever the parser made of it."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that report something."""

    first: int
    last: int
    """Its tokens, both included."""
    lemma: str
    kind: str
    """The class of a verb, else "noun", "according" or "hearsay"."""
    source: int | None
    """The noun or pronoun that is whose saying it is."""


@dataclass(frozen=True, slots=True)
class Candidate:
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


def candidates_in(words: Words) -> Iterator[Candidate]:
    """Yield what may be reports, by cue; each stretch of a cue once."""
    for cue, found in _cues(words):
        seen = set()
        for pattern, start, end in found:
            if (whole := trimmed(words, start, end)) is None or whole in seen:
                continue
            for variant in (whole, *shorter(words, *whole), *completed(words, *whole)):
                kept = trimmed(words, *variant)
                if kept is not None and kept not in seen:
                    seen.add(kept)
                    yield Candidate(cue, pattern, *kept, whole)


def _cues(words: Words) -> Iterator[tuple[Cue, _Found]]:
    """Yield the cues of a paragraph, each with what it may report."""
    for token, (form, tag) in enumerate(zip(words.lower, words.tags, strict=True)):
        if (verb := VERBS.get(form)) and _is_verb(words, token):
            cue = Cue(token, token, verb, CLASSES[verb], source_of_verb(words, token))
            yield cue, _of_verb(words, cue)
        elif (noun := NOUNS.get(form)) and tag in ("NN", "NNS"):
            cue = Cue(token, token, noun, "noun", source_of_noun(words, token))
            yield cue, _complements(words, cue)
        elif form in HEARSAY:
            cue = Cue(token, token, form, "hearsay", None)
            yield cue, iter([("after", token + 1, words.lasts[words.heads[token]])])
        elif form == "according" and (to := words.child(token, "prep")) is not None:
            cue = Cue(token, to, "according to", "according", words.child(to, "pobj"))
            yield cue, _according(words, cue)


def _is_verb(words: Words, token: int) -> bool:
    """Say whether a token is a verb; what the tagger takes for a noun ("one of them details that …") has a subject."""
    tag = words.tags[token]
    return tag[0] == "V" or (tag[0] == "N" and words.child(token, "nsubj") is not None)


def _of_verb(words: Words, cue: Cue) -> _Found:
    verb = cue.first
    yield from _complements(words, cue)
    for child in words.children[verb]:
        if words.deps[child] == "advcl" and words.lower[words.firsts[child]] in ("if", "whether"):
            yield "advcl-if", words.firsts[child], words.lasts[child]
    if words.deps[verb] == "parataxis":
        yield from _around(words, words.heads[verb], words.firsts[verb], words.lasts[verb])
    if cue.kind == "say":
        yield from _in_line(words, verb)


def _complements(words: Words, cue: Cue) -> _Found:
    """Yield what hangs on a cue as its complement."""
    head = cue.first
    for child in words.children[head]:
        dep, first, last = words.deps[child], words.firsts[child], words.lasts[child]
        if dep in _COMPLEMENTS:
            if first <= head <= last:
                yield f"{dep}-around", head + 1, last
            else:
                yield dep if child > head else f"{dep}-before", first, last
        elif dep == "prep":
            yield from _of_preposition(words, child)
        if dep == "dobj" and child > head:
            yield from _with_more(words, child, words.children[head])


def _with_more(words: Words, child: int, siblings: Sequence[int]) -> _Found:
    """Yield an object together with what is said of it: "accused her of lying", "called it a lie"."""
    for other in siblings[siblings.index(child) + 1 :]:
        dep = words.deps[other]
        if dep in _SAID_OF_OBJECT:
            yield f"dobj+{words.lower[other] if dep == 'prep' else dep}", words.firsts[child], words.lasts[other]
        elif dep == "punct":
            break


def _of_preposition(words: Words, preposition: int) -> _Found:
    for child in words.children[preposition]:
        if words.deps[child] in ("pobj", "pcomp"):
            yield f"{words.deps[child]}-{words.lower[preposition]}", words.firsts[child], words.lasts[child]


def _in_line(words: Words, verb: int) -> _Found:
    """Yield what stands before and after a verb and its subject in the sentence, however that was parsed."""
    start, end = words.sentences[verb], words.sentence_end(verb)
    first = last = verb
    if (subject := words.child(verb, "nsubj")) is not None:
        first, last = min(verb, words.firsts[subject]), max(verb, words.lasts[subject])
    that = next((token for token in range(verb + 1, min(verb + _THAT_REACH, end)) if words.lower[token] == "that"), 0)
    if that:
        yield "line-that", that + 1, end
    elif last == verb:
        yield "line-after", verb + 1, end
    if first > start and (words.lower[first - 1] == "," or words.lower[first - 1] in MARKS):
        yield "line-before", start, first - 1
        if last < end and words.lower[last + 1] == ",":
            yield "line-rest", last + 1, end


def _according(words: Words, cue: Cue) -> _Found:
    """Yield what "according to" attributes: the rest of its clause, and the rest of its sentence."""
    first, last = words.firsts[cue.first], words.lasts[cue.first]
    clause = cue.first
    while words.deps[clause] not in _CLAUSES and words.heads[clause] != clause:
        clause = words.heads[clause]
    yield from _around(words, clause, first, last)
    start, end = words.sentences[cue.first], words.sentence_end(cue.first)
    if start < first:
        yield "line-before", start, first - 1
    if last < end:
        yield "line-after", last + 1, end


def _around(words: Words, clause: int, first: int, last: int) -> _Found:
    """Yield what of a clause stands before and after the words that report it."""
    if words.firsts[clause] < first:
        yield "before", words.firsts[clause], first - 1
    if last < words.lasts[clause]:
        yield "after", last + 1, words.lasts[clause]
