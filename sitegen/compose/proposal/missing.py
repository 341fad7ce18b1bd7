"""What is missing: an editor's annotations completed, where a quote has no source."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sitegen.compose.desk import Desk
from sitegen.compose.dossier import Draft, find_all
from sitegen.compose.proposal.speaker import speaker_kind
from sitegen.model.analysis import Analysis, Speaker, Statement
from sitegen.model.annotations import Annotations, Places, Source
from sitegen.model.article import Article, Span
from sitegen.model.passages import Finder
from sitegen.model.slugs import brief_slug
from sitegen.model.spots import Spots
from sitegen.model.vocabulary import Identified, State


def complete(article: Article, annotations: Annotations, analysis: Analysis, desk: Desk) -> Draft:
    """Return an editor's annotations; a quote without a source is proposed the speaker that software found.

    A published brief with such a quote is under review until an editor names the source.
    """
    finder = Finder(article)
    found = find_all(finder, annotations.quotes)
    bare = [quote for quote in annotations.quotes if not quote.source and not quote.withdrawn]
    said = [each for each in (*analysis.statements, *analysis.reports) if each.speaker and each.speaker.name]
    spots = Spots.of(each.span for each in said)
    places = {quote.id: found[quote.id].spans for quote in bare if quote.id in found}
    proposed = {id_: speaker for id_, spans in places.items() if (speaker := _speaker_at(spans, said, spots))}
    sources = dict(_proposed_sources(proposed.values(), annotations, desk))
    quotes = tuple(
        replace(quote, source=sources[proposed[quote.id].name].id) if quote.id in proposed else quote
        for quote in annotations.quotes
    )
    state = annotations.about.state
    about = replace(annotations.about, state=State.REVIEW if bare and state is State.PUBLISHED else state)
    known = {source.id for source in annotations.sources}
    added = {source.id: source for source in sources.values() if source.id not in known}
    whole = replace(annotations, about=about, quotes=quotes, sources=(*annotations.sources, *added.values()))
    return Draft(whole, finder, found, frozenset(proposed))


def _speaker_at(spans: Sequence[Span], said: Sequence[Statement], spots: Spots) -> Speaker | None:
    """Return the speaker of the statement or report that shares most characters with a quote."""
    near = sorted({number for span in spans for number in spots.meeting(span)})
    best = max(near, key=lambda number: _shared(spots.spans[number], spans), default=None)
    return None if best is None else said[best].speaker


def _shared(span: Span, spans: Iterable[Span]) -> int:
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in spans)


def _source(name: str, desk: Desk, at: Places) -> Source:
    """Return a proposed source; nobody has confirmed that the name is the speaker's."""
    kind = speaker_kind(name, desk.kinds)
    return Source(f"proposed-{brief_slug(name)}", name, kind, at, identified=Identified.CLAIMED)


def _proposed_sources(
    speakers: Iterable[Speaker], annotations: Annotations, desk: Desk
) -> Iterable[tuple[str, Source]]:
    """Yield a source for the name of each proposed speaker: the editor's of that name, or a new one."""
    known = {name.casefold(): source for source in annotations.sources for name in (source.name, *source.also)}
    for name in dict.fromkeys(speaker.name for speaker in speakers):
        yield name, known.get(name.casefold()) or _source(name, desk, annotations.at)
