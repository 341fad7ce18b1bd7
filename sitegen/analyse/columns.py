"""Columns: a paragraph's tokens as plain lists, since spaCy's attributes are slow to ask for one by one."""

from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_ASKED = ("IDX", "LENGTH", "TAG", "DEP", "ENT_TYPE", "HEAD", "SENT_START")
_NUMBERS = 1 << 64
"""How many numbers spaCy has for texts; what it gives as signed is off by that."""


class Columns(Struct, frozen=True, dict=True):
    """What is asked of tokens, by their number in the paragraph."""

    texts: list[str]
    lowers: list[str]
    tags: list[str]
    """Penn Treebank part-of-speech tags."""
    deps: list[str]
    """Dependency labels of spaCy's English models."""
    names: list[str]
    """The kind of name that each belongs to (PERSON, ORG …), "" where it belongs to none."""
    heads: list[int]
    """The token that each hangs on; its own number where it hangs on none."""
    starts: list[int]
    """In characters of the paragraph."""
    openings: list[int]
    """The tokens with which sentences begin."""

    @cached_property
    def children(self) -> list[tuple[int, ...]]:
        """The tokens that hang on each, in order."""
        found: list[tuple[int, ...]] = [()] * len(self.heads)
        for number, head in enumerate(self.heads):
            if head != number:
                found[head] = (*found[head], number)
        return found

    @cached_property
    def firsts(self) -> list[int]:
        """The first token of each token's subtree."""
        heads = self.heads
        found = list(range(len(heads)))
        for token, parent in enumerate(heads):
            head = parent
            while token < found[head]:
                found[head], head = token, heads[head]
        return found

    @cached_property
    def lasts(self) -> list[int]:
        """The last token of each token's subtree."""
        heads = self.heads
        found = list(range(len(heads)))
        for token in range(len(heads) - 1, -1, -1):
            head = heads[token]
            while token > found[head]:
                found[head], head = token, heads[head]
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """The first and the last token of each sentence."""
        return [(first, end - 1) for first, end in pairwise((*self.openings, len(self.texts)))]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return the first and the last token of a token's sentence."""
        return self.sentences[bisect_right(self.openings, at) - 1]

    def place(self, first: int, last: int) -> tuple[int, int]:
        """Return from which character to before which the tokens from one to another stand, both included."""
        return self.starts[first], self.starts[last] + len(self.texts[last])

    def child(self, at: int, *deps: str) -> int | None:
        """Return the first token that hangs on another in one of these ways."""
        for child in self.children[at]:
            if self.deps[child] in deps:
                return child
        return None

    def is_verb(self, at: int) -> bool:
        """Say whether a token is a verb, in whatever form."""
        return self.tags[at][:2] == "VB"


class Labels(dict[int, str]):
    """What spaCy's numbers for labels say; there are few, and looking one up takes spaCy long."""

    def __init__(self, strings: "StringStore") -> None:
        super().__init__()
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = label = self._strings[number % _NUMBERS]
        return label


def columns_of(doc: "Doc", text: str, labels: Labels) -> Columns:
    """Ask every token of a paragraph at once."""
    starts, lengths, tags, deps, names, offsets, opens = doc.to_array([*_ASKED]).astype("int64").T.tolist()
    texts = [text[start : start + length] for start, length in zip(starts, lengths, strict=True)]
    return Columns(
        texts=texts,
        lowers=[text.lower() for text in texts],
        tags=[labels[number] for number in tags],
        deps=[labels[number] for number in deps],
        names=[labels[number] for number in names],
        heads=[at + offset for at, offset in enumerate(offsets)],
        starts=starts,
        openings=[at for at, opening in enumerate(opens) if opening == 1 or not at],
    )
