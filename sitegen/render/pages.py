"""Every page but those of briefs: index, tags, people's own pages, 404, and where an old address leads."""

from collections.abc import Iterable, Sequence

from sitegen.model.entry import Entry, Page
from sitegen.model.slugs import tag_slug
from sitegen.problems import Kind, Location, Problem
from sitegen.render.addresses import INDEX, TAGS, brief_path, page_path, root_of, tag_path
from sitegen.render.heads import head, mark_of, rootless
from sitegen.render.markdown import Parsed, parse, to_html
from sitegen.render.site import Site


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries by day, the latest first; those of one day by slug."""
    by_slug = sorted(entries, key=lambda entry: entry.slug)
    return sorted(by_slug, key=lambda entry: entry.date, reverse=True)


def by_tag(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    """Return the entries of each tag, newest first, by tag; tags that share an address are one tag."""
    found: dict[str, list[Entry]] = {}
    names: dict[str, str] = {}
    for entry in newest_first(entries):
        for tag in dict.fromkeys(names.setdefault(tag_slug(tag), tag) for tag in entry.tags):
            found.setdefault(tag, []).append(entry)
    return {tag: found[tag] for tag in sorted(found, key=tag_slug)}


def index_page(site: Site, entries: Sequence[Entry], introduction: Page | None) -> bytes | Problem:
    """Make the page that a visitor sees first; a page of people's own called "index" stands above the list."""
    settings = site.settings
    html = _own_html(introduction) if introduction else ""
    if isinstance(html, Problem):
        return html
    values = {
        "page": head(site, INDEX, settings.title, settings.description),
        "entries": newest_first(entries),
        "introduction": html,
        **_marks(site),
    }
    return site.press.fill("index.html", values)


def tag_page(site: Site, tag: str, entries: Sequence[Entry]) -> bytes | Problem:
    """Make the page of a tag."""
    title = site.words("tags.title", tag=tag)
    indexed = any(entry.listed for entry in entries)
    values = {
        "page": head(site, tag_path(tag), _titled(site, title), site.words("tags.about", tag=tag), indexed=indexed),
        "title": title,
        "entries": entries,
        **_marks(site),
    }
    return site.press.fill("tag.html", values)


def tags_page(site: Site, tags: dict[str, int]) -> bytes | Problem:
    """Make the list of all tags, each with how many briefs have it."""
    title = site.words("tags.all")
    return site.press.fill("tags.html", {"page": head(site, TAGS, _titled(site, title)), "title": title, "tags": tags})


def own_page(site: Site, page: Page) -> bytes | Problem:
    """Make a page that people wrote."""
    html = _own_html(page)
    if isinstance(html, Problem):
        return html
    title = _titled(site, page.title)
    shown = head(site, page_path(page), title, page.description, language=page.language)
    titled = "<h1" in html
    return site.press.fill("page.html", {"page": shown, "title": "" if titled else page.title, "html": html})


def not_found_page(site: Site) -> bytes | Problem:
    """Make the page that hosts show where there is none."""
    title = site.words("notfound.title")
    return site.press.fill("404.html", {"page": rootless(site, "404.html", _titled(site, title)), "title": title})


def redirect_page(site: Site, old: str, new: str) -> bytes | Problem:
    """Make the page at an old address, which leads to the new one."""
    shown = head(site, new, site.words("redirect.title"), indexed=False)
    return site.press.fill("redirect.html", {"page": shown, "target": f"{root_of(old)}{new}"})


def _own_html(page: Page) -> str | Problem:
    """Write a page's Markdown as HTML, or say which of its links no page may carry."""
    parsed = parse(page.markdown)
    return _unsafe(page, parsed) if parsed.unsafe else to_html(parsed.tokens, parsed.env)


def redirects(entries: Sequence[Entry], pages: Sequence[Page]) -> list[tuple[str, str]]:
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


def _marks(site: Site) -> dict[str, object]:
    """Return what cards need: the words that stand before a title where a brief is not simply published."""

    def mark(entry: Entry) -> str:
        return mark_of(site, entry.state, entry.badge_status, proposed=entry.proposed)

    return {"mark": mark}
