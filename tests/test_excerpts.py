"""Excerpts: the quotes where they stand in the article, with as much around them as the budget leaves."""

import re
from typing import Any

from changes import replace
from composing import DAY, WORDS, caveat, made_brief
from made_annotations import at, made_article, made_quote
from made_brief import BRIEF

from sitegen.compose import to_markdown
from sitegen.config import Budget
from sitegen.model.analysis import Analysis
from sitegen.model.annotations import Facts, Gap, Quote, Withdrawal
from sitegen.model.article import Article, Role, Span
from sitegen.model.brief import Brief, Excerpt, Stretch
from sitegen.model.vocabulary import Republish

FILLER = [f"The quay has {n} cranes, and this sentence is here to make the article long enough." for n in range(9)]
ARTICLE = made_article(
    "headline: Crane swayed ‘like a reed’ before the fall",
    "“It swayed and we ran,” said Ivo Petrov, a driver. Nobody was hurt. The port office said so.",
    "Asked about it, the office said: “We looked. It never swayed, and nobody ran. Ask the crew.” It has closed since.",
    *FILLER,
)
RAN = made_quote("driver", "It swayed and we ran", id="ran")
NEVER = made_quote("office", "It never swayed, and nobody ran", id="never")
NO_LIMIT: dict[str, Any] = {"facts": Facts(publisher="courier", republish=Republish.FULL, permission="CC BY")}


def analysed(article: Article) -> Analysis:
    """Return an analysis that knows the sentences of an article: a sign, perhaps a mark, and a space end one."""
    found = [
        Span(paragraph.span.start + match.start(), paragraph.span.start + match.end())
        for paragraph in article.paragraphs
        for match in re.finditer(r".+?(?:[.?!]”?(?= )|$)", article.text[paragraph.span.start : paragraph.span.end])
    ]
    return Analysis("none", sentences=tuple(found))


def shown(brief: Brief) -> list[str]:
    return ["".join(_stretch(each) for each in excerpt.stretches) for excerpt in brief.excerpts]


def _stretch(stretch: Stretch) -> str:
    return "[…]" if stretch.is_gap else f"⟦{stretch.text}⟧" if stretch.marks else stretch.text


def excerpted(*quotes: Quote, **more: Any) -> Brief:  # noqa: ANN401  (fields of Annotations)
    return made_brief(quotes=quotes, article=ARTICLE, analysis=analysed(ARTICLE), **more)


def test_a_quote_stands_in_its_sentence_with_the_articles_quotation_marks() -> None:
    assert shown(excerpted(RAN)) == ["⟦“It swayed and we ran,”⟧ said Ivo Petrov, a driver. Nobody was hurt.[…]"]


def test_what_is_good_to_know_ends_where_a_build_would_warn() -> None:
    brief = excerpted(RAN, settings={"budget": Budget(quotes_warn=5)})
    assert shown(brief) == ["⟦“It swayed and we ran,”⟧ said Ivo Petrov, a driver.[…]"]


def test_what_makes_a_quote_understood_is_cut_to_what_the_budget_leaves_nearest_words_first() -> None:
    assert shown(excerpted(RAN, settings={"budget": Budget(quotes_fail=9, quotes_warn=2)})) == [
        "⟦“It swayed and we ran,”⟧ said Ivo Petrov, a[…]"
    ]
    assert shown(excerpted(RAN, settings={"budget": Budget(quotes_fail=3, quotes_warn=2)})) == [
        "⟦“It swayed and we ran,”⟧[…]"
    ]


def test_no_other_words_in_quotation_marks_stand_around_a_quote() -> None:
    (found,) = shown(excerpted(NEVER, **NO_LIMIT))
    assert found == ("Asked about it, the office said: […]⟦“It never swayed, and nobody ran”⟧[…] It has closed since.")
    assert "We looked" not in found
    assert "Ask the crew" not in found


def test_marks_overlap_where_quotes_do() -> None:
    other = made_quote("driver", "we ran", id="we")
    (excerpt,) = excerpted(RAN, other).excerpts
    assert [(each.text, each.marks) for each in excerpt.stretches][:3] == [
        ("“It swayed and ", ("ran",)),
        ("we ran,”", ("ran", "we")),
        (" said Ivo Petrov, a driver. Nobody was hurt.", ()),
    ]


def test_passages_of_gaps_and_caveats_are_marked_too() -> None:
    brief = excerpted(
        RAN,
        gaps=(Gap("Since when?", at(), "It has closed since."),),
        caveats=(caveat("headline", passage="‘like a reed’"),),
    )
    marks = {name: each.text for excerpt in brief.excerpts for each in excerpt.stretches for name in each.marks}
    assert marks["gap 1"] == "It has closed since."
    assert marks["caveat 1"] == "‘like a reed’"
    assert [excerpt.role for excerpt in brief.excerpts] == [Role.HEADLINE, Role.BODY, Role.BODY]


def test_caveats_of_withdrawn_quotes_are_not_counted_in_the_names_of_marks() -> None:
    gone = replace(NEVER, withdrawn=Withdrawal("2024-03-14", "It was misheard."))
    about = (caveat("other", "never", passage="Nobody was hurt."), caveat("other", passage="It has closed since."))
    brief = excerpted(RAN, gone, caveats=about)
    assert [each.passage for each in brief.caveats if not each.standard] == ["It has closed since."]
    assert {name for each in brief.excerpts[-1].stretches for name in each.marks} == {"caveat 1"}


def test_words_left_out_between_two_excerpts_are_noted() -> None:
    end = made_quote("courier", "The quay has 8 cranes", id="end")
    assert [excerpt.skips for excerpt in excerpted(RAN, end).excerpts] == [True, True]
    beside = made_quote("courier", "Asked about it", id="beside")
    assert [excerpt.skips for excerpt in excerpted(RAN, beside, **NO_LIMIT).excerpts] == [True, False]


def test_withheld_words_are_masked_and_nothing_is_printed_around_them() -> None:
    (found,) = shown(excerpted(replace(RAN, withhold=("Ivo Petrov",)), **NO_LIMIT))
    assert "Petrov" not in found
    assert found.startswith("⟦“It swayed and we ran,”⟧ said[…]")


def test_a_link_alone_has_no_excerpts() -> None:
    assert excerpted(RAN, facts=Facts(publisher="courier", republish=Republish.LINK_ONLY)).excerpts == ()


def test_the_markdown_links_to_the_quotes_and_does_not_repeat_their_words() -> None:
    text = to_markdown(excerpted(RAN, about=DAY), WORDS)
    section = text.partition("## In the article")[2].partition("\n## ")[0]
    assert "> [Quote 1](#ran) said Ivo Petrov, a driver. Nobody was hurt. […]" in section.replace("\\", "")
    assert "swayed" not in section


def test_the_markdown_has_no_section_of_excerpts_where_nothing_stands_around_a_quote() -> None:
    bare = replace(BRIEF, excerpts=(Excerpt((), Role.BODY),))
    assert "## In the article" not in to_markdown(bare, WORDS)


def test_what_our_own_sentences_repeat_of_the_article_counts_too() -> None:
    limits = {"settings": {"budget": Budget(quotes_fail=14, quotes_warn=2)}}
    assert "said Ivo Petrov" in shown(excerpted(RAN, **limits))[0]
    copied = "It was so: the office said we looked, it never swayed, and nobody ran, ask the crew, it has closed."
    assert shown(excerpted(RAN, summary=copied, **limits)) == ["⟦“It swayed and we ran,”⟧[…]"]
