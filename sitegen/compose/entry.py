"""Entries: what indexes and feeds show of a brief."""

from collections.abc import Iterable, Iterator

from sitegen.compose.grammar import sentence
from sitegen.compose.sections.quotes import change_words
from sitegen.model.annotations import Correction
from sitegen.model.brief import Brief, PrintedCaveat, PrintedQuote, PrintedSource
from sitegen.model.entry import Entry
from sitegen.model.vocabulary import Identified, State
from sitegen.words import Words


def entry_of(brief: Brief, words: Words) -> Entry:
    """Return the small record of a brief that other pages are made from."""
    corrections = _corrections(brief, words)
    main = next((quote for quote in brief.quotes if quote.id == brief.about.main and not quote.withdrawn), None)
    binding = _texts(main.caveats) if main else ()
    return Entry(
        brief.slug,
        brief.title,
        brief.state,
        brief.proposed,
        brief.about.date,
        max([brief.about.date, *(each.on for each in corrections)]),
        brief.publisher,
        brief.badge.text,
        brief.badge.label.status if brief.badge.label else None,
        brief.badge.reason,
        brief.badge.counts,
        tuple(dict.fromkeys((*binding, *_texts(_whole(brief, main))))),
        brief.summary,
        brief.about.tags,
        tuple(sorted(source.id for source in brief.sources if source.shared)),
        tuple(sorted(_named(brief.sources))),
        tuple(sorted({source.kind for source in brief.sources})),
        brief.about.aliases,
        corrections,
        len(binding),
    )


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
