"""Proposed gaps and caveats: what the article leaves open, and what a reader must know."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from sitegen.compose.allowance import Allowance
from sitegen.compose.caveats import HEADLINE, UNVERIFIED
from sitegen.compose.desk import Desk
from sitegen.model.analysis import Analysis, ProposedCaveat
from sitegen.model.annotations import Caveat, Gap, Places
from sitegen.model.article import Article, Span
from sitegen.model.passages import Finder
from sitegen.words import Words

_UNKNOWN = "unknown"


def propose_gaps(article: Article, analysis: Analysis, words: Words) -> Iterator[Gap]:
    """Yield a gap for each passage that says what is not known; the question is the editor's to word."""
    seen = set[Span]()
    for found in analysis.open_questions:
        if found.sentence not in seen:
            seen.add(found.sentence)
            question = words("gap.proposed")
            yield Gap(question, _at(article, found.cue), article.words_at(found.sentence), found.result)


def propose_caveats(
    article: Article, analysis: Analysis, desk: Desk, quotes: Mapping[Span, str], unsure: Collection[Span]
) -> Iterator[Caveat]:
    """Yield the caveats of the article and of the quotes that are proposed; `quotes` names these by their statement.

    A caveat about material that needs a check holds for the `unsure` ones too: no words show that they rest on another.
    """
    gaps = {found.sentence for found in analysis.open_questions}
    material = {UNVERIFIED, *(desk.kinds.sources[kind].caveat_kind for kind in desk.kinds.unverified)}
    for found in analysis.caveats:
        held = {*found.about, *unsure} if found.about and found.kind in material else set(found.about)
        about = tuple(id_ for span, id_ in quotes.items() if span in held)
        # What is said of the headline holds for quotes that share its words, whichever say it in the body.
        about = () if found.kind == HEADLINE else about
        is_elsewhere = found.about and not about and found.kind != HEADLINE
        if not is_elsewhere and not (found.kind == _UNKNOWN and found.passage in gaps):
            passage = article.words_at(found.passage)
            yield Caveat(found.kind, text_of(found, desk.words), _at(article, found.cue), about, passage)


def text_of(caveat: ProposedCaveat, words: Words) -> str:
    """Return the wording of a caveat, filled in; days, which are ISO 8601, and languages as the wording names them."""
    slots = {name: words.tongue(text) if name == "language" else words.day(text) for name, text in caveat.slots}
    return words(caveat.wording, **slots)


def afford(passages: Iterable[str], finder: Finder, allowance: Allowance) -> frozenset[str]:
    """Return the passages for which the budget has no room left, or that stand nowhere; the others are spent."""
    unprinted = set()
    for passage in dict.fromkeys(passages):
        span = finder.passage(passage) if passage else None
        if span and allowance.admits([span], prose=True):
            allowance.spend([span], prose=True)
        else:
            unprinted.add(passage)
    return frozenset(unprinted)


def _at(article: Article, cue: Span) -> Places:
    return Places(article.location(cue.start))
