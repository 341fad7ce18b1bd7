"""Proposed sources: who is quoted, through whom and what it came, and what the article shows besides."""

from collections.abc import Iterator
from itertools import chain

from sitegen.compose.proposal.weaving import PUBLISHER, is_name
from sitegen.draft.findings import Findings
from sitegen.draft.text import asked, comment, flow, section
from sitegen.model.analysis import Evidence
from sitegen.model.annotations import Source
from sitegen.model.naming import usually_identified
from sitegen.model.slugs import source_slug
from sitegen.model.vocabulary import Basis, Identified
from sitegen.tree import yaml_text

SHOWN = 2
"""Passages shown for each source or kind."""
_PERSON = "person"


def source_lines(findings: Findings) -> Iterator[str]:
    """Yield the section `sources:`."""
    yield from ("", "# ---- where everything comes from: who or what took its material `from` whom?")
    yield "# What no source names in a `from` hangs on the publisher. Instead of the entries below, a list of chains"
    yield "# does too, one a line:  - Publisher < agency that it cites < ministry that the agency cites"
    asked_of: set[str] = set()
    entries: list[str] = []
    for source in findings.proposal.annotations.sources:
        if source.id != PUBLISHER or source.hops or looks_like_id(source.name):
            entries += _entry(findings, source, is_first=source.kind not in asked_of)
            asked_of.add(source.kind)
    yield from section("sources", chain(entries, _others(findings, asked_of)))


def _entry(findings: Findings, source: Source, *, is_first: bool) -> Iterator[str]:
    """Yield a source; the questions of its kind stand with the first of that kind."""
    mentions = findings.proposal.woven.mentions.get(source.id, ())
    passages = dict.fromkeys(findings.passage(span) for span in mentions)
    yield from (comment(passage, 2) for passage in list(passages)[:SHOWN])
    yield f"  {source.id}:"
    yield f"    name: {yaml_text(source.name or '(not stated)')}"
    yield f"    kind: {source.kind}"
    if source.kind == _PERSON and (known := identified(findings, source)) is not Identified.NAMED:
        yield f"    identified: {known}    # named | claimed | unnamed"
    yield from _origins(findings, source)
    if source.material.released_by:
        yield f"    released_by: {source.material.released_by}    # we found no mention of who did"
    yield from asked(findings.kinds.sources[source.kind].ask if is_first else (), 4)


def looks_like_id(name: str) -> bool:
    """Say whether a publisher's name would be read as the id of a source ("checkout"): it needs an entry of its own."""
    return source_slug(name) == name != ""


def identified(findings: Findings, source: Source) -> Identified:
    """Return how sure a speaker is: a name is only claimed where unchecked material lies on a way to it."""
    quotes = findings.proposal.annotations.quotes
    ways = [way for quote in quotes if source in (way := findings.way(quote))]
    if not is_name(source.name) or usually_identified(source.kind, source.name) is Identified.UNNAMED:
        return Identified.UNNAMED
    return Identified.CLAIMED if any(map(findings.needs_check, ways)) else Identified.NAMED


def _origins(findings: Findings, source: Source) -> Iterator[str]:
    if not source.hops:
        if source.kind != _PERSON:
            needs_check = findings.needs_check([source])
            yield f"    # from: …    # {'who speaks or acts in it?' if needs_check else 'where did they get it from?'}"
    elif all(hop.basis is Basis.STATED for hop in source.hops):
        names = [hop.source for hop in source.hops]
        yield f"    from: {names[0] if len(names) == 1 else '[' + ', '.join(names) + ']'}"
    else:
        yield f"    from: {flow({hop.source: hop.basis.value for hop in source.hops})}"


def _others(findings: Findings, declared: set[str]) -> Iterator[str]:
    """Yield what else the article shows of sources, as comments; what needs a check with what to ask of it."""
    found: dict[str, list[Evidence]] = {}
    for one in sorted(findings.analysis.evidence, key=lambda one: (one.cue, one.name)):
        if not one.is_signal and one.name in findings.kinds.sources and one.name not in declared:
            found.setdefault(one.name, []).append(one)
    for name, evidence in found.items():
        kind = findings.kinds.sources[name]
        yield comment(f"{findings.words(f'kinds.{name}.label')}? Add it (kind: {name}) if a quote rests on it.", 2)
        sentences = dict.fromkeys(one.sentence for one in evidence)
        yield from (comment(findings.passage(span), 4) for span in list(sentences)[:SHOWN])
        yield from asked(kind.ask if kind.unverified else (), 4)
