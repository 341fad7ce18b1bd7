"""Serve: where a preview stands, whom it tells what, and how it ends."""

import asyncio
import errno
import signal
import socket
import threading
import webbrowser
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from previewing import PATIENCE, Project, play, served, until

from sitegen import serve as serving
from sitegen.pipeline import Order, Outcome, Progress
from sitegen.pipeline.crew import Crew
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.publish import Published


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project."""
    return Project(tmp_path)


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
