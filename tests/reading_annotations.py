"""Annotation files as tests write and read them."""

from pathlib import Path

from sitegen.kinds import load_kinds
from sitegen.model.annotations import Annotations, Quote, Source
from sitegen.model.article import Seed
from sitegen.problems import Problem
from sitegen.read import read_annotations, read_shared

ROOT = Path(__file__).parent.parent
FULL = ROOT / "seeds" / "000_142de1610ce160bf.yaml"
MINIMAL = Path(__file__).parent / "data" / "annotation-minimal.yaml"
SEED = Seed("x", "seeds/x.txt", "seeds/x.yaml")
KINDS = load_kinds()


def understood(text: str | bytes, folder: Path, shared: str = "") -> tuple[Annotations | None, list[Problem]]:
    """Read an annotation file of this text, and a file of shared sources beside it."""
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / "seeds" / "x.yaml").write_bytes(text.encode("utf-8", "replace") if isinstance(text, str) else text)
    (folder / "sources.yaml").write_text(shared, encoding="utf-8")
    common, problems = read_shared(folder, KINDS)
    annotations, found = read_annotations(folder, SEED, common, KINDS)
    return annotations, problems + found


def sound(text: str, folder: Path, shared: str = "") -> Annotations:
    """Return the annotations of a file without problems."""
    annotations, problems = understood(text, folder, shared)
    assert problems == []
    assert annotations is not None
    return annotations


def source(annotations: Annotations, identity: str) -> Source:
    return next(each for each in annotations.sources if each.id == identity)


def quote(annotations: Annotations, identity: str) -> Quote:
    return next(each for each in annotations.quotes if each.id == identity)


def hops(annotations: Annotations) -> dict[str, list[str]]:
    return {each.id: [hop.source for hop in each.hops] for each in annotations.sources}
