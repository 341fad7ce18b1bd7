"""Briefs: what is filled in and what is left out."""

from changes import replace
from composing import ARTICLE, CALL, DAY, DRIVER, GUARD, HERE, NAMED, WORDS, caveat, desk, made_brief, one_quote
from hypothesis import given
from hypothesis import strategies as st
from made_annotations import made_article, made_quote, made_source

from sitegen.compose import to_markdown
from sitegen.model.annotations import About, Facts, Gap
from sitegen.model.article import Dating
from sitegen.model.slugs import brief_slug
from sitegen.model.vocabulary import Circumstances, Republish, Wording

# ---- what is filled in


def test_facts_come_from_the_article_where_the_editor_says_nothing() -> None:
    dated = replace(
        ARTICLE,
        headline="Crane driver says ‘it swayed’ before the fall",
        authors=("R. Quay",),
        date=Dating("Mar 5, 2024 9:00 AM IST", "2024-03-05T09:00", "IST"),
    )
    brief = made_brief(article=dated, about=About())
    assert (brief.facts.title, brief.facts.authors) == (dated.headline, ("R. Quay",))
    assert (brief.facts.published, brief.about.date) == ("2024-03-05T09:00", "2024-03-05")
    assert brief.held.date_line == "Mar 5, 2024 9:00 AM IST"
    assert brief.title == "What The Harbour Courier reported: Crane driver says ‘it swayed’ before the fall"
    assert (brief.slug, brief.about.editor) == ("case", "Example desk")


def test_what_the_editor_says_goes_before_the_article() -> None:
    facts = Facts(title="Own title", publisher="courier", authors=("A",), published="2024-01-02")
    about = About(title="Our title", slug="own name", editor="Us", date="2024-02-03")
    brief = made_brief(facts=facts, about=about, article=replace(ARTICLE, authors=("B",)))
    assert (brief.facts.title, brief.facts.authors, brief.facts.published) == ("Own title", ("A",), "2024-01-02")
    assert (brief.title, brief.slug, brief.about.editor, brief.about.date) == (
        "Our title",
        "own-name",
        "Us",
        "2024-02-03",
    )


@given(st.text(min_size=1, max_size=20))
def test_a_slug_can_always_stand_in_an_address(text: str) -> None:
    slug = brief_slug(text)
    assert slug
    assert slug.isascii()
    assert all(sign.isalnum() or sign in "-_" for sign in slug)


def test_slugs_keep_what_they_can() -> None:
    assert brief_slug("000_142de-Ab") == "000_142de-Ab"
    assert brief_slug("Über die Brücke!") == "Uber-die-Brucke"
    assert brief_slug("мост") == "43c-43e-441-442"


def test_reliability_is_printed_only_where_the_project_says_so() -> None:
    guard = replace(GUARD, reliability="C", reason="Selects.")
    assert made_brief(guard, CALL, DRIVER).source("guard").reliability == ""
    published = made_brief(guard, CALL, DRIVER, settings={"publish_reliability": True})
    assert published.source("guard").reliability == "C: Selects."


def test_sources_keep_their_chain_in_words() -> None:
    brief = made_brief(GUARD, CALL, DRIVER)
    assert brief.source("driver").chain == (
        "The Harbour Courier, citing OCG, citing Phone call between two drivers, citing the second driver"
    )
    assert [source.unverified for source in brief.sources] == [False, False, True, False]


def test_an_unknown_kind_of_source_keeps_its_name() -> None:
    assert made_brief(made_source("x", kind="oracle")).source("x").kind_label == "oracle"


# ---- what may be printed


def test_link_only_prints_no_words_of_the_article() -> None:
    quote = made_quote("driver", "It swayed and we ran", says="The crane swayed.")
    brief = made_brief(
        NAMED,
        quotes=(quote,),
        facts=Facts(publisher="courier", republish=Republish.LINK_ONLY),
        caveats=(caveat("headline", passage="it swayed"),),
        gaps=(Gap("Whose crane?", HERE, "It was not known who owns the crane."),),
    )
    (printed,) = brief.quotes
    assert (printed.parts, printed.selectors, brief.caveats[0].passage, brief.gaps[0].passage) == ((), (), "", "")
    assert printed.text == "This brief prints no words of the article. Read them in the original."
    assert printed.says == "The crane swayed."
    assert brief.badge.reason.startswith("This brief links to the article")
    assert "and we ran" not in repr(brief)


def test_passages_are_printed_in_the_articles_own_words() -> None:
    gap = Gap("Whose crane?", HERE, "It was not  known who owns")
    brief = made_brief(gaps=(gap, replace(gap, passage="nowhere to be found")))
    assert [each.passage for each in brief.gaps] == ["It was not known who owns", ""]
    marked = made_brief(caveats=(caveat("other", passage='"It swayed and we ran,"'),))
    assert marked.caveats[0].passage == "“It swayed and we ran,”"


def test_a_quote_that_stands_once_needs_no_context() -> None:
    (selector,) = one_quote(NAMED).selectors
    assert (selector.exact, selector.prefix, selector.suffix) == ("It swayed and we ran", "", "")


def test_a_quote_that_stands_twice_gets_as_much_context_as_tells_it_apart() -> None:
    (selector,) = one_quote(NAMED, words_=("cranes and this",), occurrence=2).selectors
    around = f"{selector.prefix}{selector.exact}{selector.suffix}"
    assert ARTICLE.text.count(around) == 1
    assert len(selector.prefix) <= 32
    assert len(selector.suffix) <= 32
    assert ARTICLE.text[selector.span.start : selector.span.end] == "cranes and this"


def test_context_is_dropped_where_the_budget_is_spent() -> None:
    short = made_article("headline: A short one", "He said yes and she said yes and he said no.")
    quote = made_quote("courier", "yes", occurrence=2)
    (printed,) = made_brief(quotes=(quote,), article=short).quotes
    assert (printed.selectors[0].prefix, printed.selectors[0].suffix) == ("", "")


def test_what_cannot_be_told_apart_in_thirty_two_characters_keeps_its_place() -> None:
    long = made_article("headline: Repeats", *["The same words again and again, until all is said and done here."] * 8)
    quote = made_quote("courier", "again, until", occurrence=3)
    (selector,) = made_brief(quotes=(quote,), article=long).quotes[0].selectors
    assert long.text[selector.span.start : selector.span.end] == "again, until"


def test_desks_are_compared_by_what_they_hold() -> None:
    assert desk() == desk()


def test_an_address_too_long_for_a_file_is_cut_and_stays_its_own() -> None:
    one, other = brief_slug("a" * 400), brief_slug("a" * 401)
    assert one != other
    assert max(len(one), len(other), len(brief_slug("船" * 80))) < 200
    assert brief_slug("a" * 180) == "a" * 180


def test_words_that_leave_a_quotation_keep_its_marks() -> None:
    quote = made_quote("driver", "we ran,” said Ivo Petrov, a driver.", words=Wording.NARRATION)
    into = made_quote("driver", "the office denied it. “It never", words=Wording.NARRATION, id="into")
    one, two = made_brief(made_source("driver"), quotes=(quote, into)).quotes
    assert one.text.endswith("reports: “we ran,” said Ivo Petrov, a driver.")
    assert two.text.endswith("reports: the office denied it. “It never”")
    assert one.parts == ("we ran,” said Ivo Petrov, a driver.",)


def test_a_passage_does_not_repeat_the_words_of_a_quote() -> None:
    gap = Gap("Who ran?", HERE, "It swayed and we ran,” said Ivo Petrov")
    caveats = (caveat("other", passage="It swayed"), caveat("unknown", passage="Nobody was hurt"))
    brief = made_brief(made_source("driver"), quotes=(made_quote("driver", "It swayed"),), gaps=(gap,), caveats=caveats)
    assert brief.gaps[0].passage == ""
    assert [each.passage for each in brief.caveats] == ["", "Nobody was hurt"]


def test_a_caveat_about_coerced_or_graphic_material_brings_its_notice() -> None:
    captive = made_source("driver", circumstances=Circumstances.CAPTIVE)
    quote = made_quote("driver", "It swayed and we ran")
    brief = made_brief(captive, quotes=(quote,), about=replace(DAY, content=("graphic",)))
    assert brief.about.content == ("graphic", "duress")
    assert "**Before you read: this brief quotes people who were not free to speak.**" in to_markdown(brief, WORDS)
