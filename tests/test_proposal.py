"""Proposals: marked as software's wherever they stand, within the budget, and never over an editor's word."""

from changes import replace
from composing import ARTICLE, DAY, KINDS, NOTHING, WORDS, annotations_of, desk, made_brief
from made_annotations import made_article, made_quote, made_source

from sitegen.compose import compose, entry_of, to_markdown
from sitegen.compose.proposal.whole import propose
from sitegen.config import Budget
from sitegen.model.analysis import Analysis, Chain, Hop, OpenQuestion, ProposedCaveat, Speaker, Statement
from sitegen.model.annotations import About, Withdrawal
from sitegen.model.article import Article, Span
from sitegen.model.counting import share_of
from sitegen.model.vocabulary import State, Status, Wording

NAME = "Ivo Petrov"


def span(words: str, article: Article = ARTICLE) -> Span:
    """Return where words stand in the article."""
    start = article.text.index(words)
    return Span(start, start + len(words))


def said(words: str, by: str = "", *, direct: bool = True) -> Statement:
    """Return a statement, with a speaker where one is named."""
    speaker = Speaker(span(by), by, 0.8) if by else None
    return Statement(span(words), direct, speaker)


def warned(kind: str, wording: str, passage: str, *about: str) -> ProposedCaveat:
    """Return a caveat that software proposes."""
    spans = (
        statement.span for words in about for statement in SAID if ARTICLE.words_at(statement.span).startswith(words)
    )
    return ProposedCaveat(kind, wording, span(passage), span(passage), about=tuple(spans))


SAID = (said("It never swayed,", "a spokeswoman"), said("It swayed and we ran,", NAME), said("the office denied it"))
ANALYSIS = Analysis(
    "made by hand",
    statements=SAID[:2],
    reports=(replace(SAID[2], direct=False),),
    chains=(
        Chain(span("It swayed and we ran,"), (Hop(NAME, "person", shown=span("said Ivo Petrov")),)),
        Chain(span("It never swayed,"), (Hop("", "not-stated"), Hop("a spokeswoman", "person", span("a spokeswoman")))),
    ),
    open_questions=(OpenQuestion("unknown", span("not known"), span("It was not known who owns the crane.")),),
    caveats=(
        warned(
            "provenance", "kinds.video.caveat_else", "Crane driver says ‘it swayed’ before the fall", "It swayed and"
        ),
        warned("unknown", "signals.insertion.caveat", "It was not known who owns the crane."),
        warned("figure", "signals.figure.caveat_else", "The port has 0 cranes"),
        warned("redaction", "signals.insertion.caveat", "The port has 1 cranes", "the office denied it"),
    ),
    summary=(span("Nobody was hurt, the port office said."),),
)
ALONE = compose(ARTICLE, None, ANALYSIS, desk())


def test_an_article_alone_makes_a_brief_that_is_proposed_throughout() -> None:
    assert ALONE.proposed
    assert not entry_of(ALONE, WORDS).listed
    assert ALONE.summary == "Nobody was hurt, the port office said."
    assert all(quote.label.status is Status.UNVERIFIED and quote.wording is Wording.DIRECT for quote in ALONE.quotes)
    assert ALONE.badge.reason.startswith("Proposed by software, not reviewed by an editor.")
    text = to_markdown(ALONE, WORDS)
    assert "**Proposed by software, not reviewed by an editor.**" in text
    assert "proposed: true" in text


def test_quotes_are_proposed_in_the_articles_order_with_their_speakers() -> None:
    assert [quote.text for quote in ALONE.quotes] == ["“It swayed and we ran”", "“It never swayed”"]
    assert [quote.credit.speaker for quote in ALONE.quotes] == [
        "Ivo Petrov (proposed by software)",
        "A spokeswoman (proposed by software)",
    ]
    assert all(quote.credit.proposed for quote in ALONE.quotes)
    assert ALONE.quotes[0].credit.chain == (
        "An outlet that is not named (proposed by software, not reviewed by an editor)"
    )


def test_caveats_and_gaps_are_proposed_with_their_passages() -> None:
    assert [caveat.kind for caveat in ALONE.caveats] == ["provenance", "figure"]
    assert all(caveat.standard for caveat in ALONE.caveats)
    assert [(gap.result, gap.passage) for gap in ALONE.gaps] == [("unknown", "It was not known who owns the crane.")]


def test_a_caveat_of_unchecked_material_holds_where_no_words_show_that_a_quote_comes_from_elsewhere() -> None:
    provenance, _ = ALONE.caveats
    assert provenance.about == ("quote-1", "quote-2")
    driver = replace(ANALYSIS.chains[1], hops=(Hop("a spokeswoman", "person", shown=span("a spokeswoman")),))
    sure = compose(ARTICLE, None, replace(ANALYSIS, chains=(ANALYSIS.chains[0], driver)), desk())
    assert sure.caveats[0].about == ("quote-1",)
    assert [caveat.text for caveat in sure.quotes[1].caveats] == [WORDS("standard_caveat.unreviewed")]


def test_proposals_end_where_the_budget_warns() -> None:
    article = made_article("headline: Ten", *(f"“Word{n} and some more words” he said. Filler." for n in range(10)))
    sentences = tuple(paragraph.span for paragraph in article.paragraphs)
    statements = tuple(Statement(span(f"Word{n} and some more words", article), direct=True) for n in range(10))
    brief = compose(article, None, Analysis("x", statements=statements, summary=sentences), desk())
    spans = [selector.span for quote in brief.quotes for selector in quote.selectors]
    assert brief.quotes
    assert not share_of(article, spans).exceeds(35)
    nothing = compose(ARTICLE, None, ANALYSIS, desk(budget=Budget(quotes_warn=0, prose_warn=0)))
    assert (nothing.quotes, nothing.summary) == ((), "")
    assert all(caveat.passage == "" for caveat in nothing.caveats)


def test_what_the_budget_refuses_stands_in_nobodys_way() -> None:
    long = " ".join(f"word{n}" for n in range(60))
    article = made_article(
        "headline: Two", f"“We say {long}” Ivo said.", f"“We counted them” he said. {'Filler. ' * 60}"
    )
    statements = tuple(
        Statement(each, direct=True, speaker=Speaker(each, NAME, 1.0))
        for each in (span(f"We say {long}", article), span("We counted them", article))
    )
    brief = compose(article, None, Analysis("x", statements=statements), desk())
    assert [quote.text for quote in brief.quotes] == ["“We counted them”"]


def test_a_name_in_quotation_marks_is_no_quote_nor_are_few_words_of_nobody() -> None:
    body = f"“Free Port of Arnholm” and “swayed” {NAME} said. “It was late then” he said. {'Filler of words. ' * 40}"
    article = made_article("headline: Two", body)
    spans = [span(words, article) for words in ("Free Port of Arnholm", "It was late then", "swayed")]
    name, late = (Statement(each, direct=True, speaker=Speaker(each, NAME, 1.0)) for each in spans[:2])
    both = compose(article, None, Analysis("x", statements=(name, late)), desk())
    assert [quote.text for quote in both.quotes] == ["“It was late then”"]
    few = compose(article, None, Analysis("x", statements=(Statement(spans[2], direct=True),)), desk())
    assert few.quotes == ()


def test_shorter_quotes_go_before_those_that_are_warned_of() -> None:
    long = " ".join(f"word{n}" for n in range(70))
    article = made_article("headline: Two", f"“We say {long}” “It was late then” he said. {'Filler. ' * 200}")
    spans = [span(words, article) for words in (f"We say {long}", "It was late then")]
    statements = tuple(Statement(each, direct=True, speaker=Speaker(each, str(each), 1.0)) for each in spans)
    proposal = propose(article, Analysis("x", statements=statements), desk(), most=1)
    assert [choice.words for choice in proposal.choices] == ["It was late then"]


def test_a_caveat_of_unchecked_material_spares_whom_another_outlet_is_known_to_quote() -> None:
    relayed = (Hop("The Harbour Herald", "news-report"), Hop(NAME, "person"))
    kept, spared = (
        compose(
            ARTICLE,
            None,
            replace(
                ANALYSIS,
                chains=(Chain(SAID[1].span, hops),),
                caveats=(replace(ANALYSIS.caveats[0], about=(SAID[0].span,)),),
            ),
            desk(),
        )
        for hops in (relayed[1:], relayed)
    )
    assert kept.caveats[0].about == ("quote-1", "quote-2")
    assert "quote-1" not in spared.caveats[0].about


def test_no_more_than_eight_quotes_are_proposed_those_with_speakers_first() -> None:
    article = made_article("headline: Ten", *(f"“Word{n}” he said. {'Filler of words. ' * 20}" for n in range(10)))
    spans = [span(f"Word{n}", article) for n in range(10)]
    statements = tuple(
        Statement(each, direct=True, speaker=Speaker(each, NAME, 1.0) if number > 1 else None)
        for number, each in enumerate(spans)
    )
    brief = compose(article, None, Analysis("x", statements=statements), desk())
    assert [quote.parts[0] for quote in brief.quotes] == [f"Word{n}" for n in range(2, 10)]


def test_a_quote_without_a_source_is_proposed_one_and_the_brief_is_under_review() -> None:
    brief = made_brief(quotes=(made_quote("", "It swayed and we ran"),), analysis=ANALYSIS)
    (quote,) = brief.quotes
    assert brief.state is State.REVIEW
    assert quote.credit.proposed
    assert quote.credit.speaker == "Ivo Petrov (proposed by software)"
    assert brief.source(quote.credit.source).name == NAME
    assert "software proposed who said some of these quotes" in to_markdown(brief, WORDS)


def test_a_proposed_speaker_whom_the_editor_names_is_that_source() -> None:
    driver = made_source("driver", name="I. Petrov", also=("ivo petrov",))
    brief = made_brief(driver, quotes=(made_quote("", "It swayed and we ran"),), analysis=ANALYSIS)
    assert brief.quotes[0].credit.source == "driver"
    assert len(brief.sources) == 2


def test_nothing_is_proposed_where_nothing_was_found() -> None:
    nobody = made_brief(quotes=(made_quote("", "Nobody was hurt"),), analysis=ANALYSIS)
    missing = made_brief(quotes=(made_quote("", "words that stand nowhere"),), analysis=ANALYSIS)
    for brief in (nobody, missing):
        assert brief.state is State.REVIEW
        assert not brief.quotes[0].credit.proposed
        assert brief.quotes[0].credit.speaker == "Not stated who says this"
    assert "this brief is not finished" in to_markdown(nobody, WORDS)


def test_what_an_editor_wrote_always_wins() -> None:
    driver = made_source("somebody", name="Somebody else")
    brief = made_brief(driver, quotes=(made_quote("somebody", "It swayed and we ran"),), analysis=ANALYSIS)
    assert brief.state is State.PUBLISHED
    assert (brief.quotes[0].credit.source, brief.quotes[0].credit.proposed) == ("somebody", False)


def test_drafts_stay_drafts_and_withdrawn_quotes_need_no_source() -> None:
    draft = made_brief(quotes=(made_quote("", "It swayed"),), about=replace(DAY, state=State.DRAFT))
    gone = made_brief(quotes=(made_quote("", "It swayed", withdrawn=Withdrawal("2024-05-01", "A mistake.")),))
    assert (draft.state, gone.state) == (State.DRAFT, State.PUBLISHED)


def test_a_proposed_name_that_looks_like_material_is_a_person() -> None:
    assert KINDS.kind_of("a leaked video") == "video"
    article = made_article("headline: One", "“We ran away,” a leaked video said. " + "Filler. " * 40)
    speaker = Speaker(span("a leaked video", article), "a leaked video", 0.5)
    statement = Statement(span("We ran away,", article), direct=True, speaker=speaker)
    brief = compose(article, None, Analysis("x", statements=(statement,)), desk())
    assert brief.sources[1].kind == "person"


def test_an_empty_analysis_makes_an_empty_brief() -> None:
    brief = compose(ARTICLE, None, NOTHING, desk())
    assert (brief.quotes, brief.caveats, brief.about) == ((), (), replace(brief.about, state=State.REVIEW))
    assert brief.about != About()
    assert "No caveat was noted." in to_markdown(brief, WORDS)


def test_annotations_are_not_changed_by_composing() -> None:
    annotations = annotations_of(made_quote("", "It swayed and we ran"))
    before = repr(annotations)
    compose(ARTICLE, annotations, ANALYSIS, desk())
    assert repr(annotations) == before
