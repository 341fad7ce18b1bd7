"""The section of the sources: who took the material from whom, as a nested list."""

from collections.abc import Iterator, Sequence

from sitegen.compose.escape import escape, link
from sitegen.compose.grammar import at_start, is_stated
from sitegen.compose.sections.blocks import name_of
from sitegen.model.brief import Brief, PrintedSource
from sitegen.model.hops import hops_of, takers_of
from sitegen.model.signs import resting_on, signs_of
from sitegen.words import Words, sentence

_STATES = frozenset({"not-linked", "not-public", "lost", "not-stated"})


def source_lines(brief: Brief, words: Words) -> Iterator[str]:
    """Yield one nested list, the publisher first; what several sources lead to stands in full at its first place."""
    hops = hops_of(brief)
    takers = takers_of(hops)
    tops = [number for number, others in enumerate(takers) if not others]
    lines: list[str] = []
    told: set[int] = set()
    waiting: list[tuple[int, int, bool]] = [(number, 0, False) for number in reversed(tops)]
    while waiting:
        number, depth, inferred = waiting.pop()
        source = brief.sources[number]
        if number in told:
            text = _again(source, words)
        else:
            told.add(number)
            joint = _joint(len(takers[number]), words, is_origin=not hops[number])
            text = _line(source, brief, words, [*joint, *([words("sources.inferred")] if inferred else [])])
            waiting.extend((upper, depth + 1, mark) for upper, mark in reversed(tuple(hops[number].items())))
        lines.append(f"{'  ' * depth}- {text}")
    if lines:
        yield "\n".join(lines)


def _joint(takers: int, words: Words, *, is_origin: bool) -> Iterator[str]:
    """Say that what several took from is one source."""
    if takers > 1:
        yield words("chain_drawing.one_origin" if is_origin else "chain_drawing.one_source", n=takers)


def _again(source: PrintedSource, words: Words) -> str:
    return f"{escape(_name(source, words))} ({escape(words('sources.shown_above'))})"


def _name(source: PrintedSource, words: Words) -> str:
    return at_start(source.name or words("brief.publisher_unknown"))


def _line(source: PrintedSource, brief: Brief, words: Words, further: Sequence[str]) -> str:
    """Return what is known of a source, on one line."""
    marks = [source.kind_label, *(words(f"sources.{sign}") for sign in signs_of(source, brief.facts.publisher))]
    start = f"**{escape(_name(source, words))}** ({escape(words('lists.comma').join([*marks, *further]))})"
    details = [*_quotes(source, brief, words), *(escape(sentence(text)) for text in _details(source, brief, words))]
    if source.interest and source.interest_basis:
        details.append(f"({link(words('sources.interest_basis'), source.interest_basis)})")
    return ". ".join([start, " ".join(details)]) if details else start


def _quotes(source: PrintedSource, brief: Brief, words: Words) -> Iterator[str]:
    """Name the key quotes that rest directly on a source, each as a link to it."""
    quotes = resting_on(source, brief.quotes)
    if quotes:
        links = [f"[{escape(words('chain_drawing.quote', n=quote.number))}](#{quote.id})" for quote in quotes]
        yield sentence(words("chain_drawing.quotes", quotes=words.join(links)))


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
    known = {"day": words.moment, "language": words.tongue}
    said = known[slot](value) if slot in known else name_of(value, brief, words)
    return words(f"sources.{key}", **{slot: said})


def _original(original: str, words: Words) -> str:
    if original in _STATES:
        return words(f"sources.original_state.{original}")
    return words("sources.original", text=original)
