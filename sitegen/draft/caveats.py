"""Proposed gaps and caveats: what the article leaves open, and what its passages show."""

from collections.abc import Iterator, Sequence

from sitegen.draft.findings import Findings
from sitegen.draft.quotes import quote_id
from sitegen.draft.text import comment, section
from sitegen.model.analysis import Statement
from sitegen.model.article import Span
from sitegen.model.counting import word_count, words_in
from sitegen.tree import yaml_text

OPEN = "left-open"
"""The signal of a passage that says what is not known."""
MOST_GAPS = 3
SHOWN = 3
"""Passages shown for each signal."""


def gap_lines(findings: Findings) -> Iterator[str]:
    """Yield the section `gaps:`."""
    yield from ("", "# ---- what the article leaves open: write each question that a reader will have")
    yield from section("gaps", _gaps(findings))


def caveat_lines(findings: Findings, quotes: Sequence[Statement]) -> Iterator[str]:
    """Yield the section `caveats:`; quotes that rest on unverified material get their standard caveats anyway."""
    yield from ("", "# ---- what a reader must know before repeating any of it")
    yield "# `about:` names quotes or sources; without it, a caveat is about the whole article and every quote."
    yield from section("caveats", _caveats(findings, quotes))


def _gaps(findings: Findings) -> Iterator[str]:
    open_spans = _sentences(findings, OPEN)
    chosen = _affordable(findings, open_spans)
    for span in chosen:
        yield comment(f"line {findings.line(span)}", 2)
        yield '  - question: "To be worded: what does this passage leave open?"'
        yield f"    passage: {yaml_text(findings.words_at(span))}"
        yield "    result: not-revealed    # not-revealed | unknown | declined | not-asked"
    yield from (comment(findings.passage(span), 2) for span in open_spans if span not in chosen)
    yield from (comment(question, 2) for question in findings.kinds.signals[OPEN].ask if open_spans)


def _caveats(findings: Findings, quotes: Sequence[Statement]) -> Iterator[str]:
    shown = {name: spans for name in findings.kinds.signals if name != OPEN and (spans := _sentences(findings, name))}
    for name, spans in shown.items():
        yield from _because(findings, name, spans)
        if text := _standard(findings, name):
            yield from _caveat(findings.kinds.signals[name].caveat_kind, text, _quotes_of(spans, quotes))


def _caveat(kind: str, text: str, about: Sequence[str]) -> Iterator[str]:
    """Yield a caveat; a comment where no quote shows it: about the whole article, it would hold for every quote."""
    if about:
        yield from (f"  - kind: {kind}", f"    about: [{', '.join(about)}]", f"    text: {yaml_text(text)}")
    else:
        yield from (f"  # - kind: {kind}", f"  #   text: {yaml_text(text)}")


def _because(findings: Findings, name: str, spans: list[Span]) -> Iterator[str]:
    """Yield what shows a signal, and what to ask about it, as comments."""
    yield comment(f"{findings.words(f'signals.{name}.label')}:", 2)
    yield from (comment(findings.passage(span), 4) for span in spans[:SHOWN])
    yield from (comment(question, 6) for question in findings.kinds.signals[name].ask)


def _standard(findings: Findings, name: str) -> str:
    """Return a signal's wording that needs nothing filled in, "" where it leads to no caveat or has no such wording."""
    key = f"signals.{name}.caveat"
    if not findings.kinds.signals[name].caveat_kind:
        return ""
    wordings = (each for each in (key, f"{key}_else") if findings.words.has(each))
    return next((findings.words(each) for each in wordings if not findings.words.slots_of(each)), "")


def _sentences(findings: Findings, name: str) -> list[Span]:
    """Return the sentences that show a signal, in order, each once."""
    shows = (one for one in findings.analysis.evidence if one.is_signal and one.name == name)
    return sorted({one.sentence for one in shows})


def _quotes_of(spans: Sequence[Span], quotes: Sequence[Statement]) -> list[str]:
    """Return the ids of the quotes in which any of the passages stands."""
    return [quote_id(number) for number, quote in enumerate(quotes) if any(map(quote.span.overlaps, spans))]


def _affordable(findings: Findings, spans: list[Span]) -> list[Span]:
    """Return the first passages that stand in the article once and that a brief may print."""
    limit = word_count(findings.article) * findings.settings.budget.prose_warn / 100
    chosen: list[Span] = []
    for span in spans:
        place = findings.place(span, findings.words_at(span))
        if len(chosen) < MOST_GAPS and place and not place[0]:
            chosen += [span] if words_in(findings.article, (*chosen, span)) < limit else []
    return chosen
