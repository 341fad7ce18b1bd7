"""Serve: the preview in a browser."""

import asyncio
import errno
import json
import signal
import socket
import threading
import time
import webbrowser
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from livereload.handlers import LiveReloadHandler  # type: ignore[import-untyped]  # livereload has no types
from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from sitegen import serve as serving
from sitegen.pipeline import Order, Outcome, Progress
from sitegen.pipeline.crew import Crew
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.publish import Published
from sitegen.serve import building
from sitegen.serve.guard import is_own
from sitegen.serve.pages import page_at, widened, with_script
from sitegen.serve.preview import Preview
from sitegen.serve.watching import Inputs

PATIENCE = 20
"""Seconds after which a test gives up; nothing waits for them where all is well."""

FAULT = Problem(Location("seeds/a.yaml", 3, 7), Kind.UNKNOWN_KEY, "there is no key <b>qoute</b>", hint="quote:")
PAGE = "<!doctype html><html><head><title>a</title></head><body>{text}</body></html>"


class Project:
    """A project whose only stage copies one seed into a page; a seed with “!” in it is broken."""

    def __init__(self, root: Path) -> None:
        self.root, self.target = root / "project", root / "preview/site"
        self.said: list[str] = []
        self.builds = 0
        self.published = Published(changed=("index.html",))
        self.meanwhile: Callable[[str, Progress], None] = lambda _text, _progress: None
        """What happens between reading and publishing."""
        self.shown: list[str] = []
        """Every text that was published."""
        (self.root / "seeds").mkdir(parents=True)
        self.seed = self.root / "seeds/a.txt"
        self.seed.write_text("first")

    def build(self, progress: Progress) -> Outcome:
        """Build as the pipeline would."""
        self.builds += 1
        text = self.seed.read_text()
        self.meanwhile(text, progress)
        progress.start("publishing", 1)
        if "?" in text:
            raise RuntimeError(text)
        if "!" in text:
            return Outcome((FAULT,))
        self.target.mkdir(parents=True, exist_ok=True)
        replaced(self.target / "index.html", PAGE.format(text=text))
        self.shown.append(text)
        return Outcome(published=self.published)

    def preview(self) -> Preview:
        """Return a preview of it."""
        return Preview(self.root, self.target, self.build)


class Browser:
    """A client of the preview."""

    def __init__(self, address: str, preview: Preview) -> None:
        self.address = address
        self.preview = preview

    async def get(self, path: str = "", **headers: str) -> HTTPResponse:
        """Fetch a path, whatever the answer."""
        request = HTTPRequest(self.address + path, headers=headers, follow_redirects=False)
        return await AsyncHTTPClient().fetch(request, raise_error=False)

    async def report(self) -> dict[str, object]:
        """Fetch what the panel shows."""
        report: dict[str, object] = json.loads((await self.get("__sitegen/problems.json")).body)
        return report

    @asynccontextmanager
    async def page(self, path: str = "") -> AsyncIterator[WebSocketClientConnection]:
        """Wait for changes as an open page does."""
        connection = await websocket_connect(self.address.replace("http", "ws") + "livereload")
        await connection.write_message('{"command": "hello"}')
        assert "hello" in str(await connection.read_message())
        waiting = len(LiveReloadHandler.waiters)
        await connection.write_message(json.dumps({"command": "info", "url": self.address + path}))
        await until(lambda: len(LiveReloadHandler.waiters) > waiting)
        try:
            yield connection
        finally:
            connection.close()
            await until(lambda: len(LiveReloadHandler.waiters) == waiting)


async def until(condition: Callable[[], bool]) -> None:
    """Wait for something that nobody reports."""
    while not condition():  # noqa: ASYNC110  (the parts of the program that change it know no tests)
        await asyncio.sleep(0.005)


@asynccontextmanager
async def served(project: Project, host: str = "127.0.0.1") -> AsyncIterator[Browser]:
    """Serve a project whose first build has ended."""
    preview = project.preview()
    task = asyncio.create_task(serving.run(preview, host, 0, open_browser=False, say=project.said.append))
    try:
        await until(lambda: bool(preview.builds) or task.done())
        yield Browser(project.said[0].split()[1], preview)
    finally:
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


def play(scene: Coroutine[object, object, None]) -> None:
    """Play a scene to its end."""

    async def limited() -> None:
        async with asyncio.timeout(PATIENCE):
            await scene

    asyncio.run(limited())


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project."""
    return Project(tmp_path)


def test_a_change_of_a_seed_reloads_the_page_and_shows_the_new_text(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser:
            assert b"first" in (await browser.get()).body
            async with browser.page() as page:
                project.seed.write_text("second")
                message = json.loads(str(await page.read_message()))
            assert (message["command"], message["path"]) == ("reload", "index.html")
            assert b"second" in (await browser.get("index.html")).body

    play(scene())


def test_the_last_good_page_stays_while_something_is_wrong_and_the_panel_says_what(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            project.seed.write_text("broken!")
            await page.read_message()
            assert b"first" in (await browser.get()).body
            report = await browser.report()
            assert report["broken"] is True
            told = {"place": "seeds/a.yaml:3:7", "severity": "error", "code": "unknown-key", "hint": "quote:"}
            assert report["problems"] == [{**told, "message": FAULT.message}]
            assert str(FAULT) in project.said
            project.seed.write_text("mended")
            await page.read_message()
            assert await browser.report() == {"building": False, "broken": False, "failure": "", "problems": []}
            assert b"mended" in (await browser.get()).body

    play(scene())


def test_before_the_first_good_build_a_page_says_so_and_reloads_by_itself(project: Project) -> None:
    project.seed.write_text("broken!")

    async def scene() -> None:
        async with served(project) as browser:
            answer = await browser.get()
            assert answer.code == 503
            assert b"no page to show yet" in answer.body
            assert b"preview.js" in answer.body
            async with browser.page() as page:
                project.seed.write_text("mended")
                await page.read_message()
            assert (await browser.get()).code == 200

    play(scene())


def test_a_bug_or_a_broken_machine_ends_one_build_and_not_the_preview(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            project.seed.write_text("what?")
            await page.read_message()
            assert "mistake in sitegen" in str((await browser.report())["failure"])
            assert any("RuntimeError: what?" in line for line in project.said)
            project.seed.unlink()
            await page.read_message()
            assert "no such file" in str((await browser.report())["failure"])
            project.seed.write_text("mended")
            await page.read_message()
            assert (await browser.report())["failure"] == ""

    play(scene())


def test_a_storm_of_saves_is_a_few_builds(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            for number in range(200):
                project.seed.write_text(f"save {number}")
            while b"save 199" not in (await browser.get()).body:
                await page.read_message()
            assert project.builds < 20

    play(scene())


def test_a_folder_that_comes_later_is_watched_too(project: Project) -> None:
    async def scene() -> None:
        async with served(project):
            for name in ("content/page.md", "content/other.md", "sitegen.yaml"):
                builds = project.builds
                (project.root / name).parent.mkdir(exist_ok=True)
                (project.root / name).write_text("x")
                await until(lambda builds=builds: project.builds > builds)  # type: ignore[misc]  # as in other lambdas

    play(scene())


def test_what_did_not_change_does_not_reload(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            project.published = Published(kept=1)
            said, builds = len(project.said), project.builds
            replaced(project.seed, "x")
            await until(lambda: project.builds > builds)
            project.published = Published(changed=("index.html",))
            replaced(project.seed, "y")
            await page.read_message()
            assert project.builds == builds + 2
            assert len(project.said) == said

    play(scene())


@pytest.mark.parametrize(
    ("moved", "loads"),
    [
        ("index.html", True),
        ("assets/style.css", True),
        ("photo.JPG", True),
        ("briefs/other.html", False),
        ("briefs/other.csl.json", False),
        ("_headers", False),
        ("cards/other.png", False),
        ("pagefind/pagefind.js", False),
    ],
)
def test_a_page_loads_again_when_it_or_what_it_is_made_of_changed(project: Project, moved: str, *, loads: bool) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page() as page:
            project.published = Published(changed=(moved,))
            builds = browser.preview.builds
            project.seed.write_text("x")
            await until(lambda: browser.preview.builds > builds)
            await page.write_message('{"command": "hello"}')  # is answered after what was sent before
            assert json.loads(str(await page.read_message()))["command"] == ("reload" if loads else "hello")

    play(scene())


def test_a_page_that_is_not_there_yet_loads_again_when_anything_is_new(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser, browser.page("briefs/later.html") as page:
            project.published = Published(new=("briefs/later.html",))
            project.seed.write_text("x")
            await page.read_message()

    play(scene())


def test_a_build_that_another_save_overtakes_shows_nothing(project: Project) -> None:
    def save_again(text: str, progress: Progress) -> None:
        if text == "half":
            replaced(project.seed, "whole")
            until_overtaken(progress)

    async def scene() -> None:
        project.meanwhile = save_again
        async with served(project) as browser, browser.page() as page:
            replaced(project.seed, "half")
            await page.read_message()
            assert b"whole" in (await browser.get()).body
            assert project.shown == ["first", "whole"]
            assert project.builds == 3
            assert browser.preview.builds == 2

    play(scene())


def test_files_that_never_stop_changing_are_shown_after_a_while(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def save_again(_: str, progress: Progress) -> None:
        if project.builds > 1:
            project.seed.write_text(f"save {project.builds}")
            until_overtaken(progress, patience=0.3)

    async def scene() -> None:
        project.meanwhile = save_again
        async with served(project) as browser, browser.page() as page:
            monkeypatch.setattr(building, "LONGEST_WAIT", 0.2)
            project.seed.write_text("save 1")
            await page.read_message()
            assert b"save" in (await browser.get()).body

    play(scene())


def until_overtaken(progress: Progress, patience: float = PATIENCE) -> None:
    """Go on with a build until it is ended for another, or patience is."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        progress.advance()
        time.sleep(0.001)


def in_place(file: Path, text: str) -> None:
    file.write_text(text)


def replaced(file: Path, text: str) -> None:
    """Save as most editors do: into a file beside, which takes the place of the old one."""
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text(text)
    beside.replace(file)


def kept_aside(file: Path, text: str) -> None:
    """Save as vim does: a probe, the old file kept aside, a new one in its place."""
    probe, aside = file.with_name("4913"), file.with_name(f"{file.name}~")
    probe.touch()
    probe.unlink()
    file.rename(aside)
    file.write_text(text)
    aside.unlink()


def in_two_goes(file: Path, text: str) -> None:
    file.write_text("")
    with file.open("a") as opened:
        opened.write(text)


@pytest.mark.parametrize("save", [in_place, replaced, kept_aside, in_two_goes])
def test_every_way_to_save_a_file_is_noticed(project: Project, save: Callable[[Path, str], None]) -> None:
    async def scene() -> None:
        async with served(project) as browser:
            for number in range(3):
                save(project.seed, f"save {number}")
                while f"save {number}".encode() not in (await browser.get()).body:
                    pass
            assert (await browser.report())["failure"] == ""

    play(scene())


def test_a_file_that_is_replaced_while_it_is_sent_is_sent_whole(project: Project) -> None:
    sizes = (10, 70_000)

    def replace_often() -> None:
        for number in range(2000):
            replaced(project.target / "style.css", "x" * sizes[number % 2])

    async def scene() -> None:
        async with served(project) as browser:
            replaced(project.target / "style.css", "x" * sizes[0])
            replacing = asyncio.create_task(asyncio.to_thread(replace_often))
            while not replacing.done():
                answer = await browser.get("style.css")
                assert (answer.code, len(answer.body) in sizes) == (200, True)
            await replacing

    play(scene())


@pytest.mark.parametrize(
    ("wanted", "code", "body"),
    [("bytes=2-4", 206, b"cde"), ("bytes=-2", 206, b"ef"), ("bytes=3-", 206, b"def"), ("bytes=9-", 416, b"")],
)
def test_a_part_of_a_file_is_sent_to_players_of_films(project: Project, wanted: str, code: int, body: bytes) -> None:
    async def scene() -> None:
        async with served(project) as browser:
            (project.target / "film.mp4").write_bytes(b"abcdef")
            answer = await browser.get("film.mp4", Range=wanted)
            assert (answer.code, answer.body) == (code, body)

    play(scene())


def test_files_are_served_as_they_are(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser:
            (project.target / "style.css").write_text("a {}")
            (project.target / "notes.md").write_text("“é”")
            (project.target / "tags").mkdir()
            (project.target / "tags/index.html").write_text("tags")
            (project.target / "404.html").write_text(PAGE.format(text="nothing here"))
            style = await browser.get("style.css")
            assert (style.body, style.headers["Cache-Control"]) == (b"a {}", "no-store")
            assert "Etag" not in style.headers
            assert (await browser.get("notes.md")).headers["Content-Type"] == "text/markdown; charset=utf-8"
            assert (await browser.get("tags/")).body.startswith(b"tags")
            for path in ("missing.html", "missing.css", "tags", "missing/"):
                answer = await browser.get(path)
                assert (answer.code, b"nothing here" in answer.body) == (404, True), path

    play(scene())


def test_nothing_outside_the_site_is_served(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser:
            (project.target / "link.html").symlink_to(project.seed)
            outside = (
                "../../project/seeds/a.txt",
                "%2e%2e/%2e%2e/project/seeds/a.txt",
                f"/{project.seed}",
                "link.html",
            )
            for path in (
                *outside,
                "__sitegen/../pages.py",
                "__sitegen/%2e%2e/pages.py",
                "%00.html",
                "a" * 5000 + ".html",
            ):
                answer = await browser.get(path)
                assert answer.code in {403, 404, 503}, path
                assert b"first" not in answer.body

    play(scene())


def test_other_sites_can_neither_read_the_preview_nor_open_its_socket(project: Project) -> None:
    async def scene() -> None:
        async with served(project) as browser:
            for path in ("", "__sitegen/problems.json", "livereload.js", "__sitegen/preview.js"):
                answer = await browser.get(path, Host="evil.example:80")
                assert (answer.code, b"421: Misdirected Request" in answer.body) == (421, True), path
            url = browser.address.replace("http", "ws") + "livereload"
            for headers in ({"Host": "evil.example"}, {"Origin": "http://evil.example"}):
                with pytest.raises(HTTPClientError):
                    await websocket_connect(HTTPRequest(url, headers=headers))

    play(scene())


@pytest.mark.parametrize(
    ("address", "own"),
    [
        ("127.0.0.1:8000", True),
        ("localhost", True),
        ("LOCALHOST:80", True),
        ("[::1]:8000", True),
        ("192.168.1.7:8000", True),
        ("desk.example:8000", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("x@localhost", False),
        ("localhost\"'", False),
        ("", False),
        ("[", False),
    ],
)
def test_a_host_is_this_machine_by_number_or_by_a_name_of_its_own(address: str, *, own: bool) -> None:
    assert is_own(address, "desk.example") is own


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("", "script-src 'self'; style-src 'self'; connect-src 'self' ws://h:1"),
        (
            "default-src 'none'; script-src 'self'",
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws://h:1",
        ),
        (
            "style-src x 'none';  CONNECT-SRC 'self' ws://h:1; script-src 'none'",
            "style-src x 'self'; connect-src 'self' ws://h:1; script-src 'self'",
        ),
        (
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",  # of the search
            "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' ws://h:1; style-src 'self'",
        ),
    ],
)
def test_a_policy_is_widened_by_what_the_preview_needs_and_no_more(policy: str, expected: str) -> None:
    assert widened(policy, "h:1") == expected


def test_the_policy_of_a_page_allows_what_is_added_to_it() -> None:
    meta = '<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;">'
    page = with_script(f"<head>{meta}</head>x</head>", "[::1]:8000")
    assert "ws://[::1]:8000" in page
    assert '<script src="/livereload.js?host=[::1]&amp;port=8000" defer></script></head>x</head>' in page
    assert page.count("<script") == 2
    assert with_script("no head", "localhost").startswith("no head<link")


def test_a_page_is_found_only_inside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "secret.html").write_text("x")
    assert page_at(tmp_path / "site", "../secret.html") is None
    assert page_at(tmp_path / "site", str(tmp_path / "secret.html")) is None
    assert page_at(tmp_path / "site", "a\0.html") is None


def test_hidden_files_and_those_of_editors_are_no_inputs() -> None:
    from watchfiles import Change  # noqa: PLC0415  (as late as in the program)

    wanted = Inputs(Path("/home/.me/project"))
    seeds = "/home/.me/project/seeds/"
    assert wanted(Change.modified, f"{seeds}a.txt")
    assert not any(wanted(Change.added, f"{seeds}{name}") for name in (".a.txt.swp", "a.txt~", ".git/x", ".#a.txt"))


def test_a_taken_port_is_said_and_the_next_one_is_used(project: Project) -> None:
    async def scene() -> None:
        with socket.create_server(("127.0.0.1", 0)) as other:
            port = other.getsockname()[1]
            run = serving.run(project.preview(), "127.0.0.1", port, open_browser=False, say=project.said.append)
            task = asyncio.create_task(run)
            await until(lambda: len(project.said) > 1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
        found = project.said[1].split(":")[-1].split("/")[0]
        assert project.said[0] == f"port {port} is taken, so the preview is on port {found}"
        assert int(found) != port

    play(scene())


def test_ports_that_are_all_taken_are_an_error_of_one_sentence(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken(_address: tuple[str, int], *, family: int) -> socket.socket:
        raise OSError(errno.EADDRINUSE, f"in use {family}")

    monkeypatch.setattr(socket, "create_server", taken)
    with pytest.raises(OSError, match="ports 8000 to 8009 are taken"):
        play(serving.run(project.preview(), "127.0.0.1", 8000, open_browser=False, say=project.said.append))


def test_an_address_that_is_not_ours_is_an_error(project: Project) -> None:
    with pytest.raises(OSError, match="assign"):
        play(serving.run(project.preview(), "192.0.2.1", 0, open_browser=False, say=project.said.append))


def test_serving_to_the_network_is_said(project: Project) -> None:
    async def scene() -> None:
        async with served(project, host="0.0.0.0"):  # noqa: S104  (what it says of it is the test)
            assert project.said[0].startswith("preview: http://127.0.0.1:")
            assert "other people in this network can read it too" in project.said

    play(scene())


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let Ctrl-C through, which shells switch off for what they run in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_serve_builds_the_preview_into_a_folder_of_its_own(
    project: Project, monkeypatch: pytest.MonkeyPatch, ending: signal.Signals
) -> None:
    orders: list[tuple[Path, str, bool, Path]] = []
    opened, ended = threading.Event(), threading.Event()

    def build(root: Path, order: Order, progress: Progress, *, crew: Crew) -> Outcome:
        assert crew.place is not None
        progress.start("reading", 1)
        progress.advance()
        orders.append((root, order.edition, order.keep_going, order.target))
        assert project.root not in order.target.parents
        warning = Problem(Location("sitegen.yaml"), Kind.URL_MISSING, "no url", severity=Severity.WARNING)
        ended.set()
        return Outcome((warning,), Published())

    def say(line: str) -> None:
        project.said.append(line)
        if line.endswith("warnings: 1") and opened.wait(PATIENCE):
            signal.raise_signal(ending)

    monkeypatch.setattr(serving, "build_project", build)
    monkeypatch.setattr(webbrowser, "open", open_with(opened))
    serving.serve(project.root, "127.0.0.1", 0, open_browser=True, say=say)
    assert [order[:3] for order in orders] == [(project.root, "preview", True)]
    assert not (project.root / "site").exists()
    assert not orders[0][3].parent.exists()


def open_with(opened: threading.Event) -> Callable[[str], bool]:
    """Return a stand-in for the browser that says when it was opened."""

    def open_browser(address: str) -> bool:
        opened.set()
        return address.startswith("http://127.0.0.1")

    return open_browser
