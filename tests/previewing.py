"""A preview to look at as a browser does, of a project with one page."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from livereload.handlers import LiveReloadHandler  # type: ignore[import-untyped]  # livereload has no types
from tornado.httpclient import AsyncHTTPClient, HTTPRequest, HTTPResponse
from tornado.websocket import WebSocketClientConnection, websocket_connect

from sitegen import serve as serving
from sitegen.pipeline import Outcome, Progress
from sitegen.problems import Kind, Location, Problem
from sitegen.publish import Published
from sitegen.serve.preview import Preview

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


def replaced(file: Path, text: str) -> None:
    """Save as most editors do: into a file beside, which takes the place of the old one."""
    beside = file.with_name(f".{file.name}.tmp")
    beside.write_text(text)
    beside.replace(file)
