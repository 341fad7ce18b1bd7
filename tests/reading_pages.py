"""What tests see of a page: its elements, addresses and words."""

from collections.abc import Iterable, Sequence
from functools import partial
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, fromstring

from changes import replace
from made_brief import BRIEF, ENTRY, MARKDOWN, shelved
from made_site import PAGE

from sitegen.model.brief import Brief
from sitegen.model.entry import Body, Entry, Page
from sitegen.model.output import OneFile, Output
from sitegen.problems import Problem
from sitegen.render import Site, body_of, brief_outputs, led, page_file, page_groups, site_outputs
from sitegen.render.addresses import page_path


class Reader(HTMLParser):
    """Collects the elements, addresses and words of a page, and its data for machines."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.data: list[str] = []
        self._in_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element with its attributes."""
        self.elements.append((tag, dict(attrs)))
        self._in_data = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        """Note where data for machines end."""
        self._in_data = self._in_data and tag != "script"

    def handle_data(self, data: str) -> None:
        """Note words, and apart from them what stands in scripts."""
        (self.data if self._in_data else self.words).append(data)

    @property
    def text(self) -> str:
        """Return the words of the page, white space folded."""
        return " ".join(" ".join(self.words).split())

    def values(self, name: str) -> list[str]:
        """Return the values of one attribute, of all elements in order."""
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


def made(outputs: Iterable[OneFile]) -> dict[str, str]:
    """Make every output as text; of pictures nothing is left that could be read."""
    files = {}
    for output in outputs:
        found = output.make()
        assert not isinstance(found, Problem), found
        contents = found if isinstance(found, bytes) else b"".join(found)
        files[output.path] = contents.decode(errors="replace")
    return files


def page_of(site: Site, brief: Brief = BRIEF, markdown: str = MARKDOWN) -> str:
    """Return the page of a brief; no other form of it is made."""
    (each,) = shelved(replace(ENTRY, slug=brief.slug), key=repr((brief, markdown)), brief=brief, markdown=markdown)
    path = f"briefs/{brief.slug}.html"
    return made(output for output in brief_outputs(site, each) if output.path == path)[path]


def links_in(html: str) -> list[str]:
    """Return where the links of the main part of a page lead, in order."""
    return Reader(html[html.index("<main") : html.index("</main>")]).values("href")


def whole_site(site: Site, entries: Sequence[Entry] = (ENTRY,), pages: Sequence[Page] = (PAGE,)) -> dict[str, str]:
    """Make all files of a site."""
    shelf = shelved(*entries)
    briefs = [output for each in shelf for output in brief_outputs(site, each)]
    return made([*briefs, *site_outputs(site, shelf, pages, [], body), *own_outputs(site, pages)])


def body(page: Page) -> Body:
    """Return the text of a page: in tests, its Markdown stands in the place of the file's digest."""
    found = body_of(page.path, page.digest, page.line)
    assert isinstance(found, Body), found
    return led(found, dict(page.moved))


def own_outputs(site: Site, pages: Iterable[Page]) -> list[Output]:
    """Return people's own pages."""
    named = {page_path(page): page for page in pages}
    groups = ((group, named[group.name]) for group in page_groups(site, pages))
    return [Output(group.name, group.key, partial(page_file, site, page, body(page))) for group, page in groups]


def read_xml(text: str | bytes) -> Element:
    """Read XML that sitegen wrote."""
    return fromstring(text)  # noqa: S314  (our own output, not someone's)
