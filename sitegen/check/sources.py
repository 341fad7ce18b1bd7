"""Rule 2: every name leads to a source, and every source to the publisher, in no circle."""

from collections.abc import Iterator

from sitegen.check.case import Case
from sitegen.check.names import slipped_source, unknown_source
from sitegen.model.annotations import Quote, Source
from sitegen.model.graph import MANY
from sitegen.problems import Kind, Problem


def check_sources(case: Case) -> Iterator[Problem]:
    """Yield what is wrong with the publisher, the sources and the ways that lead to them."""
    yield from _judge_publisher(case)
    for source in case.annotations.sources:
        yield from _judge_source(case, source)
    for circle in case.graph.circles:
        yield _circular(case, circle)
    for quote in case.annotations.quotes:
        yield from _judge_quote(case, quote)


def name_of(case: Case, id_: str) -> str:
    """Return the name of a source, in quotation marks."""
    source = case.graph.sources.get(id_)
    return f"“{source.name if source else id_}”"


def _judge_publisher(case: Case) -> Iterator[Problem]:
    publisher, at = case.annotations.facts.publisher, case.annotations.at
    if not publisher:
        message = "the annotation file does not say who published the article"
        yield Problem(at.here, Kind.PUBLISHER_MISSING, message, "add a line `publisher:` with its name")
    elif publisher not in case.graph.sources:
        yield unknown_source(case.annotations, publisher, at.of("publisher"))


def _judge_source(case: Case, source: Source) -> Iterator[Problem]:
    for hop in source.hops:
        if hop.source not in case.graph.sources:
            yield unknown_source(case.annotations, hop.source, source.at.of("from"))
        elif hop.source == case.graph.publisher:
            yield _turned_round(case, source)
    if source.reliability and not source.reason:
        message = f"the reliability {source.reliability} of “{source.name}” needs a reason"
        yield Problem(source.at.of("reliability"), Kind.REASON_MISSING, message, "add `reason:`")


def _turned_round(case: Case, source: Source) -> Problem:
    """Return the problem of a source that is `from` the publisher, with whom every chain begins."""
    publisher = name_of(case, case.graph.publisher)
    message = (
        f"every chain begins with the publisher, but “{source.name}” is said to have its material from {publisher}"
    )
    hint = f"`from` names where a source got it: if {publisher} cites “{source.name}”, leave this `from` out"
    return Problem(source.at.of("from"), Kind.SOURCE_CIRCLE, message, hint)


def _circular(case: Case, circle: tuple[str, ...]) -> Problem:
    way = ", from ".join(name_of(case, id_) for id_ in (*circle, circle[0]))
    at = case.graph.sources[circle[0]].at.of("from")
    return Problem(at, Kind.SOURCE_CIRCLE, f"sources have their material from one another: {way}")


def _judge_quote(case: Case, quote: Quote) -> Iterator[Problem]:
    graph = case.graph
    if quote.source and quote.source not in graph.sources:
        yield unknown_source(case.annotations, quote.source, quote.at.of("source"))
    strangers = [name for name in quote.via if name not in graph.sources]
    yield from (unknown_source(case.annotations, name, quote.at.of("via")) for name in strangers)
    for check in quote.standing.checks:
        if check.by not in graph.sources and (slipped := slipped_source(case.annotations, check.by, check.at.of("by"))):
            yield slipped
    if quote.source in graph.sources and not strangers and graph.path(quote.source):
        yield from _judge_way(case, quote)


def _judge_way(case: Case, quote: Quote) -> Iterator[Problem]:
    """One path leads from the publisher to the quote's source, or `via:` says which."""
    count = case.graph.paths(quote.source, quote.via)
    source, publisher = name_of(case, quote.source), name_of(case, case.graph.publisher)
    if count == 0:
        through = ", ".join(name_of(case, id_) for id_ in quote.via)
        message = f"no path leads from {publisher} to {source} through {through}"
        yield Problem(quote.at.of("via"), Kind.VIA_WRONG, message, _example(case, quote))
    elif count > 1:
        number = f"{MANY} paths or more" if count == MANY else f"{count} paths"
        still = " even so" if quote.via else ""
        message = f"{number} lead{still} from {publisher} to {source}"
        at = quote.at.of("via" if quote.via else "source")
        yield Problem(at, Kind.VIA_NEEDED, message, _example(case, quote))


def _example(case: Case, quote: Quote) -> str:
    """Return a `via:` that would do: one source if one is enough, else a whole path."""
    between = [id_ for id_ in case.graph.between(quote.source)[1:] if id_ != quote.source]
    single = (id_ for id_ in between if case.graph.paths(quote.source, (id_,)) == 1)
    path = [step.source for step in case.graph.path(quote.source) or ()][1:-1]
    count = case.graph.paths(quote.source)
    if not path:
        return f"say which one, for instance `via: [{case.graph.publisher}]`" if count > 1 else "leave `via:` out"
    stops = [next(single, "")] if count > 1 else []
    return f"say which one, for instance `via: [{', '.join(stops if all(stops) and stops else path)}]`"
