"""A browser for tests: Chromium, a project with every kind of page, and a server as strict as a good host."""

import functools
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from chromium import find_chromium
from nasty_project import write_project
from playwright.sync_api import Browser, Dialog, Locator, Page, Playwright, Route, expect, sync_playwright

from sitegen.pipeline import Order, Silence, build

PREFIX = "/some/press/"
"""The folder of the host that the site stands in."""
HOME = "https://desk.example"
"""The host that the site's settings name; no request reaches it."""
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; object-src 'none'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
PATIENCE = 60_000
"""Milliseconds after which a test gives up; nothing waits for them where all is well."""
BRIEF = "briefs/pilot-boat.html"
WIDER = """() => {
  const beyond = [...document.querySelectorAll("body *")].filter(each => {
    const box = each.getBoundingClientRect();
    return (box.right > innerWidth + 1 || box.left < -1) && box.width > 1
      && !each.closest(".scroll, .unseen, .skip, [popover]:not(:popover-open)");
  });
  const root = document.documentElement;
  const whole = root.scrollWidth > root.clientWidth ? [`${root.scrollWidth} px`] : [];
  return [...whole, ...beyond.map(each => each.outerHTML.slice(0, 90))];
}"""
"""Says what of a page stands beyond its sides."""
STOP = """() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const shown = at.matches(".unseen") ? at.closest("label") : at;
  const style = getComputedStyle(shown);
  const box = shown.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
  const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  return {name: at.outerHTML.slice(0, 120), skip: at.matches(".skip"), ring, inside, main: at.matches("main")};
}"""
"""Describes where the focus is."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

expect.set_options(timeout=PATIENCE)


class Host(SimpleHTTPRequestHandler):
    """Serves a site from a folder of the host, with a strict policy and the site's own page for what is missing."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".md": "text/markdown; charset=utf-8",
        ".jsonld": "application/ld+json",
        ".html": "text/html; charset=utf-8",
        ".xml": "application/xml",
    }

    def translate_path(self, path: str) -> str:
        """Return the file of an address; nothing stands outside the site's folder."""
        if not path.startswith(PREFIX):
            return str(Path(self.directory) / "outside")
        return super().translate_path(path.removeprefix(PREFIX.rstrip("/")))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """Answer with the site's page for what is missing."""
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def end_headers(self) -> None:
        """Add what a strict host adds."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  (the name that the library gives it)
        """Tell nobody."""


class Server(ThreadingHTTPServer):
    """A server that a browser which goes away does not trouble."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of connections that the browser has cut."""


@contextmanager
def hosted(site: Path) -> Iterator[str]:
    """Serve a site on this machine alone; gives its address, which ends in "/"."""
    with Server(("127.0.0.1", 0), functools.partial(Host, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{PREFIX}"
        finally:
            server.shutdown()
            thread.join()


def built_for_host(root: Path) -> Path:
    """Build a project for its folder of the host, and return the folder of its site."""
    settings = root / "sitegen.yaml"
    settings.write_text(settings.read_text("utf-8").replace("/briefs/\n", f"{PREFIX}\n", 1), "utf-8")
    outcome = build(root, Order(root / "site"), Silence())
    assert outcome.published is not None, outcome.problems
    return root / "site"


class Watch:
    """Notes whatever goes wrong on a page: errors, refused or failed requests, dialogues, and requests elsewhere."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.faults: list[str] = []
        page.on("console", lambda said: self._note(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("requestfailed", lambda request: self._failed(request.url, request.failure or ""))
        page.on(
            "response", lambda answer: self._note(f"{answer.url}: {answer.status}") if answer.status >= 400 else None
        )
        page.on("request", lambda request: None if self._is_own(request.url) else self._note(request.url))
        page.on("dialog", self._refuse)

    def _is_own(self, url: str) -> bool:
        return url.startswith((self.address, "data:", "blob:"))

    def _failed(self, url: str, failure: str) -> None:
        if "ERR_ABORTED" not in failure:  # the page was left before the file had come
            self._note(f"{url}: {failure}")

    def _refuse(self, dialog: Dialog) -> None:
        self._note(dialog.message)
        dialog.dismiss()

    def _note(self, text: str) -> None:
        self.faults.append(f"{self.page.url.removeprefix(self.address)}: {text}")


Open = Callable[..., tuple[Page, Watch]]


def texts(locator: Locator) -> list[str]:
    return [" ".join(each.split()) for each in locator.all_inner_texts()]


# ---- fixtures


@pytest.fixture(scope="session")
def site_files(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """Build a site that has every kind of page, and return its folder."""
    return built_for_host(write_project(tmp_path_factory.mktemp("browsed"), repository))


@pytest.fixture(scope="session")
def address(site_files: Path) -> Iterator[str]:
    """Serve the site, and return its address."""
    with hosted(site_files) as found:
        yield found


@pytest.fixture(scope="session")
def paths(site_files: Path) -> list[str]:
    """Return the paths of all pages but those that only lead on."""
    found = sorted(path for path in site_files.rglob("*.html") if path.name != "404.html")
    kept = [path for path in found if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    return [path.relative_to(site_files).as_posix() for path in kept]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Start Playwright for one module: while it runs in a thread, no test there can run a loop of asyncio."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="module")
def browser(playwright: Playwright, browser_type_launch_args: dict[str, Any]) -> Iterator[Browser]:
    """Start Chromium."""
    started = playwright.chromium.launch(
        **{**browser_type_launch_args, "executable_path": find_chromium(), "args": list(QUIET), "timeout": PATIENCE}
    )
    yield started
    started.close()


@pytest.fixture(scope="module")
def browser_context_args(address: str) -> dict[str, Any]:
    """Open every context at the site, with a clipboard, and without movement that tests would have to wait for."""
    return {
        "base_url": address,
        "viewport": {"width": 1280, "height": 800},
        "reduced_motion": "reduce",
        "permissions": ["clipboard-read", "clipboard-write"],
    }


@pytest.fixture
def at_home(address: str, new_context: Callable[..., Any]) -> Iterator[Callable[[Page], None]]:  # noqa: ARG001  (pages end after this)
    """Return a way to have pages served as if by the host that the settings name: some name their files by it."""
    served = []

    def answer(route: Route) -> None:
        route.fulfill(response=route.fetch(url=route.request.url.replace(f"{HOME}{PREFIX}", address)))

    def serve(page: Page) -> None:
        page.route(f"{HOME}{PREFIX}**", answer)
        served.append(page)

    yield serve
    for page in served:
        page.unroute_all(behavior="ignoreErrors")


@pytest.fixture
def opened(new_context: Callable[..., Any], address: str) -> Callable[..., tuple[Page, Watch]]:
    """Return a way to open a page in a context of its own, watched."""

    def open_page(path: str = "", width: int = 1280, height: int = 800, **options: object) -> tuple[Page, Watch]:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE)
        page: Page = context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        watch = Watch(page, address)
        page.goto(path)
        return page, watch

    return open_page
