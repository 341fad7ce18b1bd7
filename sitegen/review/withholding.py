"""Withheld words: they stand somewhere, or a slip of the pen prints what was to be hidden; and in no address."""

from collections.abc import Iterable, Iterator

from sitegen.model.annotations import Annotations, Quote
from sitegen.model.withholding import pattern_of, withheld_phrases
from sitegen.problems import Kind, Location, Problem
from sitegen.review.case import Case


def find_withheld(case: Case) -> Iterator[Problem]:
    """Report words to be withheld that stand nowhere, and those that stand where no mask can hide them."""
    typed = list(_typed(case.annotations))
    for quote in case.annotations.quotes:
        yield from (_not_found(quote, phrase) for phrase in quote.withhold if not _stands(phrase, typed))
    pattern = pattern_of(withheld_phrases(case.annotations))
    if pattern is None:
        return
    for what, text, at in _addresses(case):
        if pattern.search(text):
            message = f"{what} holds words that are to be withheld, and no mask can hide them there"
            yield Problem(at, Kind.WITHHELD_IN_ADDRESS, message, _hint(what))


def _not_found(quote: Quote, phrase: str) -> Problem:
    message = f"“{phrase}” is to be withheld but stands neither in a quote nor in anything that you wrote"
    return Problem(quote.at.of("withhold"), Kind.WITHHELD_NOT_FOUND, message, "copy the words from where they stand")


def _stands(phrase: str, texts: Iterable[str]) -> bool:
    pattern = pattern_of([phrase])
    return pattern is not None and any(pattern.search(text) for text in texts)


def _typed(annotations: Annotations) -> Iterator[str]:
    """Yield the texts of an annotation file that a brief prints, as they were typed."""
    yield from (annotations.summary, annotations.about.title, annotations.facts.title)
    for quote in annotations.quotes:
        yield from (" ".join(quote.parts), quote.says)
    for source in annotations.sources:
        yield from (source.name, *source.also, source.note, source.interest)
    for gap in annotations.gaps:
        yield from (gap.question, gap.passage)
    for caveat in annotations.caveats:
        yield from (caveat.text, caveat.passage)


def _addresses(case: Case) -> Iterator[tuple[str, str, Location]]:
    """Yield what leads to the brief and into it: name, text and place of each."""
    annotations, about = case.annotations, case.annotations.about
    yield "the slug", case.brief.slug, annotations.at.of("brief")
    yield "the address of the article", annotations.facts.url, annotations.at.of("url")
    yield "the address of the lasting copy", annotations.facts.archive, annotations.at.of("archive")
    for text in (*about.aliases, *about.tags):
        yield "a tag or an alias", text, annotations.at.of("brief")
    for quote in annotations.quotes:
        yield "the id of a quote", quote.id, quote.at.of("id")
    for source in annotations.sources:
        yield "the id of a source", source.id, source.at.here


def _hint(what: str) -> str:
    """Say what to do, where that is sure."""
    if what == "the slug":
        return "give the brief a `slug:` of its own, or rename the files of the article"
    return "leave it out" if what.startswith("the address") else "choose another"
