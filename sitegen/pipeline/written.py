"""The composed briefs in content/briefs/: written where they changed, kept where a person edited them."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sitegen.compose import is_edited, write
from sitegen.pipeline.judge import Judgement, composed
from sitegen.pipeline.project import Project
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.root import BRIEFS


def edited(project: Project, judgement: Judgement, overwrite: Sequence[str]) -> Iterator[Problem]:
    """Report a brief edited by hand; it is kept until its change is moved, or it is named to be overwritten."""
    entry = judgement.entry
    if entry is None or entry.slug in overwrite:
        return
    path = _path(project.root, entry.slug)
    if not path.is_file() or project.cache.digest(path) == judgement.markdown_sha256:
        return
    if is_edited(_text(path)):
        message = "this brief was edited by hand, so it is kept and not published"
        where = judgement.seed.annotation or "an annotation file"
        hint = f"move the change into {where}, or drop it: sitegen build --overwrite {entry.slug}"
        yield Problem(Location(f"{BRIEFS}/{entry.slug}.md"), Kind.BRIEF_EDITED, message, hint)


def write_briefs(project: Project, judgements: Iterable[Judgement]) -> None:
    """Write the briefs that differ from what stands in content/briefs/."""
    for judgement in judgements:
        entry = judgement.entry
        if entry is None:
            continue
        path = _path(project.root, entry.slug)
        if not path.is_file() or project.cache.digest(path) != judgement.markdown_sha256:
            write(project.root, entry.slug, composed(project, judgement).markdown)


def remove_stale(project: Project, slugs: Iterable[str]) -> list[Problem]:
    """Remove composed briefs that no article composes any more; one that a person edited is kept, and said."""
    due = {f"{slug}.md" for slug in slugs}
    problems = []
    for path in sorted((project.root / BRIEFS).glob("*.md")):
        if path.name in due:
            continue
        if is_edited(_text(path)):
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


def _path(root: Path, slug: str) -> Path:
    return root / BRIEFS / f"{slug}.md"


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
