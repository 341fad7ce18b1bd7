"""Read stage: files on disk -> seeds, articles, annotations, shared sources and people's own pages."""

from sitegen.read.annotations import read_annotations, read_shared
from sitegen.read.article import read_article
from sitegen.read.decoding import Bytes, file_bytes
from sitegen.read.pages import page_files, read_page
from sitegen.read.seeds import find_seeds

__all__ = [
    "Bytes",
    "file_bytes",
    "find_seeds",
    "page_files",
    "read_annotations",
    "read_article",
    "read_page",
    "read_shared",
]
