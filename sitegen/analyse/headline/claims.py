"""Claims: what a headline quotes, and what it asserts in its own name."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.analyse.cues import VERBS
from sitegen.analyse.headline.named import NOBODY, Named, named_at, named_before, subject_of
from sitegen.analyse.headline.words import roots_of
from sitegen.analyse.lines import Line
from sitegen.analyse.reading import Reading
from sitegen.model.article import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 25
"""Words of a headline; what stands first in an article and is longer is its lead."""
_HEDGING = """
accused according alleged allegedly apparent apparently audio call claim claims could footage if intercept intercepted
may might purported purportedly recording report reported reportedly reports supposed supposedly suspected tape video
whether would
"""
_HEDGES = frozenset(_HEDGING.split())
"""Words by which a headline leaves open whether it is so, or says on what it rests."""


class Claim(Struct, frozen=True):
    """Something that the headline says."""

    words: Span
    roots: frozenset[str]
    quoted: bool
    of: Named = NOBODY
    says_of: bool = False
    """Whether the words say something of whoever stands before them: "losing his grip"."""


def claims_of(reading: Reading, line: Line) -> Iterator[Claim]:
    """Yield what the headline quotes, then what it asserts; nothing of a lead that stands in its place."""
    if len(line.parse.piece.text.split()) > _LONGEST:
        return
    for number, stretch in enumerate(line.stretches):
        tokens = [token for token in line.parse.doc[stretch.first : stretch.end] if not token.is_punct]
        if tokens:
            yield _quoted(reading, line, number, tokens)
    for sentence in line.parse.doc.sents:
        tokens = list(sentence)
        if not any(map(line.is_quoted, tokens)) and not _leaves_open(tokens):
            yield from _asserted(reading, line, sentence.root)


def _quoted(reading: Reading, line: Line, number: int, tokens: Sequence["Token"]) -> Claim:
    words = line.stretches[number].quotation.inner
    roots = frozenset(roots_of(token.lower_ for token in tokens))
    if not _is_predicate(tokens):
        return Claim(words, roots, quoted=True)
    before = line.before(number)[::-1]
    own = next((child for child in tokens[0].children if child.dep_ in ("nsubj", "nsubjpass")), None)
    of = named_before(reading, before)
    if not of.text and own is not None and own in before:
        of = named_at(reading, line.parse, own, None)
    return Claim(words, roots, quoted=True, of=of, says_of=True)


def _is_predicate(tokens: Sequence["Token"]) -> bool:
    """Say whether words begin with a verb, as those do that say something of whoever stands before them."""
    first = tokens[1] if tokens[0].tag_ == "RB" and len(tokens) > 1 else tokens[0]
    return first.tag_ in ("VBG", "VBD", "VBZ", "VBN", "VBP")


def _leaves_open(tokens: Sequence["Token"]) -> bool:
    """Say whether a headline asks, hedges, or says who says so."""
    return any(token.text in ("?", ":") or token.lower_ in _HEDGES or token.lower_ in VERBS for token in tokens)


def _asserted(reading: Reading, line: Line, verb: "Token") -> Iterator[Claim]:
    """Yield what a sentence says of its subject, where it has both and an object besides."""
    subject = subject_of(verb)
    if not verb.tag_.startswith("VB") or subject is None or subject.i > verb.i or subject.head != verb:
        return
    rest = [token for token in verb.subtree if token.i >= verb.i and not token.is_punct]
    roots = frozenset(roots_of(token.lower_ for token in rest))
    of = named_at(reading, line.parse, subject, None)
    if len(roots) > 1 and of.roots:
        yield Claim(line.parse.span_of(rest[0], rest[-1]), roots, quoted=False, of=of, says_of=True)
