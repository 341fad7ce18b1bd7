"""The page that an address leads to: robots.txt obeyed, type and size checked."""

from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from sitegen.importing.addresses import Address, RefusalError
from sitegen.importing.web import AGENT, DEADLINE, Answer, Errand, FetchError, Web
from sitegen.problems import Kind, Location, Problem

LIMIT = 10_000_000
"""Bytes of a page."""
_ROBOTS_LIMIT = 500_000
"""Bytes of a robots.txt, as RFC 9309 has it."""
_KINDS = frozenset({"text/html", "application/xhtml+xml"})
_OK, _GONE = 200, range(400, 500)
_SAVE = "save the page in a browser, and import the file"


def fetch(url: str, web: Web | None = None) -> Answer | Problem:
    """Return the page at an address, or what stands against it."""
    web = web or Web()
    errand = Errand(web, web.now() + DEADLINE)
    rules: dict[str, RobotFileParser] = {}
    try:
        answer = errand.get(url, LIMIT, lambda address: _obey(errand, address, rules))
    except RefusalError as reason:
        return Problem(_place(url), Kind.FETCH_REFUSED, f"this address is not asked: {reason}", hint=_SAVE)
    except FetchError as reason:
        return Problem(_place(url), Kind.FETCH_FAILED, f"the page could not be had: {reason}", hint=_SAVE)
    if fault := _fault(answer):
        return Problem(_place(url), Kind.FETCH_FAILED, f"the page could not be had: {fault}", hint=_SAVE)
    return answer


def _fault(answer: Answer) -> str:
    if answer.status != _OK:
        return f"the server answers with the status {answer.status}"
    if answer.kind not in _KINDS:
        return f"it is no web page but {answer.kind or 'of no stated type'}"
    return ""


def _obey(errand: Errand, address: Address, rules: dict[str, RobotFileParser]) -> None:
    """Raise RefusalError where the site's robots.txt forbids the address."""
    if address.origin not in rules:
        rules[address.origin] = _robots(errand, address)
    if not rules[address.origin].can_fetch(AGENT, address.url):
        message = f"the site asks programs not to ({address.origin}/robots.txt)"
        raise RefusalError(message)


def _robots(errand: Errand, address: Address) -> RobotFileParser:
    """Read the robots.txt of a site as RFC 9309 says: where there is none, all is allowed; where it fails, nothing."""
    found = RobotFileParser()
    where = urlsplit(address.url)._replace(path="/robots.txt", query="", fragment="").geturl()
    answer = errand.get(where, _ROBOTS_LIMIT, lambda _: None)
    if answer.status == _OK:
        found.parse(answer.data.decode("utf-8", "replace").lstrip("\ufeff").splitlines())
    elif answer.status in _GONE:
        found.parse([])
    else:
        message = f"its robots.txt fails with the status {answer.status}, so nobody can say what is allowed"
        raise RefusalError(message)
    return found


def _place(url: str) -> Location:
    return Location("".join(char for char in url if char.isprintable()))
