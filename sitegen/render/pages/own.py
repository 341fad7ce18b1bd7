"""Pages that people wrote, the page that is shown where there is none, and where an old address leads."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sitegen.model.entry import Entry, Page
from sitegen.model.output import Output
from sitegen.problems import Kind, Location, Problem
from sitegen.render.addresses import INDEX, brief_path, page_path, root_of
from sitegen.render.heads import head, purpose_of, rootless
from sitegen.render.markdown import Parsed, parse, to_html
from sitegen.render.site import Site


def own_outputs(site: Site, own: Sequence[Page]) -> Iterator[Output]:
    """Yield people's own pages; one called "index" stands on the first page of the site."""
    for page in own:
        if page_path(page) != INDEX:
            yield Output(page_path(page), site.key(page), partial(_own_page, site, page))


def not_found_output(site: Site) -> Output:
    """Return the page that hosts show where there is none."""
    return Output("404.html", site.key("404"), partial(_not_found_page, site))


def redirect_outputs(site: Site, entries: Iterable[Entry], own: Sequence[Page]) -> Iterator[Output]:
    """Yield a page at every old address, which leads to the new one."""
    for old, new in moved_pages(entries, own):
        yield Output(old, site.key(old, new), partial(_redirect_page, site, old, new))


def _own_page(site: Site, page: Page) -> bytes | Problem:
    """Make a page that people wrote."""
    html = own_html(page)
    if isinstance(html, Problem):
        return html
    title = _titled(site, page.title)
    shown = head(site, page_path(page), title, page.description or purpose_of(site), language=page.language)
    titled = "<h1" in html
    return site.press.fill("page.html", {"page": shown, "title": "" if titled else page.title, "html": html})


def _not_found_page(site: Site) -> bytes | Problem:
    """Make the page that hosts show where there is none."""
    title = site.words("notfound.title")
    return site.press.fill("404.html", {"page": rootless(site, "404.html", _titled(site, title)), "title": title})


def _redirect_page(site: Site, old: str, new: str) -> bytes | Problem:
    """Make the page at an old address, which leads to the new one."""
    shown = head(site, new, site.words("redirect.title"), indexed=False)
    root = root_of(old)
    return site.press.fill("redirect.html", {"page": shown, "root": root, "target": f"{root}{new}"})


def own_html(page: Page) -> str | Problem:
    """Write a page's Markdown as HTML, or say which of its links no page may carry."""
    parsed = parse(page.markdown)
    return _unsafe(page, parsed) if parsed.unsafe else to_html(parsed.tokens, parsed.env)


def moved_pages(entries: Iterable[Entry], pages: Sequence[Page]) -> list[tuple[str, str]]:
    """Return old and new path for every alias."""
    briefs = [(brief_path(alias), brief_path(entry.slug)) for entry in entries for alias in entry.aliases]
    return [*briefs, *((f"{alias}.html", page_path(page)) for page in pages for alias in page.aliases)]


def _unsafe(page: Page, parsed: Parsed) -> Problem:
    first = parsed.unsafe[0]
    at = Location(page.path, page.line + first.line)
    message = f"a page cannot carry the address “{first.address}”"
    hint = "links begin with http, https or mailto, or lead to a file of the site; pictures are files of the site"
    return Problem(at, Kind.LINK_UNSAFE, message, hint)


def _titled(site: Site, title: str) -> str:
    return site.words("page.title", title=title, site=site.settings.title)
