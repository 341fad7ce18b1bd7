"""The text of a page -> Page: what each part finds, put together."""

from collections.abc import Mapping

from sitegen.read.web.authors import find_authors
from sitegen.read.web.body import find_story
from sitegen.read.web.dates import find_modified, find_published
from sitegen.read.web.declared import declared_by
from sitegen.read.web.outlet import find_language, find_outlet, find_url
from sitegen.read.web.page import Fault, Page
from sitegen.read.web.titles import find_headline
from sitegen.read.web.tree import parse


def read_page(source: str, zones: Mapping[str, str], url: str = "") -> Page | Fault:
    """Read the text of a page; `url`: where it was got from, where that is known."""
    root = parse(source)
    if isinstance(root, Fault):
        return root
    declared = declared_by(root)
    address = find_url(root, declared) or url
    outlet = find_outlet(declared, address)
    headline, shown = find_headline(root, declared, outlet)
    published, modified = find_published(root, declared, shown, address, zones), find_modified(declared, zones)
    return Page(
        headline=headline,
        authors=find_authors(root, declared, outlet, shown),
        published=published,
        modified="" if modified[:16] == published[:16] else modified,
        publisher=outlet.name,
        url=address,
        language=find_language(root, declared),
        pieces=tuple(piece for piece in find_story(root) if piece.words != headline),
    )
