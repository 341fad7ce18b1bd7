"""Imports ask public machines alone, however an address writes the number of another one; no name server is asked."""

import pytest

from sitegen.importing import Web, fetch
from sitegen.problems import Kind, Problem

INNER = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.1",
    "0177.0.0.1",
    "017700000001",
    "0.0.0.0",  # noqa: S104  (nothing is bound to it)
    "0",
    "10.0.0.1",
    "172.16.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "0xa9fea9fe",
    "2852039166",
    "100.100.100.200",
    "192.0.0.192",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "[::1]",
    "[::]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[::ffff:a9fe:a9fe]",
    "[::127.0.0.1]",
    "[fe80::1]",
    "[fd00:ec2::254]",
    "[fec0::1]",
    "[2002:7f00:1::]",
    "[64:ff9b::7f00:1]",
    "[64:ff9b:1::7f00:1]",
    "[2001::7f00:1]",
    "127.0.0.1.",
    "１２７.0.0.1",
    "127。0。0。1",
]
"""This machine, its network and the services of clouds, as the system's own resolver understands them."""
NO_ADDRESS = [
    "file:///etc/passwd",
    "file://localhost/etc/passwd",
    "gopher://127.0.0.1/",
    "data:text/html,x",
    "//a.example/",
]


@pytest.mark.parametrize("host", INNER)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_machine_that_is_not_public_is_never_connected_to(
    scheme: str, host: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a connection was made")

    monkeypatch.setattr("socket.create_connection", refuse)
    found = fetch(f"{scheme}://{host}/latest/meta-data/")
    assert isinstance(found, Problem)
    assert found.kind in {Kind.FETCH_REFUSED, Kind.FETCH_FAILED}


@pytest.mark.parametrize("url", NO_ADDRESS)
def test_only_web_addresses_are_asked(url: str) -> None:
    found = fetch(url)
    assert isinstance(found, Problem)
    assert found.kind is Kind.FETCH_REFUSED


def test_a_name_that_leads_to_another_number_the_second_time_is_connected_to_by_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """DNS rebinding: what was checked is what is connected to."""
    answers = iter([["93.184.216.34"], ["127.0.0.1"]])
    asked: list[object] = []

    def connect(where: object, *_: object) -> None:
        asked.append(where)
        raise ConnectionRefusedError

    monkeypatch.setattr("socket.create_connection", connect)
    found = fetch("http://rebound.example/", Web(resolve=lambda *_: next(answers)))
    assert isinstance(found, Problem)
    assert asked == [("93.184.216.34", 80)]
