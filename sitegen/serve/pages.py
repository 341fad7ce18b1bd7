"""Pages: the built files, with the preview's own script added to each page on its way to the browser."""

import os
import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import BinaryIO

from tornado.web import HTTPError, StaticFileHandler

from sitegen.serve.guard import Guarded, name_and_port
from sitegen.serve.preview import Preview

ASSETS = Path(__file__).with_name("assets")

POLICY = re.compile(r'(<meta\s+http-equiv="Content-Security-Policy"\s+content=")([^"]*)', re.IGNORECASE)

NOT_THERE = {403, 404}
"""Answers to what is no file: tornado forbids folders."""


class Served(Guarded):
    """Something of the site; where it is not there, the site's own page that says so."""

    @property
    def preview(self) -> Preview:
        """Return the preview that is served."""
        preview: Preview = self.settings["preview"]
        return preview

    def send_page(self, file: Path) -> None:
        """Send a page with the preview's script in it."""
        html = file.read_text("utf-8", "surrogateescape")
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(with_script(html, self.request.host).encode("utf-8", "surrogateescape"))

    def write_error(self, status_code: int, **reasons: object) -> None:
        """Send the site's 404.html, or a page that says what is wrong while there is no site."""
        if status_code not in NOT_THERE:
            super().write_error(status_code, **reasons)
        elif missing := page_at(self.preview.target, "404.html"):
            self.set_status(404)
            self.send_page(missing)
        else:
            self.set_status(503)
            self.send_page(ASSETS / "waiting.html")


class Page(Served):
    """An HTML page, or the index.html of a folder."""

    def get(self, path: str) -> None:
        """Send it."""
        file = page_at(self.preview.target, path)
        if file is None:
            raise HTTPError(404)
        self.send_page(file)

    head = get


class File(Served, StaticFileHandler):
    """Any other file of the site, or of the preview itself.

    It is opened once, for its size and its bytes: a build may put another file in its place between the two.
    """

    _opened: BinaryIO | None = None

    def get_content_size(self) -> int:
        """Open the file and return its size."""
        try:
            self._opened = Path(self.absolute_path or "").open("rb")  # noqa: SIM115  (`on_finish` closes it)
        except FileNotFoundError:  # it went since tornado looked
            raise HTTPError(404) from None
        return os.fstat(self._opened.fileno()).st_size

    def get_content(self, _: str, start: int | None = None, end: int | None = None) -> Iterator[bytes]:  # type: ignore[override]  # tornado's own works on a path
        """Yield the bytes of the open file, from `start` to before `end`."""
        if self._opened:
            self._opened.seek(start or 0)
            yield self._opened.read() if end is None else self._opened.read(end - (start or 0))

    def on_finish(self) -> None:
        """Let go of the file."""
        if self._opened:
            self._opened.close()

    def compute_etag(self) -> None:
        """Return nothing: tornado hashes a file once and would call a changed one unchanged."""

    def should_return_304(self) -> bool:
        """Send the file always: dates go by seconds, and people save more often."""
        return False

    def get_content_type(self) -> str:
        """Name the type, and that texts are in UTF-8."""
        kind = super().get_content_type()
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


class Report(Guarded):
    """What the last build said, for the panel on the page."""

    def get(self) -> None:
        """Send it as JSON."""
        preview: Preview = self.settings["preview"]
        self.finish(preview.report())


def page_at(target: Path, path: str) -> Path | None:
    """Return the file of a page inside the folder; None where there is none, or the path leads out."""
    try:
        file = (target / (path if path.endswith(".html") else f"{path}index.html")).resolve()
        return file if file.is_relative_to(target.resolve()) and file.is_file() else None
    except (OSError, ValueError):
        return None


def with_script(html: str, address: str) -> str:
    """Add the preview's script and style to a page, and allow them in its content security policy."""
    name, port = name_and_port(address)
    added = (
        '<link rel="stylesheet" href="/__sitegen/preview.css">'
        '<script src="/__sitegen/preview.js" defer></script>'
        f'<script src="/livereload.js?host={name}&amp;port={port}" defer></script>'
    )
    html = POLICY.sub(lambda found: found[1] + escape(widened(unescape(found[2]), address)), html, count=1)
    head, end, rest = html.partition("</head>")
    return head + added + end + rest


def widened(policy: str, address: str) -> str:
    """Return a content security policy that lets the preview load its script and style and open its socket."""
    rules = {rule.split()[0].lower(): rule.split()[1:] for rule in policy.split(";") if rule.strip()}
    needs = {"script-src": ["'self'"], "style-src": ["'self'"], "connect-src": ["'self'", f"ws://{address}"]}
    for name, sources in needs.items():
        there = [source for source in rules.get(name, rules.get("default-src", [])) if source != "'none'"]
        rules[name] = there + [source for source in sources if source not in there]
    return "; ".join(" ".join([name, *sources]) for name, sources in rules.items())
