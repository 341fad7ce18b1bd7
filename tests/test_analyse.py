"""The analysis: what software proposes about an article, each with its place in the text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import article_of
from spacy.language import Language
from spacy.tokens import Doc

from sitegen.analyse import Model, analyse, find_model, parsing
from sitegen.analyse import model as models
from sitegen.kinds import Kinds, load_kinds
from sitegen.model.analysis import Analysis, Statement
from sitegen.model.article import Article, Role, Seed, Span
from sitegen.read import read_article

ROOT = Path(__file__).parents[1]
REAL = "seeds/000_142de1610ce160bf.txt"


@pytest.fixture(scope="session")
def model() -> Model:
    """Return the model that the project installs."""
    found = find_model("")
    assert isinstance(found, Model), found
    return found


@pytest.fixture(scope="session")
def kinds() -> Kinds:
    return load_kinds()


@pytest.fixture(scope="session")
def real(model: Model, kinds: Kinds) -> tuple[Article, Analysis]:
    """Return the real article and its analysis."""
    article, _ = read_article(ROOT, Seed("real", REAL), {})
    assert article is not None
    return article, next(analyse([article], model, kinds))


def test_an_analysis_is_the_same_once_a_process_knows_so_many_words_that_it_keeps_no_more(
    model: Model, kinds: Kinds, real: tuple[Article, Analysis], monkeypatch: pytest.MonkeyPatch
) -> None:
    article, analysis = real
    nlp = models.load(model.package)
    monkeypatch.setattr(models, "VOCABULARY", 0)
    assert next(analyse([article], model, kinds)) == analysis
    new = article_of('"The zorbleflink was queltrabbed," harbour master Ilse Tandorvelt said on Monday.')
    assert quotes(new, next(analyse([new], model, kinds)))
    assert not {"zorbleflink", "queltrabbed"} & {nlp.vocab.strings[lexeme.orth] for lexeme in nlp.vocab}


def quotes(article: Article, analysis: Analysis) -> list[tuple[str, str, str]]:
    """Return words, mention and name of every statement; "" where none is proposed."""
    return [
        (
            article.words_at(statement.span),
            article.words_at(statement.speaker.mention) if statement.speaker else "",
            statement.speaker.name if statement.speaker else "",
        )
        for statement in analysis.statements
    ]


class Told:
    """Analyses paragraphs and gives their statements."""

    def __init__(self, model: Model, kinds: Kinds) -> None:
        self.model, self.kinds = model, kinds

    def __call__(self, *paragraphs: str) -> list[tuple[str, str, str]]:
        """Return what `quotes` gives for an article of these paragraphs."""
        article = article_of(*paragraphs)
        return quotes(article, self.analysis(article))

    def analysis(self, article: Article) -> Analysis:
        """Analyse one article."""
        return next(analyse([article], self.model, self.kinds))


@pytest.fixture
def told(model: Model, kinds: Kinds) -> Told:
    return Told(model, kinds)


def test_the_quotes_of_the_real_article_have_their_speakers(real: tuple[Article, Analysis]) -> None:
    found = [(words.split()[0], name) for words, _, name in quotes(*real)]
    assert found == [
        ("reveals", "Main Directorate of Intelligence (GUR)"),
        ("Hi.", "the first soldier"),
        ("F***,", "the second soldier"),
        ("Our", "the second soldier"),
        ("We've", "one of the soldiers"),
        ("Initially,", "a soldier in the video"),
        ("The", "General Ivan Popov"),
    ]


def test_the_real_article_shows_what_its_material_is(real: tuple[Article, Analysis]) -> None:
    article, analysis = real
    shown = {evidence.name for evidence in analysis.evidence}
    assert shown >= {"intercepted-communication", "audio", "video", "social-media-post", "news-report"}
    assert shown >= {"second-hand", "masking", "insertion", "left-open"}
    for evidence in analysis.evidence:
        assert evidence.cue in evidence.sentence, article.words_at(evidence.cue)


def test_the_summary_is_sentences_of_the_story_in_its_order(real: tuple[Article, Analysis]) -> None:
    article, analysis = real
    body = [paragraph.span for paragraph in article.paragraphs_of(Role.BODY)]
    assert 3 <= len(analysis.summary) <= 4
    assert list(analysis.summary) == sorted(analysis.summary)
    assert set(analysis.summary) <= set(analysis.sentences)
    assert all(any(sentence in paragraph for paragraph in body) for sentence in analysis.summary)


def test_captions_and_biographies_are_not_analysed(real: tuple[Article, Analysis]) -> None:
    article, analysis = real
    spans = [*analysis.sentences, *(entity.span for entity in analysis.entities)]
    for paragraph in article.paragraphs_of(Role.CAPTION, Role.BIOGRAPHY, Role.BYLINE, Role.DATE_LINE):
        assert not any(span.start < paragraph.span.end and paragraph.span.start < span.end for span in spans)


@pytest.mark.parametrize(
    ("paragraph", "words", "speaker"),
    [
        ("“The tide was low that night,” Maria Lopez said.", "The tide was low that night,", "Maria Lopez"),
        ("“Why was nobody told about it?” asked Maria Lopez.", "Why was nobody told about it?", "Maria Lopez"),
        ("Maria Lopez said: “The tide was low.”", "The tide was low.", "Maria Lopez"),
        ("Maria Lopez told reporters that the tide “was very low indeed”.", "was very low indeed", "Maria Lopez"),
        ("The ferry was “a danger to everybody”, according to Maria Lopez.", "a danger to everybody", "Maria Lopez"),
        ("According to Maria Lopez, it was “a danger to everybody”.", "a danger to everybody", "Maria Lopez"),
        ("“The tide was low that night,” said the ministry.", "The tide was low that night,", "the ministry"),
    ],
)
def test_a_speaker_is_proposed(told: Told, paragraph: str, words: str, speaker: str) -> None:
    [(found, _, name)] = told(paragraph)
    assert (found, name) == (words, speaker)


@pytest.mark.parametrize(
    ("paragraph", "speaker"),
    [
        ("“The pier was quite empty,” says official.", "official"),
        ("In a statement saying “the tide was very low”, Maria Lopez defended herself.", "Maria Lopez"),
        ("Maria Lopez, who said “nobody told me about it”, has left.", "Maria Lopez"),
        ("“We were never told of it,” a voice heard in the recording adds.", "a voice"),
        ("Recalling that night, Maria Lopez said “the tide was very low”.", "Maria Lopez"),
        ("The man shouting “save the ferry now” was Maria Lopez's brother.", "The man"),
        ("To say “the tide was very low” is not enough.", ""),
    ],
)
def test_a_verb_of_saying_leads_to_its_speaker(told: Told, paragraph: str, speaker: str) -> None:
    assert [name for _, _, name in told(paragraph)] == [speaker]


def test_a_quote_that_is_interrupted_has_one_speaker(told: Told) -> None:
    found = told("“The tide was low,” Maria Lopez said, “and nobody was on the pier.” “Not one soul was there.”")
    assert [name for _, _, name in found] == ["Maria Lopez"] * 3


def test_a_quote_goes_on_in_the_next_paragraph(told: Told) -> None:
    found = told("“The tide was low,” Maria Lopez said.", "“There was nobody on the pier.”")
    assert [name for _, _, name in found] == ["Maria Lopez"] * 2


def test_a_paragraph_that_ends_in_a_colon_announces_the_speaker(told: Told) -> None:
    found = told("Maria Lopez wrote the next day:", "“The tide was very low that night.”")
    assert [name for _, _, name in found] == ["Maria Lopez"]


def test_without_any_cue_the_person_named_before_is_a_guess(told: Told) -> None:
    article = article_of("Maria Lopez was blunt. “The tide was very low that night.”")
    [statement] = told.analysis(article).statements
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.cue) == ("Maria Lopez", None)
    assert statement.speaker.confidence < 0.6


def test_where_nobody_is_named_nobody_is_proposed(told: Told) -> None:
    assert told("“The tide was very low that night.”") == [("The tide was very low that night.", "", "")]


def test_quotation_marks_that_only_set_words_apart_are_no_speech(told: Told) -> None:
    assert told("The “ferry” was towed off by the “Sea Lion of Port Lumen” in the evening.") == []
    assert told("She played in the film “The Low Tide of Port Lumen” last year.") == []
    assert told("There is a mark: “…” on the hull.") == []


def test_a_few_words_next_to_a_verb_of_saying_are_speech(told: Told) -> None:
    assert told("Maria Lopez called it “a disgrace”.")[0][0] == "a disgrace"
    assert told("“Never,” said Maria Lopez.")[0][::2] == ("Never,", "Maria Lopez")


def test_statements_have_their_places_in_wrapped_text(told: Told) -> None:
    article = article_of("“The tide was low,\r\nand⍽the  pier was empty,” Maria\nLopez said.".replace("⍽", "\u00a0"))
    [statement] = told.analysis(article).statements
    assert (
        article.text[statement.span.start : statement.span.end] == "The tide was low,\r\nand\u00a0the  pier was empty,"
    )
    assert statement.speaker is not None
    assert article.words_at(statement.speaker.mention) == "Maria Lopez"


def test_a_cue_inside_a_name_is_no_evidence(told: Told) -> None:
    article = article_of(
        "Ola Nyström works for Radio Intercepted Calls in London. The ministry said a clerk had translated the letter."
    )
    named = [evidence.name for evidence in told.analysis(article).evidence]
    assert "translation" in named
    assert "intercepted-communication" not in named


def test_a_summary_keeps_who_says_so(told: Told) -> None:
    article = article_of(
        "The ferry ran aground on the rocks off Port Lumen on Monday evening, the harbour office said.",
        "“The ferry ran aground on the rocks because the ferry had no pilot on board at all.”",
        "It ran aground on the rocks off Port Lumen, it was said, in the ferry's worst week.",
        "The harbour office said the ferry would be towed off the rocks on Tuesday morning.",
        "Maria Lopez said: “The ferry ran aground on rocks that every child in Port Lumen knows.”",
    )
    words = [article.words_at(sentence) for sentence in told.analysis(article).summary]
    assert words[0].startswith("The ferry ran aground")
    assert not any(sentence.startswith(("“", "It ")) for sentence in words)


def test_an_article_of_one_short_sentence_is_its_own_summary(told: Told) -> None:
    article = article_of("It is late.")
    assert [article.words_at(sentence) for sentence in told.analysis(article).summary] == ["It is late."]


def test_an_article_without_words_has_an_empty_analysis(told: Told) -> None:
    analysis = told.analysis(Article("a", "", "", "utf-8", (), ""))
    assert (analysis.sentences, analysis.statements, analysis.summary) == ((), (), ())


def test_a_very_long_paragraph_is_analysed_in_parts(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "LONGEST", 60)
    article = article_of("The ferry ran aground on Monday evening. " * 4 + "x" * 150)
    analysis = told.analysis(article)
    assert analysis.sentences[0] == Span(0, len("Ferry runs aground"))
    assert analysis.sentences[-1].end == len(article.text)
    assert all(sentence.end - sentence.start <= 60 for sentence in analysis.sentences)


def test_a_very_long_article_is_parsed_in_portions(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    article = article_of(*("The ferry ran aground on Monday evening." for _ in range(20)))
    whole = told.analysis(article)
    monkeypatch.setattr(parsing, "PORTION", 100)
    portions: list[list[str]] = []

    def pipe(nlp: Language, texts: list[str]) -> Iterator[Doc]:
        portions.append(texts)
        return map(nlp, texts)

    monkeypatch.setattr(Language, "pipe", pipe)
    assert told.analysis(article) == whole
    assert [len(texts) for texts in portions] == [3, *[2] * 9]
    assert [text for texts in portions for text in texts] == [
        article.words_at(paragraph.span) for paragraph in article.paragraphs
    ]


@settings(deadline=None, max_examples=40)
@given(st.lists(st.text("aA. “”\"'\n\t\u00a0(:,\r!F*é", min_size=1, max_size=60), max_size=4))
def test_no_text_breaks_the_analysis(paragraphs: list[str]) -> None:
    found = find_model("")
    assert isinstance(found, Model)
    article = article_of(*paragraphs)
    analysis = next(analyse([article], found, load_kinds()))
    for sentence in analysis.sentences:
        assert any(sentence in paragraph.span for paragraph in article.paragraphs)
        words = article.text[sentence.start : sentence.end]
        assert words == words.strip()


def test_neighbours_change_nothing(model: Model, kinds: Kinds, real: tuple[Article, Analysis]) -> None:
    article, alone = real
    others = [article_of("“The tide was low,” Maria Lopez said."), article, article_of("All is well.")]
    assert list(analyse(others, model, kinds))[1] == alone


def test_spacy_objects_go_no_further(real: tuple[Article, Analysis]) -> None:
    _, analysis = real
    for statement in analysis.statements:
        assert isinstance(statement, Statement)
        assert statement.speaker is None or type(statement.speaker.name) is str
    assert all(type(entity.label) is str for entity in analysis.entities)
