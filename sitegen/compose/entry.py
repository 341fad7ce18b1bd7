"""Entries: what indexes and feeds show of a brief."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.compose.phrases import NOBODY
from sitegen.compose.sections.quotes import change_words
from sitegen.model.annotations import Correction
from sitegen.model.brief import Brief, PrintedCaveat, PrintedQuote, PrintedSource
from sitegen.model.entry import Counted, Entry, Origin, Tally
from sitegen.model.vocabulary import Identified, State
from sitegen.travels import main_quote
from sitegen.words import Words, sentence


def entry_of(brief: Brief, words: Words) -> Entry:
    """Return the small record of a brief that other pages are made from."""
    corrections = _corrections(brief, words)
    main = main_quote(brief)
    binding = _texts(main.caveats) if main else ()
    sources = {source.id: source for source in brief.sources}
    shared = {source.id for source in brief.sources if source.shared and not _is_masked(source, words)}
    quotes = tuple(_counted(quote, sources, shared) for quote in brief.quotes if not quote.withdrawn)
    return Entry(
        slug=brief.slug,
        title=brief.title,
        state=brief.state,
        proposed=brief.proposed,
        date=brief.about.date,
        updated=brief.updated,
        publisher=brief.publisher,
        badge=brief.badge.text,
        badge_status=brief.badge.label.status if brief.badge.label else None,
        reason=brief.badge.reason,
        counts=brief.badge.counts,
        caveats=tuple(dict.fromkeys((*binding, *_texts(_whole(brief, main))))),
        summary=brief.summary,
        tags=brief.about.tags,
        shared_sources=tuple(sorted(shared)),
        named_sources=tuple(sorted(_named(brief.sources))),
        aliases=brief.about.aliases,
        corrections=corrections,
        binding=len(binding),
        label=brief.badge.label.text if brief.badge.label else brief.badge.text,
        quotes=quotes,
        tallies=tuple(Counter(quote.tally for quote in quotes).items()),
        origins=_origins(brief, sources, shared),
        article=brief.facts.url,
        editor=brief.about.editor,
    )


def _is_masked(source: PrintedSource, words: Words) -> bool:
    """Say whether words of a source are withheld in the brief, so that no other page may tell what it is."""
    mask = words("quote.mask")
    return any(mask in text for text in (source.name, *source.also, source.interest, source.note))


def _counted(quote: PrintedQuote, sources: Mapping[str, PrintedSource], shared: Collection[str]) -> Counted:
    way = [sources[step.source] for step in quote.credit.steps if step.source in sources]
    return Counted(
        quote.id,
        quote.number,
        quote.credit.chain,
        Tally(
            quote.label.status,
            tuple(dict.fromkeys(source.id for source in way if source.id in shared)),
            tuple(sorted({source.kind for source in way})),
            quote.history,
        ),
    )


def _origins(brief: Brief, sources: Mapping[str, PrintedSource], shared: Collection[str]) -> tuple[Origin, ...]:
    """Return what the quotes go back to, in the order of the brief's sources; a quote of nobody has an origin too."""
    ends = {source.id: _upper(source, sources, brief.facts.publisher) for source in brief.sources}
    starts = [quote.credit.source for quote in brief.quotes if not quote.withdrawn]
    reached = set(starts)
    waiting = list(reached)
    while waiting:
        fresh = [id_ for id_ in ends.get(waiting.pop(), ()) if id_ not in reached]
        reached.update(fresh)
        waiting.extend(fresh)
    found = [_origin(source, shared) for source in brief.sources if source.id in reached and not ends[source.id]]
    return (*found, *([Origin(kind=NOBODY)] if any(start not in sources for start in starts) else []))


def _upper(source: PrintedSource, sources: Mapping[str, PrintedSource], publisher: str) -> list[str]:
    """Return what a source took its material from; nothing comes from the publisher."""
    return [hop.source for hop in source.hops if hop.source in sources and hop.source != publisher]


def _origin(source: PrintedSource, shared: Collection[str]) -> Origin:
    is_known = source.identified is Identified.NAMED and not source.unverified and source.kind != NOBODY
    if source.id in shared:
        return Origin(source.id, source.name, source.kind)
    return Origin("", source.name if is_known else "", source.kind)


def _named(sources: Iterable[PrintedSource]) -> Iterator[tuple[str, str]]:
    """Yield names and kinds of sources that another brief may name too: people and bodies, no recordings."""
    for source in sources:
        if source.identified is Identified.NAMED and not (source.shared or source.unverified):
            yield source.name, source.kind


def _texts(caveats: Iterable[PrintedCaveat]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(caveat.text for caveat in caveats))


def _whole(brief: Brief, main: PrintedQuote | None) -> Iterator[PrintedCaveat]:
    """Yield the caveats about the whole; without a main quote, all of them."""
    yield from (caveat for caveat in brief.caveats if main is None or not caveat.about)


def _corrections(brief: Brief, words: Words) -> tuple[Correction, ...]:
    """Return corrections, changes of status and withdrawals by their day, the oldest first."""
    found = list(brief.corrections)
    for quote in brief.quotes:
        for change in quote.history:
            text = words("correction.change", quote=quote.id, **change_words(change, words))
            found.append(Correction(change.on, text.strip()))
        if quote.withdrawn:
            reason = sentence(quote.withdrawn.reason) if quote.withdrawn.reason else ""
            text = words("correction.withdrawn_quote", quote=quote.id, reason=reason)
            found.append(Correction(quote.withdrawn.on, text.strip()))
    if brief.state is State.WITHDRAWN:
        on = brief.about.withdrawn.on if brief.about.withdrawn else brief.about.date
        found.append(Correction(on, words("correction.withdrawn", reason=sentence(brief.badge.reason))))
    return tuple(sorted(found, key=lambda each: (each.on, each.text)))
