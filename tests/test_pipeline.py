"""The whole way from seeds/ to site/, in a small project of two fictional articles."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.model.output import Edition
from sitegen.pipeline import Order, Outcome, Silence, build, check, inputs, propose
from sitegen.problems import Kind, Severity

CRANE = """Harbour crane stopped after a warning

By Ada Quill
12 March 2024

The port of Velmora stopped its largest crane on Monday, the port authority said. "We heard the cable sing before it
slipped," the crane driver Ilse Brandt told the Velmora Courier.

Nobody was hurt, according to the port authority. It was not revealed when the cable had last been changed.

The crane lifts some two hundred containers a day, and ships waited in the roads until the evening tide had gone.
"""

CRANE_NOTES = """publisher: Velmora Courier
summary: The Velmora Courier reports that a crane was stopped after its driver heard the cable.
sources:
  - Velmora Courier < Ilse Brandt
quotes:
  - Ilse Brandt: We heard the cable sing
"""

LOCK = """Old lock gate to be replaced

By Ada Quill
14 March 2024

The council of Velmora will replace the lower lock gate next spring, its engineer said. "It has held for ninety years,"
said the engineer, Tomas Reed. The work will take six weeks, and boats will be sent round by the northern canal.
"""


def run(root: Path, **asked: object) -> Outcome:
    return build(root, Order(root / "site", **asked), Silence())  # type: ignore[arg-type]  # the tests' own shorthand


def codes(outcome: Outcome) -> list[Kind]:
    return [problem.kind for problem in outcome.problems]


def site_of(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "site").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("built")
    files = {
        "seeds/crane.txt": CRANE,
        "seeds/crane.yaml": CRANE_NOTES,
        "seeds/lock.txt": LOCK,
        "content/about.md": "---\ntitle: About us\n---\n\nWe read what others report.\n",
        "static/logo.txt": "a logo\n",
        "sitegen.yaml": "title: Velmora Desk\nurl: https://desk.example/briefs/\n",
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    assert run(root).published is not None
    return root


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    return shutil.copytree(built, tmp_path / "project", symlinks=True)


def edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_an_annotated_article_becomes_a_markdown_brief_and_a_page(project: Path) -> None:
    assert "We heard the cable sing" in (project / "content/briefs/crane.md").read_text(encoding="utf-8")
    assert "We heard the cable sing" in (project / "site/briefs/crane.html").read_text(encoding="utf-8")


def test_peoples_pages_and_static_files_are_in_the_site(project: Path) -> None:
    assert "We read what others report." in (project / "site/about.html").read_text(encoding="utf-8")
    assert (project / "site/logo.txt").read_text(encoding="utf-8") == "a logo\n"


def test_an_article_without_annotations_is_noted_and_not_published(project: Path) -> None:
    outcome = run(project, verify=True)
    assert [(problem.kind, problem.severity) for problem in outcome.problems] == [(Kind.NOT_PUBLISHED, Severity.NOTE)]
    assert not (project / "site/briefs/lock.html").exists()


def test_a_setting_publishes_unreviewed_articles(project: Path) -> None:
    edit(project / "sitegen.yaml", lambda text: text + "unreviewed: show\n")
    run(project)
    page = (project / "site/briefs/lock.html").read_text(encoding="utf-8")
    assert "Proposed by software, not reviewed by an editor" in page
    assert "briefs/lock.html" not in (project / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_preview_shows_unreviewed_articles_and_writes_no_markdown(project: Path, tmp_path: Path) -> None:
    outcome = build(project, Order(tmp_path / "preview", Edition.PREVIEW), Silence())
    assert outcome.briefs == 2
    assert (tmp_path / "preview/briefs/lock.html").is_file()
    assert not (project / "content/briefs/lock.md").exists()


def test_a_second_build_finds_nothing_changed_and_says_what_the_first_said(project: Path) -> None:
    first = run(project)
    before = {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")}
    second = run(project)
    assert second.unchanged
    assert second.problems == first.problems
    assert {path: path.stat().st_mtime_ns for path in (project / "site").rglob("*")} == before


def test_a_change_of_the_shipped_theme_is_noticed(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "shipped/templates").mkdir(parents=True)
    (tmp_path / "shipped/words").mkdir()
    monkeypatch.setattr(inputs, "shipped", lambda folder: tmp_path / "shipped" / folder)
    run(project)
    assert run(project).unchanged
    (tmp_path / "shipped/templates/base.html").write_text("new", encoding="utf-8")
    assert not run(project).unchanged


def test_an_error_publishes_nothing(project: Path) -> None:
    before = site_of(project)
    edit(project / "seeds/crane.yaml", lambda text: text.replace("cable sing", "cable scream"))
    edit(project / "content/about.md", lambda text: text + "\nAnd more.\n")
    outcome = run(project)
    assert Kind.QUOTE_NOT_FOUND in codes(outcome)
    assert outcome.published is None
    assert site_of(project) == before


def test_keep_going_publishes_the_rest_beside_the_last_good_version(project: Path) -> None:
    edit(project / "seeds/crane.yaml", lambda text: text.replace("cable sing", "cable scream"))
    edit(project / "content/about.md", lambda text: text + "\nAnd more.\n")
    outcome = run(project, keep_going=True)
    assert Kind.QUOTE_NOT_FOUND in codes(outcome)
    assert "And more." in (project / "site/about.html").read_text(encoding="utf-8")
    assert "We heard the cable sing" in (project / "site/briefs/crane.html").read_text(encoding="utf-8")


def test_keep_going_again_with_nothing_changed_says_the_same_at_once(project: Path) -> None:
    edit(project / "seeds/crane.yaml", lambda text: text.replace("cable sing", "cable scream"))
    first = run(project, keep_going=True)
    again = run(project, keep_going=True)
    assert again.unchanged
    assert again.problems == first.problems


def test_keep_going_keeps_the_last_good_version_of_a_page(project: Path) -> None:
    edit(project / "content/about.md", lambda text: text.replace("title:", "tittle: x\ntitle: ["))
    outcome = run(project, keep_going=True)
    assert outcome.published is not None
    assert "We read what others report." in (project / "site/about.html").read_text(encoding="utf-8")


def test_a_broken_build_is_judged_again_and_says_the_same(project: Path) -> None:
    edit(project / "seeds/crane.yaml", lambda text: text.replace("cable sing", "cable scream"))
    first = run(project)
    assert run(project).problems == first.problems
    assert first.problems


def test_a_strict_build_stops_at_a_warning(project: Path) -> None:
    edit(project / "sitegen.yaml", lambda _: "title: Velmora Desk\n")
    assert run(project, strict=True).published is None
    outcome = run(project)
    assert outcome.published is not None
    assert Kind.URL_MISSING in codes(outcome)


def test_a_brief_edited_by_hand_is_kept_until_it_is_overwritten_by_name(project: Path) -> None:
    brief = project / "content/briefs/crane.md"
    edit(brief, lambda text: text.replace("Nobody", "No one") + "\nA note of mine.\n")
    outcome = run(project)
    assert Kind.BRIEF_EDITED in codes(outcome)
    assert outcome.published is None
    assert "A note of mine." in brief.read_text(encoding="utf-8")
    assert run(project, overwrite=("crane",)).published is not None
    assert "A note of mine." not in brief.read_text(encoding="utf-8")


@pytest.mark.parametrize("state", ["published", "draft"])
def test_no_build_writes_over_a_brief_that_was_edited_by_hand(project: Path, state: str) -> None:
    edit(project / "seeds/crane.yaml", lambda text: text + f"brief: {{state: {state}}}\n")
    run(project)
    brief = project / "content/briefs/crane.md"
    edit(brief, lambda text: text + "\nA note of mine.\n")
    for asked in ({}, {"keep_going": True}):
        assert Kind.BRIEF_EDITED in codes(run(project, **asked))
        assert "A note of mine." in brief.read_text(encoding="utf-8")
    assert Kind.BRIEF_EDITED not in codes(run(project, overwrite=("crane",)))
    assert "A note of mine." not in brief.read_text(encoding="utf-8")


class Editor(Silence):
    """Edits a brief by hand while a build publishes."""

    def __init__(self, brief: Path) -> None:
        self._brief = brief

    def start(self, stage: str, total: int) -> None:  # noqa: ARG002  (as the pipeline calls it)
        if stage == "publishing":
            edit(self._brief, lambda text: text + "\nA note of mine.\n")


def test_a_brief_that_is_edited_while_a_build_runs_is_seen_by_the_next_one(project: Path) -> None:
    edit(project / "seeds/lock.txt", lambda text: text + "\nThe gate is of oak.\n")
    build(project, Order(project / "site"), Editor(project / "content/briefs/crane.md"))
    assert Kind.BRIEF_EDITED in codes(run(project))


def test_a_composed_brief_that_was_deleted_is_written_again(project: Path) -> None:
    (project / "content/briefs/crane.md").unlink()
    run(project)
    assert (project / "content/briefs/crane.md").is_file()


@pytest.mark.parametrize("forget", [False, True], ids=["with the cache", "without the cache"])
def test_a_removed_article_takes_its_page_away_and_nothing_else(project: Path, *, forget: bool) -> None:
    (project / "seeds/crane.txt").unlink()
    (project / "seeds/crane.yaml").unlink()
    (project / "site/mine.html").write_text("mine", encoding="utf-8")
    if forget:
        shutil.rmtree(project / ".sitegen")
    run(project)
    assert not (project / "site/briefs/crane.html").exists()
    assert not (project / "content/briefs/crane.md").exists()
    assert (project / "site/mine.html").read_text(encoding="utf-8") == "mine"
    assert "crane" not in (project / "site/index.html").read_text(encoding="utf-8")


def test_a_removed_article_leaves_a_brief_that_was_edited_by_hand(project: Path) -> None:
    brief = project / "content/briefs/crane.md"
    edit(brief, lambda text: text + "\nA note of mine.\n")
    (project / "seeds/crane.txt").unlink()
    (project / "seeds/crane.yaml").unlink()
    outcome = run(project)
    assert (Kind.BRIEF_EDITED, Severity.WARNING) in [(found.kind, found.severity) for found in outcome.problems]
    assert "A note of mine." in brief.read_text(encoding="utf-8")


def test_a_draft_has_its_markdown_and_no_page(project: Path) -> None:
    edit(project / "seeds/crane.yaml", lambda text: text + "brief: {state: draft}\n")
    run(project)
    assert (project / "content/briefs/crane.md").is_file()
    assert not (project / "site/briefs/crane.html").exists()


def test_two_briefs_cannot_have_one_address(project: Path) -> None:
    shutil.copy(project / "seeds/crane.txt", project / "seeds/other.txt")
    shutil.copy(project / "seeds/crane.yaml", project / "seeds/other.yaml")
    edit(project / "seeds/other.yaml", lambda text: text + "brief: {slug: crane}\n")
    outcome = run(project)
    assert outcome.published is None
    assert Kind.SLUG_TAKEN in codes(outcome)


def test_a_draft_cannot_have_the_address_of_another_brief(project: Path) -> None:
    shutil.copy(project / "seeds/crane.txt", project / "seeds/other.txt")
    shutil.copy(project / "seeds/crane.yaml", project / "seeds/other.yaml")
    edit(project / "seeds/other.yaml", lambda text: text + "brief: {slug: crane, state: draft}\n")
    before = (project / "content/briefs/crane.md").read_text(encoding="utf-8")
    assert Kind.SLUG_TAKEN in codes(run(project))
    assert (project / "content/briefs/crane.md").read_text(encoding="utf-8") == before


def test_settings_that_cannot_be_read_stop_the_build(project: Path) -> None:
    (project / "sitegen.yaml").write_text("titel: x\n", encoding="utf-8")
    outcome = run(project)
    assert codes(outcome) == [Kind.SETTING_WRONG]
    assert outcome.published is None


def test_check_judges_what_it_is_asked_for(project: Path) -> None:
    edit(project / "seeds/crane.yaml", lambda text: text.replace("cable sing", "cable scream"))
    whole = check(project, [], Silence())
    assert Kind.QUOTE_NOT_FOUND in codes(whole)
    assert whole.briefs == 2
    asked = check(project, [project / "seeds/lock.txt"], Silence())
    assert codes(asked) == [Kind.NOT_PUBLISHED]
    assert asked.briefs == 1


def test_check_changes_nothing(project: Path) -> None:
    edit(project / "seeds/crane.yaml", lambda text: text.replace("a crane was", "the crane was"))
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and ".sitegen" not in path.parts}
    check(project, [], Silence())
    after = {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and ".sitegen" not in path.parts}
    assert after == before


def test_propose_reads_and_analyses_one_article(project: Path) -> None:
    article, analysis, problems = propose(project, project / "seeds/lock.txt")
    assert problems == []
    assert article is not None
    assert analysis is not None
    assert [article.words_at(statement.span) for statement in analysis.statements if statement.direct] == [
        "It has held for ninety years,"
    ]
