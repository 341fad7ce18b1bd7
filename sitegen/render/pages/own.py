"""Pages that people wrote, the page that is shown where there is none, and where an old address leads."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from msgspec import Struct

from sitegen.model.entry import Body, Page, Spine
from sitegen.model.output import Output
from sitegen.problems import Kind, Location, Problem
from sitegen.render.addresses import INDEX, brief_path, folder_of, page_path, root_of
from sitegen.render.heads import head, purpose_of, rootless
from sitegen.render.markdown import Unsafe, as_page, parse, to_html
from sitegen.render.site import Site

_LINK = re.compile(r'(?<= href=")[^"]*')
"""The address of a link in HTML of ours, in which quotation marks of texts are written otherwise."""


def body_of(path: str, markdown: str, line: int) -> Body | Problem:
    """Write a page's Markdown as HTML, or say which of its links no page may carry.

    `path` is its file, and `line` the one of it on which the Markdown begins. Links to Markdown files still name these.
    """
    parsed = parse(markdown, leads=str)
    if parsed.unsafe:
        return _unsafe(path, line, parsed.unsafe[0])
    titled = any(token.type == "heading_open" and token.tag == "h1" for token in parsed.tokens)
    return Body(to_html(parsed.tokens, parsed.env), titled)


def file_links(body: Body) -> tuple[str, ...]:
    """Return the addresses in a page's text that name Markdown files, as they stand in its HTML."""
    return tuple(dict.fromkeys(address for address in _LINK.findall(body.html) if as_page(address) != address))


def led(body: Body, moved: Mapping[str, str]) -> Body:
    """Return a page's text with links that lead to pages; to which, where the name of the file does not say it."""
    return Body(_LINK.sub(lambda found: moved.get(found[0]) or as_page(found[0]), body.html), body.titled)


class PageGroup(Struct, frozen=True):
    """A page that people wrote, which `page_file` makes."""

    site: Site
    what: Page

    @property
    def name(self) -> str:
        """Its path."""
        return page_path(self.what)

    @property
    def folders(self) -> tuple[str, ...]:
        """Where it stands."""
        return (folder_of(self.name),)

    @property
    def key(self) -> str:
        """A hash of all that it follows from: its file, and where the pages stand that it links to."""
        return self.site.key("page", self.what.path, self.what.version)

    def keys(self) -> dict[str, str]:
        """Give its key."""
        return {self.name: self.key}


def page_groups(site: Site, own: Iterable[Page]) -> Iterator[PageGroup]:
    """Yield people's own pages; one called "index" stands on the first page of the site."""
    return (PageGroup(site, page) for page in own if page_path(page) != INDEX)


def page_file(site: Site, page: Page, body: Body) -> bytes | Problem:
    """Make a page that people wrote."""
    title = _titled(site, page.title)
    about = page.description or purpose_of(site)
    if page.is_note:
        dates = page.date, page.latest
        shown = head(site, page_path(page), title, about, type="article", dates=dates, language=page.language)
    else:
        shown = head(site, page_path(page), title, about, language=page.language)
    values = {"page": shown, "own": page, "title": "" if body.titled else page.title, "html": body.html}
    return site.press.fill("note.html" if page.is_note else "page.html", values)


def not_found_output(site: Site) -> Output:
    """Return the page that hosts show where there is none."""
    return Output("404.html", site.key("404"), partial(_not_found_page, site))


def redirect_outputs(site: Site, spines: Iterable[Spine], own: Sequence[Page]) -> Iterator[Output]:
    """Yield a page at every old address, which leads to the new one."""
    for old, new in moved_pages(spines, own):
        yield Output(old, site.key(old, new), partial(_redirect_page, site, old, new))


def moved_pages(spines: Iterable[Spine], pages: Sequence[Page]) -> list[tuple[str, str]]:
    """Return old and new path for every alias."""
    briefs = [(brief_path(alias), brief_path(spine.slug)) for spine in spines for alias in spine.aliases]
    return [*briefs, *((f"{alias}.html", page_path(page)) for page in pages for alias in page.aliases)]


def _not_found_page(site: Site) -> bytes | Problem:
    """Make the page that hosts show where there is none."""
    title = site.words("notfound.title")
    return site.press.fill("404.html", {"page": rootless(site, "404.html", _titled(site, title)), "title": title})


def _redirect_page(site: Site, old: str, new: str) -> bytes | Problem:
    """Make the page at an old address, which leads to the new one."""
    shown = head(site, new, site.words("redirect.title"), indexed=False)
    root = root_of(old)
    return site.press.fill("redirect.html", {"page": shown, "root": root, "target": f"{root}{new}"})


def _unsafe(path: str, line: int, first: Unsafe) -> Problem:
    message = f"a page cannot carry the address “{first.address}”"
    hint = "links begin with http, https or mailto, or lead to a file of the site; pictures are files of the site"
    return Problem(Location(path, line + first.line), Kind.LINK_UNSAFE, message, hint)


def _titled(site: Site, title: str) -> str:
    return site.words("page.title", title=title, site=site.settings.title)
