"""Who says something, and how it reached the page: speakers and chains in words.

The speaker line names the quote's source and the material in which it is heard or seen; the chain names what lies
between that and the publisher.
"""

from collections.abc import Sequence

from sitegen.compose.dossier import Dossier
from sitegen.compose.grammar import at_start, in_sentence, short_name
from sitegen.compose.phrases import NOBODY, is_unverified, publisher_name, slots_of, wording
from sitegen.model.annotations import Quote, Source
from sitegen.model.brief import Credit, Step
from sitegen.model.vocabulary import Basis, CheckObject, CheckResult, Circumstances, Identified
from sitegen.words import Words

# Where somebody is heard, and who it is rests on the material alone.
_HEARD = frozenset({"intercepted-communication", "audio", "video"})
_PEOPLE = frozenset({"person", "anonymous-source"})


def credit_of(quote: Quote, dossier: Dossier) -> Credit:
    """Return whose words a quote prints and how they reached the page."""
    words = dossier.desk.words
    steps = dossier.steps(quote.source, quote.via)
    if not steps:
        return Credit("", words("speaker.not_stated"), at_start(publisher_name(dossier)))
    shown = steps[: _first_spoken(steps, dossier)]
    chain = _with_hidden_hops(chain_words(shown, dossier), steps[len(shown) :], dossier)
    inferred = quote.basis is Basis.INFERRED
    proposed = quote.id in dossier.draft.proposed
    if inferred:
        chain = words("chain.words_inferred", chain=chain)
    if proposed:
        chain = words("chain.proposed", chain=chain)
    return Credit(quote.source, at_start(_speaker_words(quote, dossier)), chain, steps, inferred, proposed)


def chain_words(steps: Sequence[Step], dossier: Dossier) -> str:
    """Return "Hindustan Times, citing Kyiv Post, citing GUR"."""
    words = dossier.desk.words
    chain = at_start(publisher_name(dossier))
    for step in steps[1:]:
        source = dossier.sources[step.source]
        key = "chain.cites_inferred" if step.inferred else "chain.cites"
        key = "chain.not_stated" if source.kind == NOBODY else key
        chain = words(key, chain=chain, name=in_sentence(short_name(source.name), words))
    return chain


def _speaker_words(quote: Quote, dossier: Dossier) -> str:
    """Return "a voice said to be the second soldier, unnamed, in a phone call that GUR says it intercepted"."""
    words = dossier.desk.words
    way = dossier.way(quote)
    source = way[-1]
    heard_in = next((each for each in reversed(way) if is_unverified(each, dossier)), None)
    speaker = _speaker(quote, source, heard_in, dossier)
    if source.circumstances is Circumstances.CAPTIVE:
        speaker = words("speaker.captive", speaker=speaker)
    if heard_in is None:
        return speaker
    return words("speaker.with_material", speaker=speaker, material=_material(heard_in, way, dossier))


def said_by(quote: Quote, dossier: Dossier) -> str:
    """Return a quote's speaker for a status: "Said by the harbour master"."""
    source = dossier.sources.get(quote.source)
    return in_sentence(short_name(source.name), dossier.desk.words) if source else ""


def _is_identified(quote: Quote, source: Source, heard_in: Source | None) -> bool:
    """Say whether it is sure who speaks: a verified check says so, or a name with no unchecked material in between."""
    if any(
        (check.object, check.result) == (CheckObject.SPEAKER, CheckResult.VERIFIED) for check in quote.standing.checks
    ):
        return True
    return source.identified is Identified.NAMED and heard_in is None


def _speaker(quote: Quote, source: Source, heard_in: Source | None, dossier: Dossier) -> str:
    """Return who speaks, as sure as that is."""
    words = dossier.desk.words
    name = in_sentence(source.name, words)
    heard = heard_in is not None and heard_in.kind in _HEARD
    if source.kind == NOBODY:
        return words("speaker.voice_nobody" if heard else "speaker.nobody")
    if quote.id in dossier.draft.proposed and heard_in is None:
        return words("speaker.proposed", name=name)
    if source is heard_in:
        return _speaker_of_material(source, dossier)
    if source.identified is Identified.UNNAMED:
        return words("speaker.voice_unnamed" if heard else "speaker.person_unnamed", name=_description(name, words))
    if _is_identified(quote, source, heard_in):
        return name
    key = "voice" if heard else "person" if source.kind in _PEOPLE else "body"
    return words(f"speaker.{key}", name=name)


def _speaker_of_material(source: Source, dossier: Dossier) -> str:
    """Return who speaks where the chain ends with the material itself; a post speaks for the account it names."""
    words = dossier.desk.words
    if source.kind in _HEARD:
        return words("speaker.voice_nobody")
    if source.kind == "social-media-post":
        return words("speaker.writer", name=in_sentence(source.name, words))
    return words("speaker.nobody")


def _description(name: str, words: Words) -> str:
    """Return what stands for a name: "the second soldier" for "second soldier" and for "Second soldier, unnamed"."""
    plain = name
    for unnamed in words.texts("name.unnamed"):
        plain = plain.removesuffix(f", {unnamed}").removeprefix(f"{unnamed} ")
    first = plain.partition(" ")[0]
    determined = (*map(str.lower, words.texts("name.articles")), *words.texts("name.determiners"))
    is_bare = plain[:1].islower() and first not in determined
    return words("name.described", name=plain) if is_bare else plain


def _material(source: Source, way: Sequence[Source], dossier: Dossier) -> str:
    slots = slots_of(source, way, dossier)
    if way[-1] is source and source.kind == "social-media-post":
        slots["name"] = ""
    return wording(f"kinds.{source.kind}.in", slots, dossier.desk.words)


def _first_spoken(steps: Sequence[Step], dossier: Dossier) -> int:
    """Return the place of the first step that the speaker line names; never the publisher's."""
    last = len(steps) - 1
    unverified = [place for place, step in enumerate(steps) if is_unverified(dossier.sources[step.source], dossier)]
    return max(1, unverified[-1] if unverified else last)


def _with_hidden_hops(chain: str, hidden: Sequence[Step], dossier: Dossier) -> str:
    """Say that hops are inferred which the speaker line, not the chain, names."""
    inferred = sum(step.inferred for step in hidden)
    return dossier.desk.words.count("chain.last_inferred", inferred, chain=chain) if inferred else chain
