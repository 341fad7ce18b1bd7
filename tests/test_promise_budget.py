"""How much of an article stands in all files of a site together, and that all of it was declared."""

import base64
import json
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest
from changes import replace
from made_projects import Made
from nasty_project import write_project
from printed import Declared, Origin, declared, printed
from test_promise_made import FOLDERS, PLAIN, built, example
from walking import files_of

from sitegen.compose import excerpts
from sitegen.config import Budget
from sitegen.model.article import Span
from sitegen.pipeline import Order, Silence, build

LIMITS = Budget()
CHANCE = 2
"""Words of a run that stand beside declared ones by chance: “The”, with which a paragraph and an outlet begin."""


def leaks(origin: Origin, files: dict[str, str]) -> list[tuple[str, str]]:
    """Return the runs of an article that stand somewhere and were declared nowhere, each with a file that has it."""
    may = declared(origin, files)
    free = origin.headline | may.quotes | may.passages | may.contexts | may.own
    found = printed(origin, files)
    at = {run for run in found if len({*run} - free) <= CHANCE}
    known = {tuple(origin.words[number] for number in run) for run in at}
    lost = ((run, path) for run, path in found.items() if tuple(origin.words[number] for number in run) not in known)
    return [(" ".join(origin.words[number] for number in run), path) for run, path in lost]


def excess(origin: Origin, files: dict[str, str]) -> list[str]:
    """Return the limits that all files together exceed."""
    may = declared(origin, files)
    told = {number for run in printed(origin, files) for number in run} - (origin.headline - may.quotes)
    told -= may.own - may.quotes - may.passages - may.contexts
    whole, prose = origin.share(told), origin.share(told - may.direct)
    over = [f"{whole:.0f} % in all"] if whole > LIMITS.quotes_fail else []
    return over + ([f"{prose:.0f} % of prose"] if prose > LIMITS.prose_fail else [])


def judged(origin: Origin, files: dict[str, str]) -> Declared:
    """See that nothing of an article leaks and nothing is too much, and return what was declared of it."""
    assert leaks(origin, files) == []
    assert excess(origin, files) == []
    return declared(origin, files)


# ---- the budget


@example
def test_nothing_of_an_article_stands_anywhere_that_was_not_declared(made: list[Made]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = built(made, Path(folder))
        for each in made:
            may = judged(Origin.of(Path(folder), each.slug), files)
            assert bool(may.quotes) == (not each.is_silent and not all(said.is_gone for said in each.quotes))
            assert not may.own


@pytest.fixture(scope="module")
def nasty(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    root = write_project(tmp_path_factory.mktemp("budget"), repository)
    outcome = build(root, Order(root / "site"), Silence())
    assert outcome.published is not None, outcome.problems
    return root


@pytest.mark.parametrize(
    "slug", ["000_142de1610ce160bf", "barn", "ferry", "lock", "pilot-boat", "tallow-bridge", "well"]
)
def test_nothing_leaks_of_the_articles_of_this_repository_nor_of_nasty_ones(nasty: Path, slug: str) -> None:
    files = files_of(nasty, *FOLDERS)
    may = judged(Origin.of(nasty, slug), files)
    if slug in {"barn", "well"}:
        assert not may.quotes | may.passages | may.contexts


# ---- these tests see what they must

WIDE = replace(
    PLAIN,
    article="Headline of a test\n\nBy Ada Quill\n4 March 2024\n\n"
    "After a night in which the boats stayed out and the lamps of the harbour were lit one after the other by hand, "
    "“bakalu delimo fonuga herita,” said a man who had come down to the quay with the others to see what was left of "
    "the pier and of the two sheds that had stood on it since the war and were gone in the morning.\n\n"
    "The quay is closed until the next summer.",
)
LOST = "the quay has berth 3 and it is closed until the next summer"


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> tuple[Origin, dict[str, str]]:
    root = tmp_path_factory.mktemp("plain")
    files = built([PLAIN], root)
    return Origin.of(root, PLAIN.slug), files


@pytest.mark.parametrize(
    "text",
    [
        LOST,
        quote(LOST),
        quote(quote(LOST)),
        LOST.replace(" ", "\\ "),
        LOST.replace("berth", "<mark>ber</mark>th"),
        "".join(f"&#{ord(each)};" for each in LOST),
        json.dumps(LOST).replace("q", "\\u0071"),
        base64.b64encode(LOST.encode()).decode(),
        base64.urlsafe_b64encode(LOST.encode()).decode().rstrip("="),
    ],
)
def test_a_leak_is_found_in_every_encoding(plain: tuple[Origin, dict[str, str]], text: str) -> None:
    origin, files = plain
    assert leaks(origin, files) == []
    assert {path for _, path in leaks(origin, {**files, "site/a.txt": text})} == {"site/a.txt"}


def test_excerpts_that_know_no_budget_are_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unbounded(_text: str, span: Span, *_rest: object, **_more: object) -> Span:
        return span

    monkeypatch.setattr(excerpts, "_fitting", unbounded)
    files = built([WIDE], tmp_path)
    assert excess(Origin.of(tmp_path, WIDE.slug), files) != []


def test_excerpts_that_know_their_budget_are_not(tmp_path: Path) -> None:
    files = built([WIDE], tmp_path)
    assert judged(Origin.of(tmp_path, WIDE.slug), files).contexts
