"""Live: livereload's socket and page script, which make browsers load a page again."""

import json
from collections.abc import Collection
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from livereload.handlers import (  # type: ignore[import-untyped]  # livereload has no types
    LiveReloadHandler,
    LiveReloadJSHandler,
)
from tornado.websocket import WebSocketHandler

from sitegen.serve.guard import Guarded
from sitegen.serve.pages import page_at

APART = frozenset({"", ".bib", ".csv", ".html", ".json", ".jsonld", ".md", ".ris", ".txt", ".xml"})
"""Endings of files that no page but themselves is made of."""

UNSEEN = frozenset({"cards", "pagefind"})
"""Folders of the site that an open page does not show: pictures for other sites, the index of the search."""

RELOAD = {"command": "reload", "path": "index.html", "liveCSS": False}


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The socket on which a page waits; pages of other sites may not open it."""

    check_origin = WebSocketHandler.check_origin
    page = ""
    """The path of the page in the site, without "/" before it."""

    def on_message(self, message: str | bytes) -> None:
        """Note which page it is, which livereload's script says in its second message."""
        super().on_message(message)
        address = json.loads(message).get("url", "")
        self.page = unquote(urlsplit(str(address)).path).removeprefix("/") or self.page

    def shows(self, moved: Collection[str], target: Path) -> bool:
        """Say whether the page that waits may look another way now that these files of the site moved."""
        page = page_at(target, self.page)
        return page is None or page.relative_to(target.resolve()).as_posix() in moved or any(map(_is_shared, moved))


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's page script as a file, as our content security policy wants it."""


def reload_all() -> None:
    """Make every open page load again."""
    for page in _waiting():
        page.send_message(RELOAD)


def reload_showing(moved: Collection[str], target: Path) -> None:
    """Make those open pages load again that show any of the files that moved into the site or out of it."""
    for page in _waiting():
        if page.shows(moved, target):
            page.send_message(RELOAD)


def _waiting() -> list[Socket]:
    return list(LiveReloadHandler.waiters)


def _is_shared(path: str) -> bool:
    """Say whether any page may be made of a file: styles, scripts, pictures, fonts."""
    return PurePosixPath(path).suffix.lower() not in APART and path.partition("/")[0] not in UNSEEN
