"""Listening: the web server of a preview."""

import errno
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlunsplit

from tornado.httpserver import HTTPServer
from tornado.web import Application

from sitegen.serve.live import Script, Socket
from sitegen.serve.pages import ASSETS, File, Page, Report
from sitegen.serve.preview import Preview

HIGHEST = 65535

ATTEMPTS = 10
"""Ports that are tried, one after the other."""

EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104  (only to name what people asked for)


@asynccontextmanager
async def listening(preview: Preview, host: str, port: int, say: Callable[[str], None]) -> AsyncIterator[str]:
    """Serve a preview and give its address, with the next port that is free."""
    listener = _bind(host, port)
    found = listener.getsockname()[1]
    if found != port and port:
        say(f"port {port} is taken, so the preview is on port {found}")
    server = HTTPServer(application(preview, host))
    server.add_socket(listener)
    address = _address(host, found)
    say(f"preview: {address} (Ctrl-C ends it)")
    if host in EVERYWHERE:
        say("other people in this network can read it too")
    try:
        yield address
    finally:
        server.stop()
        await server.close_all_connections()


def application(preview: Preview, host: str) -> Application:
    """Return the addresses that are served and what answers there."""
    return Application(
        [
            (r"/livereload", Socket),
            (r"/livereload\.js", Script),
            (r"/__sitegen/problems\.json", Report),
            (r"/__sitegen/(.*)", File, {"path": str(ASSETS)}),
            (r"/((?:.*/)?|.*\.html)", Page),
            (r"/(.*)", File, {"path": str(preview.target)}),
        ],
        preview=preview,
        host=host,
        log_function=lambda _: None,
    )


def _bind(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(port, min(port + ATTEMPTS, HIGHEST + 1)):
        try:
            listener = socket.create_server((host, number), family=family)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
        else:
            listener.settimeout(0)
            return listener
    raise OSError(errno.EADDRINUSE, f"ports {port} to {port + ATTEMPTS - 1} are taken; choose another one")


def _address(host: str, port: int) -> str:
    name = EVERYWHERE.get(host, host)
    return urlunsplit(("http", f"[{name}]:{port}" if ":" in name else f"{name}:{port}", "/", "", ""))
