"""A whole proposal: an article and its analysis -> annotations that software alone made."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from sitegen.compose.allowance import Allowance, allowance_of
from sitegen.compose.desk import Desk
from sitegen.compose.proposal.notes import afford, propose_caveats, propose_gaps
from sitegen.compose.proposal.quotes import propose_quotes
from sitegen.compose.proposal.sources import ProposedSources, propose_sources
from sitegen.compose.proposal.statements import Choice, candidates, choose, on_material
from sitegen.compose.proposal.weaving import PUBLISHER
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import About, Annotations, Facts, Places
from sitegen.model.article import Article, Span
from sitegen.model.passages import Finder, Found
from sitegen.model.vocabulary import State
from sitegen.problems import Location

QUOTES = 8
"""The most that a brief without an editor prints."""


class Proposal(Struct, frozen=True):
    """Annotations that software made, with what each of their parts was made from."""

    annotations: Annotations
    finder: Finder
    choices: tuple[Choice, ...]
    """What was chosen for each quote, in their order."""
    woven: ProposedSources
    unprinted: frozenset[str]
    """Passages for which the budget has no room."""

    @property
    def found(self) -> Mapping[str, Found]:
        """Return where each quote stands, by its id."""
        pairs = zip(self.annotations.quotes, self.choices, strict=True)
        return {quote.id: Found((choice.span,), direct=True) for quote, choice in pairs}


def propose(article: Article, analysis: Analysis, desk: Desk, publisher: str = "", most: int = QUOTES) -> Proposal:
    """Return what software proposes: a summary, direct quotes with their chains, gaps and caveats.

    The first sentence of the summary comes first, then gaps, the rest of the summary, quotes, at most `most`, and the
    passages of caveats: each is left out where the budget ends.
    """
    at = Places(Location(article.path))
    finder = Finder(article)
    allowance = allowance_of(article, desk.settings.budget, careful=True)
    lead = _affordable(article, analysis, analysis.summary[:1], allowance)
    gaps = tuple(propose_gaps(article, analysis, desk.words))
    gaps_unprinted = afford([gap.passage for gap in gaps], finder, allowance)
    more = _affordable(article, analysis, analysis.summary[1:], allowance)
    fit = candidates(article, analysis.statements, finder)
    choices = choose(fit, on_material(analysis, desk.kinds), allowance, most)
    publisher = publisher or article.publisher
    woven = propose_sources([choice.statement for choice in choices], analysis.chains, desk.kinds, publisher, at)
    quotes = tuple(propose_quotes(article, analysis, choices, woven, desk.kinds))
    names = {choice.statement.span: quote.id for choice, quote in zip(choices, quotes, strict=True)}
    caveats = tuple(propose_caveats(article, analysis, desk, names, woven.unsure))
    caveats_unprinted = afford([caveat.passage for caveat in caveats], finder, allowance)
    annotations = Annotations(
        article.path,
        Facts(publisher=PUBLISHER),
        About(state=State.REVIEW),
        at,
        " ".join((*lead, *more)),
        woven.sources,
        quotes,
        gaps,
        caveats,
    )
    return Proposal(annotations, finder, choices, woven, gaps_unprinted | caveats_unprinted)


def _affordable(article: Article, analysis: Analysis, sentences: Iterable[Span], allowance: Allowance) -> list[str]:
    """Return the sentences of the article that the budget admits, which they are spent from.

    Words of a quote stand with the quote alone, where its status and its caveats are; what is left open, with its gap.
    """
    elsewhere = [*(found.span for found in analysis.statements), *(found.sentence for found in analysis.open_questions)]
    texts = []
    for sentence in sentences:
        if not any(map(sentence.overlaps, elsewhere)) and allowance.admits([sentence], prose=True):
            texts.append(article.words_at(sentence))
            allowance.spend([sentence], prose=True)
    return texts
