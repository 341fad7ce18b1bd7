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


def write_briefs(project: Project, judgements: Iterable[Judgement], overwrite: Sequence[str]) -> None:
    """Write the briefs that differ from what stands in content/briefs/, but over no change that a person made there."""
    for judgement in judgements:
        spine = judgement.spine
        if spine is None or _stands(project, judgement, spine.slug):
            continue
        if spine.slug in overwrite or not _is_kept(project, judgement, spine.slug):
            from sitegen.compose import write  # noqa: PLC0415  (a build in which no brief changes does without it)

            write(project.root, spine.slug, own(composed(project, judgement), Composed).markdown)


def remove_stale(project: Project, slugs: Iterable[str]) -> list[Problem]:
    """Remove composed briefs that no article composes any more; one that a person edited is kept, and said."""
    due = {f"{slug}.md" for slug in slugs}
    problems = []
    for path in sorted((project.root / BRIEFS).glob("*.md")):
        if path.name in due:
            continue
        if _is_edited(path):
            message = "no article composes this brief any more; it was edited by hand, so it is kept"
            problems.append(
                Problem(
                    Location(f"{BRIEFS}/{path.name}"),
                    Kind.BRIEF_EDITED,
                    message,
                    "delete it, or move it out of content/briefs/",
                    Severity.WARNING,
                )
            )
        else:
            path.unlink()
    return problems


def _is_kept(project: Project, judgement: Judgement, slug: str) -> bool:
    """Say whether a person edited what stands in the place of a brief."""
    if _stands(project, judgement, slug):
        return False
    path = _path(project.root, slug)
    return path.is_file() and _is_edited(path)


def _stands(project: Project, judgement: Judgement, slug: str) -> bool:
    """Say whether the brief stands there already, to the letter."""
    return project.digests.get(f"{BRIEFS}/{slug}.md") == judgement.markdown_sha256


def _path(root: Path, slug: str) -> Path:
    return root / BRIEFS / f"{slug}.md"


def _is_edited(path: Path) -> bool:
    from sitegen.compose import is_edited  # noqa: PLC0415  (the same reason)

    return is_edited(path.read_text(encoding="utf-8", errors="replace"))
