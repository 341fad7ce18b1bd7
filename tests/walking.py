"""Walking through a built site: every file is read as its readers read it, as units that somebody may take away alone.

A unit is the smallest thing that travels as one: a quote's section of a page, a card, an excerpt with its notes, what a
button copies, the description of a page, an entry of a feed, an item of a list of data, a row of a table, a citation,
a record of the search index. A file of a kind that is not known here is an error, so that nothing new slips past.
"""

import base64
import binascii
import csv
import html
import io
import json
import re
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import fromstring

from reading_index import unpacked

RUN = 4
"""Words in a row by which words of an article are known."""
VOID = {"meta", "link", "input", "br", "hr", "img", "source", "wbr", "col"}
APART = {"script", "title"}
"""Elements whose words are a unit wherever they stand."""
CLOSED = {("section", "quote"), ("li", "card"), ("div", "excerpt")}
"""Elements and classes that are a unit with all that is in them, but for what is copied."""
OPEN = {"section", "aside", "nav", "figure", "footer", "header", "tr", "li", "dd"}
"""Elements that are a unit where they do not stand in one of those."""
LISTS = ("quotes", "items", "hasPart", "briefs", "itemListElement", "@graph")
"""Lists of data whose items are units."""
TELLING = re.compile(rb"tEXt|iTXt|zTXt|eXIf")
"""Parts of a picture that have words (PNG, third edition, 11.3)."""
Units = Iterator[tuple[str, str]]
"""A unit's name and its text."""


# ---- words


def words_of(text: str) -> str:
    """Return words as they compare: small letters and digits, one space between them, one around them all."""
    words = re.findall(r"[^\W_]+", text.casefold())
    return f" {' '.join(words)} "


def words_seen(text: str) -> str:
    """Return the words of a unit, whatever encodings it uses, once with its tags and once without them."""
    plain = decoded(text)
    return words_of(f"{plain} {re.sub(r'<[^<>]*>', '', plain)}" if "<" in plain else plain)


def runs_of(text: str, length: int = RUN) -> set[str]:
    """Return the runs of so many words that a text has."""
    words = words_of(text).split()
    return {f" {' '.join(words[at : at + length])} " for at in range(len(words) - length + 1)}


def decoded(text: str) -> str:
    """Return a text with every encoding undone that anything built may use, one after the other."""
    for _ in range(2):
        text = html.unescape(unquote(text))
        text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), text)
    text = re.sub(r"\\text[a-z]+\{\}", " ", text)
    return re.sub(r"\\(.)", r"\1", text)


def hidden_in(text: str) -> str:
    """Return what a text hides as base64, as far as it is text."""
    found = []
    for match in re.findall(r"[A-Za-z0-9+/_-]{24,}", text):
        whole = match.translate(str.maketrans("-_", "+/"))
        try:
            found.append(base64.b64decode(whole + "=" * (-len(whole) % 4)).decode())
        except (binascii.Error, UnicodeDecodeError):
            continue
    return " ".join(found)


def strings(value: object) -> Iterator[str]:
    """Yield every text of JSON, names included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (each for name, item in value.items() for each in (name, *strings(item)))
    elif isinstance(value, list):
        yield from (each for item in value for each in strings(item))


# ---- pages


class Element(NamedTuple):
    """An open element."""

    tag: str
    unit: str
    """The name of the unit that it begins; empty where it begins none."""
    is_closed: bool
    """Whether all that is in it belongs to its unit."""


class Tree(HTMLParser):
    """Reads a page as units."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[Element] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.units: dict[str, list[str]] = {"": []}
        self.data: list[str] = []
        """What scripts of data hold."""
        self.feed(page)
        self.close()
        assert not self.open, "an element is left open"

    @property
    def unit(self) -> str:
        """Return the name of the innermost unit."""
        return next((each.unit for each in reversed(self.open) if each.unit), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and whether a unit begins with it."""
        if tag not in VOID:
            self.open.append(self._opened(tag, {name: value or "" for name, value in attrs}))
        self.handle_startendtag(tag, attrs)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element and its attributes, which have words too; those of a description are a unit."""
        values = {name: value or "" for name, value in attrs}
        assert len(values) == len(attrs), "an attribute stands twice"
        self.tags.append((tag, values))
        name = f"meta {len(self.tags)}" if tag == "meta" else self.unit
        self.units.setdefault(name, []).extend(value for name, value in values.items() if name != "class")

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        assert [each.tag for each in self.open[-1:]] == [tag], f"</{tag}> closes {self.open[-1:]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Note words, and apart from them what a script of data holds."""
        is_data = [each.tag for each in self.open[-1:]] == ["script"]
        (self.data if is_data else self.units.setdefault(self.unit, [])).append(data)

    def handle_comment(self, data: str) -> None:
        """Refuse comments: the theme writes none."""
        raise AssertionError(data)

    def _opened(self, tag: str, values: dict[str, str]) -> Element:
        kinds = {(tag, each) for each in values.get("class", "").split()}
        is_inside = any(each.is_closed for each in self.open)
        is_closed = bool(kinds & CLOSED) and not is_inside
        begins = is_closed or ("pre", "copied") in kinds or tag in APART or (tag in OPEN and not is_inside)
        name = f"{' '.join([tag, values.get('class', ''), values.get('id', '')])} {len(self.tags)}"
        return Element(tag, name if begins else "", is_closed)


def units_of_page(text: str) -> Units:
    """Yield the units of a page."""
    tree = Tree(text)
    yield from ((name, " ".join(texts)) for name, texts in tree.units.items())
    for data in tree.data:
        if data.strip():
            yield from units_of_data(data)


# ---- data


def units_of_data(text: str) -> Units:
    """Yield the items that lists of JSON hold, each without the items in it, and what stands around them."""
    found = list[tuple[str, str]]()
    data = json.loads(text)
    items = data if isinstance(data, list) else [data]
    for number, item in enumerate(items):
        rest = _taken_apart(item, found)
        found.append((f"item {number}", " ".join(strings(rest))))
    yield from found


def _taken_apart(value: Any, found: list[tuple[str, str]]) -> Any:  # noqa: ANN401  (JSON)
    """Move the items of lists to what was found, and return the rest."""
    if isinstance(value, list):
        return [_taken_apart(item, found) for item in value]
    if not isinstance(value, dict):
        return value
    rest = {}
    for name, each in value.items():
        if name in LISTS and isinstance(each, list):
            for item in each:
                own = item.get("id", item.get("url", "")) if isinstance(item, dict) else ""
                found.append((f"{name} {own}", " ".join(strings(_taken_apart(item, found)))))
        else:
            rest[name] = _taken_apart(each, found)
    return rest


def units_of_feed(text: str) -> Units:
    """Yield the entries of a feed, and each of what stands beside them; so of other XML too."""
    root = fromstring(text)  # noqa: S314  (our own output)
    for number, entry in enumerate(root):
        told = [*entry.itertext(), *(value for each in entry.iter() for value in each.attrib.values())]
        yield f"entry {number}", " ".join(told)


def units_of_table(text: str) -> Units:
    """Yield the rows of a table."""
    yield from ((f"row {number}", " ".join(row)) for number, row in enumerate(csv.reader(io.StringIO(text))))


def units_of_markdown(text: str) -> Units:
    """Yield what stands below each heading of the second and third level."""
    for number, section in enumerate(re.split(r"(?m)^#{2,3} ", text)):
        yield f"part {number}", re.sub(r"\\([^\w\s])", r"\1", section)


def _split_at(mark: str) -> Callable[[str], Units]:
    def units(text: str) -> Units:
        yield from ((f"part {number}", part) for number, part in enumerate(text.split(mark)))

    return units


def _whole(text: str) -> Units:
    yield "", text


READERS: dict[str, Callable[[str], Units]] = {
    ".html": units_of_page,
    ".json": units_of_data,
    ".jsonld": units_of_data,
    ".record": units_of_data,
    ".xml": units_of_feed,
    ".svg": units_of_feed,
    ".csv": units_of_table,
    ".md": units_of_markdown,
    ".bib": _split_at("\n@"),
    ".ris": _split_at("\nER  -"),
    ".list": _whole,
    ".txt": _whole,
    ".css": _whole,
    ".js": _whole,
    ".pf_head": _whole,
    ".pf_index": _whole,
    ".png": _whole,
    "_headers": _whole,
    "_redirects": _whole,
    ".nojekyll": _whole,
}
"""How files are read, by the end of their names."""


def units_of(path: str, text: str) -> Units:
    """Yield the units of a file."""
    if "/schema/" in f"/{path}":
        yield "", text
    else:
        yield from READERS[_ending(path)](text)


def _ending(path: str) -> str:
    name = path.rpartition("/")[2]
    found = max((ending for ending in READERS if name.endswith(ending)), key=len, default="")
    assert found, f"no reader knows the file {path}: teach the walker to read it"
    return found


# ---- files


def files_of(root: Path, *folders: str) -> dict[str, str]:
    """Return the files of a project's folders as text by their paths; records of a search index by their addresses."""
    paths = (path for name in folders for path in (root / name).rglob("*"))
    files = (path for path in sorted(paths) if path.is_file() and path.suffix != ".pagefind")
    return {name: text for path in files for name, text in _texts_of(root, path)}


def _texts_of(root: Path, path: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of a file; of `.pagefind`, the program that searches, there is none."""
    name, contents = path.relative_to(root).as_posix(), path.read_bytes()
    if path.suffix.startswith(".pf_"):
        contents = unpacked(contents)
    if path.suffix == ".pf_fragment":
        for record in json.loads(contents):
            yield (
                f"{name.partition('/pagefind/')[0]}/pagefind/{record['url']}.record",
                json.dumps(record, ensure_ascii=False),
            )
    elif path.suffix == ".png":
        assert not TELLING.search(contents), f"{name} tells more than it shows"
        yield name, ""
    else:
        yield name, contents.decode(errors="replace" if path.suffix.startswith(".pf_") else "strict")
