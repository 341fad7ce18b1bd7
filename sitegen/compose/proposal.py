"""Proposals: what stands in for an editor's annotations where there are none, taken from the analysis alone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sitegen.compose.allowance import Allowance, allowance_of
from sitegen.compose.desk import Desk
from sitegen.compose.dossier import Draft, find_all
from sitegen.compose.phrases import wording
from sitegen.model.analysis import Analysis, Evidence, Speaker, Statement
from sitegen.model.annotations import About, Annotations, Caveat, Facts, Places, Quote, Source, Standing
from sitegen.model.article import Article, Span
from sitegen.model.passages import Finder, Found
from sitegen.model.slugs import brief_slug
from sitegen.model.vocabulary import Identified, State, Status, Wording
from sitegen.problems import Location

QUOTES = 8
"""The most that a brief without an editor prints."""
_PUBLISHER = "publisher"
_PERSON = "person"


def propose(article: Article, analysis: Analysis, desk: Desk) -> Draft:
    """Return a draft that software alone made: a summary, direct quotes with proposed speakers, and evidence.

    Quotes come first, then the summary, then passages: each is left out where the budget ends.
    """
    at = Places(Location(article.path))
    allowance = allowance_of(article, desk.settings.budget, careful=True)
    statements, allowance = _quotes(analysis.statements, allowance)
    summary, allowance = _summary(article, analysis.summary, statements, allowance)
    publisher = Source(_PUBLISHER, "", "news-report", at)
    speakers = {name: _source(name, desk, at) for each in statements if each.speaker and (name := each.speaker.name)}
    quotes = tuple(_quote(article, each, place, speakers, at) for place, each in enumerate(statements, 1))
    caveats = _caveats(article, analysis.evidence, desk)
    annotations = Annotations(
        article.path,
        Facts(publisher=_PUBLISHER),
        About(state=State.REVIEW),
        at,
        summary,
        (publisher, *{source.id: source for source in speakers.values()}.values()),
        quotes,
        caveats=caveats,
    )
    found = {quote.id: Found((each.span,), direct=True) for quote, each in zip(quotes, statements, strict=True)}
    finder = Finder(article)
    proposed = frozenset(quote.id for quote in quotes if quote.source)
    unprinted = frozenset(_unprinted(caveats, finder, allowance))
    return Draft(annotations, finder, found, proposed, unprinted, wholly_proposed=True)


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
    """Return the speaker of the statement that shares most characters with a quote."""
    if found is None:
        return None
    shared = [(_shared(each.span, found.spans), each.speaker) for each in analysis.statements if each.speaker]
    best = max(shared, key=lambda pair: pair[0], default=(0, None))
    return best[1] if best[0] else None


def _shared(span: Span, spans: Iterable[Span]) -> int:
    return sum(max(0, min(span.end, other.end) - max(span.start, other.start)) for other in spans)


def _quotes(statements: Sequence[Statement], allowance: Allowance) -> tuple[list[Statement], Allowance]:
    """Return the direct statements that the budget admits, those with a speaker first, in the article's order."""
    direct = [each for each in statements if each.direct and each.span.start < each.span.end]
    chosen: list[Statement] = []
    for statement in sorted(direct, key=lambda each: (each.speaker is None, each.span)):
        if len(chosen) < QUOTES and allowance.admits([statement.span], prose=False):
            chosen.append(statement)
            allowance = allowance.spend([statement.span], prose=False)
    return sorted(chosen, key=lambda each: each.span), allowance


def _summary(
    article: Article, sentences: Sequence[Span], statements: Sequence[Statement], allowance: Allowance
) -> tuple[str, Allowance]:
    """Return the sentences of the article that the budget admits, and what is left of it.

    Words of a quote stand with the quote alone, where its status and its caveats are.
    """
    texts = []
    for sentence in sentences:
        if not any(_shared(sentence, [each.span]) for each in statements) and allowance.admits([sentence], prose=True):
            texts.append(article.words_at(sentence))
            allowance = allowance.spend([sentence], prose=True)
    return " ".join(texts), allowance


def _quote(article: Article, statement: Statement, place: int, speakers: dict[str, Source], at: Places) -> Quote:
    return Quote(
        f"quote-{place}",
        (article.words_at(statement.span),),
        at,
        speakers[statement.speaker.name].id if statement.speaker else "",
        words=Wording.DIRECT,
        standing=Standing(Status.UNVERIFIED),
    )


def _source(name: str, desk: Desk, at: Places) -> Source:
    """Return a proposed source; nobody has confirmed that the name is the speaker's."""
    guess = desk.kinds.kind_of(name)
    kind = guess if guess and guess not in desk.kinds.unverified else _PERSON
    return Source(f"proposed-{brief_slug(name)}", name, kind, at, identified=Identified.CLAIMED)


def _proposed_sources(
    speakers: Iterable[Speaker], annotations: Annotations, desk: Desk
) -> Iterable[tuple[str, Source]]:
    """Yield a source for the name of each proposed speaker: the editor's of that name, or a new one."""
    known = {name.casefold(): source for source in annotations.sources for name in (source.name, *source.also)}
    for name in dict.fromkeys(speaker.name for speaker in speakers):
        yield name, known.get(name.casefold()) or _source(name, desk, annotations.at)


def _caveats(article: Article, evidence: Sequence[Evidence], desk: Desk) -> tuple[Caveat, ...]:
    """Return a caveat for each kind of material and signal that the article shows, with its first passage."""
    caveats: dict[str, Caveat] = {}
    for each in sorted(evidence, key=lambda evidence_: (evidence_.sentence, evidence_.cue, evidence_.name)):
        kind, text = _standard(each, desk)
        if kind and text:
            at = Places(article.location(each.cue.start))
            caveats.setdefault(each.name, Caveat(kind, text, at, passage=article.words_at(each.sentence)))
    return tuple(caveats.values())


def _unprinted(caveats: Sequence[Caveat], finder: Finder, allowance: Allowance) -> Iterator[str]:
    """Yield the passages for which the budget has no room left."""
    for passage in dict.fromkeys(caveat.passage for caveat in caveats):
        span = finder.passage(passage)
        if span and allowance.admits([span], prose=True):
            allowance = allowance.spend([span], prose=True)
        else:
            yield passage


def _standard(evidence: Evidence, desk: Desk) -> tuple[str, str]:
    """Return the kind and the standard wording of the caveat that evidence leads to; empty where there is none."""
    group, table = ("signals", desk.kinds.signals) if evidence.is_signal else ("kinds", desk.kinds.sources)
    known = table.get(evidence.name)
    key = f"{group}.{evidence.name}.caveat"
    if known is None or not desk.words.has(key):
        return "", ""
    return known.caveat_kind, wording(key, {}, desk.words)
