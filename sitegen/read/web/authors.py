"""Who wrote a page: JSON-LD, meta elements and the visible byline, conflicts resolved by stated rules."""

import html
import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise

from lxml.html import HtmlElement

from sitegen.read.bylines import is_byline, is_name, starts_by
from sitegen.read.date_lines import is_date_line, without_dates
from sitegen.read.furniture import AGENCY
from sitegen.read.web.declared import Declared, texts_of
from sitegen.read.web.near import LONGEST, is_away, lines_near, pieces_of
from sitegen.read.web.outlet import Outlet
from sitegen.read.web.tree import elements, names_of, words_of

_META = (
    "author",
    "article:author_name",
    "parsely-author",
    "sailthru.author",
    "sailthru.byline_name",
    "byl",
    "dc.creator",
    "dcterms.creator",
    "dc.author",
    "article:author",
    "citation_author",
    "cxenseparse:author",
)
_BY = re.compile(
    r"^(?:(?:written|reported|posted|story|words|text|analysis|review|opinion|column|report)\s+)?by\b[\s:—–-]*"
    r"|^authors?\s*:\s*",
    re.IGNORECASE,
)
_BARS = re.compile(r"\s*[|•·/]\s*|\s+[-–—]\s+|\s*[—–]\s*|\t|\s{3,}")
_PEOPLE = re.compile(r"(?:(?<!\s)\s++)?(?:,|;|&|\band\b|\bwith\b)\s*", re.IGNORECASE)
_ROLE = re.compile(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|journalists?|columnists?|contribut(?:ors?|ing)|producers?"
    r"|desk|bureau|team|newsroom|analysts?|freelancer?|special to|author|published|updated|sponsored|senior|chief"
    r"|intern|content|partners?|brand)\b",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"^(?:jr|sr|ii|iii|iv|md|m\.d|phd|ph\.d|mp|esq|dds|rn|mba|jd)\.?$", re.IGNORECASE)
_LONGEST = 2_000
"""Characters; what is longer tells no authors."""
_FROM = re.compile(r"(?<!\s)\s++(?:in|for|at|from|special to|on behalf of)\s+.*|(?:(?<!\s)\s++)?\(.*\)$", re.IGNORECASE)
_SYSTEM = (
    "admin",
    "administrator",
    "webmaster",
    "user",
    "super user",
    "wp",
    "root",
    "none",
    "null",
    "undefined",
    "n/a",
)
_LABELS = (
    "author",
    "by",
    "editor",
    "guest",
    "newsroom",
    "staff",
    "share",
    "follow",
    "subscribe",
    "anonymous",
    "unknown",
)
_NOBODY = frozenset((*_SYSTEM, *_LABELS, "partner content", "sponsored content"))
_HANDLE = re.compile(r"[@#]\S|://|www\.|\S@\S|^[\w-]+(?:\.[\w-]+)+$|_")
_CALLED = re.compile(r"(?:^|[\s_-])(?:by-?lines?|authors?|writers?)(?:$|[\s_-])", re.IGNORECASE)
_PROFILE = re.compile(
    r"/(?:authors?|by|bylines?|staff|writers?|reporters?|journalists?|columnists?|contributors?|correspondents?)/[^/]",
    re.IGNORECASE,
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_AGENCY = re.compile(AGENCY)
_MOST = 12
"""Authors that are believed; more are a list of all who ever wrote."""


def find_authors(
    root: HtmlElement, declared: Declared, outlet: Outlet, headline: HtmlElement | None
) -> tuple[str, ...]:
    """Return the authors: declared people, else the visible byline, else declared organisations but the outlet.

    A declared name is spelt as the byline prints it.
    """
    people, others = _declared(declared, outlet)
    printed = _printed(root, outlet, headline)
    shown = {_plain(name): name for name in printed}
    found = [shown.get(_plain(name), name) for name in people] or printed or others
    return tuple(dict.fromkeys(found))[:_MOST]


def _declared(declared: Declared, outlet: Outlet) -> tuple[list[str], list[str]]:
    """Return the people and the organisations that a page declares as authors; the first place with people counts."""
    people: list[str] = []
    others: list[str] = []
    for texts, is_person in _places(declared):
        names = [name for text in texts for name in names_in(text) if not outlet.is_named(name)]
        # "News Staff" signs for want of a name, which the visible byline may have.
        for name in names:
            (people if is_person and not _ROLE.search(name) else others).append(name)
        if people:
            break
    return people, others


def _places(declared: Declared) -> Iterator[tuple[list[str], bool]]:
    """Yield what each place says of authors, best first, and whether it means people."""
    for record in declared.articles():
        for key in ("author", "creator"):
            values = [declared.resolved(value) for value in _listed(record.get(key))]
            yield [text for value in values if _is_person(value) for text in texts_of(value)], True
            yield [text for value in values if not _is_person(value) for text in texts_of(value)], False
    for name in _META:
        yield list(declared.meta(name)), True


def _listed(value: object) -> list[object]:
    return [each for item in value for each in _listed(item)] if isinstance(value, list) else [value]


def _is_person(value: object) -> bool:
    """Say whether a record is of a person; a bare name is taken for one."""
    return not (isinstance(value, Mapping) and "Organization" in str(value.get("@type")))


def _printed(root: HtmlElement, outlet: Outlet, headline: HtmlElement | None) -> list[str]:
    """Return the names of the visible byline: the first line near the headline that has any, else what is called so."""
    lines = lines_near(root, headline)
    for element in lines:
        if _is_byline(element) and (names := _names_of(element, outlet)):
            return names
    if names := _beside_date([piece for element in lines for piece in pieces_of(element)]):
        return names
    for element in elements(root, "a", "span", "div", "p", "address", "h6", "section", "strong"):
        fits = _is_called_so(element) and not is_away(element) and len(words_of(element)) <= LONGEST
        if fits and (names := _names_of(element, outlet)):
            return names
    return []


def _beside_date(pieces: list[str]) -> list[str]:
    """Return the name that stands alone before a date."""
    for piece, after in pairwise(pieces):
        if is_date_line(after) and not is_date_line(piece) and is_byline(piece, beside_date=True):
            return names_in(piece)
    return []


def _is_byline(element: HtmlElement) -> bool:
    if starts_by(without_dates(words_of(element))):
        return True
    profiles = (_PROFILE.search(link.get("href") or "") for link in elements(element, "a"))
    return any(map(_is_called_so, elements(element))) or any(profiles)


def _is_called_so(element: HtmlElement) -> bool:
    return bool(_CALLED.search(_CAMEL.sub("-", names_of(element))))


def _names_of(element: HtmlElement, outlet: Outlet) -> list[str]:
    """Return the names in a byline: what follows "By", and other pieces of its markup that are names."""
    words = words_of(element)
    linked = [link for link in elements(element) if link.get("rel") == "author" or link.get("itemprop") == "author"]
    pieces = [piece for link in linked for piece in pieces_of(link)] or _after_by(pieces_of(element))
    names = [name for piece in pieces for name in _names_in_piece(piece, outlet) if _is_somebody(name, outlet, words)]
    people = [name for name in names if not _AGENCY.fullmatch(name)]
    return list(dict.fromkeys(people or names))


def _names_in_piece(piece: str, outlet: Outlet) -> list[str]:
    """Return the names in a piece of a byline; an outlet called "A & B" is not two people."""
    names = names_in(without_dates(piece))
    return [] if outlet.is_named(piece) and len(names) > 1 else names


def _after_by(pieces: list[str]) -> list[str]:
    """Return the pieces from "By" on: before it stand sections and pictures."""
    start = next((number for number, piece in enumerate(pieces) if _BY.match(piece)), 0)
    return pieces[start:]


def _is_somebody(name: str, outlet: Outlet, words: str) -> bool:
    """Say whether a visible name can be an author's; that of the outlet only where the byline says "By" it."""
    if is_date_line(name) or _ROLE.search(name):
        return False
    return bool(_BY.match(words)) if outlet.is_named(name) else len(name.split()) > 1


def names_in(text: str) -> list[str]:
    """Return the names in a text that tells authors: "By A and B, Staff Writers | The Outlet"."""
    text = " ".join(html.unescape(text).replace("\u200b", "").split())
    # ", The Harbour Courier": the system had no name to put before it.
    if text.startswith(",") or len(text) > _LONGEST:
        return []
    while found := _BY.match(text):
        text = text[found.end() :]
    names: list[str] = []
    for piece in _PEOPLE.split(_BARS.split(text.strip(" ,;|-–—"))[0]):
        name = (_FROM.sub("", piece) or piece).strip(" .,:") if not _SUFFIX.match(piece) else piece
        if _SUFFIX.match(name) and names:
            names[-1] += f" {name}"
        elif _is_author(name) and not (names and (_ROLE.search(name) or _AGENCY.fullmatch(name))):
            names.append(name.title() if name.isupper() and " " in name else name)
    return names


def _is_author(name: str) -> bool:
    """Say whether this can be a name: no handle, no address, no user name of a content system."""
    return 1 < len(name) <= 60 and not _HANDLE.search(name) and name.casefold() not in _NOBODY and is_name(name)  # noqa: PLR2004


def _plain(name: str) -> str:
    """Return a name without accents, in small letters."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())
