"""Saved web pages -> what they say: article, authors, dates, publisher, told apart by stated rules.

Charset turns bytes into text, tree that into elements, declared reads what is meant for machines, and near what
stands by the headline. On these stand titles, authors, dates and outlet; body finds the story, captions and leftovers
put it in order. Reading makes a page of it all, text what stands for the page, places where that is in the file;
saved makes the article.
"""

from sitegen.read.web.charset import decode_page
from sitegen.read.web.saved import read_saved, understand_page

__all__ = ["decode_page", "read_saved", "understand_page"]
