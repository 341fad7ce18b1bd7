"""Social cards: the picture of a brief in link previews. Status, icon and day first, and no words of a quote."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sitegen.cache import code_version, key_of
from sitegen.model.entry import Entry
from sitegen.model.output import Output
from sitegen.render.addresses import card_path
from sitegen.render.cards.characters import fingerprint as faces_key
from sitegen.render.cards.telling import HEIGHT, WIDTH, Card, card_of
from sitegen.render.heads import Picture
from sitegen.render.look import ICONS
from sitegen.render.site import Site

if TYPE_CHECKING:  # see `_icon`
    from sitegen.render.cards.strokes import Stroke

__all__ = ["card_outputs", "faces_key", "has_card", "picture_of"]


def has_card(site: Site) -> bool:
    """Say whether briefs have cards: link previews need addresses, and what is published."""
    return bool(site.settings.cards and site.settings.url and not site.is_preview)


def _card(site: Site, entry: Entry) -> Card | None:
    """Return what a brief's card says; None where it has none."""
    return card_of(site, entry) if has_card(site) else None


def card_outputs(site: Site, entry: Entry) -> Iterator[Output]:
    """Yield the card of a brief; its key is what it says and how it looks, since drawing takes longer than a page."""
    if card := _card(site, entry):
        key = key_of("card", card, site.look_key, faces_key(), code_version("render/cards", "render/look.py"))
        yield Output(card_path(entry.slug), key, lambda: _draw(site, card))


def picture_of(site: Site, entry: Entry) -> Picture | None:
    """Return the card of a brief as its page names it."""
    card = _card(site, entry)
    return Picture(card_path(entry.slug), card.words, WIDTH, HEIGHT) if card else None


def _draw(site: Site, card: Card) -> bytes:
    from sitegen.render.cards.drawing import draw_card  # noqa: PLC0415  (Pillow is imported where a card is due)

    return draw_card(card, site.look, _icon(site, card.look))


def _icon(site: Site, name: str) -> "list[Stroke]":
    """Return the lines of a status's icon; none where the theme draws it in ways that we do not read."""
    from sitegen.render.cards.strokes import strokes_of  # noqa: PLC0415  (the same reason)

    drawings = site.press.value(ICONS, "drawings")
    try:
        return strokes_of(drawings[name]) if isinstance(drawings, dict) else []
    except (KeyError, ValueError):
        return []
