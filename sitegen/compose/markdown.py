"""The Markdown of a brief: front matter, then what a reader needs in the order in which it is needed."""

from collections.abc import Iterable, Iterator

from sitegen.compose.escape import escape, paragraphs
from sitegen.compose.grammar import at_start
from sitegen.compose.sections import (
    caveat_lines,
    cite_lines,
    excerpt_lines,
    gap_lines,
    held_lines,
    history_lines,
    quote_lines,
    source_lines,
)
from sitegen.compose.written import sealed
from sitegen.config import Settings
from sitegen.model.brief import Brief
from sitegen.model.vocabulary import State
from sitegen.tree import yaml_text
from sitegen.words import Words

_UNNAMED = Settings()


def to_markdown(brief: Brief, words: Words, settings: Settings = _UNNAMED) -> str:
    """Return a brief as Markdown that reads well wherever Markdown is shown; the same brief gives the same text.

    Of the settings, the citation takes the site's title and address.
    """
    front = "".join(f"{key}: {value}\n" for key, value in _front_matter(brief))
    blocks = [f"# {escape(brief.title)}", *_notices(brief, words)]
    if brief.state is not State.WITHDRAWN:
        blocks += [*_lead(brief, words), *_sections(brief, words, settings)]
    return sealed(front, "\n\n".join(blocks) + "\n")


def _front_matter(brief: Brief) -> Iterator[tuple[str, str]]:
    """Yield the lines of the front matter; every text is quoted, so that YAML reads it as it stands."""
    yield "title", yaml_text(brief.title)
    yield "date", yaml_text(brief.about.date)
    yield "slug", yaml_text(brief.slug)
    yield "tags", _yaml_list(brief.about.tags)
    yield "state", yaml_text(brief.state)
    if brief.proposed:
        yield "proposed", "true"
    yield "status", yaml_text(brief.badge.text)
    counts = (f"{yaml_text(status)}: {count}" for status, count in brief.badge.counts)
    yield "statuses", f"{{{', '.join(counts)}}}"
    yield "publisher", yaml_text(brief.publisher)
    yield "url", yaml_text(brief.facts.url)


def _yaml_list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(yaml_text(text) for text in texts)}]"


def _notices(brief: Brief, words: Words) -> Iterator[str]:
    """Yield what must be read before anything else."""
    if brief.state is State.WITHDRAWN:
        withdrawn = brief.about.withdrawn
        day = words.day(withdrawn.on) if withdrawn else ""
        key = "notice.withdrawn" if day else "notice.withdrawn_no_day"
        yield _bold(words(key, day=day, reason=brief.badge.reason))
        return
    if brief.proposed:
        yield _bold(words("notice.proposed"))
    elif brief.state is State.DRAFT:
        yield _bold(words("notice.draft"))
    elif brief.state is State.REVIEW:
        doubtful = any(quote.credit.proposed for quote in brief.quotes)
        yield _bold(words("notice.proposed_source" if doubtful else "notice.review"))
    for content in brief.about.content:
        if words.has(f"notice.{content}"):
            yield _bold(words(f"notice.{content}"))


def _lead(brief: Brief, words: Words) -> Iterator[str]:
    """Yield how far the brief is checked, and what it is."""
    yield _bold(brief.badge.text)
    if brief.badge.reason:
        yield escape(brief.badge.reason)
    day = words.day(brief.about.date)
    editor = brief.about.editor
    key = {(True, True): "", (True, False): "_no_editor", (False, True): "_no_day", (False, False): "_plain"}
    yield escape(words(f"brief.kicker{key[bool(day), bool(editor)]}", day=day, editor=editor))
    published = words.day(brief.facts.published)
    publisher = brief.publisher or words("brief.publisher_unknown")
    yield escape(words("brief.lead" if published else "brief.lead_no_day", publisher=publisher, day=published))


def _sections(brief: Brief, words: Words, settings: Settings) -> Iterator[str]:
    """Yield the sections in their order; those that have nothing to say are left out, save the caveats."""
    if brief.summary:
        lead = [escape(words("brief.proposed_summary"))] if brief.proposed else []
        yield from _section("summary", [*lead, *paragraphs(brief.summary)], words)
    quotes = (block for quote in brief.quotes for block in quote_lines(quote, brief, words))
    yield from _section("quotes", quotes, words)
    yield from _section("sources", source_lines(brief, words), words)
    yield from _section("gaps", gap_lines(brief, words), words)
    yield from _section("caveats", caveat_lines(brief, words), words)
    yield from _section("context", excerpt_lines(brief, words), words)
    yield from _section("held", held_lines(brief, words), words)
    yield from _section("history", history_lines(brief, words), words)
    yield from _section("cite", cite_lines(brief, words, settings), words)


def _section(name: str, blocks: Iterable[str], words: Words) -> Iterator[str]:
    found = list(blocks)
    if found:
        yield f"## {escape(words(f'sections.{name}'))}"
        yield from found


def _bold(text: str) -> str:
    return f"**{escape(at_start(text))}**"
