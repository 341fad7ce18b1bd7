"""Caveats: which ones hold for a quote, and the standard wording where an editor has written none.

A caveat about a source holds for every quote that rests on it, one about a quote for that quote. One about nothing in
particular holds for the whole article, and so for every quote, unless it names a passage or is of the kind `headline`:
then it holds for the quotes that share words with that passage, or with the headline. Every caveat stands in the
section "Before you repeat any of it". A standard wording is added for material that needs a check, for a captive, for
outlets that go back to one origin, and for an unverified quote that has no other; where a passage cannot be found, its
caveat holds for everything.
"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from sitegen.compose.dossier import Dossier
from sitegen.compose.echoes import Echo
from sitegen.compose.grammar import at_start, in_sentence, short_name
from sitegen.compose.marks import words_with_marks
from sitegen.compose.phrases import is_unverified, slots_of, wording
from sitegen.model.annotations import Caveat, Quote, Source
from sitegen.model.article import Role
from sitegen.model.brief import PrintedCaveat
from sitegen.model.standing import captive_of, rests_on, status_of
from sitegen.model.vocabulary import CheckResult, Republish, Status

UNVERIFIED = "unverified"
_DURESS = "duress"
_SINGLE = "single-source"
HEADLINE = "headline"


def caveats_of(quote: Quote, dossier: Dossier) -> tuple[PrintedCaveat, ...]:
    """Return every caveat that holds for a quote: the editor's in their order, then the standard ones."""
    about = set(rests_on(dossier.graph, quote))
    editors = [printed(each, dossier) for each in dossier.annotations.caveats if _holds(each, quote, about, dossier)]
    found = (*editors, *_standard(quote, about, dossier))
    return found or tuple(_last(quote, dossier))


def all_caveats(of_quotes: Iterable[PrintedCaveat], dossier: Dossier) -> tuple[PrintedCaveat, ...]:
    """Return the caveats of a brief: the editor's, then the standard ones of its quotes, like ones as one."""
    merged: dict[tuple[str, str], PrintedCaveat] = {}
    for caveat in of_quotes:
        if not caveat.standard or dossier.draft.wholly_proposed:
            continue
        like = merged.get((caveat.kind, caveat.text), caveat)
        about = tuple(dict.fromkeys((*like.about, *caveat.about)))
        merged[caveat.kind, caveat.text] = replace(caveat, about=about)
    return (*(printed(each, dossier) for each in editors_caveats(dossier)), *merged.values())


def editors_caveats(dossier: Dossier) -> list[Caveat]:
    """Return the editor's caveats, without those that are about withdrawn quotes alone."""
    gone = {quote.id for quote in dossier.annotations.quotes if quote.withdrawn}
    return [each for each in dossier.annotations.caveats if not each.about or set(each.about) - gone]


def printed(caveat: Caveat, dossier: Dossier) -> PrintedCaveat:
    """Return a caveat as it is printed; its passage in the article's own words."""
    standard = dossier.draft.wholly_proposed
    passage = passage_words(caveat.passage, dossier)
    return PrintedCaveat(caveat.kind, kind_label(caveat.kind, dossier), caveat.text, caveat.about, passage, standard)


def passage_words(passage: str, dossier: Dossier) -> str:
    """Return the article's words of a passage, masked; empty where the brief may print none.

    The words of a quote stand with its status and its caveats and nowhere else, so that a passage which shares words
    with one is not printed again.
    """
    if dossier.annotations.facts.republish is Republish.LINK_ONLY or passage in dossier.draft.unprinted:
        return ""
    span = dossier.passage(passage)
    return words_with_marks(span, dossier) if span and not dossier.quoted.meeting(span) else ""


def kind_label(kind: str, dossier: Dossier) -> str:
    """Return what a kind of caveat is called; an unknown one is a note."""
    words = dossier.desk.words
    return words(f"caveat.{kind}" if words.has(f"caveat.{kind}") else "caveat.other")


def _holds(caveat: Caveat, quote: Quote, about: set[str], dossier: Dossier) -> bool:
    if caveat.about:
        return not about.isdisjoint(caveat.about)
    if dossier.draft.wholly_proposed and caveat.kind in _of_material(dossier):
        return True  # software cannot tell which of the quotes the unchecked material holds
    if caveat.kind == HEADLINE:
        places = [each.span for each in dossier.article.paragraphs_of(Role.HEADLINE)]
    else:
        passage = dossier.passage(caveat.passage)
        places = [passage] if passage else []
        if not places:
            return True
    return any(place.overlaps(span) for place in places for span in dossier.spans(quote))


def _of_material(dossier: Dossier) -> set[str]:
    """Return the kinds of caveats that stand for material which needs a check."""
    kinds = (kind for kind in dossier.desk.kinds.sources.values() if kind.unverified)
    return {UNVERIFIED, *(kind.caveat_kind for kind in kinds)}


def _last(quote: Quote, dossier: Dossier) -> Iterator[PrintedCaveat]:
    """Yield what goes with an unverified quote of which nothing else is to be known: none stands without a caveat."""
    if dossier.draft.wholly_proposed:
        yield _worded(UNVERIFIED, dossier.desk.words("standard_caveat.unreviewed"), (quote.id,), dossier)
    elif status_of(dossier.graph, quote, dossier.desk.kinds.unverified) is Status.UNVERIFIED:
        tried = any(check.result is not CheckResult.NOT_ATTEMPTED for check in quote.standing.checks)
        key = "standard_caveat.not_established" if tried else "standard_caveat.unchecked"
        yield _worded(UNVERIFIED, dossier.desk.words(key), (quote.id,), dossier)


def _standard(quote: Quote, about: set[str], dossier: Dossier) -> Iterator[PrintedCaveat]:
    """Yield the standard caveats that hold for a quote, each kind's in the order of its chain."""
    way = dossier.way(quote)
    for source in way:
        if is_unverified(source, dossier) and not _is_covered(quote, source, dossier):
            text = wording(f"kinds.{source.kind}.caveat", slots_of(source, way, dossier), dossier.desk.words)
            kind = dossier.desk.kinds.sources[source.kind].caveat_kind or UNVERIFIED
            yield _worded(kind, at_start(text), (source.id,), dossier)
    yield from _duress(quote, dossier)
    for echo in dossier.echoes:
        if not about.isdisjoint(echo.ids):
            yield _worded(_SINGLE, _echo_text(echo, dossier), echo.ids, dossier)


def _is_covered(quote: Quote, source: Source, dossier: Dossier) -> bool:
    """Say whether an editor's caveat, or verified checks of this quote, take the place of a kind's standard caveat."""
    kind = dossier.desk.kinds.sources[source.kind]
    verified = {check.object for check in quote.standing.checks if check.result is CheckResult.VERIFIED}
    if kind.silenced_by and verified.issuperset(kind.silenced_by):
        return True
    return _has_caveat({kind.caveat_kind or UNVERIFIED, UNVERIFIED}, (quote.id, source.id), dossier)


def _has_caveat(kinds: set[str], about: Sequence[str], dossier: Dossier) -> bool:
    return any(each.kind in kinds and not set(about).isdisjoint(each.about) for each in dossier.annotations.caveats)


def _duress(quote: Quote, dossier: Dossier) -> Iterator[PrintedCaveat]:
    words = dossier.desk.words
    captive = captive_of(dossier.graph, quote, dossier.desk.kinds.unverified)
    if captive and not _has_caveat({_DURESS}, (quote.id, captive.id), dossier):
        text = words("standard_caveat.duress", speaker=in_sentence(captive.name, words))
        yield _worded(_DURESS, at_start(text), (captive.id,), dossier)


def _echo_text(echo: Echo, dossier: Dossier) -> str:
    words = dossier.desk.words
    names = {each: in_sentence(short_name(dossier.sources[each].name), words) for each in (*echo.ids, echo.origin)}
    others = words.join([names[each] for each in echo.ids if each != echo.origin])
    key = "standard_caveat.single_source_direct" if echo.origin in echo.ids else "standard_caveat.single_source"
    return at_start(words(key, names=others, origin=names[echo.origin]))


def _worded(kind: str, text: str, about: Sequence[str], dossier: Dossier) -> PrintedCaveat:
    return PrintedCaveat(kind, kind_label(kind, dossier), text, tuple(about), standard=True)
