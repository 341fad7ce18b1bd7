"""Rule 7: how much of the article a brief prints."""

from collections.abc import Iterator, Sequence

from sitegen.check.case import Case
from sitegen.check.quotes import shown
from sitegen.model.article import Span
from sitegen.model.counting import Share, number_words, runs, share_of
from sitegen.model.spots import Spots
from sitegen.model.vocabulary import Republish, State, Wording
from sitegen.problems import Kind, Location, Problem, Severity

_Printed = tuple[str, Location, tuple[Span, ...]]


def check_budget(case: Case) -> Iterator[Problem]:
    """Yield what a brief prints too much of; a permission lifts every limit, a link alone prints nothing."""
    facts = case.annotations.facts
    if facts.republish is Republish.FULL and not facts.permission:
        message = "`republish: full` needs a permission"
        hint = "add `permission:` with the licence, or who granted it and when"
        yield Problem(case.annotations.at.of("republish"), Kind.PERMISSION_MISSING, message, hint)
    is_free = facts.republish is Republish.FULL and bool(facts.permission)
    is_silent = facts.republish is Republish.LINK_ONLY or case.annotations.about.state is State.WITHDRAWN
    if not (is_free or is_silent):
        yield from _judge_quotes(case)
        yield from _judge_prose(case)
        yield from _judge_runs(case)


def _judge_quotes(case: Case) -> Iterator[Problem]:
    printed: list[_Printed] = [
        (f"the quote “{shown(quote.parts[0])}”", quote.at.of("quote"), spans) for quote, spans, _ in case.printed()
    ]
    share = share_of(case.article, _spans(printed))
    limit = case.budget.quotes_fail
    message = f"the quotes print {_of_article(share)}; a brief may print {limit} %"
    at, hint = case.annotations.at.of("quotes"), _greatest(case, printed)
    if share.exceeds(limit):
        yield Problem(at, Kind.QUOTED_TOO_MUCH, message, hint)
    elif share.reaches(case.budget.quotes_warn):
        yield Problem(at, Kind.QUOTED_MUCH, message, hint, Severity.WARNING)


def _judge_prose(case: Case) -> Iterator[Problem]:
    """Judge the article's own prose: reported words, narration, and the passages that gaps and caveats name."""
    own = (entry for entry in case.printed() if entry[2] is not Wording.DIRECT)
    printed: list[_Printed] = [
        (f"the quote “{shown(quote.parts[0])}”", quote.at.of("quote"), spans) for quote, spans, _ in own
    ]
    for thing, span in case.passages():
        if span:
            printed.append((f"the passage “{shown(thing.passage)}”", thing.at.of("passage"), (span,)))
    if not printed:
        return
    share = share_of(case.article, _spans(printed))
    limit = case.budget.prose_fail
    message = f"reported words, narration and passages print {_of_article(share)}; a brief may print {limit} %"
    if share.exceeds(limit):
        yield Problem(_first(printed), Kind.PROSE_TOO_MUCH, message, _greatest(case, printed))
    elif share.reaches(case.budget.prose_warn):
        yield Problem(_first(printed), Kind.PROSE_MUCH, message, _greatest(case, printed), Severity.WARNING)


def _judge_runs(case: Case) -> Iterator[Problem]:
    """Judge runs of words, which go on where one quote follows another without a word between them."""
    printed = [(quote, span) for quote, spans, _ in case.printed() for span in spans]
    places, numbered = Spots.of(span for _, span in printed), number_words(case.article)
    for run in runs(case.article, places.spans):
        words = numbered.count([run])
        if words > case.budget.run_words:
            quote = printed[places.meeting(run)[0]][0]
            message = f"a run of {words} words is quoted; a quotation seldom needs more than {case.budget.run_words}"
            hint = "quote what you comment on, and leave out the rest"
            yield Problem(quote.at.of("quote"), Kind.QUOTE_LONG, message, hint, Severity.WARNING)


def _of_article(share: Share) -> str:
    return f"{share.per_cent} % of the article ({share.words} of {share.total} words)"


def _greatest(case: Case, printed: Sequence[_Printed]) -> str:
    """Return a sentence that names what adds most words."""
    if len(printed) < 2:  # noqa: PLR2004  (one alone is no news)
        return ""
    numbered = number_words(case.article)
    sizes = [numbered.count(spans) for _, _, spans in printed]
    at = sizes.index(max(sizes))
    return f"most of it is {printed[at][0]}, with {sizes[at]} words"


def _spans(printed: Sequence[_Printed]) -> list[Span]:
    return [span for _, _, spans in printed for span in spans]


def _first(printed: Sequence[_Printed]) -> Location:
    return min(at for _, at, _ in printed)
