"""What is missing: an editor's annotations completed, where a quote has no source."""

from collections.abc import Iterable

from msgspec.structs import replace

from sitegen.compose.desk import Desk
from sitegen.compose.dossier import Draft, find_all
from sitegen.compose.proposal.sources import speaker_kind
from sitegen.model.analysis import Analysis, Speaker
from sitegen.model.annotations import Annotations, Places, Source
from sitegen.model.article import Article, Span
from sitegen.model.passages import Finder, Found
from sitegen.model.slugs import brief_slug
from sitegen.model.vocabulary import Identified, State


def complete(article: Article, annotations: Annotations, analysis: Analysis, desk: Desk) -> Draft:
    """Return an editor's annotations; a quote without a source is proposed the speaker that software found.

    A published brief with such a quote is under review until an editor names the source.
    """
    finder = Finder(article)
    found = find_all(finder, annotations.quotes)
    bare = [quote for quote in annotations.quotes if not quote.source and not quote.withdrawn]
    proposed = {quote.id: speaker for quote in bare if (speaker := _speaker_at(found.get(quote.id), analysis))}
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


def _speaker_at(found: Found | None, analysis: Analysis) -> Speaker | None:
    """Return the known speaker of the statement or report that shares most characters with a quote."""
    if found is None:
        return None
    said = (*analysis.statements, *analysis.reports)
    shared = [(_shared(each.span, found.spans), each.speaker) for each in said if each.speaker and each.speaker.name]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


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
