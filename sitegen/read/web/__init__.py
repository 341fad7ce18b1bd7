"""Saved web pages -> what they say: article, authors, dates, publisher, told apart by stated rules."""

from sitegen.read.web.charset import decode_page
from sitegen.read.web.page import Block, Fault, Page, Piece
from sitegen.read.web.reading import read_page
from sitegen.read.web.saved import article_of, read_saved
from sitegen.read.web.text import text_of

__all__ = ["Block", "Fault", "Page", "Piece", "article_of", "decode_page", "read_page", "read_saved", "text_of"]
