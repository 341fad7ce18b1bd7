"""Judgements: what their keys follow from, and what is kept of them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.cache import Cache
from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.model.article import Seed
from sitegen.pipeline.inputs import Inputs
from sitegen.pipeline.judgements import docket_of
from sitegen.pipeline.project import Project, open_project

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
