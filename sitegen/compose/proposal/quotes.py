"""Proposed quotes: chosen statements with their sources, and what the article says of checks of what they rest on."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.compose.proposal.sources import ProposedSources
from sitegen.compose.proposal.statements import Choice
from sitegen.compose.proposal.weaving import PUBLISHER
from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Check, Places, Quote, Source, Standing
from sitegen.model.article import Article, Role, Span
from sitegen.model.vocabulary import Basis, Status, Wording

_NEAR = 2
"""Paragraphs from a quote within which a check that the article mentions is taken to be about it."""


def propose_quotes(
    article: Article, analysis: Analysis, choices: Sequence[Choice], woven: ProposedSources, kinds: Kinds
) -> Iterator[Quote]:
    """Yield a quote a choice, in order, each not verified: nobody but software has looked at it."""
    sources = {source.id: source for source in woven.sources}
    for number, choice in enumerate(choices, 1):
        way = woven.ways[choice.statement.span]
        checks = _checks(article, analysis, choice) if _needs_check(way, sources, kinds) else ()
        yield Quote(
            f"quote-{number}",
            (choice.words,),
            Places(article.location(choice.span.start)),
            way[-1] if way else "",
            Basis.INFERRED if choice.statement.span in woven.inferred else Basis.STATED,
            Wording.DIRECT,
            occurrence=choice.occurrence,
            via=(way[:-1] or (PUBLISHER,)) if way and way[-1] in woven.forked else (),
            standing=Standing(Status.UNVERIFIED, tuple(checks)),
        )


def _needs_check(way: Sequence[str], sources: Mapping[str, Source], kinds: Kinds) -> bool:
    return any(sources[id_].kind in kinds.unverified for id_ in way)


def _checks(article: Article, analysis: Analysis, choice: Choice) -> Iterator[Check]:
    """Yield the checks that the article mentions near a quote, as far as it says what was checked."""
    here = _paragraph(article, choice.span)
    for found in analysis.checks:
        if found.object and abs(_paragraph(article, found.cue) - here) <= _NEAR:
            at = Places(article.location(found.cue.start))
            yield Check(found.object, found.result, at, found.by, how=article.words_at(found.sentence))


def _paragraph(article: Article, span: Span) -> int:
    """Return the number of the paragraph in which a stretch begins, captions and the like left out."""
    body = article.paragraphs_of(Role.HEADLINE, Role.BODY)
    return sum(paragraph.span.end <= span.start for paragraph in body)
