"""Cards for link previews as tests have them told and drawn."""

from io import BytesIO

from made_brief import an_entry
from PIL import Image

from sitegen.model.entry import Entry
from sitegen.render import Site
from sitegen.render.cards import card_outputs
from sitegen.render.cards.telling import Card, card_of

REASON_TEXT = "Rests on an audio recording. We found no mention in the article of a check of it."
UKRAINIAN = "Що повідомив «Вісник гавані»: голосове повідомлення про кран"


def entry_with(**changes: object) -> Entry:
    return an_entry("harbour-crane", **changes)


def told(site: Site, entry: Entry) -> Card:
    card = card_of(site, entry)
    assert card
    return card


def drawn(site: Site, entry: Entry) -> bytes:
    (output,) = card_outputs(site, entry)
    found = output.make()
    assert isinstance(found, bytes)
    return found


def opened(contents: bytes) -> Image.Image:
    return Image.open(BytesIO(contents))
