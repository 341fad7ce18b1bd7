"""Review: quotes that no editor has given a source, and withheld words that a slip of the pen would print."""

import pytest
from changes import replace
from composing import ARTICLE, DAY, KINDS, NOTHING, annotations_of, caveat, desk
from made_annotations import at, made_quote, made_source

from sitegen.compose import compose
from sitegen.model.analysis import Analysis, Evidence, Speaker, Statement
from sitegen.model.annotations import About, Annotations, Facts, Gap, Withdrawal
from sitegen.model.article import Span
from sitegen.model.vocabulary import State, Status
from sitegen.problems import Kind, Problem, Severity
from sitegen.review import review

START = ARTICLE.text.index("It swayed and")
SPOKEN = Analysis(
    "x", statements=(Statement(Span(START, START + 20), direct=True, speaker=Speaker(Span(0, 5), "Ivo Petrov", 1)),)
)


def reviewed(annotations: Annotations | None, analysis: Analysis = NOTHING) -> list[Problem]:
    """Compose a brief and review it."""
    return review(compose(ARTICLE, annotations, analysis, desk()), ARTICLE, annotations, analysis, KINDS)


def test_a_brief_with_all_its_sources_is_sound() -> None:
    assert reviewed(annotations_of(made_quote("courier", "It swayed and we ran"))) == []


def test_an_article_alone_has_no_editor_to_be_told() -> None:
    assert reviewed(None, SPOKEN) == []


def test_a_proposed_source_is_a_warning_that_names_it() -> None:
    (problem,) = reviewed(annotations_of(made_quote("", "It swayed and we ran")), SPOKEN)
    assert (problem.kind, problem.severity) == (Kind.NOT_REVIEWED, Severity.WARNING)
    assert "“Ivo Petrov”" in problem.message
    chain = "and below `sources:`: - The Harbour Courier < Ivo Petrov"
    assert problem.hint == f"if that is right, write to the quote: source: Ivo Petrov, {chain}"


def test_a_proposed_source_that_the_file_has_need_not_be_added() -> None:
    annotations = annotations_of(made_quote("", "It swayed and we ran"))
    speaker = replace(annotations.sources[0], id="ivo", name="Ivo Petrov")
    (problem,) = reviewed(replace(annotations, sources=(*annotations.sources, speaker)), SPOKEN)
    assert problem.hint == "if that is right, write to the quote: source: Ivo Petrov"


@pytest.mark.parametrize(
    ("state", "severity"),
    [(State.PUBLISHED, Severity.ERROR), (State.REVIEW, Severity.WARNING), (State.DRAFT, Severity.WARNING)],
)
def test_a_quote_for_which_nobody_can_be_proposed_stops_a_published_brief(state: State, severity: Severity) -> None:
    annotations = annotations_of(made_quote("", "It swayed and we ran"), about=replace(DAY, state=state))
    (problem,) = reviewed(annotations)
    assert (problem.kind, problem.severity) == (Kind.SOURCE_MISSING, severity)


def test_what_is_withdrawn_needs_no_source() -> None:
    gone = made_quote("", "It swayed", withdrawn=Withdrawal("2024-05-01", "A mistake."))
    assert reviewed(annotations_of(gone)) == []
    assert reviewed(annotations_of(made_quote("", "It swayed"), about=About(state=State.WITHDRAWN))) == []


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"summary": "Petrov ran."},
        {"sources": (made_source("driver", name="Ivo Petrov"),)},
        {"gaps": (Gap("Where is Petrov?", at()),)},
        {"caveats": (caveat("other", text="Petrov was paid."),)},
    ],
)
def test_withheld_words_must_stand_somewhere(changes: dict[str, object]) -> None:
    annotations = replace(annotations_of(made_quote("courier", "we ran", withhold=("Petrov",))), **changes)
    kinds = [problem.kind for problem in reviewed(annotations)]
    assert kinds == ([] if changes else [Kind.WITHHELD_NOT_FOUND])


def test_withheld_words_of_the_quote_itself_are_found() -> None:
    assert reviewed(annotations_of(made_quote("courier", "said Ivo Petrov, a driver", withhold=("ivo petrov",)))) == []


@pytest.mark.parametrize(
    ("changes", "hint"),
    [
        (
            {"about": About(slug="petrov-ran")},
            "give the brief a `slug:` of its own, or rename the files of the article",
        ),
        ({"about": About(tags=("petrov",))}, "choose another"),
        ({"about": About(aliases=("ivo-petrov",))}, "choose another"),
        ({"facts": Facts(publisher="courier", url="https://courier.example/petrov-ran")}, "leave it out"),
        ({"facts": Facts(publisher="courier", archive="https://archive.example/petrov")}, "leave it out"),
        ({"sources": (made_source("petrov", name="A driver"),)}, "choose another"),
    ],
)
def test_withheld_words_in_an_address_stop_the_build(changes: dict[str, object], hint: str) -> None:
    annotations = annotations_of(made_quote("courier", "said Ivo Petrov, a driver", withhold=("Petrov",)))
    (problem,) = reviewed(replace(annotations, **changes))
    assert (problem.kind, problem.severity, problem.hint) == (Kind.WITHHELD_IN_ADDRESS, Severity.ERROR, hint)


def test_withheld_words_in_the_id_of_a_quote_stop_the_build() -> None:
    quote = made_quote("courier", "said Ivo Petrov, a driver", withhold=("Petrov",), id="petrov")
    (problem,) = reviewed(annotations_of(quote))
    assert problem.kind is Kind.WITHHELD_IN_ADDRESS


def test_a_passage_is_shown_as_far_as_a_message_has_room() -> None:
    text = ARTICLE.text
    sentence = Span(text.index("Asked about"), text.index(" “It never"))
    evidence = Evidence("video", False, Span(text.index("denied"), text.index("denied") + 6), sentence)  # noqa: FBT003  (its second field)
    (problem,) = reviewed(annotations_of(), Analysis("x", evidence=(evidence,)))
    assert problem.kind is Kind.EVIDENCE_UNDECLARED
    assert problem.message.endswith("“Asked about it, the office denied it.”")
    long = replace(evidence, sentence=Span(text.index("“It swayed"), text.index(" It was not known")))
    (problem,) = reviewed(annotations_of(), Analysis("x", evidence=(long,)))
    assert problem.message.endswith(
        "“… office said. Asked about it, the office denied it. “It never swayed,” a spokeswoman …”"
    )


def test_a_signal_is_no_undeclared_evidence() -> None:
    signal = Evidence("video", True, Span(0, 5), Span(0, 20))  # noqa: FBT003  (its second field)
    assert reviewed(annotations_of(), Analysis("x", evidence=(signal,))) == []


@pytest.mark.parametrize(
    ("language", "kinds"), [("en", [Kind.PLAIN_ASSERTION]), ("en-GB", [Kind.PLAIN_ASSERTION]), ("uk", [])]
)
def test_a_repeated_claim_is_looked_for_in_english_alone(language: str, kinds: list[Kind]) -> None:
    quote = made_quote("courier", "It swayed and we ran", says="Кран хитався перед падінням", status=Status.UNVERIFIED)
    annotations = replace(annotations_of(quote), summary="Кран, як каже водій, хитався перед падінням.")
    brief = compose(ARTICLE, annotations, NOTHING, desk())
    found = review(brief, ARTICLE, annotations, NOTHING, KINDS, language=language)
    assert [problem.kind for problem in found] == kinds
