"""What a card says: the status of a brief with its day first, and no words of a quote.

All cutting is done here, by rules that look at texts alone, so that a card and the words that describe it say the same.
"""

import re

from msgspec import Struct

from sitegen.model.entry import Entry
from sitegen.model.vocabulary import State
from sitegen.render.addresses import status_name
from sitegen.render.cards.characters import drawable
from sitegen.render.heads import cut
from sitegen.render.site import Site
from sitegen.words import Words

WIDTH, HEIGHT = 1200, 630
"""Pixels of a card: the proportions that previews of links show whole."""
TITLE, REASON, NAME = 140, 190, 40
"""Characters of a title, of the line of reason, and of the names of publisher and site at the most."""
_SENTENCE = re.compile(r"(?<=[\w)”»]{4}[.!?]) ")
"""Where a sentence ends: not after what may be an abbreviation."""


class Card(Struct, frozen=True):
    """The lines of a card; those that a brief does not have, or that cannot be drawn, are empty."""

    look: str
    """The name by which colours and icons know the status."""
    status: str
    day: str
    site: str
    mark: str = ""
    """What stands before all else where no editor has finished the brief."""
    title: str = ""
    reason: str = ""
    of: str = ""
    """What it is a brief of."""

    @property
    def words(self) -> str:
        """Return all that the card says as one text."""
        standing = f"{self.status} {self.day}".strip()
        lines = (self.mark, standing, self.title, self.reason, self.of, self.site)
        return " ".join(line if line[-1] in ".!?…" else f"{line}." for line in lines if line)


def card_of(site: Site, entry: Entry) -> Card | None:
    """Return what the card of a brief says; None where the status itself cannot be drawn in the site's language."""
    words = site.words
    name = cut(drawable(site.settings.title), NAME)
    gone = entry.state is State.WITHDRAWN
    card = Card("withdrawn", entry.badge, "", name) if gone else _whole(entry, words, name)
    return card if drawable(f"{card.mark} {card.status} {card.day}") else None


def _whole(entry: Entry, words: Words, name: str) -> Card:
    return Card(
        status_name(entry.badge_status),
        _status(entry, words),
        _day(entry, words),
        name,
        _mark(entry, words),
        cut(drawable(_unmasked(entry.title, words)), TITLE),
        drawable(_reason(entry, words)),
        _of(entry, words),
    )


def _status(entry: Entry, words: Words) -> str:
    if entry.badge_status:
        label = words(f"status.{entry.badge_status}.label")
    else:
        label = words("page.mixed") if entry.counts else words("badge.empty_no_day")
    return label if entry.date else words("status.no_day", label=label)


def _day(entry: Entry, words: Words) -> str:
    """Return "as of 5 March 2024", and where quotes differ in status, how many have which, a main one or not."""
    day = words("card.as_of", day=words.day(entry.date)) if entry.date else ""
    counts = [words(f"status.{status}.count", n=count) for status, count in entry.counts]
    if len(counts) < 2:  # noqa: PLR2004  (two differ)
        return day
    counted = words("lists.comma").join(counts)
    return words("card.counted", day=day, counts=counted) if day else counted


def _mark(entry: Entry, words: Words) -> str:
    if entry.proposed:
        return words("notice.proposed")
    return "" if entry.state is State.PUBLISHED else words(f"notice.{entry.state}")


def _reason(entry: Entry, words: Words) -> str:
    """Return the first whole sentences that there is space for; a first one that is too long is cut."""
    text = _unmasked(entry.reason.removeprefix(words("badge.proposed")), words)
    first, *others = _SENTENCE.split(" ".join(text.split()))
    found = cut(first, REASON)
    for sentence in others:
        if len(found) + 1 + len(sentence) > REASON or found != first:
            break
        found = first = f"{found} {sentence}"
    return found


def _of(entry: Entry, words: Words) -> str:
    publisher = cut(drawable(entry.publisher), NAME)
    return words("card.of", publisher=publisher) if publisher else words("brief.kicker_plain")


def _unmasked(text: str, words: Words) -> str:
    """Return a text with a gap where words are masked: no face has the sign for it."""
    return text.replace(words("quote.mask"), words("quote.gap").strip())
