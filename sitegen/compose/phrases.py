"""Phrases about sources and material as they stand inside a sentence: "a phone call that GUR says it intercepted"."""

from collections.abc import Mapping, Sequence

from sitegen.compose.dossier import Dossier
from sitegen.compose.grammar import in_sentence, is_stated, short_name, without_article
from sitegen.model.annotations import Source
from sitegen.model.vocabulary import Identified
from sitegen.words import Words

_BODIES = frozenset({"official-statement", "organisation"})
NOBODY = "not-stated"
"""The kind of a source that the article does not name."""


def named(value: str, dossier: Dossier) -> str:
    """Return what an id or a text names, as it stands inside a sentence; empty for "not-stated"."""
    if value in dossier.sources:
        source = dossier.sources[value]
        return "" if source.kind == NOBODY else in_sentence(short_name(source.name), dossier.desk.words)
    return value if is_stated(value) else ""


def publisher_name(dossier: Dossier) -> str:
    """Return the publisher's name, or words for one that nobody named."""
    publisher = dossier.publisher
    return publisher.name if publisher and publisher.name else dossier.desk.words("brief.publisher_unknown")


def wording(key: str, slots: Mapping[str, str], words: Words) -> str:
    """Return a sentence of words/ with its slots filled, or its `_else` form where one that it needs is empty."""
    complete = all(slots.get(slot) for slot in words.slots_of(key))
    if not complete and words.has(f"{key}_else"):
        key = f"{key}_else"
    return words(key, **{slot: slots.get(slot, "") for slot in words.slots_of(key)})


def slots_of(source: Source, way: Sequence[Source], dossier: Dossier) -> dict[str, str]:
    """Return what fills the slots of wordings about a source on a chain; empty texts for what is not known."""
    return {
        "publisher": publisher_name(dossier),
        "name": in_sentence(short_name(source.name), dossier.desk.words),
        "source": in_sentence(short_name(source.name), dossier.desk.words),
        "released_by": _released_by(source, way, dossier),
        "posted_by": _posted_by(source, way, dossier),
        "speaker": _voice(source, dossier),
        "translated_by": named(source.material.translated_by, dossier),
        "thing": thing_of(source, dossier.desk.words),
    }


def thing_of(source: Source, words: Words) -> str:
    """Return a word for a piece of material, from its name where that has one: "a phone call", "a video"."""
    name = f" {source.name.lower()} "
    nouns = (
        noun
        for noun in words.texts(f"kinds.{source.kind}.nouns")
        if f" {without_article(noun, words).lower()} " in name
    )
    key = f"kinds.{source.kind}.thing"
    return next(nouns, words(key) if words.has(key) else in_sentence(source.name, words))


def is_unverified(source: Source, dossier: Dossier) -> bool:
    """Say whether a source is of a kind whose material needs a check."""
    kind = dossier.desk.kinds.sources.get(source.kind)
    return kind is not None and kind.unverified


def _released_by(source: Source, way: Sequence[Source], dossier: Dossier) -> str:
    typed = source.material.released_by
    before = _before(source, way)
    return named(typed or (before.id if before and before.kind in _BODIES else ""), dossier)


def _posted_by(source: Source, way: Sequence[Source], dossier: Dossier) -> str:
    typed = source.material.posted_by or source.material.released_by
    before = _before(source, way)
    relays = before is not None and before.kind in dossier.desk.kinds.relaying
    return named(typed or (before.id if before and not relays else ""), dossier)


def _before(source: Source, way: Sequence[Source]) -> Source | None:
    """Return the source that passed this one on; None for the publisher and what hangs on it."""
    ids = [each.id for each in way]
    place = ids.index(source.id) if source.id in ids else 0
    return way[place - 1] if place > 1 else None


def _voice(source: Source, dossier: Dossier) -> str:
    """Return whose voice a recording is said to hold, where it is one and has a name."""
    origins = [dossier.sources[hop.source] for hop in source.hops if hop.source in dossier.sources]
    known = [each for each in origins if each.identified is not Identified.UNNAMED]
    return named(known[0].id, dossier) if len(origins) == len(known) == 1 else ""
