"""What all pages of a site share: settings, wording, theme, edition, navigation, and the keys that follow from them."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from msgspec import Struct

from sitegen.cache import code_version, key_of
from sitegen.config import Settings
from sitegen.kinds import Kinds
from sitegen.model.annotations import Source
from sitegen.model.brief import Brief
from sitegen.model.entry import Body, Page
from sitegen.model.output import Edition
from sitegen.render.addresses import LABELS, kind_path, page_path, source_path, status_name, status_path, tag_path
from sitegen.render.look import Look, look_of
from sitegen.render.navigation import BRIEFS_ALONE, Link, Navigation, Stock, navigation_of
from sitegen.render.policy import page_policy
from sitegen.render.press import Press
from sitegen.theme import Theme
from sitegen.words import Words

__all__ = ["Bodies", "Link", "Load", "Site", "Stock", "open_site"]

Load = Callable[[], tuple[Brief, str]]
"""Gives a brief and its Markdown."""
Bodies = Callable[[Page], Body]
"""Gives the text of a page that people wrote."""


class Latest(Struct):
    """The brief that was loaded last: its forms are made one after another, and it is not kept for longer."""

    _key: str = ""
    _found: tuple[Brief, str] | None = None

    def load(self, key: str, load: Load) -> tuple[Brief, str]:
        """Return the brief of this key and its Markdown, loaded where it is not the last one."""
        if self._found is None or self._key != key:
            self._key, self._found = key, load()
        return self._found


class Site(Struct, frozen=True):
    """A site that is being made."""

    settings: Settings
    words: Words
    kinds: Kinds
    theme: Theme
    edition: Edition
    press: Press
    navigation: Navigation
    shared: tuple[Source, ...]
    """The sources of sources.yaml."""
    fingerprint: str
    """A hash of all that every page follows from."""
    data_fingerprint: str
    """A hash of all that every other file follows from: no template, no navigation."""
    latest: Latest
    look: Look
    look_key: str
    """A hash of the look: of the files of a brief, the card alone follows from it."""
    stock: Stock
    searches: bool = False
    """Whether it can be searched: asked for, and with a program for the index on this computer."""

    @property
    def is_preview(self) -> bool:
        """Whether drafts and proposals are shown, and nobody may index any of it."""
        return self.edition is Edition.PREVIEW

    def key(self, *parts: object) -> str:
        """Hash what one output follows from, beside what every page follows from."""
        return key_of(self.fingerprint, *parts)

    def data_key(self, *parts: object) -> str:
        """Hash what an output that no template makes follows from, beside what all of these follow from."""
        return key_of(self.data_fingerprint, *parts)


def open_site(  # noqa: PLR0913  (what every page follows from)
    theme: Theme,
    settings: Settings,
    words: Words,
    kinds: Kinds,
    edition: Edition,
    *,
    pages: Sequence[Page] = (),
    shared: Sequence[Source] = (),
    stock: Stock = BRIEFS_ALONE,
    searches: bool = False,
) -> Site:
    """Bring together what all pages share.

    `pages` are those of people's own that shape others, or all of them. `shared` are the sources of all briefs.
    """
    is_preview = edition is Edition.PREVIEW
    navigation = navigation_of(settings, words, pages, is_preview=is_preview, searches=searches, stock=stock)
    given = {
        "site": settings,
        "words": words,
        "edition": edition,
        "navigation": navigation,
        "is_plain": stock.is_plain,
        "policy": partial(page_policy, edition),
        "tag_path": tag_path,
        "status_path": status_path,
        "kind_path": kind_path,
        "source_path": source_path,
        "explained": _explaining(pages),
        "status_name": status_name,
    }
    look = look_of(theme, settings.accent)
    data = key_of(settings, words.fingerprint, kinds.fingerprint, edition, code_version())
    fingerprint = key_of(data, theme.fingerprint, navigation, stock)
    press = Press(theme, given)
    shared = tuple(shared)
    latest = Latest()
    return Site(
        *(settings, words, kinds, theme, edition, press, navigation, shared, fingerprint, data, latest),
        *(look, key_of(look), stock, searches),
    )


def _explaining(pages: Iterable[Page]) -> Callable[[str], str]:
    """Return what finds the explanation of a label; in a page of people's own no place of it is known."""
    is_theirs = LABELS in map(page_path, pages)
    return lambda label: LABELS if is_theirs else f"{LABELS}#{label}"
