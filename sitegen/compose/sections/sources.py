"""The section of the sources: who took the material from whom, as a nested list."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.compose.escape import escape, link
from sitegen.compose.grammar import at_start, is_stated
from sitegen.compose.sections.blocks import name_of
from sitegen.model.brief import Brief, PrintedSource
from sitegen.model.vocabulary import Basis, Circumstances, Identified
from sitegen.words import Words, sentence

_STATES = frozenset({"not-linked", "not-public", "lost", "not-stated"})


def source_lines(brief: Brief, words: Words) -> Iterator[str]:
    """Yield one nested list, the publisher first; what several sources lead to stands in full at its first place."""
    below = _below(brief)
    lines: list[str] = []
    told: set[str] = set()
    waiting: list[tuple[str, int, bool]] = [(id_, 0, False) for id_ in reversed(_tops(brief))]
    while waiting:
        id_, depth, inferred = waiting.pop()
        source = brief.source(id_)
        again = id_ in told
        text = _again(source, words) if again else _line(source, brief, words, inferred=inferred)
        lines.append(f"{'  ' * depth}- {text}")
        if not again:
            told.add(id_)
            waiting.extend((child, depth + 1, mark) for child, mark in reversed(below.get(id_, ())))
    if lines:
        yield "\n".join(lines)


def _tops(brief: Brief) -> list[str]:
    """Return the publisher, and before it nothing; without a publisher, all that no source leads to."""
    return [source.id for source in brief.sources if len(source.steps) <= 1]


def _below(brief: Brief) -> Mapping[str, Sequence[tuple[str, bool]]]:
    """Return what each source leads to, and whether the hop is inferred."""
    known = {source.id for source in brief.sources}
    below = {
        source.id: [(hop.source, hop.basis is Basis.INFERRED) for hop in source.hops if hop.source in known]
        for source in brief.sources
    }
    for source in brief.sources:
        if len(source.steps) > 1:
            former = below[source.steps[-2].source]
            if source.id not in {id_ for id_, _ in former}:
                former.append((source.id, source.steps[-1].inferred))
    return below


def _again(source: PrintedSource, words: Words) -> str:
    return f"{escape(_name(source, words))} ({escape(words('sources.shown_above'))})"


def _name(source: PrintedSource, words: Words) -> str:
    return at_start(source.name or words("brief.publisher_unknown"))


def _line(source: PrintedSource, brief: Brief, words: Words, *, inferred: bool) -> str:
    """Return what is known of a source, on one line."""
    marks = [source.kind_label, *_marks(source, brief, words)]
    if inferred:
        marks.append(words("sources.inferred"))
    start = f"**{escape(_name(source, words))}** ({escape(words('lists.comma').join(marks))})"
    details = [escape(sentence(text)) for text in _details(source, brief, words)]
    if source.interest and source.interest_basis:
        details.append(f"({link(words('sources.interest_basis'), source.interest_basis)})")
    return ". ".join([start, " ".join(details)]) if details else start


def _marks(source: PrintedSource, brief: Brief, words: Words) -> Iterator[str]:
    if source.id == brief.facts.publisher:
        yield words("sources.publisher")
    if source.identified is Identified.UNNAMED and source.kind == "person":
        yield words("sources.unnamed")
    if source.identified is Identified.CLAIMED:
        yield words("sources.claimed")
    if source.circumstances is Circumstances.CAPTIVE:
        yield words("sources.captive")
    if source.unverified:
        yield words("sources.unchecked")


def _details(source: PrintedSource, brief: Brief, words: Words) -> Iterator[str]:
    """Yield sentences about a source; what the editor left out is not mentioned."""
    if source.also:
        yield words("sources.also", names=words.join(list(source.also)))
    yield from (text for text in (source.note,) if text)
    if source.interest:
        yield words("sources.interest", text=source.interest)
    if source.reliability:
        yield words("sources.reliability", text=source.reliability)
    yield from _material(source, brief, words)


def _material(source: PrintedSource, brief: Brief, words: Words) -> Iterator[str]:
    material = source.material
    for key in ("released_by", "posted_by"):
        value = getattr(material, key)
        if is_stated(value):
            yield words(f"sources.{key}", name=name_of(value, brief, words))
    if words.has(f"sources.material.{material.material}"):
        yield words(f"sources.material.{material.material}")
    if is_stated(material.release):
        yield words("sources.release", text=material.release)
    if material.original:
        yield _original(material.original, words)
    for key, slot in (("original_language", "language"), ("translated_by", "name"), ("recorded", "day")):
        value = getattr(material, key)
        if value:
            yield _known(key, slot, value, brief, words)


def _known(key: str, slot: str, value: str, brief: Brief, words: Words) -> str:
    if not is_stated(value):
        return words(f"sources.{key}_unknown")
    said = words.moment(value) if slot == "day" else name_of(value, brief, words)
    return words(f"sources.{key}", **{slot: said})


def _original(original: str, words: Words) -> str:
    if original in _STATES:
        return words(f"sources.original_state.{original}")
    return words("sources.original", text=original)
