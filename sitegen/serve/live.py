"""Live: livereload's socket and page script, which make browsers load a page again."""

from types import SimpleNamespace

from livereload.handlers import (  # type: ignore[import-untyped]  # livereload has no types
    LiveReloadHandler,
    LiveReloadJSHandler,
)
from tornado.websocket import WebSocketHandler

from sitegen.serve.guard import Guarded


class Socket(Guarded, LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """The socket on which a page waits; pages of other sites may not open it."""

    check_origin = WebSocketHandler.check_origin


class Script(Guarded, LiveReloadJSHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's page script as a file, as our content security policy wants it."""


def reload_pages() -> None:
    """Make every open page load again."""
    LiveReloadHandler.watcher = SimpleNamespace(filepath=None)  # it names in its log what its own watcher saw
    LiveReloadHandler.reload_waiters("index.html")
