"""The invented English article as a Ukrainian desk annotates it: `tests/data/uk/`."""

from pathlib import Path

from sitegen.compose import Desk, compose
from sitegen.kinds import load_kinds
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article
from sitegen.model.brief import Brief
from sitegen.read import find_seeds, read_annotations, read_article

REPOSITORY = Path(__file__).parent.parent
KINDS = load_kinds()
NOTHING = Analysis("none")


def read_desk(root: Path) -> tuple[Article, Annotations]:
    """Copy the article and its annotations into a project and read them; both are sound."""
    seeds = root / "seeds"
    seeds.mkdir()
    for file in ("sitegen/sample/seeds/pilot-boat.txt", "tests/data/uk/pilot-boat.yaml"):
        (seeds / Path(file).name).write_bytes((REPOSITORY / file).read_bytes())
    seed = find_seeds(root)[0][0]
    article, problems = read_article(root, seed, {})
    annotations, more = read_annotations(root, seed, (), KINDS)
    assert article is not None
    assert annotations is not None
    assert [*problems, *more] == []
    return article, annotations


def composed_at(desk: Desk, root: Path) -> Brief:
    """Compose the brief at a desk."""
    return compose(*read_desk(root), NOTHING, desk)
