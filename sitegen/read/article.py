"""Read an article as people keep it: pasted as text, or as a saved web page."""

from collections.abc import Mapping

from sitegen.model.article import Article, Seed
from sitegen.problems import Problem
from sitegen.read.decoding import Files, read_text
from sitegen.read.paragraphs import find_lacks, understand
from sitegen.read.seeds import is_page

__all__ = ["read_article", "understand"]


def read_article(files: Files, seed: Seed, zones: Mapping[str, str]) -> tuple[Article | None, list[Problem]]:
    """Read a seed's article; `zones` says what the project takes abbreviations for ({"IST": "+05:30"})."""
    if is_page(seed.article):
        from sitegen.read.web import read_saved  # noqa: PLC0415  (trafilatura takes half a second to import)

        return read_saved(files, seed.article, zones)
    decoded, problems = read_text(files, seed.article)
    if decoded is None:
        return None, problems
    article = understand(decoded, seed.article, zones)
    return article, find_lacks(article)
