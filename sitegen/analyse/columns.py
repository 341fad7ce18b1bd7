"""Columns: a paragraph's tokens as plain lists, since spaCy's attributes are slow to ask for one by one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ASKED = ("ORTH", "TAG", "DEP", "ENT_TYPE")


@dataclass(frozen=True, slots=True)
class Columns:
    """What is asked of tokens, by their number in the paragraph."""

    texts: list[str]
    lowers: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    """The token that each hangs on; its own number where it hangs on none."""
    names: list[str]
    """The kind of name that each belongs to (PERSON, ORG …), "" where it belongs to none."""
    children: list[list[int]]

    def child(self, at: int, deps: tuple[str, ...]) -> int | None:
        """Return the first token that hangs on another in one of these ways."""
        return next((child for child in self.children[at] if self.deps[child] in deps), None)

    def is_verb(self, at: int) -> bool:
        """Say whether a token is a verb, in whatever form."""
        return self.tags[at][:2] == "VB"


def columns_of(doc: "Doc") -> Columns:
    """Ask every token of a paragraph at once."""
    texts, tags, deps, names = (_words(doc, name) for name in _ASKED)
    heads = [at + away for at, away in enumerate(doc.to_array("HEAD").astype("int64").tolist())]
    children: list[list[int]] = [[] for _ in heads]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    return Columns(texts, [text.lower() for text in texts], tags, deps, heads, names, children)


def _words(doc: "Doc", name: str) -> list[str]:
    """Return what all tokens say to one attribute; each answer is looked up once."""
    numbers: list[int] = doc.to_array(name).tolist()
    strings = doc.vocab.strings
    words = {number: strings[number] if number else "" for number in set(numbers)}
    return [words[number] for number in numbers]


def starts_of(doc: "Doc") -> list[int]:
    """Return the characters at which the tokens of a paragraph start."""
    starts: list[int] = doc.to_array("IDX").tolist()
    return starts
