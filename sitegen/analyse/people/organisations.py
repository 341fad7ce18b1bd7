"""Organisations: by which name an article introduces what it then calls by letters or by one word."""

import re
from collections import defaultdict
from collections.abc import Iterator

from sitegen.analyse.people.leaves import Leaf, Leaves

_LETTERS = re.compile(r"(?<=\w) \((?P<letters>[A-Z][A-Z&.]*[A-Z])\)")
_LINKS = frozenset({"of", "for", "and", "the", "on", "in", "&", "de", "to"})
_SHORT = 2
"""Words of a name whose last one alone does not mean it: the House is not the White House."""
_NO_ORGANISATIONS = frozenset({"PERSON", "GPE", "NORP", "DATE"})
_OWNER = re.compile(r"^.*\w['’]s? (?=[A-Z])")


class Organisations:
    """The organisations of one article."""

    def __init__(self, leaves: Leaves) -> None:
        self._full: dict[str, str] = {}
        for leaf in leaves:
            for name, letters in _introduced(leaf):
                shown = f"{name} ({letters})"
                for form in (name, letters, shown):
                    self._full.setdefault(form.casefold(), shown)
        heads: dict[str, set[str]] = defaultdict(set)
        for leaf in leaves:
            for name in _named(leaf):
                heads[_head(name)].add(self.full(name) or name)
        self._heads = {head: next(iter(names)) for head, names in heads.items() if len(names) == 1}

    def full(self, words: str) -> str:
        """Return the full name for letters, a name, or "the" with the noun of one; "" where they are none of these."""
        bare = words.removeprefix("the ").removeprefix("The ")
        known = self._full.get(bare.casefold()) or self._full.get(_OWNER.sub("", bare).casefold())
        if known is None and bare != words and " " not in bare and bare[:1].isupper():
            known = self._heads.get(bare)
        return known or ""


def _introduced(leaf: Leaf) -> Iterator[tuple[str, str]]:
    """Yield names that are followed by their letters in brackets."""
    text, doc = leaf.parse.piece.text, leaf.parse.doc
    if "(" not in text:
        return
    for found in _LETTERS.finditer(text):
        before = doc.char_span(0, found.start(), alignment_mode="contract")
        if before is None or before[-1].ent_type_ in _NO_ORGANISATIONS:
            continue
        start = len(before)
        while start and (_is_capital(doc[start - 1].text) or doc[start - 1].lower_ in _LINKS):
            start -= 1
        while start < len(before) and doc[start].lower_ in _LINKS:
            start += 1
        if len(before) - start > 1:
            yield doc[start : len(before)].text, found["letters"]


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _named(leaf: Leaf) -> Iterator[str]:
    """Yield the names of organisations that have more than two words."""
    for start, end, label in leaf.entities:
        if label == "ORG" and end - start > _SHORT:
            name = _OWNER.sub("", leaf.parse.doc[start:end].text).removeprefix("the ").removeprefix("The ")
            if len(name.split()) > _SHORT:
                yield name


def _head(name: str) -> str:
    """Return the noun of a name: "Observatory" of "Syrian Observatory for Human Rights"."""
    words = name.split()
    end = next((place for place, word in enumerate(words) if word in _LINKS and place), len(words))
    return words[end - 1]
