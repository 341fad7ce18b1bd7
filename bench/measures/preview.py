"""Preview: how long it takes from the edit of a page until the preview serves it."""

import socket
import time
import urllib.request
from collections.abc import Iterator, Sequence
from http.client import HTTPException
from pathlib import Path
from statistics import median

from measures.finding import Asked, Finding
from measures.peers import Peers, environment
from measures.plain import own_site
from measures.running import SITEGEN, NotMeasuredError, running

EDITS = 5
POLL = 0.01
"""Seconds between two requests, and what a figure is sure to."""

CALM = 1.5
"""Seconds between two edits."""

READY = 3.0
"""Seconds after the first page, in which every server has begun to watch its files."""

FIRST = 90.0
"""Seconds until the first page must be served."""

LATEST = 40.0
"""Seconds after which an edit counts as lost."""

OWN = "notes/{stem}.html", "{stem}.html"
"""Where a page may stand in a site of sitegen."""


def served(peers: Peers, work: Path, pages: int) -> Iterator[Finding]:
    """Edit pages beneath running previews, one program after the other."""
    stem, what = f"brief-{pages // 2:06d}", f"edit to served page, {pages:,} pages"
    own = own_site(peers, work / f"served-{pages}", pages)
    paths = [path.format(stem=stem) for path in OWN]
    ours = _waits((*SITEGEN, "serve", "--port", "{port}"), own.root, own.page(stem), paths)
    for name in ("hugo", "pelican"):
        try:
            site = peers.site(name, pages)
            theirs = _waits(site.peer.serve, site.root, site.page(stem), [f"briefs/{stem}/"])
        except NotMeasuredError as error:
            yield Finding("served", f"{what}, beside {name}", "", str(error))
            continue
        figures = f"sitegen {_told(ours)}, {name} {_told(theirs)}"
        limit = 0.5 if name == "hugo" else 1.0
        asked = Asked("served", f"{what}, beside {name}", limit, f"× {name}")
        yield asked.at_most(median(ours) / median(theirs), figures)


def _waits(command: Sequence[str], root: Path, page: Path, paths: Sequence[str]) -> list[float]:
    """Return the seconds that each edit took until it was served."""
    port = _free_port()
    with running([part.format(port=port) for part in command], root, env=environment()):
        url = _first(port, paths)
        time.sleep(READY)
        found: list[float] = []
        for number in range(EDITS):
            time.sleep(CALM)
            word = f"zzlive{number}x"
            with page.open("a", encoding="utf-8") as file:
                file.write(f"\nMore about {word}.\n")
            begun = time.perf_counter()
            _until(url, word, begun + LATEST)
            found.append(time.perf_counter() - begun)
    return found


def _first(port: int, paths: Sequence[str]) -> str:
    """Wait until the page is served, and return its address."""
    end = time.perf_counter() + FIRST
    while time.perf_counter() < end:
        for path in paths:
            if "Caveats" in _get(url := f"http://127.0.0.1:{port}/{path}"):
                return url
        time.sleep(0.1)
    message = f"the preview has not served a page within {FIRST:.0f} s"
    raise NotMeasuredError(message)


def _until(url: str, word: str, end: float) -> None:
    while word not in _get(url):
        if time.perf_counter() > end:
            message = f"the preview has not served an edit within {LATEST:.0f} s"
            raise NotMeasuredError(message)
        time.sleep(POLL)


def _get(url: str) -> str:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:  # noqa: S310  (of our own server)
            return str(answer.read().decode("utf-8", "replace"))
    except (OSError, HTTPException):  # a server that is not there yet, or one that sends half a page
        return ""


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _told(waits: Sequence[float]) -> str:
    return f"{median(waits):.2f} s ({min(waits):.2f}–{max(waits):.2f})"
