"""One article's way through the stages that judge it: read, check, analyse, compose, review.

It needs nothing but the contents of its files and what the project says for all of them, so that any process can do it.
"""

import hashlib
from collections.abc import Mapping, Sequence

from msgspec import Struct

from sitegen.analyse import analyse, too_long
from sitegen.cache import decoded, encoded
from sitegen.check import check
from sitegen.compose import Desk, compose, entry_of, to_markdown
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article, Seed
from sitegen.pipeline.papers import Composed, Frame, Judged, Judgement, Paper, not_published
from sitegen.problems import Kind, Location, Problem, has_errors, in_order
from sitegen.read import Bytes, read_annotations, read_article
from sitegen.review import review


class _Reading(Struct, frozen=True):
    """An article and what is said about it, checked, before software has looked at it."""

    article: Article | None
    annotations: Annotations | None
    problems: list[Problem]


def judge(frame: Frame, papers: Sequence[Paper]) -> list[Judged]:
    """Judge articles, each by itself."""
    return [_judge(frame, paper) for paper in papers]


def lost(paper: Paper, reason: str) -> Judged:
    """Return the judgement of an article on which a process broke."""
    message = f"software could not analyse this article: it {reason}"
    hint = "look for what is odd in its text, or move it out of seeds/; all else is built without it"
    problem = Problem(Location(paper.seed.article), Kind.ANALYSIS_FAILED, message, hint)
    return Judged(Judgement(paper.seed, paper.key, (problem,)), is_lost=True)


def read_analysed(
    frame: Frame, files: Mapping[str, Bytes], seed: Seed, known: Analysis | None
) -> tuple[Article | None, Analysis | None, list[Problem]]:
    """Read an article and analyse it, whatever an annotation file says of it."""
    article, problems = read_article(files, seed, frame.settings.zones)
    if article is None:
        return None, None, problems
    if fault := too_long(article):
        return article, None, [*problems, fault]
    return article, known or _analysis(frame, article), problems


def _judge(frame: Frame, paper: Paper) -> Judged:
    reading = _read(frame, paper)
    if reading.article is None or has_errors(reading.problems):
        return Judged(Judgement(paper.seed, paper.key, tuple(in_order(reading.problems))))
    if paper.defers or not frame.settings.analyse:
        return _unanalysed(frame, paper, reading)
    if fault := too_long(reading.article):
        return Judged(Judgement(paper.seed, paper.key, tuple(in_order([*reading.problems, fault]))))
    known = decoded(paper.analysis, Analysis) if paper.analysis else None
    try:
        analysis = known or _analysis(frame, reading.article)
    except Exception as error:  # noqa: BLE001  (spaCy's, on text that nobody foresaw; all else is built)
        return lost(paper, f"broke off with {type(error).__name__}: {error}")
    return Judged(*_compose(frame, paper, reading, analysis), None if known else encoded(analysis))


def _unanalysed(frame: Frame, paper: Paper, reading: _Reading) -> Judged:
    """Judge an article by what an editor says of it alone; without that there is nothing to print."""
    if reading.annotations is None:
        problems = tuple(in_order([*reading.problems, not_published(paper.seed)]))
        return Judged(Judgement(paper.seed, paper.key, problems, analysis=paper.analysis_key))
    return Judged(*_compose(frame, paper, reading, Analysis("")))


def _read(frame: Frame, paper: Paper) -> _Reading:
    article, problems = read_article(paper.files, paper.seed, frame.settings.zones)
    annotations = None
    if paper.seed.annotation:
        annotations, faults = read_annotations(paper.files, paper.seed, frame.shared, frame.kinds)
        problems = [*problems, *faults]
    if article and annotations:
        problems = [*problems, *check(article, annotations, frame.kinds, frame.settings.budget)]
    return _Reading(article, annotations, problems)


def _analysis(frame: Frame, article: Article) -> Analysis:
    return next(analyse([article], frame.model, frame.kinds))


def _compose(frame: Frame, paper: Paper, reading: _Reading, analysis: Analysis) -> tuple[Judgement, bytes, bytes]:
    assert reading.article is not None  # noqa: S101  (what its caller saw, for the type checker)
    settings, words, kinds = frame.settings, frame.words, frame.kinds
    brief = compose(reading.article, reading.annotations, analysis, Desk(settings, words, kinds))
    faults = review(brief, reading.article, reading.annotations, analysis, kinds, language=settings.language)
    markdown = to_markdown(brief, words, settings)
    entry = entry_of(brief, words)
    written, shown = encoded(Composed(brief, markdown)), encoded(entry)
    judgement = Judgement(
        paper.seed,
        paper.key,
        tuple(in_order([*reading.problems, *faults])),
        entry.spine,
        hashlib.sha256(shown).hexdigest(),
        hashlib.sha256(written).hexdigest(),
        hashlib.sha256(markdown.encode()).hexdigest(),
        paper.analysis_key,
    )
    return judgement, written, shown
