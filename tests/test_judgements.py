"""Judgements: what their keys follow from, and what is kept of them."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from changes import replace

from sitegen.cache import Cache
from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.model.article import Seed
from sitegen.model.output import Edition
from sitegen.pipeline import Order, Silence, build
from sitegen.pipeline.inputs import Inputs
from sitegen.pipeline.judgements import docket_of
from sitegen.pipeline.project import Project, open_project
from sitegen.problems import Kind, Severity

ANNOTATIONS = """\
publisher: courier
brief: {title: The tide, date: 2024-03-14}
summary: The tide is closed.
sources:
  courier: {name: The Harbour Courier, kind: news-report}
  mara: {name: Mara Lind, kind: person}
quotes:
  - {quote: We saw the tide close, source: mara, status: attributed}
"""
ARTICLE, ANNOTATION = "seeds/tide.txt", "seeds/tide.yaml"
SEED = Seed("tide", ARTICLE, ANNOTATION)
DIGESTS = {ARTICLE: "a", ANNOTATION: "b", "seeds/else.txt": "c"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "sitegen.yaml").write_text("title: Desk\n", encoding="utf-8")
    found, problems = open_project(Inputs.of(tmp_path, Cache.open(tmp_path)), DIGESTS)
    assert found
    assert problems == []
    return found


def keys(project: Project, seed: Seed = SEED) -> tuple[str, str]:
    docket = docket_of(project)
    return docket.key(seed), docket.analysis_key(seed)


def with_settings(project: Project, settings: Settings) -> Project:
    return replace(project, frame=replace(project.frame, settings=settings))


CHANGES: dict[str, tuple[Callable[[Project], Project], bool, bool]] = {
    "another article": (lambda project: replace(project, digests=DIGESTS | {"seeds/else.txt": "d"}), False, False),
    "the article": (lambda project: replace(project, digests=DIGESTS | {ARTICLE: "d"}), True, True),
    "the annotations": (lambda project: replace(project, digests=DIGESTS | {ANNOTATION: "d"}), True, False),
    "a setting": (lambda project: with_settings(project, Settings(title="Other desk")), True, False),
    "what zones mean": (lambda project: with_settings(project, Settings(zones={"IST": "+05:30"})), True, True),
    "the kinds": (
        lambda project: replace(project, frame=replace(project.frame, kinds=Kinds(fingerprint="else"))),
        True,
        True,
    ),
    "the model": (
        lambda project: replace(project, frame=replace(project.frame, model=replace(project.frame.model, version="0"))),
        True,
        True,
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_keys_follow_from_what_judgement_and_analysis_follow_from(project: Project, name: str) -> None:
    change, is_judged, is_analysed = CHANGES[name]
    before, after = keys(project), keys(change(project))
    assert (before[0] != after[0], before[1] != after[1]) == (is_judged, is_analysed)


def test_a_saved_page_of_the_same_bytes_is_another_article(project: Project) -> None:
    page = Seed("tide", "seeds/tide.html", None)
    same = replace(project, digests={ARTICLE: "a", page.article: "a"})
    assert keys(same, page)[1] != keys(same)[1]


# ---- what is analysed


def analyses(root: Path) -> int:
    """Return how many analyses the cache of a project has."""
    with closing(sqlite3.connect(root / ".sitegen/cache.sqlite")) as database:
        (count,) = database.execute("SELECT COUNT(*) FROM value WHERE stage = 'analysis'").fetchone()
    return int(count)


@pytest.mark.parametrize(
    ("edition", "unreviewed", "due"),
    [(Edition.BUILD, "hide", 1), (Edition.BUILD, "show", 2), (Edition.PREVIEW, "hide", 2)],
)
def test_what_no_build_publishes_is_analysed_when_a_preview_shows_it(
    tmp_path: Path, edition: Edition, unreviewed: str, due: int
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "sitegen.yaml").write_text(f"title: Desk\nunreviewed: {unreviewed}\nsearch: no\n", encoding="utf-8")
    for stem in ("tide", "quay"):
        text = f"The {stem} is closed\n\n“We saw the {stem} close,” Mara Lind, the harbour master, said on Monday.\n"
        (tmp_path / f"seeds/{stem}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "seeds/tide.yaml").write_text(ANNOTATIONS, encoding="utf-8")
    outcome = build(tmp_path, Order(tmp_path / "site", edition), Silence())
    assert not [problem for problem in outcome.problems if problem.severity is Severity.ERROR]
    assert analyses(tmp_path) == due
    noted = [problem.at.path for problem in outcome.problems if problem.kind is Kind.NOT_PUBLISHED]
    assert noted == (["seeds/quay.txt"] if due == 1 else [])
