"""The whole brief: what an editor says of an article, resolved and worded, or what stands in where nobody has."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from sitegen.compose.allowance import besides_quotes
from sitegen.compose.badge import badge_of, tombstone_badge
from sitegen.compose.caveats import all_caveats, passage_words
from sitegen.compose.desk import Desk
from sitegen.compose.dossier import Dossier, Draft, gone_phrases, open_dossier
from sitegen.compose.excerpts import excerpts
from sitegen.compose.facts import day_of, filled_about, filled_facts, held_of
from sitegen.compose.mask import Mask, cleaned
from sitegen.compose.proposal.missing import complete
from sitegen.compose.quotes import print_quotes
from sitegen.compose.selectors import contexts
from sitegen.compose.sources import print_sources
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Annotations, Facts
from sitegen.model.article import Article, Role, Span
from sitegen.model.brief import Brief, Held, PrintedQuote
from sitegen.model.copying import copied_runs
from sitegen.model.vocabulary import State
from sitegen.model.withholding import pattern_of

NOTICES = ("graphic", "duress", "identity-at-risk")
"""Kinds of caveats that a reader must know of before the page, and kinds of `content:`."""


def compose(article: Article, annotations: Annotations | None, analysis: Analysis, desk: Desk) -> Brief:
    """Return the brief of an article; without annotations it is wholly software's proposal, and says so."""
    if annotations and annotations.about.state is State.WITHDRAWN:
        return _tombstone(article, annotations, desk)
    draft = complete(article, annotations, analysis, desk) if annotations else _proposed(article, analysis, desk)
    dossier = open_dossier(article, draft, desk, day_of(article, draft.annotations))
    passages, allowance = _passages(dossier), besides_quotes(dossier)
    allowance.spend(passages, prose=True)
    quotes = print_quotes(dossier, allowance)
    found = excerpts(dossier, analysis.sentences, [*passages, *_contexts(quotes), *_copied(dossier)])
    return cleaned(replace(_brief(dossier, quotes), excerpts=found), dossier.mask)


def _proposed(article: Article, analysis: Analysis, desk: Desk) -> Draft:
    from sitegen.compose.proposal.whole import propose  # noqa: PLC0415  (an editor's annotations leave it no work)

    proposal = propose(article, analysis, desk)
    proposed = frozenset(quote.id for quote in proposal.annotations.quotes if quote.source)
    return Draft(
        proposal.annotations, proposal.finder, proposal.found, proposed, proposal.unprinted, wholly_proposed=True
    )


def _brief(dossier: Dossier, quotes: Sequence[PrintedQuote]) -> Brief:
    article, annotations, desk = dossier.article, dossier.annotations, dossier.desk
    facts = filled_facts(article, annotations.facts, desk.settings.language)
    about = filled_about(article, annotations, facts, desk)
    about = replace(about, content=_content(about.content, quotes))
    return Brief(
        about.slug,
        about.title,
        about.state,
        facts,
        dossier.publisher.name if dossier.publisher else "",
        about,
        badge_of(quotes, dossier),
        held_of(article),
        annotations.summary,
        dossier.draft.wholly_proposed,
        tuple(quotes),
        print_sources(dossier),
        tuple(replace(gap, passage=passage_words(gap.passage, dossier)) for gap in annotations.gaps),
        all_caveats([caveat for quote in quotes for caveat in quote.caveats], dossier),
        annotations.corrections,
    )


def _content(typed: Sequence[str], quotes: Iterable[PrintedQuote]) -> tuple[str, ...]:
    """Return what a notice before the page warns of: what the editor typed, and what caveats of quotes say."""
    found = {caveat.kind for quote in quotes for caveat in quote.caveats}
    return tuple(dict.fromkeys((*typed, *(kind for kind in NOTICES if kind in found))))


def _passages(dossier: Dossier) -> list[Span]:
    """Return where the passages stand that gaps and caveats name, those without room in the budget left out."""
    annotations = dossier.annotations
    named = [*(gap.passage for gap in annotations.gaps), *(caveat.passage for caveat in annotations.caveats)]
    printed = (passage for passage in named if passage not in dossier.draft.unprinted)
    return [span for passage in printed if (span := dossier.passage(passage))]


def _copied(dossier: Dossier) -> list[Span]:
    """Return where the headline stands, which every page names, and what of the article our own sentences repeat."""
    annotations = dossier.annotations
    own = [annotations.summary, annotations.about.title, *(quote.says for quote in annotations.quotes)]
    own += [*(caveat.text for caveat in annotations.caveats), *(gap.question for gap in annotations.gaps)]
    headline = (each.span for each in dossier.article.paragraphs_of(Role.HEADLINE))
    return [*headline, *copied_runs(dossier.article, own)]


def _contexts(quotes: Sequence[PrintedQuote]) -> list[Span]:
    """Return what selectors print around the words of quotes."""
    return [span for quote in quotes for span in contexts(quote.selectors)]


def _tombstone(article: Article, annotations: Annotations, desk: Desk) -> Brief:
    """Return what stays of a withdrawn brief: our title, the publisher's name, the day and the reason."""
    facts = Facts(publisher=annotations.facts.publisher, language=annotations.facts.language)
    about = filled_about(article, annotations, facts, desk)
    title = annotations.about.title or desk.words("brief.title_withdrawn")
    about = replace(about, title=title, main="", content=())
    names = {source.id: source.name for source in annotations.sources}
    badge = tombstone_badge(about.withdrawn, desk.words)
    held = Held("", "", 0, 0, "")
    brief = Brief(about.slug, title, about.state, facts, names.get(facts.publisher, ""), about, badge, held, "")
    return cleaned(brief, Mask.of("", desk.words("quote.mask"), pattern_of(gone_phrases(annotations))))
