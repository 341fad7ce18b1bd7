"""The closing sections: what is left open, caveats, history, and how to cite."""

from collections.abc import Iterator

from sitegen.compose.escape import escape, link
from sitegen.compose.grammar import at_start, sentence
from sitegen.compose.sections.blocks import caveat, items, names_of
from sitegen.compose.sections.quotes import change_words
from sitegen.model.annotations import Gap
from sitegen.model.brief import Brief, PrintedCaveat
from sitegen.model.vocabulary import State
from sitegen.words import Words


def gap_lines(brief: Brief, words: Words) -> Iterator[str]:
    """Yield what the article leaves open, with its own words where they may be printed."""
    yield from items(_gap(gap, brief, words) for gap in brief.gaps)


def caveat_lines(brief: Brief, words: Words) -> Iterator[str]:
    """Yield all caveats of the brief; where there is none, that too is said."""
    if brief.caveats:
        yield from items(_caveat(one, brief, words) for one in brief.caveats)
    else:
        yield escape(words("caveats.none"))


def history_lines(brief: Brief, words: Words) -> Iterator[str]:
    """Yield corrections, withdrawn quotes and changes of status by their day, the latest first."""
    dated = [(one.on, words("history.correction", day=words.day(one.on), text=one.text)) for one in brief.corrections]
    for quote in brief.quotes:
        if quote.withdrawn:
            slots = {
                "day": words.day(quote.withdrawn.on),
                "quote": quote.id,
                "reason": sentence(quote.withdrawn.reason),
            }
            dated.append((quote.withdrawn.on, words("history.withdrawn_quote", **slots)))
        changes = ((change.on, change_words(change, words)) for change in quote.history)
        dated.extend((on, words("history.change", quote=quote.id, **slots)) for on, slots in changes)
    yield from items(escape(text) for _, text in sorted(dated, key=lambda pair: pair[0], reverse=True))


def cite_lines(brief: Brief, words: Words) -> Iterator[str]:
    """Yield how to cite the brief, with its badge, what that rests on and the caveats of its claim, and the article."""
    editor = brief.about.editor
    key = "cite.brief" if editor else "cite.brief_no_editor"
    cited = words(key, editor=editor, title=brief.title, badge=brief.badge.text.rstrip("."))
    yield escape(" ".join([cited, *_warnings(brief)]))
    authors = "".join(f"{name}{words('lists.comma')}" for name in brief.facts.authors)
    day = words.day(brief.facts.published)
    publisher = brief.publisher or words("brief.publisher_unknown")
    slots = {"authors": authors, "title": brief.facts.title, "publisher": publisher, "day": day}
    article = escape(words("cite.article" if day else "cite.article_no_day", **slots))
    yield f"{article} {link(brief.facts.url, brief.facts.url)}" if brief.facts.url else article


def _warnings(brief: Brief) -> Iterator[str]:
    """Yield what a citation takes with it: the badge's reason, and the caveats of the quote that it prints."""
    if brief.badge.reason and brief.state is not State.WITHDRAWN:
        yield sentence(brief.badge.reason)
    for quote in brief.quotes:
        if quote.id == brief.about.main and not quote.withdrawn:
            yield from (sentence(one.text) for one in quote.caveats)


def _gap(gap: Gap, brief: Brief, words: Words) -> str:
    publisher = at_start(brief.publisher or words("brief.publisher_unknown"))
    result = words(f"gap.result.{gap.result}")
    key = "gap.with_passage" if gap.passage else "gap.line"
    return escape(words(key, question=gap.question, result=result, publisher=publisher, passage=gap.passage))


def _caveat(one: PrintedCaveat, brief: Brief, words: Words) -> str:
    """Return a caveat with what it is about and the passage it speaks of."""
    about = words("caveats.about", names=words.join(names_of(one.about, brief))) if one.about else ""
    line = f"{caveat(one)} ({escape(about)})" if about else caveat(one)
    return f"{line} {escape(words('caveats.passage', passage=one.passage))}" if one.passage else line
