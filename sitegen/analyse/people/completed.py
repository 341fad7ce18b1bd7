"""Completion: "the second", after "the first soldier", is the second soldier."""

from sitegen.analyse.people.leaves import Leaf, Leaves
from sitegen.analyse.people.roles import NOUNS

_ALONE = frozenset(
    {"first", "second", "third", "fourth", "fifth", "other", "another", "the first", "the second", "the third"}
    | {"the fourth", "the fifth", "the other", "one"}
)
_PLURALS = {"men": "man", "women": "woman", "policemen": "policeman", "firemen": "fireman", "children": "child"}
_REACH = 3
"""Paragraphs back in which the noun is looked for."""


def completed(words: str, leaves: Leaves, number: int, token: int) -> str:
    """Return words that lack their noun with it, found before a token of a paragraph; "" where nothing is lacking."""
    if words.casefold() not in _ALONE:
        return ""
    for place in range(number, max(number - _REACH, -1), -1):
        leaf = leaves[place]
        if noun := _last_noun(leaf, token if place == number else len(leaf.words)):
            return f"{words} {noun}"
    return ""


def _last_noun(leaf: Leaf, end: int) -> str:
    """Return the last noun for people before a token, outside quotations, in the singular."""
    for place in range(end - 1, -1, -1):
        word = leaf.words[place]
        noun = _PLURALS.get(word) or (word if word in NOUNS else word.removesuffix("s"))
        if noun in NOUNS and leaf.parse.doc[place].tag_ in ("NN", "NNS") and not leaf.is_quoted(place):
            return noun
    return ""
