"""Naming: from the noun that does something to the name of who that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sitegen.analyse.parsing import Parse
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import Statement
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset({"det", "amod", "compound", "nmod", "poss", "case", "nummod", "quantmod", "predet", "nounmod"})
_AFTER = frozenset({"prep", "case"})
_FIRST = frozenset({"i", "we", "us"})
_SINGULAR = frozenset({"he", "she", "him", "her"})
_PRONOUNS = _FIRST | _SINGULAR | {"it", "they", "them", "this", "that", "which", "who", "one", "those", "these", "none"}
_ARTICLES = ("The ", "A ", "An ")
_LONGEST = 12
"""Tokens of a name on either side of its noun."""


@dataclass(frozen=True, slots=True)
class Place:
    """A parsed paragraph of a reading, and what is said in the article."""

    reading: Reading
    parse: Parse
    said: Sequence[Statement]

    def span(self, first: "Token", last: "Token") -> Span:
        """Return the span in the article from one token to another, both included."""
        return self.parse.span_of(first, last)

    def sentence(self, token: "Token") -> Span:
        """Return the sentence that a token stands in."""
        sentence = token.sent
        text = sentence.text.rstrip()
        return self.parse.piece.span_of(sentence.start_char, sentence.start_char + len(text))

    def quoted_in(self, token: "Token") -> Statement | None:
        """Return the direct statement that a token is part of."""
        place = self.span(token, token)
        return next((each for each in self.said if each.direct and place in each.span), None)

    def name(self, noun: "Token | None") -> str:
        """Return who a noun names, "" where that is not sure."""
        if noun is None or noun.tag_ in ("EX", "WP", "WDT"):
            return ""
        if noun.lower_ not in _PRONOUNS:
            return self._named(noun)
        if noun.lower_ in _FIRST:
            return self._speaker(noun)
        other = _reporter(noun)
        if other is not None and other.lower_ not in _PRONOUNS:
            return self._named(other)
        return self._person(noun) if noun.lower_ in _SINGULAR else ""

    def _named(self, noun: "Token") -> str:
        words = phrase(noun)
        mention = self.span(words[0], words[-1])
        if any(word.ent_type_ == "PERSON" for word in words) and noun.ent_type_ == "PERSON":
            return self.reading.people.speaker(mention, 1.0).name
        text = self.reading.article.words_at(mention)
        return text[0].lower() + text[1:] if text.startswith(_ARTICLES) else text

    def _person(self, pronoun: "Token") -> str:
        name = self.reading.people.speaker(self.span(pronoun, pronoun), 1.0).name
        return "" if name.casefold() == pronoun.lower_ else name

    def _speaker(self, pronoun: "Token") -> str:
        """Return who says "we", where that is quoted; elsewhere it is the publisher, whom no words name."""
        quoted = self.quoted_in(pronoun)
        return quoted.speaker.name if quoted and quoted.speaker else ""


def phrase(noun: "Token") -> list["Token"]:
    """Return the words around a noun that belong to it, without clauses, appositions, or "'s" behind it."""
    doc, first, last = noun.doc, noun.i, noun.i
    left = min([child.left_edge.i for child in noun.lefts if child.dep_ in _INSIDE], default=noun.i)
    while first > max(left, noun.i - _LONGEST) and not _parts(doc[first - 1]):
        first -= 1
    right = max([_joined(noun), *(child.right_edge.i for child in noun.rights if child.dep_ in _AFTER)])
    while last < min(right, noun.i + _LONGEST) and not _parts(doc[last + 1]):
        last += 1
    return [doc[place] for place in range(first, last + 1)]


def _joined(noun: "Token") -> int:
    """Return where a name such as "Hollis & Crane" ends."""
    joins = any(child.text == "&" for child in noun.rights)
    return max([noun.i, *(child.i for child in noun.rights if joins and child.dep_ == "conj")])


def _parts(token: "Token") -> bool:
    """Say whether a name ends before a token: at a mark, a clause, or the end of what it owns."""
    return (token.is_punct and token.text not in "-–'’.") or token.dep_ in ("relcl", "agent") or token.tag_ == "SP"


def _reporter(pronoun: "Token") -> "Token | None":
    """Return who says the clause that a pronoun is the subject of: "officials said they could not confirm it"."""
    verb = pronoun.head
    while verb.dep_ in ("conj", "xcomp", "advcl", "acomp"):
        verb = verb.head
    if verb.dep_ != "ccomp":
        return None
    return next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
