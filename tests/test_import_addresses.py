"""Import: which addresses and machines are asked."""

import pytest

from sitegen.importing.addresses import RefusalError, is_public, parse_address


@pytest.mark.parametrize(
    ("number", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::8.8.8.8", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  (that it is refused is the point)
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("198.18.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::", False),
        ("::1", False),
        ("fe80::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("2001:db8::1", False),
        ("2002:0a00:0001::", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::10.0.0.1", False),
        ("no number", False),
    ],
)
def test_only_machines_on_the_public_internet_are_asked(number: str, public: bool) -> None:  # noqa: FBT001  (a table)
    assert is_public(number) is public


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("ftp://courier.example/ferry", "begins with https://"),
        ("file:///etc/passwd", "begins with https://"),
        ("http://0x\0\0.1/", "begins with https://"),
        ("http://a\u202eb.example\x7f/", "this is no web address"),
        ("https://", "begins with https://"),
        ("https://ines:secret@courier.example/", "user name or a password"),
        ("https://courier.example:99999/", "no web address"),
        ("https://[::1/", "no web address"),
        ("https://[fe80::1%eth0]/", "no web address"),
        ("https://[::1%é]/", "no web address"),
        ("https://" + "a" * 70 + ".example/", "no web address"),
    ],
)
def test_what_is_no_web_address_is_refused(typed: str, said: str) -> None:
    with pytest.raises(RefusalError, match=said):
        parse_address(typed)


def test_an_address_is_asked_for_as_the_network_writes_it() -> None:
    address = parse_address(" https://Kürier.example/mole ost?q=ä&x=%20#top ")
    assert (address.host, address.port) == ("xn--krier-kva.example", 443)
    assert address.target == "/mole%20ost?q=%C3%A4&x=%20"
