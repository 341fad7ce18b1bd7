"""Candidates: every stretch of a paragraph that its grammar lets be the content of a report."""

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.analyse.reports.cues import ADJECTIVES, CLASSES, NOUNS, VERBS
from sitegen.analyse.reports.sources import source_of_noun, source_of_verb
from sitegen.analyse.reports.words import Words

_CLAUSES = ("ROOT", "ccomp", "advcl", "conj", "relcl", "parataxis", "acl", "pcomp")
_LEFT_OUT = frozenset(",.;:!?-–—…") | {"--", "that", "..."}
_DOUBTS = frozenset({"reportedly", "allegedly", "supposedly", "purportedly", "apparently"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be the content of a report."""

    cue: tuple[int, int]
    """First and last token of the words that report it."""
    lemma: str
    kind: str
    """The class of a verb, else "noun", "adjective", "according", "doubt"."""
    pattern: str
    """How the content hangs on the cue."""
    first: int
    last: int
    """The content's tokens, both included."""
    source: int | None
    """The noun or pronoun that is whose saying it is."""


def candidates_in(words: Words) -> Iterator[Candidate]:
    """Yield what may be reports, by cue."""
    for token, (form, tag) in enumerate(zip(words.lower, words.tags, strict=True)):
        if tag[0] == "V":
            if verb := VERBS.get(form):
                yield from _of_verb(words, token, verb)
        elif tag in ("NN", "NNS"):
            if noun := NOUNS.get(form):
                yield from _of_noun(words, token, noun)
        elif form in ADJECTIVES:
            yield from _of_adjective(words, token)
        elif form in _DOUBTS:
            yield from _around(words, Cue((token, token), form, "doubt", None), words.heads[token], (token, token))
        if form == "according":
            yield from _according(words, token)


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue with the source that it gives."""

    tokens: tuple[int, int]
    lemma: str
    kind: str
    source: int | None

    def candidate(self, words: Words, pattern: str, first: int, last: int) -> Iterator[Candidate]:
        """Yield the candidate of these tokens, without marks and "that" at its edges, where any are left."""
        while first <= last and words.lower[first] in _LEFT_OUT:
            first += 1
        while first <= last and words.lower[last] in _LEFT_OUT:
            last -= 1
        if first <= last:
            yield Candidate(self.tokens, self.lemma, self.kind, pattern, first, last, self.source)


def _of_verb(words: Words, verb: int, lemma: str) -> Iterator[Candidate]:
    cue = Cue((verb, verb), lemma, CLASSES[lemma], source_of_verb(words, verb))
    yield from _complements(words, cue, verb)
    for child in words.children[verb]:
        dep = words.deps[child]
        if dep == "nsubjpass" or (dep == "nsubj" and cue.kind == "seem"):
            yield from cue.candidate(words, dep, words.firsts[child], words.lasts[child])
        elif dep == "advcl" and words.lower[words.firsts[child]] in ("if", "whether"):
            yield from cue.candidate(words, "advcl-if", words.firsts[child], words.lasts[child])
    if words.deps[verb] == "parataxis":
        yield from _around(words, cue, words.heads[verb], (words.firsts[verb], words.lasts[verb]))


def _complements(words: Words, cue: Cue, head: int) -> Iterator[Candidate]:
    """Yield what hangs on a cue as its complement."""
    rights = [child for child in words.children[head] if child > head]
    for child in words.children[head]:
        dep = words.deps[child]
        if dep in ("ccomp", "xcomp", "oprd", "dobj", "acl", "relcl"):
            pattern = dep if child > head else f"{dep}-before"
            yield from _without(words, cue, pattern, child, head)
        elif dep == "prep":
            yield from _of_preposition(words, cue, child)
        if dep == "dobj" and child > head:
            yield from _with_more(words, cue, child, rights)


def _without(words: Words, cue: Cue, pattern: str, child: int, head: int) -> Iterator[Candidate]:
    """Yield a subtree; one that the cue stands inside comes in two pieces."""
    first, last = words.firsts[child], words.lasts[child]
    if not first <= head <= last:
        yield from cue.candidate(words, pattern, first, last)
        return
    yield from cue.candidate(words, f"{pattern}-piece", head + 1, last)


def _with_more(words: Words, cue: Cue, child: int, rights: list[int]) -> Iterator[Candidate]:
    """Yield an object together with what is said of it: "accused her of lying", "called it a lie"."""
    last = None
    for other in rights[rights.index(child) + 1 :]:
        if words.deps[other] in ("oprd", "xcomp", "prep", "advcl", "acomp", "dative", "ccomp"):
            last = words.lasts[other]
            more = words.lower[other] if words.deps[other] == "prep" else words.deps[other]
            yield from cue.candidate(words, f"dobj+{more}", words.firsts[child], last)
        elif words.deps[other] == "punct":
            break


def _of_preposition(words: Words, cue: Cue, preposition: int) -> Iterator[Candidate]:
    for child in words.children[preposition]:
        if words.deps[child] in ("pobj", "pcomp"):
            pattern = f"{words.deps[child]}-{words.lower[preposition]}"
            yield from cue.candidate(words, pattern, words.firsts[child], words.lasts[child])


def _of_noun(words: Words, noun: int, lemma: str) -> Iterator[Candidate]:
    cue = Cue((noun, noun), lemma, "noun", source_of_noun(words, noun))
    yield from _complements(words, cue, noun)


def _of_adjective(words: Words, adjective: int) -> Iterator[Candidate]:
    head = words.heads[adjective]
    is_said = words.deps[adjective] == "acomp"
    cue = Cue(
        (adjective, adjective), words.lower[adjective], "adjective", source_of_verb(words, head) if is_said else None
    )
    yield from _complements(words, cue, adjective)


def _according(words: Words, token: int) -> Iterator[Candidate]:
    """Yield what "according to" attributes: the rest of its clause, and the rest of its sentence."""
    if (to := words.child(token, "prep")) is None or words.lower[to] != "to":
        return
    cue = Cue((token, to), "according to", "according", words.child(to, "pobj"))
    phrase = words.firsts[token], words.lasts[token]
    clause = token
    while words.deps[clause] not in _CLAUSES and words.heads[clause] != clause:
        clause = words.heads[clause]
    yield from _around(words, cue, clause, phrase)
    root = clause
    while words.heads[root] != root:
        root = words.heads[root]
    if root != clause:
        yield from _around(words, cue, root, phrase, "-sentence")


def _around(words: Words, cue: Cue, clause: int, phrase: tuple[int, int], more: str = "") -> Iterator[Candidate]:
    """Yield what of a clause stands before and after the words that report it."""
    (first, last) = phrase
    start, end = words.firsts[clause], words.lasts[clause]
    if start < first:
        yield from cue.candidate(words, f"before{more}", start, first - 1)
    if last < end:
        yield from cue.candidate(words, f"after{more}", last + 1, end)
