"""Proposed quotes with what is known of each; what else was said, and who answered, as comments."""

from collections.abc import Iterator
from itertools import chain

from sitegen.compose.proposal.weaving import PUBLISHER
from sitegen.draft.findings import Findings
from sitegen.draft.sources import identified
from sitegen.draft.text import comment, flow, section
from sitegen.model.analysis import Statement
from sitegen.model.annotations import Check, Quote
from sitegen.model.vocabulary import Basis, Identified, Status
from sitegen.tree import yaml_text

_MOST_DIRECT, _MOST_REPORTED, _MOST_ANSWERS = 10, 10, 5
"""What stands in comments, of each."""


def quote_lines(findings: Findings) -> Iterator[str]:
    """Yield the section `quotes:`."""
    yield from ("", "# ---- what is said, by whom, and how far it is checked")
    yield f"# status: {' | '.join(Status)}"
    entries = (line for quote in findings.proposal.annotations.quotes for line in _entry(findings, quote))
    yield from section("quotes", chain(entries, _others(findings), _answers(findings)))


def _entry(findings: Findings, quote: Quote) -> Iterator[str]:
    yield comment(f"line {quote.at.here.line}", 2)
    yield f"  - id: {quote.id}"
    yield f"    quote: {yaml_text(quote.parts[0])}"
    if quote.occurrence:
        yield f"    occurrence: {quote.occurrence}    # these words stand in the article more than once"
    yield from _source(findings, quote)
    yield f"    status: {_status(findings, quote)}"
    if quote.standing.checks:
        yield "    checks:    # the article says so; is it about this quote?"
        yield from (f"      - {flow(_check(check))}" for check in quote.standing.checks)
    yield "    # says: …    # the claim in your own words, printed as “Claim: …”"


def _source(findings: Findings, quote: Quote) -> Iterator[str]:
    if not quote.source:
        yield "    # source: …    # who says this? No speaker was found"
        return
    names = " < ".join(source.name or source.id for source in findings.way(quote))
    yield f"    source: {quote.source}    {comment(names)}"
    yield from _mentioned(findings, quote)
    if quote.basis is Basis.INFERRED:
        yield "    basis: inferred    # the article does not state every step of this chain"
    if quote.via:
        straight = "    # straight from the publisher" if quote.via == (PUBLISHER,) else ""
        yield f"    via: [{', '.join(quote.via)}]{straight}"


def _mentioned(findings: Findings, quote: Quote) -> Iterator[str]:
    """Yield whom the article calls the speaker, where that is another word than the name: "he"."""
    speaker = findings.statement_of(quote).speaker
    if speaker and speaker.name_confidence < 1:
        yield comment(f"“{findings.words_at(speaker.mention)}” here is taken for {speaker.name}: is it so?", 4)


def _status(findings: Findings, quote: Quote) -> Status:
    """Return what the status is by default: that somebody who is named says it is enough, off unchecked material."""
    way = findings.way(quote)
    is_sure = quote.basis is Basis.STATED and way and not (findings.needs_check(way) or findings.shows_material(quote))
    return Status.ATTRIBUTED if is_sure and identified(findings, way[-1]) is Identified.NAMED else Status.UNVERIFIED


def _check(check: Check) -> dict[str, str]:
    told = {"object": check.object.value, "result": check.result.value, "by": check.by, "how": check.how}
    return {key: text for key, text in told.items() if text}


def _others(findings: Findings) -> Iterator[str]:
    """Yield the other statements that were found, as comments."""
    chosen = {choice.statement.span for choice in findings.proposal.choices}
    direct = [one for one in findings.analysis.statements if one.span not in chosen]
    held = [one.span for one in findings.analysis.statements]
    reported = [one for one in findings.analysis.reports if not any(map(one.span.overlaps, held))]
    if direct or reported:
        yield comment("Also found; a quote needs the article's exact words:", 2)
    for manner, found in (("direct", direct[:_MOST_DIRECT]), ("reported", reported[:_MOST_REPORTED])):
        yield from (comment(_told(findings, one, manner), 4) for one in found)


def _told(findings: Findings, one: Statement, manner: str) -> str:
    speaker = (one.speaker and one.speaker.name) or "speaker not found"
    return f"line {findings.line(one.span)}, {manner}, {speaker}: {findings.words_at(one.span).rstrip(' ,;')}"


def _answers(findings: Findings) -> Iterator[str]:
    """Yield who denied or would not say, as comments: only a reader can tell to what it is the answer."""
    answers = findings.analysis.answers[:_MOST_ANSWERS]
    if answers:
        yield comment("Answers; write each to the quotes it is about (or `denied_by:` with the id of a quote):", 2)
    for answer in answers:
        yield comment(f"response: {answer.result}    # {answer.by or 'who?'}, {findings.passage(answer.sentence)}", 4)
