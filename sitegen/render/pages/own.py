"""Pages that people wrote, the page that is shown where there is none, and where an old address leads."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from sitegen.model.entry import Body, Page, Spine
from sitegen.model.output import Output
from sitegen.problems import Kind, Location, Problem
from sitegen.render.addresses import INDEX, brief_path, folder_of, page_path, root_of
from sitegen.render.heads import head, purpose_of, rootless
from sitegen.render.markdown import Unsafe, parse, to_html
from sitegen.render.site import Site


def body_of(path: str, markdown: str, line: int) -> Body | Problem:
    """Write a page's Markdown as HTML, or say which of its links no page may carry.

    `path` is its file, and `line` the one of it on which the Markdown begins.
    """
    parsed = parse(markdown)
    if parsed.unsafe:
        return _unsafe(path, line, parsed.unsafe[0])
    titled = any(token.type == "heading_open" and token.tag == "h1" for token in parsed.tokens)
    return Body(to_html(parsed.tokens, parsed.env), titled)


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
        """A hash of all that it follows from; everything that a page is follows from its file."""
        return self.site.key("page", self.what.path, self.what.digest)

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
