"""Proposed gaps and caveats: what the article leaves open, and what its passages show."""

from collections.abc import Iterator

from sitegen.draft.findings import Findings
from sitegen.draft.text import comment, quoted
from sitegen.model.article import Span
from sitegen.model.passages import word_count, words_in

OPEN = "left-open"
"""The signal of a passage that says what is not known."""
MOST_GAPS = 3
SHOWN = 3
"""Passages shown for each signal."""


def gap_lines(findings: Findings) -> Iterator[str]:
    """Yield the section `gaps:`."""
    yield from ("", "# ---- what the article leaves open: write each question that a reader will have")
    open_spans = _sentences(findings, OPEN)
    chosen = _affordable(findings, open_spans)
    yield "gaps:" if chosen else "gaps: []"
    for span in chosen:
        yield comment(f"line {findings.line(span)}", 2)
        yield '  - question: "To be worded: what does this passage leave open?"'
        yield f"    passage: {quoted(findings.words_at(span))}"
        yield "    result: not-revealed    # not-revealed | unknown | declined | not-asked"
    yield from (comment(findings.passage(span), 2) for span in open_spans if span not in chosen)
    yield from (comment(question, 2) for question in findings.kinds.signals[OPEN].ask if open_spans)


def caveat_lines(findings: Findings) -> Iterator[str]:
    """Yield the section `caveats:`; quotes that rest on unverified material get their standard caveats anyway."""
    yield from ("", "# ---- what a reader must know before repeating any of it")
    yield "# `about:` names quotes or sources: [quote-1, video]; without it, a caveat is about the whole article."
    shown = {name: spans for name in findings.kinds.signals if name != OPEN and (spans := _sentences(findings, name))}
    proposed = {name: text for name in shown if (text := _standard(findings, name))}
    yield "caveats:" if proposed else "caveats: []"
    for name, text in proposed.items():
        yield from _because(findings, name, shown[name])
        yield f"  - kind: {findings.kinds.signals[name].caveat_kind}"
        yield f"    text: {quoted(text)}"
    for name, spans in shown.items():
        if name not in proposed:
            yield from _because(findings, name, spans)


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


def _affordable(findings: Findings, spans: list[Span]) -> list[Span]:
    """Return the first passages that stand in the article once and that a brief may print."""
    limit = word_count(findings.article) * findings.settings.budget.prose_warn / 100
    chosen: list[Span] = []
    for span in spans:
        if len(chosen) < MOST_GAPS and findings.occurrence(span) == 0:
            chosen += [span] if words_in(findings.article, (*chosen, span)) < limit else []
    return chosen
