"""The closing sections: what is left open, caveats, history, and how to cite."""

from collections.abc import Iterator

from sitegen.compose.escape import escape, is_web, link
from sitegen.compose.grammar import at_start
from sitegen.compose.sections.blocks import caveat, items, names_of
from sitegen.compose.sections.quotes import change_words
from sitegen.config import Settings
from sitegen.model.annotations import Gap
from sitegen.model.brief import Brief, PrintedCaveat
from sitegen.travels import Role, in_a_row, label_of, of_brief
from sitegen.words import Words, sentence


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


def cite_lines(brief: Brief, words: Words, settings: Settings) -> Iterator[str]:
    """Yield how to cite the brief and the article; each line can be copied alone, and says how far it is checked."""
    standing = in_a_row(line for line in of_brief(brief, words) if line.role not in {Role.STATUS, Role.WHOLE})
    own = words("cite.titled", title=_quoted(brief.title, words), badge=label_of(brief).rstrip("."))
    place = f"{settings.url.rstrip('/')}/briefs/{brief.slug}.html" if settings.url else ""
    site = "" if settings.title == brief.about.editor else settings.title
    cited = _listed(words, brief.about.editor, own, site, place, words.day(brief.about.date))
    yield f"{cited} {escape(standing)}".strip()
    facts = brief.facts
    title = _quoted(facts.title, words)
    publisher = brief.publisher or words("brief.publisher_unknown")
    article = _listed(words, *facts.authors, title, publisher, facts.url, words.day(facts.published))
    yield f"{escape(words('cite.article'))} {article} {escape(words('cite.cited_in', brief=own))}"


def _quoted(title: str, words: Words) -> str:
    """Return a title in quotation marks; one that has marks of its own is told from the rest by them."""
    return title if set(title) & set('“”„«»"') else words("cite.quoted", title=title)


def _listed(words: Words, *parts: str) -> str:
    """Return what there is of a citation as one sentence of Markdown; addresses become links."""
    comma = escape(words("lists.comma").rstrip()) + " "
    told = [link(part, part) if is_web(part) else escape(part) for part in parts if part]
    return sentence(comma.join(told))


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
