"""The section on how the text was held: which article, which copy, and what is known of both."""

from collections.abc import Iterator

from sitegen.compose.escape import escape, link
from sitegen.compose.sections.blocks import items, labelled
from sitegen.model.brief import Brief
from sitegen.model.vocabulary import Republish
from sitegen.words import Words


def held_lines(brief: Brief, words: Words) -> Iterator[str]:
    """Yield one list of facts."""
    yield from items([*_article(brief, words), *_copy(brief, words), *_ours(brief, words)])


def _article(brief: Brief, words: Words) -> Iterator[str]:
    facts = brief.facts
    title = f"{escape(facts.title)}, {link(words('held.original'), facts.url)}" if facts.url else escape(facts.title)
    yield f"**{escape(words('held.article'))}:** {title}"
    if facts.authors:
        yield labelled(words("held.authors"), words.join(list(facts.authors)))
    day = words.moment(facts.published)
    if facts.published_basis == "editor" and day:
        day = words("held.published_by_editor", day=day)
    published = [text for text in (brief.publisher, day) if text]
    if published:
        yield labelled(words("held.published"), words("lists.comma").join(published))
    if brief.held.date_line:
        yield labelled(words("held.date_line"), brief.held.date_line)


def _copy(brief: Brief, words: Words) -> Iterator[str]:
    facts, held = brief.facts, brief.held
    slots = {"characters": held.characters, "words": held.words, "encoding": held.encoding, "sha256": held.sha256}
    yield labelled(words("held.copy"), words("held.copy_text", **slots))
    if facts.captured:
        yield labelled(words("held.captured"), words.moment(facts.captured))
    if facts.archive:
        yield f"**{escape(words('held.archive'))}:** {link(words('held.archive_link'), facts.archive)}"
    if facts.copy:
        yield labelled(words("held.flaw"), facts.copy)
    for version in facts.versions:
        yield labelled(words("held.version", day=words.day(version.on)), version.note)


def _ours(brief: Brief, words: Words) -> Iterator[str]:
    """Yield what we print of it and who looked at it."""
    facts, about = brief.facts, brief.about
    if facts.republish is not Republish.EXCERPTS:
        yield labelled(
            words("held.republish"), words(f"held.republished.{facts.republish}", permission=facts.permission)
        )
    if about.reviewed_by:
        yield labelled(words("held.reviewed_by"), about.reviewed_by)
    if about.review_due:
        yield labelled(words("held.review_due"), words.day(about.review_due))
