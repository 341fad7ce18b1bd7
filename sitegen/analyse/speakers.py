"""Speakers: from the noun that names who said something to all the words that do."""

from typing import TYPE_CHECKING

from sitegen.analyse.cues import VERBS
from sitegen.analyse.lines import Line
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

# Dependency labels of spaCy's English models: https://spacy.io/models/en.
_INSIDE = ("prep", "poss", "compound", "amod", "det", "nummod", "nmod", "appos")
_HYPHENS = ("-", "‑", "–")
_REACH = 8
"""Tokens of a mention on either side of its noun."""


def mention_of(line: Line, head: int, verb: int) -> Span:
    """Return the words around a noun that name the speaker, short of their verb (-1: none), marks and quotations."""
    doc = line.parse.doc
    noun, first, last = doc[head], head, head
    while first > max(noun.left_edge.i, head - _REACH) and _belongs(line, doc[first - 1], verb):
        first -= 1
    right = max([head, *(child.right_edge.i for child in noun.rights if child.dep_ in _INSIDE)])
    while last < min(right, head + _REACH) and _belongs(line, doc[last + 1], verb):
        last += 1
    return line.parse.span_of(doc[first], doc[last])


def _belongs(line: Line, token: "Token", verb: int) -> bool:
    is_cue = token.lower_ in VERBS and token.tag_.startswith("VB")
    is_mark = token.is_punct and not _joins(token)
    return not (token.i == verb or is_mark or is_cue or line.is_quoted(token))


def _joins(token: "Token") -> bool:
    """Say whether a hyphen stands between the parts of one name ("Okon-Vell"), without a space on either side."""
    return token.text in _HYPHENS and token.i > 0 and not (token.whitespace_ or token.doc[token.i - 1].whitespace_)
