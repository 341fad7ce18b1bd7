"""Draft: an article and what software found in it -> the text of an annotation file for an editor to complete."""

from collections.abc import Iterator

from sitegen.draft.caveats import caveat_lines, gap_lines
from sitegen.draft.facts import fact_lines
from sitegen.draft.findings import Findings
from sitegen.draft.quotes import quote_lines
from sitegen.draft.sources import source_lines

__all__ = ["Findings", "draft"]


def draft(findings: Findings, schema: str) -> str:
    """Return an annotation file that checks without errors; `schema` is the way to its JSON Schema."""
    return "\n".join(_lines(findings, schema)) + "\n"


def _lines(findings: Findings, schema: str) -> Iterator[str]:
    yield from fact_lines(findings, schema)
    yield from source_lines(findings)
    yield from quote_lines(findings)
    yield from gap_lines(findings)
    yield from caveat_lines(findings)
