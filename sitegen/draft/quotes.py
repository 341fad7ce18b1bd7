"""Proposed quotes: the strongest few, as far as a brief may print them; the others as comments."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from sitegen.draft.findings import Findings
from sitegen.draft.sources import Proposal, speaker_of
from sitegen.draft.text import comment, section
from sitegen.model.analysis import Statement
from sitegen.model.counting import word_count, words_in
from sitegen.model.vocabulary import Status
from sitegen.tree import yaml_text

MOST = 6
"""Quotes that a draft proposes."""
LEAST_WORDS = 4
MOST_COMMENTED = 20


def choose(findings: Findings) -> tuple[Statement, ...]:
    """Return the direct quotes to propose, in the order of the article, within the share that a brief may print."""
    strongest = sorted(findings.analysis.statements, key=lambda one: (-_strength(findings, one), one.span))
    limit = word_count(findings.article) * findings.settings.budget.quotes_warn / 100
    chosen: dict[str, Statement] = {}
    for statement in strongest:
        words = words_of(findings, statement)
        spans = [one.span for one in (*chosen.values(), statement)]
        is_new = len(chosen) < MOST and words not in chosen and _is_fit(findings, statement)
        if is_new and words_in(findings.article, spans) < limit:
            chosen[words] = statement
    return tuple(sorted(chosen.values(), key=lambda one: one.span))


def quote_lines(findings: Findings, chosen: Sequence[Statement], sources: Mapping[str, Proposal]) -> Iterator[str]:
    """Yield the section `quotes:`."""
    yield from ("", "# ---- what is said, by whom, and how far it is checked")
    yield f"# status: {' | '.join(Status)}"
    entries = (_entry(findings, number, statement, sources) for number, statement in enumerate(chosen))
    yield from section("quotes", chain(*entries, _others(findings, chosen)))


def quote_id(number: int) -> str:
    """Return the id of a proposed quote; `number` counts from 0."""
    return f"quote-{number + 1}"


def words_of(findings: Findings, statement: Statement) -> str:
    """Return the words to propose: a comma at their end belongs to the sentence around them."""
    return findings.words_at(statement.span).rstrip(" ,;")


def _entry(findings: Findings, number: int, statement: Statement, sources: Mapping[str, Proposal]) -> Iterator[str]:
    yield comment(f"line {findings.line(statement.span)}", 2)
    yield f"  - id: {quote_id(number)}"
    yield f"    quote: {yaml_text(words_of(findings, statement))}"
    place = findings.place(statement.span, words_of(findings, statement))
    if place and place[0]:
        yield f"    occurrence: {place[0]}    # these words stand in the article more than once"
    source = sources.get(speaker_of(statement))
    if source:
        yield f"    source: {source.id}    # proposed; is it stated, or inferred (then: basis: inferred)?"
    else:
        yield "    # source: …    # who says this? No speaker was found"
    yield f"    status: {Status.UNVERIFIED}"
    yield "    # says: …    # the claim in your own words, printed as “Claim: …”"


def _strength(findings: Findings, statement: Statement) -> float:
    """Return how much there is to be said for proposing a quote: a speaker, a name, enough words."""
    confidence = statement.speaker.confidence if statement.speaker else 0.0
    words = len(findings.words_at(statement.span).split())
    # Longer quotes say more, up to some thirty words; but no length outweighs a speaker.
    return confidence + bool(speaker_of(statement)) + min(words, 30) / 60


def _is_fit(findings: Findings, statement: Statement) -> bool:
    words = len(findings.words_at(statement.span).split())
    if not statement.direct or not LEAST_WORDS <= words <= findings.settings.budget.run_words:
        return False
    place = findings.place(statement.span, words_of(findings, statement))
    return place is not None and place[1].direct


def _others(findings: Findings, chosen: Sequence[Statement]) -> Iterator[str]:
    """Yield the other statements that were found, as comments."""
    rest = [one for one in findings.analysis.statements if one not in chosen]
    if rest:
        yield comment("Also found; a quote needs the article's exact words:", 2)
    for one in rest[:MOST_COMMENTED]:
        manner = "direct" if one.direct else "reported"
        speaker = speaker_of(one) or "speaker not found"
        yield comment(f"line {findings.line(one.span)}, {manner}, {speaker}: {words_of(findings, one)}", 4)
