"""What a preview serves: files of the site and nothing else, to this machine alone, and with what a preview needs."""

import asyncio
from pathlib import Path

import pytest
from previewing import PAGE, Project, play, replaced, served
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from sitegen.serve.guard import is_own
from sitegen.serve.pages import page_at, widened, with_script


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Make a project."""
    return Project(tmp_path)


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
