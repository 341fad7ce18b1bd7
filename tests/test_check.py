"""What is wrong with annotations, beyond what tests/cases/rules shows."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from made_annotations import KINDS, made_annotations, made_article, made_check, made_quote, made_source

from sitegen.check import check
from sitegen.check.nearest import nearest_hint
from sitegen.check.quotes import EXPLAINED
from sitegen.config import Budget
from sitegen.kinds import load_kinds
from sitegen.model.annotations import About, Annotations, Caveat, Change, Facts, Gap, Quote, Source, Withdrawal
from sitegen.model.article import Article
from sitegen.model.passages import Finder
from sitegen.model.vocabulary import Identified, Status, Wording
from sitegen.problems import Kind, Problem, Severity
from sitegen.read import find_seeds, read_annotations, read_article

ARTICLE = made_article(
    "headline: Crew ‘left on the pier’, office says",
    'The crew of the ferry was left, the port said. "Nobody gave the order," its spokeswoman said.',
    "caption: The ferry",
    "The engine had been running. It was illegal. They met at the café at noon.",
)


def judged(annotations: Annotations, article: Article = ARTICLE) -> list[Problem]:
    return check(article, annotations, KINDS, Budget())


def codes(annotations: Annotations, article: Article = ARTICLE) -> list[str]:
    return [problem.kind.value for problem in judged(annotations, article)]


def hint(words: str, article: Article = ARTICLE) -> str:
    return nearest_hint(Finder(article), words)


def test_the_annotations_of_the_first_article_are_sound(repository: Path) -> None:
    kinds = load_kinds()
    seed = next(seed for seed in find_seeds(repository)[0] if seed.stem == "000_142de1610ce160bf")
    article, _ = read_article(repository, seed, {})
    annotations, _ = read_annotations(repository, seed, (), kinds)
    assert article is not None
    assert annotations is not None
    assert check(article, annotations, kinds, Budget()) == []


def test_annotations_without_anything_want_a_publisher_alone() -> None:
    assert codes(made_annotations(facts=Facts())) == ["publisher-missing"]


def test_quotes_without_words_are_left_to_reading() -> None:
    quotes = [made_quote("courier", id="none"), made_quote("courier", "  ", id="blank")]
    assert codes(made_annotations(quotes=quotes)) == []


def test_a_quote_of_quotation_marks_alone_is_not_found() -> None:
    assert codes(made_annotations(quotes=[made_quote("courier", "“”")])) == ["quote-not-found"]


def test_an_unknown_source_is_told_once_and_without_a_path() -> None:
    quote = made_quote("nobody", "Nobody gave the order", via=("courier",))
    assert codes(made_annotations(quotes=[quote])) == ["source-unknown"]


def test_a_quote_whose_source_stands_in_a_circle_is_told_of_the_circle_alone() -> None:
    sources = [made_source("a", "b"), made_source("b", "a")]
    assert codes(made_annotations(sources, [made_quote("a", "Nobody gave the order")])) == ["source-circle"]


def test_a_thousand_paths_are_told_as_so_many_or_more() -> None:
    sources = [made_source("end")]
    for layer in range(60):
        below = f"join-{layer - 1}" if layer else "end"
        sources += [made_source(f"left-{layer}", below), made_source(f"right-{layer}", below)]
        sources.append(made_source(f"join-{layer}", f"left-{layer}", f"right-{layer}"))
    (problem,) = judged(made_annotations(sources, [made_quote("end", "Nobody gave the order")]))
    assert problem.message == "1000 paths or more lead from “The Harbour Courier” to “End”"
    assert "left-59, join-58, left-58" in problem.hint


def test_several_paths_in_spite_of_via_are_told_at_via() -> None:
    sources = [made_source("a", "c"), made_source("b", "c"), made_source("c", "d", "e")]
    sources += [made_source("d", "f"), made_source("e", "f"), made_source("f")]
    (problem,) = judged(made_annotations(sources, [made_quote("f", "Nobody gave the order", via=("a",))]))
    assert problem.message == "2 paths lead even so from “The Harbour Courier” to “F”"


def test_names_that_are_free_text_are_no_slips() -> None:
    checks = (made_check("Hospitl"), made_check("hospital records office"), made_check("reuters"))
    quote = made_quote("doctor", "Nobody gave the order", checks=checks, status=Status.CORROBORATED)
    assert codes(made_annotations([made_source("doctor"), made_source("hospital")], [quote])) == []


def test_a_checker_whose_name_two_sources_have_is_ambiguous() -> None:
    twins = [made_source("one", name="Soldier"), made_source("two", name="Soldier"), made_source("doctor")]
    quote = made_quote("doctor", "Nobody gave the order", checks=(made_check("soldier"),))
    assert codes(made_annotations(twins, [quote])) == ["name-ambiguous"]


def test_a_headline_that_misleads_may_be_explained_for_the_whole_article() -> None:
    quote = made_quote("courier", "left on the pier", status=Status.MISLEADING)
    explained = Caveat("headline", "They were taken aboard later.", quote.at)
    assert codes(made_annotations(quotes=[quote], caveats=(explained,))) == []
    assert codes(made_annotations(quotes=[quote])) == ["status-needs-caveat"]


def test_a_speaker_who_is_claimed_is_settled_by_a_check_of_the_speaker() -> None:
    man = made_source("man", identified=Identified.CLAIMED)
    settled = made_quote(
        "man", "Nobody gave the order", status=Status.ATTRIBUTED, checks=(made_check("us", of="speaker"),)
    )
    assert codes(made_annotations([man], [settled])) == []
    open_still = made_quote("man", "Nobody gave the order", status=Status.ATTRIBUTED)
    assert codes(made_annotations([man], [open_still])) == ["status-too-strong"]


def test_three_checks_of_which_two_are_independent_confirm() -> None:
    sources = [made_source("doctor"), made_source("nurse")]
    checks = (made_check("us"), made_check("us"), made_check("nurse"))
    quote = made_quote("doctor", "Nobody gave the order", status=Status.CONFIRMED, checks=checks)
    assert codes(made_annotations(sources, [quote])) == []


def test_dependent_checks_are_no_problem_where_others_are_enough() -> None:
    sources = [made_source("doctor"), made_source("gazette", kind="news-report")]
    checks = (made_check("gazette"), made_check("us"))
    quote = made_quote("doctor", "Nobody gave the order", status=Status.CORROBORATED, checks=checks)
    assert codes(made_annotations(sources, [quote])) == []


def test_a_dependent_check_and_a_missing_one_are_two_problems() -> None:
    sources = [made_source("doctor"), made_source("gazette", kind="news-report")]
    quote = made_quote("doctor", "Nobody gave the order", status=Status.CONFIRMED, checks=(made_check("gazette"),))
    assert codes(made_annotations(sources, [quote])) == ["not-independent", "status-needs-check"]


def test_withdrawn_quotes_have_no_status_to_judge_but_must_be_told_apart() -> None:
    gone = Withdrawal("2024-05-06", "Misquoted.")
    unfound = made_quote("courier", "Somebody gave it", withdrawn=gone, status=Status.CONFIRMED, words=Wording.DIRECT)
    assert codes(made_annotations(quotes=[unfound])) == []
    twice = made_quote("courier", "was", withdrawn=gone)
    assert codes(made_annotations(quotes=[twice])) == ["quote-ambiguous"]


def test_a_month_is_neither_before_nor_after_a_day_in_it() -> None:
    history = (
        Change("2024-02-03", Status.DISPUTED, Status.OPINION, ""),
        Change("2024-02", Status.OPINION, Status.UNVERIFIED, ""),
    )
    assert codes(made_annotations(quotes=[made_quote("", "Nobody gave the order", history=history)])) == []


def test_main_is_told_at_the_file_where_no_place_is_known() -> None:
    assert codes(made_annotations(about=About(main="nobody"))) == ["main-unknown"]


def test_the_nearest_passage_marks_words_that_differ() -> None:
    assert hint("Nobody had given the orders") == (
        "the nearest passage (line 3) reads: “Nobody ⟦gave⟧ the ⟦order,⟧”; typed was “had given”, “orders”"
    )


def test_the_nearest_passage_may_lie_in_the_headline() -> None:
    assert hint("Crew 'left on a pier'") == (
        "the nearest passage (line 1) reads: “Crew ‘left on ⟦the⟧ pier’,”; typed was “a”"
    )


def test_long_passages_are_shortened_where_they_are_alike() -> None:
    words = 'The crew of the ferry was left, the port said. "Nobody gave an order," its spokeswoman said.'
    assert hint(words) == (
        'the nearest passage (line 3) reads: “The crew of the … port said. "Nobody gave ⟦the⟧ order," its spokeswoman'
        " said.”; typed was “an”"
    )


def test_letters_that_are_encoded_otherwise_are_explained() -> None:
    assert hint("They met at the cafe\u0301") == (
        "the nearest passage (line 7) reads: “They met at the ⟦café⟧”; the letters are the same, but encoded in another"
        " way: copy the words from the article"
    )


def test_a_caption_in_the_middle_is_not_shown_as_the_nearest_passage() -> None:
    article = made_article("They left the pier at", "caption: The ferry", "noon and came back.")
    assert hint("They left the pier at noon", article) == (
        "the nearest passage (line 1) reads: “They left the pier at”; typed was “noon”"
    )


def test_what_is_far_from_everything_has_no_nearest_passage() -> None:
    for words in ("Completely different words", "", "“”", "x", "y" * 5_000):
        assert hint(words) == ""


def test_the_nearest_passage_of_a_long_article_is_found_by_its_longest_words() -> None:
    filler = [f"Line {number} speaks of ferries, weather and the harbour." for number in range(1_000)]
    article = made_article(*filler, "The lighthouse keeper resigned.", *filler)
    assert hint("The lighthouse keeper retired", article) == (
        "the nearest passage (line 2001) reads: “The lighthouse keeper ⟦resigned.⟧”; typed was “retired”"
    )
    assert hint("A stamp was sold", article) == ""
    assert hint("A mistake of the harbourmaster", article) == ""


def test_a_long_quote_is_compared_around_its_first_slip() -> None:
    words = " ".join(f"word{number}" for number in range(500))
    assert hint(words.replace("word400", "slip"), made_article(words)) == (
        "the nearest passage (line 1) reads: “word362 word363 word364 word365 … word396 word397 word398 word399"
        " ⟦word400⟧ word401 word402 word403 word404 … word433 word434 word435 word436”; typed was “slip”"
    )
    assert hint(words + " " + "b" * 700, made_article(words)).endswith("word499”")


def test_a_passage_that_differs_everywhere_is_cut_short() -> None:
    words = [f"word{number}" for number in range(80)]
    typed = [word if number % 2 else f"{word}x" for number, word in enumerate(words)]
    passage = hint(" ".join(typed), made_article(" ".join([*words, "and", *words]))).partition("”;")[0]
    assert passage.endswith("⟧ …")
    assert passage.count("⟦") == passage.count("⟧")
    assert len(passage) < 460


def test_hints_are_looked_up_for_the_first_quotes_alone() -> None:
    quotes = [made_quote("courier", f"Nobody gave {number} order", id=f"q{number}") for number in range(EXPLAINED + 1)]
    problems = judged(made_annotations(quotes=quotes, gaps=(Gap("Who?", quotes[0].at, "The engine has run."),)))
    assert sum(1 for problem in problems if problem.hint) == EXPLAINED


def test_warnings_are_told_apart_from_errors() -> None:
    article = made_article('"One two three four," he said. He left at six.')
    quotes = [made_quote("courier", "One two three four")]
    (problem,) = judged(made_annotations(quotes=quotes), article)
    assert (problem.kind, problem.severity) == (Kind.QUOTED_MUCH, Severity.WARNING)


NAMES = st.sampled_from(["courier", "a", "b", "c", "d", "nobody", ""])
WORDS = st.sampled_from(
    ["crew", "the", "Nobody gave the order,", "Nobody give", "The ferry", "“", "", "left", "x" * 80]
)
CHECKS = st.builds(
    made_check, NAMES, st.sampled_from(["verified", "refuted", "inconclusive"]), st.sampled_from(["content", "speaker"])
)
QUOTES = st.builds(
    lambda source, parts, **more: made_quote(source, *parts, **more),
    NAMES,
    st.lists(WORDS, max_size=3),
    id=st.sampled_from(["q", "r", "a"]),
    status=st.none() | st.sampled_from(Status),
    checks=st.lists(CHECKS, max_size=3).map(tuple),
    denied_by=st.lists(NAMES, max_size=2).map(tuple),
    via=st.lists(NAMES, max_size=2).map(tuple),
    after=WORDS,
    occurrence=st.integers(0, 4),
    words=st.none() | st.sampled_from(Wording),
)
SOURCES = st.builds(
    lambda id_, hops, **more: made_source(id_, *hops, **more),
    NAMES,
    st.lists(NAMES, max_size=3),
    kind=st.sampled_from([*KINDS.sources, "unheard-of"]),
    identified=st.sampled_from(Identified),
    reliability=st.sampled_from(["", "C"]),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(SOURCES, max_size=5), st.lists(QUOTES, max_size=3), NAMES, NAMES)
def test_broken_annotations_give_problems_and_never_an_exception(
    sources: list[Source], quotes: list[Quote], publisher: str, main: str
) -> None:
    facts, about = Facts(publisher=publisher), About(main=main)
    annotations = made_annotations(sources, quotes, facts=facts, about=about)
    problems = judged(annotations)
    assert problems == judged(annotations)
    assert all(problem.message for problem in problems)


@settings(deadline=None)
@given(st.text(alphabet="Nobdy gaveth cr.”“'\n", max_size=60))
def test_a_nearest_passage_is_looked_for_whatever_was_typed(words: str) -> None:
    found = hint(words)
    assert not found or found.startswith("the nearest passage (line ")
