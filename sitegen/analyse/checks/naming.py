"""Naming: from the noun that does something to the name of who that is."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

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
_NOBODY_KNOWN = frozenset({"evidence", "someone", "somebody", "anyone", "nobody", "neither"})
_ARTICLES = ("The ", "A ", "An ")
_LONGEST = 12
"""Tokens of a name on either side of its noun."""


class Place(Struct, frozen=True):
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
        if noun.lower_ in _NOBODY_KNOWN:
            return ""
        if noun.lower_ not in _PRONOUNS:
            return self._named(noun)
        if noun.lower_ in _FIRST:
            return self._speaker(noun)
        person = self._person(noun) if noun.lower_ in _SINGULAR else ""
        other = _reporter(noun)
        if other is None or other.lower_ in _PRONOUNS or not _agrees(noun, other):
            return person
        new = any(child.lower_ in ("a", "an") for child in other.lefts)
        return person if person and not new and other.tag_ == "NN" else self._named(other)

    def _named(self, noun: "Token") -> str:
        if noun.ent_type_ == "PERSON":
            own = next(words for words in noun.doc.ents if words.start <= noun.i < words.end)
            return self.reading.people.speaker(self.span(own[0], own[-1]), 1.0).name
        words = phrase(noun)
        return _in_sentence(self.reading.article.words_at(self.span(words[0], words[-1])))

    def _person(self, pronoun: "Token") -> str:
        name = self.reading.people.speaker(self.span(pronoun, pronoun), 1.0).name
        return "" if name.casefold() == pronoun.lower_ else _in_sentence(name)

    def _speaker(self, pronoun: "Token") -> str:
        """Return who says "we", where that is quoted; elsewhere it is the publisher, whom no words name."""
        quoted = self.quoted_in(pronoun)
        return _in_sentence(quoted.speaker.name) if quoted and quoted.speaker else ""


def _in_sentence(name: str) -> str:
    """Return a name as it stands inside a sentence: "the ministry"; without what a list of events puts before it."""
    name = name.rpartition(" - ")[2].removeprefix("Neither ")
    return name[0].lower() + name[1:] if name.startswith(_ARTICLES) else name


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


def _agrees(pronoun: "Token", noun: "Token") -> bool:
    """Say whether a pronoun can stand for a noun, by number."""
    plural = noun.tag_ in ("NNS", "NNPS")
    return pronoun.lower_ not in (_SINGULAR | {"it"} if plural else frozenset())


def _reporter(pronoun: "Token") -> "Token | None":
    """Return who says the clause that a pronoun is the subject of, or is the subject of the clause that it goes on.

    "Officials said they could not confirm it"; "an official said so, but he could not confirm it".
    """
    verb = pronoun.head
    while verb.dep_ in ("xcomp", "advcl", "acomp"):
        verb = verb.head
    if verb.dep_ not in ("ccomp", "conj"):
        return None
    subject = next((child for child in verb.head.children if child.dep_ == "nsubj"), None)
    if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and (subject is None or subject.lower_ in _PRONOUNS):
        return next((child for child in verb.head.head.children if child.dep_ == "nsubj"), None)
    return subject
