"""One article's way through the stages that judge it: read, check, analyse, compose, review."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from sitegen.analyse import analyse, analysis_key
from sitegen.check import check
from sitegen.compose import Desk, compose, entry_of, to_markdown
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article, Seed
from sitegen.model.brief import Brief
from sitegen.model.entry import Entry
from sitegen.pipeline.order import Progress
from sitegen.pipeline.project import Project
from sitegen.problems import Problem, has_errors, in_order
from sitegen.read import read_annotations, read_article
from sitegen.review import review

BATCH = 64
"""Articles that are held in memory, and handed to spaCy, at a time."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A brief and its written form."""

    brief: Brief
    markdown: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of one article."""

    seed: Seed
    key: str
    """Names everything that the judgement follows from."""
    problems: tuple[Problem, ...]
    entry: Entry | None = None
    """None where an error kept the brief from being composed."""
    markdown_sha256: str = ""
    analysis: str = ""
    """The key of the analysis that it rests on."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and what is said about it, checked, before software has looked at it."""

    seed: Seed
    key: str
    article: Article | None
    annotations: Annotations | None
    problems: list[Problem]

    @property
    def sound(self) -> bool:
        """Whether a brief can be composed from it."""
        return self.article is not None and not has_errors(self.problems)


def judge(project: Project, seeds: Sequence[Seed], progress: Progress) -> Iterator[Judgement]:
    """Yield a judgement an article, in order; articles that did not change are recalled, not judged again."""
    progress.start("reading", len(seeds))
    frame = project.fingerprint()
    paths = [project.root / path for seed in seeds for path in seed.paths]
    digests = {
        path.relative_to(project.root).as_posix(): digest for path, digest in project.cache.digests(paths).items()
    }
    for batch in _batches(seeds):
        keys = {seed.stem: _key(frame, seed, digests) for seed in batch}
        known = {seed.stem: recalled(project, keys[seed.stem]) for seed in batch}
        fresh = [_read(project, seed, keys[seed.stem]) for seed in batch if known[seed.stem] is None]
        made = {judgement.seed.stem: judgement for judgement in _compose_all(project, fresh)}
        yield from (known[seed.stem] or made[seed.stem] for seed in batch)
        progress.advance(len(batch))


def recalled(project: Project, key: str) -> Judgement | None:
    """Return a judgement of an earlier build, and keep what it rests on from being dropped as unused."""
    judgement = project.cache.get("judgement", key, Judgement)
    if judgement:
        project.cache.keep("brief", [judgement.key])
        project.cache.keep("analysis", [judgement.analysis])
    return judgement


def composed(project: Project, judgement: Judgement) -> Composed:
    """Return the brief that belongs to a judgement; one that went from the cache is composed again."""
    found = project.cache.get("brief", judgement.key, Composed)
    if found is None:
        list(_compose_all(project, [_read(project, judgement.seed, judgement.key)]))
        found = project.cache.get("brief", judgement.key, Composed)
    if found is None:
        message = f"{judgement.seed.article} changed during the build"
        raise OSError(message)
    return found


def analysed(project: Project, articles: Sequence[Article]) -> list[Analysis]:
    """Analyse articles; spaCy is loaded only where one of them is new to the cache."""
    keys = [analysis_key(article, project.model, project.kinds) for article in articles]
    found = [project.cache.get("analysis", key, Analysis) for key in keys]
    stale = [article for article, analysis in zip(articles, found, strict=True) if analysis is None]
    fresh = analyse(stale, project.model, project.kinds) if stale else iter(())
    result = [analysis or next(fresh) for analysis in found]
    for key, old, new in zip(keys, found, result, strict=True):
        if old is None:
            project.cache.put("analysis", key, new)
    return result


def _batches(seeds: Iterable[Seed]) -> Iterator[list[Seed]]:
    rest = iter(seeds)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _key(frame: str, seed: Seed, digests: dict[str, str]) -> str:
    parts = (frame, seed.stem, *(digests.get(path, "") for path in seed.paths))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _read(project: Project, seed: Seed, key: str) -> Reading:
    article, problems = read_article(project.root, seed, project.settings.zones)
    annotations = None
    if seed.annotation:
        annotations, faults = read_annotations(project.root, seed, project.shared, project.kinds)
        problems = [*problems, *faults]
    if article and annotations:
        problems = [*problems, *check(article, annotations, project.kinds, project.settings.budget)]
    return Reading(seed, key, article, annotations, problems)


def _compose_all(project: Project, readings: Sequence[Reading]) -> Iterator[Judgement]:
    articles = [reading.article for reading in readings if reading.article and reading.sound]
    analyses = iter(analysed(project, articles))
    for reading in readings:
        judgement = _compose(project, reading, next(analyses)) if reading.sound else _refuse(reading)
        project.cache.put("judgement", judgement.key, judgement)
        yield judgement


def _refuse(reading: Reading) -> Judgement:
    return Judgement(reading.seed, reading.key, tuple(in_order(reading.problems)))


def _compose(project: Project, reading: Reading, analysis: Analysis) -> Judgement:
    assert reading.article is not None  # noqa: S101  (what `sound` says, for the type checker)
    desk = Desk(project.settings, project.words, project.kinds)
    brief = compose(reading.article, reading.annotations, analysis, desk)
    language = project.settings.language
    faults = review(brief, reading.article, reading.annotations, analysis, project.kinds, language=language)
    problems = tuple(in_order([*reading.problems, *faults]))
    markdown = to_markdown(brief, project.words, project.settings)
    project.cache.put("brief", reading.key, Composed(brief, markdown))
    return Judgement(
        reading.seed,
        reading.key,
        problems,
        entry_of(brief, project.words),
        hashlib.sha256(markdown.encode()).hexdigest(),
        analysis_key(reading.article, project.model, project.kinds),
    )
