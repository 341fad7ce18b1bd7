"""The composed briefs in content/briefs/: written where they changed, kept where a person edited them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.cache import own
from sitegen.pipeline.judgements import composed
from sitegen.pipeline.papers import Composed, Judgement
from sitegen.pipeline.project import Project
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.root import BRIEFS


def edited(project: Project, judgement: Judgement, overwrite: Sequence[str]) -> Iterator[Problem]:
    """Report a brief edited by hand; it is kept until its change is moved, or it is named to be overwritten."""
    spine = judgement.spine
    if spine and spine.slug not in overwrite and _is_kept(project, judgement, spine.slug):
        message = "this brief was edited by hand, so it is kept and not published"
        where = judgement.seed.annotation or "an annotation file"
        hint = f"move the change into {where}, or drop it: sitegen build --overwrite {spine.slug}"
        yield Problem(Location(f"{BRIEFS}/{spine.slug}.md"), Kind.BRIEF_EDITED, message, hint)


def write_briefs(project: Project, judgements: Iterable[Judgement], overwrite: Sequence[str]) -> Iterator[str]:
    """Write the briefs that differ from what stands in content/briefs/, but over no change that a person made there.

    Yields the path of each that was written, from the root.
    """
    for judgement in judgements:
        spine = judgement.spine
        if spine is None or _stands(project, judgement, spine.slug):
            continue
        if spine.slug in overwrite or not _is_kept(project, judgement, spine.slug):
            from sitegen.compose import write  # noqa: PLC0415  (a build in which no brief changes does without it)

            write(project.root, spine.slug, own(composed(project, judgement), Composed).markdown)
            yield _path(spine.slug)


def remove_stale(project: Project, slugs: Iterable[str]) -> Iterator[str | Problem]:
    """Remove composed briefs that no article composes any more; one that a person edited is kept, and said.

    Yields the path of each that was removed, from the root.
    """
    due = set(map(_path, slugs))
    for path in sorted(path for path in project.digests if _is_brief(path) and path not in due):
        file = project.root / path
        if not _is_edited(file):
            file.unlink(missing_ok=True)
            yield path
            continue
        message = "no article composes this brief any more; it was edited by hand, so it is kept"
        hint = "delete it, or move it out of content/briefs/"
        yield Problem(Location(path), Kind.BRIEF_EDITED, message, hint, Severity.WARNING)


def _is_kept(project: Project, judgement: Judgement, slug: str) -> bool:
    """Say whether a person edited what stands in the place of a brief."""
    if _stands(project, judgement, slug):
        return False
    file = project.root / _path(slug)
    return file.is_file() and _is_edited(file)


def _stands(project: Project, judgement: Judgement, slug: str) -> bool:
    """Say whether the brief stands there already, to the letter."""
    return project.digests.get(_path(slug)) == judgement.markdown_sha256


def _path(slug: str) -> str:
    return f"{BRIEFS}/{slug}.md"


def _is_brief(path: str) -> bool:
    """Say whether a path is that of a composed brief: what people put into folders there is theirs."""
    return path.startswith(f"{BRIEFS}/") and path.endswith(".md") and "/" not in path[len(BRIEFS) + 1 :]


def _is_edited(file: Path) -> bool:
    from sitegen.compose import is_edited  # noqa: PLC0415  (the same reason)

    return is_edited(file.read_text(encoding="utf-8", errors="replace"))
