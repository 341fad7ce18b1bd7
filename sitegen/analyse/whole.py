"""The analysis of an article as a whole: each part looks at the one reading of it."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from sitegen.analyse.caveats import find_caveats
from sitegen.analyse.chains import find_chains
from sitegen.analyse.checks import find_answers, find_checks, find_open_questions
from sitegen.analyse.evidence import find_evidence
from sitegen.analyse.headline import find_headline
from sitegen.analyse.model import Model, load, words_kept
from sitegen.analyse.names import find_entities
from sitegen.analyse.parsing import parse
from sitegen.analyse.reading import Reading
from sitegen.analyse.reports import find_reports
from sitegen.analyse.speech import find_statements
from sitegen.analyse.summary import summarise
from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article


def analyse_all(articles: Iterable[Article], model: Model, kinds: Kinds) -> Iterator[Analysis]:
    """Yield an analysis an article, in order."""
    for article in articles:
        with words_kept(load(model.package)):
            analysis = _analyse(Reading(article, parse(article, model.package), kinds), str(model))
        yield analysis


def _analyse(reading: Reading, model: str) -> Analysis:
    statements = tuple(find_statements(reading))
    reports = tuple(find_reports(reading, statements))
    said = sorted((*statements, *reports), key=lambda statement: statement.span)
    evidence = tuple(find_evidence(reading))
    sentences = tuple(sentence for parse in reading.parses for sentence in parse.sentences())
    summary = summarise(reading, sentences, said, evidence)
    found = Analysis(
        model=model,
        sentences=sentences,
        entities=tuple(find_entities(reading.parses)),
        statements=statements,
        reports=reports,
        chains=tuple(find_chains(reading, said, evidence)),
        checks=tuple(find_checks(reading, said)),
        answers=tuple(find_answers(reading, said)),
        open_questions=tuple(find_open_questions(reading, said)),
        headline=tuple(find_headline(reading, said)),
        evidence=evidence,
        main_evidence=summary.main_evidence,
        summary=summary.sentences,
    )
    return replace(found, caveats=tuple(find_caveats(reading, found)))
