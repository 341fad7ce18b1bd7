"""Import: how a page is had from the web, and what is refused on the way."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic

import pytest
from saved_pages import PAGE
from test_import import HTML, Reply

from sitegen.importing import Material, Web, fetch, from_web
from sitegen.importing.addresses import is_public, resolve
from sitegen.importing.fetching import LIMIT
from sitegen.importing.web import Errand, FetchError
from sitegen.problems import Kind, Problem


@pytest.fixture
def site() -> Iterator[Callable[[dict[str, Reply]], str]]:
    """Return a way to serve replies by path; it returns where."""
    servers = []

    def serve(replies: dict[str, Reply]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                seen.append((self.path, dict(self.headers)))
                status, headers, body = replies.get(self.path, (404, {}, b""))
                self.send_response(status)
                for name, value in {"Content-Length": str(len(body)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None: ...

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        servers.append(server)
        return f"http://courier.example:{server.server_address[1]}"

    seen: list[tuple[str, dict[str, str]]] = []
    serve.seen = seen  # type: ignore[attr-defined]  # for the tests that ask what was asked
    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def web(**given: object) -> Web:
    """Return a network in which every name leads to this machine, and it is allowed."""
    ways: dict[str, object] = {"resolve": lambda *_: ["127.0.0.1"], "is_allowed": lambda _: True, **given}
    return Web(**ways)  # type: ignore[arg-type]  # each test gives what it changes


def refusal(found: object) -> tuple[Kind, str]:
    assert isinstance(found, Problem), found
    assert found.hint == "save the page in a browser, and import the file"
    return found.kind, found.message


def test_this_machine_is_public_for_nobody() -> None:
    assert {is_public(number) for number in resolve("localhost", 80)} == {False}
    assert refusal(fetch("http://localhost:1/"))[0] is Kind.FETCH_REFUSED


def test_a_name_that_leads_to_a_private_number_as_well_is_refused() -> None:
    found = fetch("https://courier.example/", Web(resolve=lambda *_: ["8.8.8.8", "10.0.0.1"]))
    assert refusal(found) == (
        Kind.FETCH_REFUSED,
        "this address is not asked: courier.example is no machine on the public internet (10.0.0.1)",
    )


def test_a_page_is_had_without_cookies_and_under_our_own_name(site: Callable[[dict[str, Reply]], str]) -> None:
    where = site({"/ferry?a=1": (200, HTML, PAGE.encode())})
    found = from_web(f"{where}/ferry?a=1", date(2024, 5, 6), web())
    assert isinstance(found, Material)
    assert (found.data, found.url, found.charset) == (PAGE.encode(), f"{where}/ferry?a=1", "utf-8")
    assert found.captured == "2024-05-06"
    [(robots, _), (path, headers)] = site.seen  # type: ignore[attr-defined]  # see the fixture
    assert (robots, path) == ("/robots.txt", "/ferry?a=1")
    assert headers["User-Agent"].startswith("sitegen/")
    assert headers["Host"] == where.removeprefix("http://")
    assert "Cookie" not in headers


def test_proxies_of_the_environment_are_not_asked(
    site: Callable[[dict[str, Reply]], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    assert not isinstance(fetch(site({"/": (200, HTML, b"<p>x</p>")}) + "/", web()), Problem)


def test_a_page_that_comes_packed_is_unpacked(site: Callable[[dict[str, Reply]], str]) -> None:
    packed = {**HTML, "Content-Encoding": "gzip"}
    found = fetch(site({"/": (200, packed, gzip.compress(PAGE.encode()))}) + "/", web())
    assert not isinstance(found, Problem)
    assert found.data == PAGE.encode()


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ((404, HTML, b"gone"), "the server answers with the status 404"),
        ((503, HTML, b""), "the server answers with the status 503"),
        ((200, {"Content-Type": "application/pdf"}, b"%PDF"), "it is no web page but application/pdf"),
        ((200, {}, b"<p>x</p>"), "it is no web page but of no stated type"),
        ((200, HTML, bytes(LIMIT + 1)), "it is larger than 10 MB"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(bytes(LIMIT * 3))), "it is larger than 10 MB"),
        ((200, {**HTML, "Content-Encoding": "gzip"}, b"not packed"), "it answers in no way that is understood (error)"),
        (
            (200, {**HTML, "Content-Encoding": "br"}, b"packed"),
            "it comes packed in a way that was not asked for (br)",
        ),
        (
            (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())[:-30]),
            "it breaks off before its end",
        ),
        ((200, {**HTML, "Content-Length": "90000"}, b"<p>x</p>"), "it breaks off before its end"),
        ((302, {"Location": "/page"}, b""), "it leads on to another address more than 5 times"),
    ],
)
def test_what_is_no_page_is_said(reply: Reply, said: str, site: Callable[[dict[str, Reply]], str]) -> None:
    found = fetch(site({"/page": reply}) + "/page", web())
    assert refusal(found) == (Kind.FETCH_FAILED, f"the page could not be had: {said}")


def test_nobody_there_and_nobody_known_is_said() -> None:
    kind, message = refusal(fetch("http://courier.example:1/", web()))
    assert (kind, message.partition(": ")[2][:21]) == (Kind.FETCH_FAILED, "the connection failed")


def test_time_runs_out(site: Callable[[dict[str, Reply]], str]) -> None:
    times = iter([0.0, 1.0, 2.0, *[100.0] * 50])
    found = fetch(site({"/": (200, HTML, PAGE.encode())}) + "/", web(now=lambda: next(times)))
    assert refusal(found) == (Kind.FETCH_FAILED, "the page could not be had: it takes longer than 60 seconds")


def test_every_hop_of_a_redirect_is_checked_anew(site: Callable[[dict[str, Reply]], str]) -> None:
    where = site({"/": (301, {"Location": "http://inner.example/admin"}, b"")})
    numbers = {"courier.example": ["127.0.0.1"], "inner.example": ["10.0.0.1"]}
    found = fetch(where + "/", web(resolve=lambda host, _: numbers[host], is_allowed="127.0.0.1".__eq__))
    assert refusal(found)[0] is Kind.FETCH_REFUSED
    assert "inner.example" in refusal(found)[1]


@pytest.mark.parametrize(
    "onward", ["file:///etc/passwd", "ftp://courier.example/", "http://a:b@courier.example/", "http://[::1"]
)
def test_a_redirect_to_what_is_no_web_address_is_refused(onward: str, site: Callable[[dict[str, Reply]], str]) -> None:
    found = fetch(site({"/": (302, {"Location": onward}, b"")}) + "/", web())
    assert refusal(found)[0] is Kind.FETCH_REFUSED


@pytest.mark.parametrize(
    ("robots", "kind"),
    [
        ((200, {}, b"User-agent: *\nDisallow: /ferry"), Kind.FETCH_REFUSED),
        ((200, {}, b"User-agent: sitegen\nDisallow: /\n\nUser-agent: *\nDisallow:"), Kind.FETCH_REFUSED),
        ((500, {}, b""), Kind.FETCH_REFUSED),
        ((200, {}, b"\xef\xbb\xbfUser-agent: *\nDisallow: /crane"), None),
        ((403, {}, b""), None),
    ],
)
def test_robots_are_obeyed(robots: Reply, kind: Kind | None, site: Callable[[dict[str, Reply]], str]) -> None:
    found = fetch(site({"/robots.txt": robots, "/ferry": (200, HTML, b"<p>x</p>")}) + "/ferry", web())
    assert (found.kind if isinstance(found, Problem) else None) is kind


def test_robots_are_asked_of_every_machine_on_the_way(site: Callable[[dict[str, Reply]], str]) -> None:
    closed = site({"/robots.txt": (200, {}, b"User-agent: *\nDisallow: /"), "/": (200, HTML, b"<p>x</p>")})
    found = fetch(site({"/": (301, {"Location": closed + "/"}, b"")}) + "/", web())
    assert refusal(found)[0] is Kind.FETCH_REFUSED


class Unsealed:
    """A TLS context that encrypts nothing, so that a plain server can answer for a secure one."""

    def wrap_socket(self, sock: socket.socket, server_hostname: str) -> socket.socket:
        """Return the socket as it is."""
        assert server_hostname == "courier.example"
        return sock


def test_a_secure_address_never_leads_to_an_open_one(site: Callable[[dict[str, Reply]], str]) -> None:
    where = site({"/": (301, {"Location": "http://courier.example/"}, b""), "/ferry": (200, HTML, b"<p>x</p>")})
    secure = where.replace("http:", "https:")
    assert not isinstance(fetch(f"{secure}/ferry", web(context=Unsealed())), Problem)
    kind, message = refusal(fetch(f"{secure}/", web(context=Unsealed())))
    assert (kind, message) == (
        Kind.FETCH_REFUSED,
        "this address is not asked: it leads from https to http: http://courier.example/",
    )


def test_a_server_that_speaks_no_tls_is_said(site: Callable[[dict[str, Reply]], str]) -> None:
    kind, message = refusal(fetch(site({}).replace("http:", "https:"), web()))
    assert kind is Kind.FETCH_FAILED
    assert message.startswith("the page could not be had: the connection failed")


def test_the_next_number_is_tried_where_one_does_not_answer(site: Callable[[dict[str, Reply]], str]) -> None:
    where = site({"/": (200, HTML, b"<p>x</p>")})
    assert not isinstance(fetch(f"{where}/", web(resolve=lambda *_: ["::1", "127.0.0.1"])), Problem)


def test_a_server_that_keeps_silent_is_cut_off() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        errand = Errand(Web(resolve=lambda *_: ["127.0.0.1"], is_allowed=lambda _: True), monotonic() + 0.2)
        with pytest.raises(FetchError, match="longer than 60 seconds"):
            errand.get(f"http://courier.example:{silent.getsockname()[1]}/", 1000, lambda _: None)


def test_a_page_that_is_cut_off_for_its_time_is_none() -> None:
    with socket.create_server(("127.0.0.1", 0)) as dripping:

        def drip() -> None:
            wire, _ = dripping.accept()
            with wire, suppress(OSError):
                wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>x</p>")
                wire.recv(1 << 16)
                wire.recv(1)  # until it is cut

        threading.Thread(target=drip, daemon=True).start()
        errand = Errand(Web(resolve=lambda *_: ["127.0.0.1"], is_allowed=lambda _: True), monotonic() + 0.3)
        with pytest.raises(FetchError, match="longer than 60 seconds"):
            errand.get(f"http://courier.example:{dripping.getsockname()[1]}/", 1000, lambda _: None)
