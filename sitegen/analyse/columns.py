"""Columns: a paragraph's tokens as plain lists, since spaCy's attributes are slow to ask for one by one."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


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
    """Ask every token of a paragraph once."""
    rows = [(token.text, token.tag_, token.dep_, token.head.i, token.ent_type_) for token in doc]
    texts, tags, deps, heads, names = (list(column) for column in zip(*rows, strict=True)) if rows else ([],) * 5
    children: list[list[int]] = [[] for _ in rows]
    for number, head in enumerate(heads):
        if head != number:
            children[head].append(number)
    return Columns(texts, [text.lower() for text in texts], tags, deps, heads, names, children)
