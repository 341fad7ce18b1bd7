"""The judgements of all articles: those of earlier builds recalled, the others made by the crew."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sitegen.cache import code_version, key_of
from sitegen.model.article import Seed
from sitegen.model.output import Edition
from sitegen.pipeline.alike import Alike
from sitegen.pipeline.crew import Crew, in_batches
from sitegen.pipeline.order import Progress
from sitegen.pipeline.papers import Judged, Judgement, Paper
from sitegen.pipeline.project import Project
from sitegen.pipeline.rolls import Rolls, in_rolls
from sitegen.problems import Problem
from sitegen.read import Bytes, file_bytes

BATCH = 16
"""Articles that one process takes at a time."""
FEW = 64
"""Articles, analysed already, that are judged sooner here than a process is begun."""
_READ_BY = ("analyse", "kinds.py", "model", "read", "near.py", "problems.py")
"""The sources that an analysis follows from."""
_Roll = tuple[str, list[Seed]]
"""What names everything that the judgements of some seeds follow from, and the seeds."""


class Docket(Struct, frozen=True):
    """What the judgements of a project follow from, beside single files."""

    frame: str
    """Names what every judgement follows from."""
    reading: str
    """Names what every analysis follows from."""
    digests: Mapping[str, str]
    """SHA-256 of files, by their path from the root."""
    defers: bool = False
    """Whether articles that have no annotations are read and not analysed, since nothing of them is published."""

    def defers_for(self, seed: Seed) -> bool:
        """Say whether an article is not analysed yet."""
        return self.defers and seed.annotation is None

    def key(self, seed: Seed) -> str:
        """Name everything that the judgement of a seed follows from."""
        return key_of(self.frame, self._of(seed))

    def roll_key(self, seeds: Iterable[Seed]) -> str:
        """Name everything that the judgements of some seeds follow from."""
        return key_of(self.frame, list(map(self._of, seeds)))

    def analysis_key(self, seed: Seed) -> str:
        """Name everything that the analysis of a seed's article follows from."""
        return key_of(self.reading, seed.article.rpartition(".")[2].lower(), self.digests.get(seed.article, ""))

    def _of(self, seed: Seed) -> tuple[str | bool | None, ...]:
        """Return what the judgement of a seed follows from that is its own."""
        about, digest = seed.annotation, self.digests.get
        return seed.article, digest(seed.article, ""), about, digest(about, "") if about else "", self.defers_for(seed)


def docket_of(project: Project, *, defers: bool = False) -> Docket:
    """Return what the judgements of a project follow from."""
    frame = project.frame
    reading = key_of(frame.settings.zones, frame.model, frame.kinds.fingerprint, code_version(*_READ_BY))
    return Docket(project.fingerprint(), reading, project.digests, defers)


def judge_all(
    project: Project, crew: Crew, seeds: Sequence[Seed], progress: Progress, edition: Edition = Edition.BUILD
) -> Iterator[Judgement]:
    """Yield a judgement an article, in order; articles that did not change are recalled, not judged again."""
    docket = docket_of(project, defers=edition is Edition.BUILD and project.settings.unreviewed != "show")
    rolls, kept, alike = _rolls(docket, seeds), Rolls(project.cache, "judgement", "roll", Judgement), Alike()
    # Some articles at a time, so that no two forms of all judgements are in memory.
    known = {seed.stem: alike.judgement(found, seed) for seed, found in kept.recall(rolls, docket.key)}
    fresh = [seed for seed in seeds if seed.stem not in known]
    progress.start("reading", len(fresh))
    made = _judged(project, crew, docket, fresh)
    for name, roll in rolls:
        judgements, whole = list[Judgement](), True
        for seed in roll:
            found = known.pop(seed.stem, None)
            if found is None:
                judged = next(made)
                found = alike.judgement(_kept(project, judged), seed)
                whole &= not judged.is_lost and found.key == docket.key(seed)
                progress.advance()
            judgements.append(found)
            yield found
        if whole:
            kept.keep(name, judgements)


def _rolls(docket: Docket, seeds: Sequence[Seed]) -> list[_Roll]:
    return [(docket.roll_key(roll), roll) for roll in in_rolls(seeds, lambda seed: seed.stem)]


def composed(project: Project, judgement: Judgement) -> bytes:
    """Return the encoded brief that belongs to a judgement; one that went from the cache is composed again.

    Raises OSError where the article changed meanwhile.
    """
    return _held(project, judgement, "brief", judgement.brief_key)


def shown(project: Project, judgement: Judgement) -> bytes:
    """Return the encoded entry that belongs to a judgement, as `composed` does the brief."""
    return _held(project, judgement, "entry", judgement.entry_key)


def is_held(project: Project, judgement: Judgement) -> bool:
    """Say whether what belongs to a judgement is in the cache: nobody composes it again where its article changed."""
    return all(project.cache.read(stage, judgement.key) is not None for stage in ("brief", "entry"))


def _held(project: Project, judgement: Judgement, stage: str, sha256: str) -> bytes:
    found = project.cache.read(stage, judgement.key)
    if found is None or hashlib.sha256(found).hexdigest() != sha256:
        from sitegen.pipeline.judge import judge  # noqa: PLC0415  (the stages are imported where they are needed)

        judged = judge(project.frame, [_paper(project, docket_of(project), judgement.seed)])[0]
        _kept(project, judged)
        found = judged.brief if stage == "brief" else judged.entry
    if found is None or hashlib.sha256(found).hexdigest() != sha256:
        message = f"{judgement.seed.article} changed during the build"
        raise OSError(message)
    return found


def _judged(project: Project, crew: Crew, docket: Docket, seeds: Sequence[Seed]) -> Iterator[Judged]:
    if not seeds:
        return iter(())
    from sitegen.pipeline.judge import judge, lost  # noqa: PLC0415  (the same reason)

    due = [seed for seed in seeds if project.settings.analyse and not docket.defers_for(seed)]
    analysed = [docket.analysis_key(seed) for seed in due]
    if project.cache.has_all("analysis", analysed) and len(seeds) <= FEW:
        crew = Crew()
    papers = (_paper(project, docket, seed) for seed in seeds)
    return crew.each(judge, project.frame, in_batches(papers, BATCH, _size), lost)


def _size(paper: Paper) -> int:
    return sum(map(size_of, paper.files.values()))


def _paper(project: Project, docket: Docket, seed: Seed) -> Paper:
    """Read a seed's files, once: its key names what was read, also where it changed since it was looked at."""
    contents: dict[str, Bytes] = {path: file_bytes(project.root, path) for path in seed.paths}
    read = {path: digest_of(data) for path, data in contents.items()}
    if any(docket.digests.get(path) != digest for path, digest in read.items()):
        docket = replace(docket, digests=read)
    key = docket.analysis_key(seed)
    analysis = None if docket.defers_for(seed) else project.cache.read("analysis", key)
    return Paper(seed, docket.key(seed), contents, key, analysis, defers=docket.defers_for(seed))


def digest_of(data: Bytes) -> str:
    """Return the SHA-256 of a file's contents; empty where they cannot be had."""
    return "" if isinstance(data, Problem) else hashlib.sha256(data).hexdigest()


def size_of(data: Bytes) -> int:
    """Return the bytes that a file has; none where they cannot be had."""
    return 0 if isinstance(data, Problem) else len(data)


def _kept(project: Project, judged: Judged) -> Judgement:
    judgement = judged.judgement
    if not judged.is_lost:
        if judged.analysis is not None:
            project.cache.write("analysis", judgement.analysis, judged.analysis)
        if judged.brief is not None:
            project.cache.write("brief", judgement.key, judged.brief)
        if judged.entry is not None:
            project.cache.write("entry", judgement.key, judged.entry)
        project.cache.put("judgement", judgement.key, judgement)
    return judgement
