"""Read stage: files on disk -> seeds, articles, annotations, shared sources and people's own pages."""

from sitegen.read.article import read_article
from sitegen.read.seeds import find_seeds

__all__ = ["find_seeds", "read_article"]
