"""Browser: chromium for the benches, where playwright and a browser are installed."""

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass(slots=True)
class Seen:
    """What a browser met on the pages of a site."""

    pages: int = 0
    requests: int = 0
    searches: int = 0
    faults: list[str] = field(default_factory=list)


@contextmanager
def browser() -> "Iterator[Browser | None]":
    """Start chromium; None where it or playwright is missing."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415  (not everywhere)
    except ImportError:
        program = None
    if program is None:
        yield None
        return
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS, env={"HOME": folder})
        try:
            yield started
        finally:
            started.close()


def visit(address: str, pages: Sequence[str]) -> Seen | None:
    """Open every page below an address; a fault is what fails, leaves the site, or is said on the console."""
    with browser() as started:
        if started is None:
            return None
        seen = Seen()
        page = started.new_page()
        _watch(page, address, seen)
        for path in pages:
            page.goto(address + path, wait_until="networkidle")
            seen.pages += 1
        if "search.html" in pages:
            _search(page, address, seen)
        return seen


def _search(page: "Page", address: str, seen: Seen) -> None:
    """Type a letter, which loads the index and its program; what is found comes in pieces of the index."""
    page.goto(f"{address}search.html", wait_until="networkidle")
    from playwright.sync_api import TimeoutError as PlaywrightTimeout  # noqa: PLC0415  (not everywhere)

    try:
        with page.expect_response(lambda answer: answer.url.endswith(".pf_fragment"), timeout=10_000):
            page.get_by_role("combobox").press_sequentially("a")
        seen.searches += 1
    except PlaywrightTimeout:
        seen.faults.append(f"{page.url}: nothing is found")


def _watch(page: "Page", address: str, seen: Seen) -> None:
    def ask(url: str) -> None:
        seen.requests += 1
        if not url.startswith((address, "data:", "blob:")):
            seen.faults.append(f"{page.url}: leaves the site for {url}")

    page.on("request", lambda request: ask(request.url))
    page.on("requestfailed", lambda request: seen.faults.append(f"{page.url}: {request.url} failed"))
    page.on("pageerror", lambda error: seen.faults.append(f"{page.url}: {error}"))
    page.on("console", lambda message: _note(page, message.type, message.text, seen))
    page.on(
        "response",
        lambda answer: seen.faults.append(f"{answer.url}: {answer.status}") if answer.status >= 400 else None,  # noqa: PLR2004
    )


def _note(page: "Page", kind: str, text: str, seen: Seen) -> None:
    if kind in {"error", "warning"}:
        seen.faults.append(f"{page.url}: {text}")
