"""Saved web pages -> what they say: article, authors, dates, publisher, told apart by stated rules."""

from sitegen.read.web.charset import decode_page
from sitegen.read.web.saved import read_saved, understand_page

__all__ = ["decode_page", "read_saved", "understand_page"]
