"""Headline: its quoted or asserted words, and where the body says them, by whom and of whom.

Words gives the roots of words, named whom they are about; claims are what the headline says, echoes where the body
says the same.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from sitegen.analyse.headline.claims import Claim, claims_of
from sitegen.analyse.headline.echoes import Body, Echo
from sitegen.analyse.headline.named import NOBODY, Named, is_another, named_at, subject_of
from sitegen.analyse.headline.words import roots_of
from sitegen.analyse.lines import lines_of
from sitegen.analyse.reading import Reading
from sitegen.model.analysis import HeadlineClaim, Speaker, Statement
from sitegen.model.article import Role

_SENTENCE = 40
"""Tokens within which a sentence of the body says what the headline asserts."""
_HALF = 0.6
"""Share of the headline's words, subject included, that such a sentence has."""


class _Found(Struct, frozen=True):
    """Words of the body that say what the headline says."""

    echo: Echo
    of: Named
    by: Speaker | None


def find_headline(reading: Reading, said: Sequence[Statement]) -> Iterator[HeadlineClaim]:
    """Yield what the headline quotes or asserts, each with the place where the body says it.

    That is a place that says it of the same if there is one, then one that says it of somebody else, then any. Of what
    the headline asserts, it is a place where the article says so in its own name, if there is one; other words may say
    the same, so an assertion that is found nowhere is left out.
    """
    heads = [parse for parse in reading.parses if parse.piece.role is Role.HEADLINE]
    marked = [each for each in reading.quotations if not each.depth]
    body = Body([parse for parse in reading.parses if parse.piece.role is Role.BODY])
    title = frozenset(roots_of(_words(reading.article.headline)))
    for line in lines_of(heads, marked):
        for claim in claims_of(reading, line):
            found = [_found(reading, claim, echo, said) for echo in _echoes(body, claim)]
            if found or claim.quoted:
                yield _judged(claim, found, title)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _echoes(body: Body, claim: Claim) -> Iterator[Echo]:
    if claim.quoted:
        return body.echoes(claim.roots)
    return (
        echo
        for echo in body.echoes(claim.roots | claim.of.roots, _SENTENCE, _HALF)
        if claim.of.roots & set(echo.words) and claim.roots & set(echo.words) and echo.is_one_sentence
    )


def _found(reading: Reading, claim: Claim, echo: Echo, said: Sequence[Statement]) -> _Found:
    speaker = _speaker(claim, echo, said)
    if not claim.says_of or not claim.quoted:
        return _Found(echo, NOBODY, speaker)
    return _Found(echo, named_at(reading, echo.parse, subject_of(echo.token), speaker), speaker)


def _speaker(claim: Claim, echo: Echo, said: Sequence[Statement]) -> Speaker | None:
    """Return the speaker of the smallest statement that holds most of what is claimed."""
    span = echo.span
    near = [each for each in said if each.speaker and each.span.start < span.end and span.start < each.span.end]
    holding = [each for each in near if echo.is_said_in(each.span, claim.roots)]
    smallest = min(holding, key=lambda each: (each.span.end - each.span.start, each.span), default=None)
    return smallest.speaker if smallest else None


def _judged(claim: Claim, found: Sequence[_Found], headline: frozenset[str]) -> HeadlineClaim:
    """Return the claim with the place that speaks most for it, if there is one."""
    best = min(found, key=lambda each: _doubt(claim, each, headline), default=None)
    if best is None:
        return HeadlineClaim(claim.words, claim.quoted, claim.of.text)
    another = claim.quoted and is_another(claim.of, best.of)
    return HeadlineClaim(
        claim.words, claim.quoted, claim.of.text, best.echo.span, best.of.text, best.by, of_another=another
    )


def _doubt(claim: Claim, found: _Found, headline: frozenset[str]) -> tuple[int, int, bool, int]:
    """Return how little a place speaks for the claim: of whom, in how many words, by somebody not named, and where."""
    is_named = found.by is not None and not headline.isdisjoint(roots_of(_words(found.by.name)))
    if not claim.quoted:
        doubt = int(found.by is not None)
    elif claim.of.roots & found.of.roots:
        doubt = 0
    else:
        doubt = 1 if is_another(claim.of, found.of) else 2
    return doubt, -len(found.echo.found), not is_named, found.echo.span.start
