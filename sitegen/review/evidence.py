"""Rule 4: evidence that the article shows and the annotation file does not declare."""

from collections.abc import Iterator

from sitegen.model.analysis import Evidence
from sitegen.model.article import Span
from sitegen.model.passages import Finder
from sitegen.problems import Kind, Problem, Severity
from sitegen.review.case import Case

_SHOWN = 40  # characters of a passage on both sides of its cue, in a message
_TELLING = ("intercepted-communication", "audio", "video")
"""Kinds whose cues are rare in ordinary news, and telling; of posts and papers many an article speaks."""
_HELD_BY = {"audio": "intercepted-communication"}
"""A kind that another holds: an intercepted call is heard, so it is an audio as well."""


def find_undeclared(case: Case) -> Iterator[Problem]:
    """Report each kind of recording that the article shows and no source is of, with what to ask about it.

    A caveat or a gap that names the passage has dealt with it, and so has a source of the kind that no quote rests on.
    """
    seen = list(_passages(case))
    for kind in _TELLING:
        held = seen + [each.sentence for each in _shown(case, _HELD_BY.get(kind, ""))]
        fresh = (each for each in _shown(case, kind) if not any(each.sentence.overlaps(span) for span in held))
        first = None if _is_declared(case, kind) else next(fresh, None)
        if first:
            yield _undeclared(case, first)


def _shown(case: Case, kind: str) -> Iterator[Evidence]:
    return (each for each in case.analysis.evidence if each.name == kind and not each.is_signal)


def _passages(case: Case) -> Iterator[Span]:
    """Yield where the passages stand that the editor speaks of in caveats and gaps."""
    finder = Finder(case.article)
    passages = [each.passage for each in case.annotations.caveats] + [each.passage for each in case.annotations.gaps]
    yield from filter(None, (finder.passage(passage) for passage in passages if passage))


def _is_declared(case: Case, kind: str) -> bool:
    """Say whether a source is of a kind, or of one that holds it, or is called so."""
    names = case.kinds.sources[kind].names
    return any(
        source.kind in (kind, _HELD_BY.get(kind)) or (names is not None and names.search(source.name))
        for source in case.annotations.sources
    )


def _around(case: Case, evidence: Evidence) -> str:
    """Return the words around a cue, as far as its sentence goes and no further than a message has room."""
    sentence, cue = evidence.sentence, evidence.cue
    before = case.article.words_at(Span(sentence.start, cue.start))
    after = case.article.words_at(Span(cue.end, sentence.end))
    if len(before) > _SHOWN:
        before = f"… {before[-_SHOWN:].partition(' ')[2]}"
    if len(after) > _SHOWN:
        after = f"{after[:_SHOWN].rpartition(' ')[0]} …"
    return " ".join(filter(None, (before, case.article.words_at(cue), after)))


def _undeclared(case: Case, evidence: Evidence) -> Problem:
    passage = _around(case, evidence)
    ask = " ".join(case.kinds.sources[evidence.name].ask)
    return Problem(
        case.article.location(evidence.cue.start),
        Kind.EVIDENCE_UNDECLARED,
        f"here the article shows “{evidence.name}”, and no source of the annotation file is of that kind: “{passage}”",
        f"add the source, or a caveat that names this passage. Ask: {ask}",
        Severity.WARNING,
    )
