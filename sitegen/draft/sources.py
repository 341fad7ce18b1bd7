"""Proposed sources: who is quoted, and the material that the article speaks of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sitegen.draft.findings import Findings
from sitegen.draft.text import comment, section
from sitegen.model.analysis import Evidence, Statement
from sitegen.model.slugs import in_ascii
from sitegen.tree import yaml_text

PRONOUNS = frozenset("he him his she her it its they them their we us i me you who which that one another".split())  # noqa: SIM905  (a list of words reads best as words)
MOST_WORDS, MOST_CHARACTERS = 5, 60
"""Of an id."""
SHOWN = 2
"""Passages shown for each kind."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A source of the drafted file."""

    id: str
    name: str
    kind: str
    passages: tuple[str, ...]
    """Where the article speaks of it, for comments."""
    unnamed: bool = False


def speaker_of(statement: Statement) -> str:
    """Return the name of the proposed speaker, "" where there is none or only a pronoun."""
    name = statement.speaker.name if statement.speaker else ""
    return "" if name.casefold() in PRONOUNS else name


def propose_sources(findings: Findings, statements: Sequence[Statement]) -> dict[str, Proposal]:
    """Return the sources that these statements and the evidence call for, by speaker's name or kind."""
    found: dict[str, Proposal] = {}
    for statement in statements:
        name = speaker_of(statement)
        if name and name not in found:
            found[name] = _speaker(findings, statement, name, _free_id(name, found))
    for kind, evidence in _material(findings).items():
        label = findings.words(f"kinds.{kind}.label")
        passages = tuple(findings.passage(one.sentence) for one in evidence[:SHOWN])
        found[f"kind: {kind}"] = Proposal(_free_id(kind, found), label, kind, passages)
    return found


def source_lines(findings: Findings, sources: Mapping[str, Proposal]) -> Iterator[str]:
    """Yield the section `sources:`."""
    yield from ("", "# ---- where everything comes from: who or what took its material `from` whom?")
    yield "# What no source names in a `from` hangs on the publisher. Instead of the entries below, a list of chains"
    yield "# does too, one a line:  - Publisher < agency that it cites < ministry that the agency cites"
    entries = (line for source in sources.values() for line in _entry(findings, source))
    yield from section("sources", chain(entries, _others(findings)))


def _speaker(findings: Findings, statement: Statement, name: str, id_: str) -> Proposal:
    is_name = any(char.isupper() for char in name) and not name.casefold().startswith(("a ", "an ", "the ", "another "))
    kind = findings.kinds.kind_of(name) or "person"
    mention = statement.speaker.mention if statement.speaker else statement.span
    shown = f"line {findings.line(mention)}: “{findings.words_at(mention)}”"
    return Proposal(id_, name, kind, (shown,), unnamed=not is_name and kind == "person")


def _entry(findings: Findings, source: Proposal) -> Iterator[str]:
    yield from (comment(passage, 2) for passage in source.passages)
    yield f"  {source.id}:"
    yield f"    name: {yaml_text(source.name)}"
    yield f"    kind: {source.kind}"
    if source.kind == "person":
        yield f"    identified: {'unnamed' if source.unnamed else 'claimed'}    # named | claimed | unnamed"
    unverified = findings.kinds.sources[source.kind].unverified
    question = "who speaks or acts in it?" if unverified else "where did they get it from?"
    yield f"    # from: …    # {question}"
    yield from (comment(question, 4) for question in findings.kinds.sources[source.kind].ask)


def _material(findings: Findings) -> dict[str, list[Evidence]]:
    """Return the evidence of unverified kinds, by kind, in the order of the article."""
    found = _by_kind(findings)
    return {kind: evidence for kind, evidence in found.items() if findings.kinds.sources[kind].unverified}


def _others(findings: Findings) -> Iterator[str]:
    """Yield what else the article shows of sources, as comments."""
    for kind, evidence in _by_kind(findings).items():
        if not findings.kinds.sources[kind].unverified:
            yield comment(f"{findings.words(f'kinds.{kind}.label')}? Add it if a quote rests on it.", 2)
            yield from (comment(findings.passage(one.sentence), 4) for one in evidence[:SHOWN])
            yield from (comment(question, 6) for question in findings.kinds.sources[kind].ask)


def _by_kind(findings: Findings) -> dict[str, list[Evidence]]:
    found: dict[str, list[Evidence]] = {}
    for one in sorted(findings.analysis.evidence, key=lambda one: (one.cue, one.name)):
        same = found.setdefault(one.name, []) if one.name in findings.kinds.sources and not one.is_signal else []
        if all(other.sentence != one.sentence for other in same):
            same.append(one)
    return found


def _free_id(name: str, taken: Mapping[str, Proposal]) -> str:
    """Return an id for a name that no other source has; never "quote-1", which quotes have."""
    words = re.findall(r"[a-z0-9]+", in_ascii(re.sub("['’]", "", name)).lower())
    slug = "-".join(words[:MOST_WORDS])[:MOST_CHARACTERS].strip("-") or "source"
    slug = f"source-{slug}" if slug.startswith("quote-") else slug
    ids = {source.id for source in taken.values()}
    return next(id_ for id_ in (slug, *(f"{slug}-{n}" for n in range(2, len(ids) + 3))) if id_ not in ids)
