"""Proposed gaps and caveats: what the article leaves open, and what a reader must know."""

from collections.abc import Iterator
from itertools import zip_longest

from sitegen.compose.caveats import HEADLINE
from sitegen.draft.findings import Findings
from sitegen.draft.text import asked, comment, section
from sitegen.model.annotations import Caveat, Gap
from sitegen.tree import yaml_text

_OPEN = "left-open"
"""The signal of a passage that says what is not known."""
_MOST_GAPS, _MOST_CAVEATS = 3, 8


def gap_lines(findings: Findings) -> Iterator[str]:
    """Yield the section `gaps:`."""
    yield from ("", "# ---- what the article leaves open: write each question that a reader will have")
    yield from section("gaps", _gaps(findings))


def caveat_lines(findings: Findings) -> Iterator[str]:
    """Yield the section `caveats:`; quotes that rest on unverified material get their standard caveats anyway."""
    yield from ("", "# ---- what a reader must know before repeating any of it")
    yield "# `about:` names quotes or sources; without it, a caveat is about the whole article and every quote."
    yield from section("caveats", _caveats(findings))


def _gaps(findings: Findings) -> Iterator[str]:
    gaps = findings.proposal.annotations.gaps
    shown = [gap for gap in gaps if gap.passage not in findings.proposal.unprinted][:_MOST_GAPS]
    for gap in shown:
        yield from _gap(gap)
    yield from (comment(f"line {gap.at.here.line}: “{gap.passage}”", 2) for gap in gaps if gap not in shown)
    if gaps and _OPEN in findings.kinds.signals:
        yield from asked(findings.kinds.signals[_OPEN].ask, 2)


def _gap(gap: Gap) -> Iterator[str]:
    yield comment(f"line {gap.at.here.line}", 2)
    yield '  - question: "To be worded: what does this passage leave open?"'
    yield f"    passage: {yaml_text(gap.passage)}"
    yield f"    result: {gap.result}    # not-revealed | unknown | declined | not-asked"


def _caveats(findings: Findings) -> Iterator[str]:
    """Yield the first caveats about quotes; the others as comments, since one about the article would hold for all.

    One about the headline holds only for quotes that share its words.
    """
    caveats = findings.proposal.annotations.caveats
    strong = [each for each in caveats if each.about][:_MOST_CAVEATS] + [
        each for each in caveats if each.kind == HEADLINE
    ]
    for caveat in caveats:
        yield comment(f"line {caveat.at.here.line}: “{caveat.passage}”", 2)
        prefix = "  " if caveat in strong else "  # "
        yield from (f"{prefix}{line}" for line in _entry(caveat))


def _entry(caveat: Caveat) -> Iterator[str]:
    keys = [f"kind: {caveat.kind}"]
    keys += [f"about: [{', '.join(caveat.about)}]"] if caveat.about else []
    keys += [f"text: {yaml_text(caveat.text)}"]
    yield from (f"{dash}{key}" for dash, key in zip_longest(["- "], keys, fillvalue="  "))
