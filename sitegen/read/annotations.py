"""Annotation files: the file beside an article, and the file of sources that many briefs share."""

from collections.abc import Sequence
from pathlib import Path

from sitegen.kinds import Kinds
from sitegen.model.annotations import Annotations, Source
from sitegen.model.article import Seed
from sitegen.problems import Problem
from sitegen.read.decoding import read_text

SHARED = "sources.yaml"


def read_annotations(
    root: Path, seed: Seed, shared: Sequence[Source], kinds: Kinds
) -> tuple[Annotations | None, list[Problem]]:
    """Return what an editor says about an article, None where the file cannot be understood or there is none."""
    from sitegen.read.understand import annotations_of  # noqa: PLC0415  (a warm build does without pydantic)

    if seed.annotation is None:
        return None, []
    decoded, problems = read_text(root, seed.annotation)
    if decoded is None:
        return None, problems
    annotations, found = annotations_of(decoded.text, seed.annotation, shared, kinds)
    return annotations, problems + found


def read_shared(root: Path, kinds: Kinds) -> tuple[tuple[Source, ...], list[Problem]]:
    """Return the sources of sources.yaml; a project need not have that file."""
    from sitegen.read.understand import shared_of  # noqa: PLC0415  (a warm build does without pydantic)

    if not (root / SHARED).exists():
        return (), []
    decoded, problems = read_text(root, SHARED)
    if decoded is None:
        return (), problems
    sources, found = shared_of(decoded.text, SHARED, kinds)
    return sources, problems + found
