"""Analyse stage: articles -> what software proposes about them. The one home of spaCy, whose objects end here."""

from collections.abc import Iterable, Iterator

from sitegen.analyse.evidence import find_evidence
from sitegen.analyse.model import Model, find_model, load
from sitegen.analyse.names import find_entities
from sitegen.analyse.parsing import Parse, parse
from sitegen.analyse.speech import find_statements
from sitegen.analyse.summary import summarise
from sitegen.cache import code_version, key_of
from sitegen.kinds import Kinds
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article

__all__ = ["Model", "analyse", "analysis_key", "find_model"]

_CODE = ("analyse", "kinds.py", "model/analysis.py", "model/article.py", "model/folding.py", "model/quotations.py")
"""The sources that an analysis follows from."""


def analyse(articles: Iterable[Article], model: Model, kinds: Kinds) -> Iterator[Analysis]:
    """Yield an analysis an article, in order."""
    for article in articles:
        # What spaCy keeps of the words it meets would otherwise grow with every article.
        with load(model.package).memory_zone():
            analysis = _analyse(article, parse(article, model.package), str(model), kinds)
        yield analysis


def _analyse(article: Article, parses: list[Parse], model: str, kinds: Kinds) -> Analysis:
    statements = tuple(find_statements(article, parses))
    return Analysis(
        model=model,
        sentences=tuple(sentence for parse in parses for sentence in parse.sentences()),
        entities=tuple(find_entities(parses)),
        statements=statements,
        evidence=tuple(find_evidence(parses, kinds)),
        summary=summarise(article, parses, statements),
    )


def analysis_key(article: Article, model: Model, kinds: Kinds) -> str:
    """Return a name for everything that an analysis follows from."""
    return key_of(article.text, article.paragraphs, model, kinds.fingerprint, code_version(*_CODE))
