"""Cases of reading: a text, and what the analysis proposes about it, a line each."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sitegen.analyse import Model, analyse, find_model
from sitegen.kinds import Kinds, load_kinds
from sitegen.model.analysis import Analysis, Speaker, Statement
from sitegen.model.article import Article, Span
from sitegen.read.article import understand
from sitegen.read.decoding import Decoded

CASES = Path(__file__).parent / "cases" / "reading"
HEADLINE = "Ferry runs aground"
"""Of a text that brings none of its own."""
_SECTION = re.compile(r"^## (?P<title>.+)\n(?P<body>(?:(?!## ).*\n?)*)", re.MULTILINE)
_BLOCK = re.compile(r"^```(?P<name>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def article_of(*paragraphs: str, headline: str = HEADLINE) -> Article:
    text = "\n\n".join([headline, *paragraphs])
    return understand(Decoded(text, "utf-8", ""), "seeds/a.txt", {})


@dataclass(frozen=True, slots=True)
class Case:
    """One section of a file of cases."""

    path: Path
    title: str
    article: Article
    expected: str


def cases_in(path: Path) -> Iterator[Case]:
    """Yield the cases of a Markdown file: a block `text` (below a headline) or `article` (whole), a block `found`."""
    for section in _SECTION.finditer(path.read_text(encoding="utf-8")):
        blocks = {block["name"]: block["text"] for block in _BLOCK.finditer(section["body"])}
        text = blocks.get("article") or f"{HEADLINE}\n\n{blocks['text']}"
        yield Case(
            path, section["title"], understand(Decoded(text, "utf-8", ""), "seeds/case.txt", {}), blocks["found"]
        )


def run_case(case: Case) -> str:
    """Analyse the text and return what the file is about, a line each."""
    analysis = next(analyse([case.article], *_tools()))
    return "".join(f"{line}\n" for line in PRINTERS[case.path.stem](case.article, analysis))


def update(path: Path) -> None:
    """Write what is found anew."""
    text = path.read_text(encoding="utf-8")
    for case in cases_in(path):
        start = text.index("```found\n", text.index(f"## {case.title}\n")) + len("```found\n")
        end = text.index("```", start)
        text = text[:start] + run_case(case) + text[end:]
    path.write_text(text, encoding="utf-8")


@cache
def _tools() -> tuple[Model, Kinds]:
    model = find_model("")
    assert isinstance(model, Model), model
    return model, load_kinds()


def _quotes(article: Article, analysis: Analysis) -> Iterator[str]:
    """Yield “words” — mention [verb]."""
    yield from (_said(article, statement) for statement in analysis.statements)


def _reports(article: Article, analysis: Analysis) -> Iterator[str]:
    yield from (_said(article, statement) for statement in analysis.reports)


def _people(article: Article, analysis: Analysis) -> Iterator[str]:
    """Yield “words” — mention = whom it stands for."""
    said = sorted((*analysis.statements, *analysis.reports), key=lambda statement: statement.span)
    for statement in said:
        yield f"“{article.words_at(statement.span)}” — {_named(article, statement.speaker)}"


def _chains(article: Article, analysis: Analysis) -> Iterator[str]:
    """Yield “words” < name (kind; “the words that show it” or inferred), and so on."""
    for chain in analysis.chains:
        hops = [
            f"{hop.name or '(not stated)'} ({hop.kind}; {_quoted(article, hop.shown) if hop.shown else 'inferred'})"
            for hop in chain.hops
        ]
        yield " < ".join((_quoted(article, chain.statement), *hops))


def _evidence(article: Article, analysis: Analysis) -> Iterator[str]:
    for evidence in analysis.evidence:
        yield f"{evidence.name}: {_quoted(article, evidence.cue)}"


def _checks(article: Article, analysis: Analysis) -> Iterator[str]:
    for check in analysis.checks:
        what = check.object or "(object not stated)"
        yield f"check: {what} {check.result} by {check.by or '(not stated)'}: {_quoted(article, check.cue)}"
    for answer in analysis.answers:
        yield f"answer: {answer.result} by {answer.by or '(not stated)'}: {_quoted(article, answer.cue)}"
    for question in analysis.open_questions:
        yield f"open: {question.result}: {_quoted(article, question.cue)}"


def _caveats(article: Article, analysis: Analysis) -> Iterator[str]:
    for caveat in analysis.caveats:
        slots = "".join(f" {name}={value}" for name, value in caveat.slots)
        about = "".join(f" about {_quoted(article, span)}" for span in caveat.about)
        yield f"{caveat.kind} ({caveat.wording}{slots}): {_quoted(article, caveat.cue)}{about}"


def _headline(article: Article, analysis: Analysis) -> Iterator[str]:
    for claim in analysis.headline:
        manner = "quoted" if claim.quoted else "asserted"
        body = _quoted(article, claim.body) if claim.body else "nothing in the body"
        of = f" of {claim.subject or '(nobody)'}; body: {body} of {claim.said_of or '(nobody)'}"
        yield f"{manner} {_quoted(article, claim.words)}{of}, by {_named(article, claim.said_by)}"


def _summary(article: Article, analysis: Analysis) -> Iterator[str]:
    yield from (article.words_at(span) for span in analysis.summary)


def _said(article: Article, statement: Statement) -> str:
    speaker = article.words_at(statement.speaker.mention) if statement.speaker else "(nobody)"
    cue = f" [{article.words_at(statement.cue)}]" if statement.cue else ""
    return f"{_quoted(article, statement.span)} — {speaker}{cue}"


def _named(article: Article, speaker: Speaker | None) -> str:
    if speaker is None:
        return "(nobody)"
    return f"{article.words_at(speaker.mention)} = {speaker.name or '(not sure)'}"


def _quoted(article: Article, span: Span) -> str:
    return f"“{article.words_at(span)}”"


PRINTERS: Mapping[str, Callable[[Article, Analysis], Iterator[str]]] = {
    "quotes": _quotes,
    "speakers": _quotes,
    "reports": _reports,
    "people": _people,
    "chains": _chains,
    "evidence": _evidence,
    "checks": _checks,
    "caveats": _caveats,
    "headline": _headline,
    "summary": _summary,
}
"""By the name of a file of cases: what is printed of the analysis."""
