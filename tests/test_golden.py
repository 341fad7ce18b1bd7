"""The briefs of the real article and of the invented one, as whole files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.compose import Desk, compose, is_edited, to_markdown
from sitegen.config import Settings
from sitegen.kinds import load_kinds
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article
from sitegen.model.brief import Brief
from sitegen.problems import Problem
from sitegen.read import find_seeds, read_annotations, read_article
from sitegen.review import review
from sitegen.words import load_words

WORDS, KINDS = load_words("en"), load_kinds()
DESK = Desk(Settings(editor="Example desk"), WORDS, KINDS)
NOTHING_FOUND = Analysis("none")
ARTICLES = [(".", "000_142de1610ce160bf"), ("sitegen/sample", "pilot-boat")]


def read(project: Path, stem: str) -> tuple[Article, Annotations, list[Problem]]:
    """Read an article and its annotations."""
    seed = next(seed for seed in find_seeds(project)[0] if seed.stem == stem)
    article, problems = read_article(project, seed, {})
    annotations, more = read_annotations(project, seed, (), KINDS)
    assert article is not None
    assert annotations is not None
    return article, annotations, [*problems, *more]


def composed(project: Path, stem: str) -> Brief:
    """Compose the brief of an article as the editor left it."""
    article, annotations, _ = read(project, stem)
    return compose(article, annotations, NOTHING_FOUND, DESK)


@pytest.mark.parametrize(("folder", "stem"), ARTICLES)
def test_a_brief_is_written_as_expected(
    folder: str, stem: str, repository: Path, golden: Callable[[Path, str], None]
) -> None:
    text = to_markdown(composed(repository / folder, stem), WORDS)
    assert not is_edited(text)
    golden(repository / "tests" / "golden" / f"{stem}.md", text)


@pytest.mark.parametrize(("folder", "stem"), ARTICLES)
def test_review_has_nothing_to_say(folder: str, stem: str, repository: Path) -> None:
    article, annotations, problems = read(repository / folder, stem)
    brief = compose(article, annotations, NOTHING_FOUND, DESK)
    assert [*problems, *review(brief, article, annotations, NOTHING_FOUND, KINDS)] == []


def test_the_real_brief_has_all_that_its_editor_wrote(repository: Path) -> None:
    brief = composed(repository, ARTICLES[0][1])
    assert (len(brief.quotes), len(brief.sources), len(brief.gaps)) == (6, 12, 1)
    assert sum(not caveat.standard for caveat in brief.caveats) == 8
    assert brief.badge.text == "Mixed as of 19 July 2023: 5 not verified, 1 opinion"
    assert brief.badge.reason == (
        "Rests on a phone call that GUR, an interested party, says it intercepted, two videos and an audio message. "
        "We found no mention in the article of a check of any of them."
    )


def test_every_quote_on_unchecked_material_has_a_caveat(repository: Path) -> None:
    for folder, stem in ARTICLES:
        brief = composed(repository / folder, stem)
        unchecked = {source.id for source in brief.sources if source.unverified}
        resting = [quote for quote in brief.quotes if unchecked & {step.source for step in quote.credit.steps}]
        assert resting
        assert all(quote.caveats for quote in resting)


def test_no_artefact_names_the_captive_of_the_invented_article(repository: Path) -> None:
    brief = composed(repository / "sitegen/sample", "pilot-boat")
    assert "Verrin" not in f"{brief!r}{to_markdown(brief, WORDS)}"
    assert "Verrin" in (repository / "sitegen/sample/seeds/pilot-boat.txt").read_text(encoding="utf-8")


def test_the_withdrawn_words_of_the_invented_article_are_gone(repository: Path) -> None:
    brief = composed(repository / "sitegen/sample", "pilot-boat")
    assert "twice since the autumn" not in f"{brief!r}{to_markdown(brief, WORDS)}"
    assert brief.quote("letters").text == (
        "This quote was withdrawn on 14 March 2024: The union says that it was misunderstood."
    )


def test_the_citation_of_a_claim_takes_its_status_its_denial_and_its_caveats_with_it(repository: Path) -> None:
    cited = to_markdown(composed(repository / "sitegen/sample", "pilot-boat"), WORDS).partition("## How to cite")[2]
    assert "Disputed as of 14 March 2024" in cited
    assert "Denied by Marit Osei." in cited
    assert "The Coastal Command holds the boat and chose what to publish." in cited
