"""Drafting by hand: an invented article, what software found in it, and drafts read back."""

from pathlib import Path

import pytest

from sitegen.check import check
from sitegen.compose import Desk
from sitegen.config import Settings
from sitegen.draft import Findings, draft
from sitegen.kinds import load_kinds
from sitegen.model.analysis import (
    Analysis,
    Answer,
    Chain,
    Evidence,
    Hop,
    OpenQuestion,
    ProposedCaveat,
    ReportedCheck,
    Speaker,
    Statement,
)
from sitegen.model.annotations import Annotations
from sitegen.model.article import Article, Seed, Span
from sitegen.model.vocabulary import CheckObject, CheckResult
from sitegen.problems import Problem
from sitegen.read import read_annotations, read_article
from sitegen.words import load_words

KINDS, WORDS = load_kinds(), load_words("en")
SEED = Seed("fire", "seeds/fire.txt", "seeds/fire.yaml")
Capture = pytest.CaptureFixture[str]

FIRE = """\
Fire at the harbour of Port Almery

By Ines Corvell
Mar 4, 2024 9:15 AM IST

A fire broke out in the harbour on Monday. "Nobody was in the warehouse when it began," said Chief Dana Orrel.

It was not revealed what the warehouse held. A video shared on Telegram shows two men who run away. The cause was said
to be a cable.

"We saw two men run," a docker told the Almery Gazette. "We saw two men run," he said again. Orrel added: "No. Not now."

"The f****** gate was open all night, as it always is," the docker said.
"""


def article_of(folder: Path, text: str) -> Article:
    """Return an article as it is read from a project."""
    (folder / "seeds").mkdir(exist_ok=True)
    (folder / SEED.article).write_bytes(text.encode())
    article, _ = read_article(folder, SEED, {})
    assert article is not None
    return article


def span_of(article: Article, words: str, start: int = 0) -> Span:
    at = article.text.index(words, start)
    return Span(at, at + len(words))


def said(article: Article, words: str, mention: str, name: str = "", start: int = 0) -> Statement:
    speaker = Speaker(span_of(article, mention), name or mention, 0.8) if mention else None
    return Statement(span_of(article, words, start), direct=True, speaker=speaker)


def shown(article: Article, name: str, cue: str, sentence: str) -> Evidence:
    return Evidence(name, name in KINDS.signals, span_of(article, cue), span_of(article, sentence))


def fire_analysis(article: Article) -> Analysis:
    again = article.text.index("We saw") + 1
    telegram = span_of(article, "A video shared on Telegram shows two men who run away.")
    gate = said(article, "The f****** gate was open all night, as it always is,", "the docker")
    docker = Hop("a docker", "person", span_of(article, "a docker"), span_of(article, "a docker told"))
    men = said(article, "We saw two men run", "a docker")
    gazette = Hop(
        "Almery Gazette", "news-report", span_of(article, "Almery Gazette"), span_of(article, "told the Almery")
    )
    video = Hop("video on Telegram", "video", telegram)
    return Analysis(
        "test",
        statements=(
            said(article, "Nobody was in the warehouse when it began,", "Chief Dana Orrel", "Dana Orrel"),
            men,
            said(article, "We saw two men run", "he", start=again),
            said(article, "Not now.", "Orrel"),
            gate,
        ),
        reports=(Statement(span_of(article, "The cause was said\nto be a cable"), direct=False),),
        chains=(
            Chain(men.span, (gazette, docker)),
            Chain(gate.span, (Hop("", "not-stated"), video, Hop("the docker", "person"))),
        ),
        checks=(
            ReportedCheck(
                CheckResult.INCONCLUSIVE,
                span_of(article, "always is"),
                span_of(article, "said again."),
                CheckObject.RECORDING,
                "Reuters",
            ),
        ),
        answers=(Answer("declined", span_of(article, "Not now"), span_of(article, "No. Not now."), "Dana Orrel"),),
        open_questions=(
            OpenQuestion(
                "not-revealed",
                span_of(article, "not revealed"),
                span_of(article, "It was not revealed what the warehouse held."),
            ),
        ),
        evidence=(
            shown(article, "video", "video", "A video shared on Telegram shows two men who run away."),
            shown(article, "photograph", "shows", "A video shared on Telegram shows two men who run away."),
            shown(article, "official-statement", "Chief", "said Chief Dana Orrel."),
        ),
        caveats=(
            caveat_of(article, "redaction", "signals.masking.caveat", "f******", gate.span),
            caveat_of(article, "second-hand", "signals.insertion.caveat", "said\nto be"),
        ),
        summary=(span_of(article, "A fire broke out in the harbour on Monday."),),
    )


def caveat_of(article: Article, kind: str, wording: str, cue: str, *about: Span) -> ProposedCaveat:
    return ProposedCaveat(kind, wording, span_of(article, cue), span_of(article, cue), about=about)


def findings_of(article: Article, analysis: Analysis, **given_: str) -> Findings:
    return Findings(article, analysis, Desk(Settings(), WORDS, KINDS), **given_)


def read_back(folder: Path, article: Article, text: str) -> tuple[Annotations, list[Problem]]:
    """Read a drafted file as the pipeline does, and check it."""
    (folder / SEED.annotation if SEED.annotation else folder).write_bytes(text.encode())
    annotations, problems = read_annotations(folder, SEED, (), KINDS)
    assert annotations is not None
    return annotations, [*problems, *check(article, annotations, KINDS, Settings().budget)]


@pytest.fixture
def fire(tmp_path: Path) -> Article:
    """Return an article about a fire."""
    return article_of(tmp_path, FIRE)


@pytest.fixture
def drafted(fire: Article) -> str:
    """Return its draft."""
    return draft(findings_of(fire, fire_analysis(fire)), "../schema.json")
