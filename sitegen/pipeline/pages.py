"""The pages that people wrote: those that did not change recalled, the others read by the crew.

A page is known by a small record. Its text, as HTML, is kept apart, and asked for only where the page is due.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from posixpath import dirname, normpath
from urllib.parse import quote, unquote

from msgspec import Struct
from msgspec.structs import replace

from sitegen.cache import code_version, encoded, key_of, own
from sitegen.model.entry import Body, Page
from sitegen.pipeline.crew import Crew, in_batches
from sitegen.pipeline.judgements import digest_of, size_of
from sitegen.pipeline.order import Progress
from sitegen.pipeline.project import Project
from sitegen.pipeline.rolls import Rolls, in_rolls
from sitegen.problems import Kind, Location, Problem
from sitegen.read import Bytes, file_bytes, page_files, read_page
from sitegen.render import body_of, file_links, led

BATCH = 100
"""Pages that one process takes at a time."""
FEW = 200
"""Pages that are read sooner here than a process is begun."""


class Record(Struct, frozen=True):
    """What is known of a page without its text."""

    page: Page | None
    """None where it cannot be read."""
    problems: tuple[Problem, ...] = ()


class Sheet(Struct, frozen=True):
    """A file of content/ that is to be read."""

    path: str
    digest: str
    data: Bytes


class Leaflet(Struct, frozen=True):
    """A page that was read."""

    digest: str
    """Of the file, as it was then."""
    record: Record
    body: bytes | None
    """Its text, encoded; None where there is none that can be shown."""
    is_lost: bool = False


class OwnPages(Struct, frozen=True):
    """All pages that people wrote."""

    pages: tuple[Page, ...]
    """Those that can be read, by path."""
    problems: tuple[Problem, ...]
    digests: Mapping[str, str]
    """SHA-256 of the files of all of them, by path."""


def page_key(path: str, digest: str) -> str:
    """Name everything that a page and its text follow from."""
    return key_of("page", code_version(), path, digest)


def read_own_pages(project: Project, crew: Crew, progress: Progress) -> OwnPages:
    """Return people's pages; those that did not change are recalled, not read again."""
    digests = {path: project.digests.get(path, "") for path in page_files(project.root)}
    rolls, kept = _rolls(digests), Rolls(project.cache, "page", "pages", Record)
    records = dict(kept.recall(rolls, lambda path: page_key(path, digests[path])))
    fresh = [path for path in digests if path not in records]
    if fresh:
        progress.start("reading", len(fresh))
    workers = crew if len(fresh) > FEW else Crew()
    sheets = in_batches((_sheet(project, path) for path in fresh), BATCH, lambda sheet: size_of(sheet.data))
    odd = set[str]()
    for path, leaflet in zip(fresh, workers.each(read, None, sheets, lost), strict=True):
        if not leaflet.is_lost:
            _keep(project, path, leaflet)
        if leaflet.is_lost or leaflet.digest != digests[path]:
            odd.add(path)
        digests[path], records[path] = leaflet.digest, leaflet.record
        progress.advance()
    for name, paths in rolls:
        if odd.isdisjoint(paths):
            kept.keep(name, [records[path] for path in paths])
    found = [records[path] for path in digests]
    pages = tuple(record.page for record in found if record.page)
    return OwnPages(pages, tuple(problem for record in found for problem in record.problems), digests)


def _rolls(digests: Mapping[str, str]) -> list[tuple[str, list[str]]]:
    """Return the paths of each roll of pages, and what names all that these follow from."""
    rolls = in_rolls(digests, str)
    return [(key_of("pages", code_version(), [(path, digests[path]) for path in paths]), paths) for paths in rolls]


def with_links(pages: Iterable[Page]) -> list[Page]:
    """Return pages that know where their links lead: a `slug:` puts a page elsewhere than the name of its file says."""
    known = list(pages)
    elsewhere = {page.path: page.slug for page in known if page.path != f"content/{page.slug}.md"}
    return [replace(page, moved=tuple(_moved(page, elsewhere))) if page.links else page for page in known]


def _moved(page: Page, elsewhere: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the links of a page that a `slug:` leads elsewhere, and where; its folder stays, the last part changes."""
    for link in page.links:
        typed, sign, place = link.partition("#")
        path = unquote(unescape(typed))
        base = "content" if path.startswith("/") else dirname(page.path)
        slug = elsewhere.get(normpath(f"{base}/{path}"))
        if slug is not None:
            folder, slash, _ = typed.rpartition("/")
            yield link, f"{folder}{slash}{quote(slug.rpartition('/')[2])}.html{sign}{place}"


def body_bytes(project: Project, page: Page) -> bytes:
    """Return the text of a page, encoded, its links leading to pages; one that went from the cache is read again.

    Raises OSError where the file changed meanwhile.
    """
    found = _body_bytes(project, page)
    return encoded(led(decoded_body(found), dict(page.moved))) if page.links else found


def _body_bytes(project: Project, page: Page) -> bytes:
    key = page_key(page.path, page.digest)
    found = project.cache.read("body", key)
    if found is None:
        (leaflet,) = read(None, [_sheet(project, page.path)])
        _keep(project, page.path, leaflet)
        found = leaflet.body if leaflet.digest == page.digest else None
    if found is None:
        message = f"{page.path} changed during the build"
        raise OSError(message)
    return found


def body(project: Project, page: Page) -> Body:
    """Return the text of a page."""
    return decoded_body(body_bytes(project, page))


def decoded_body(data: bytes) -> Body:
    """Read a text that was encoded for the cache."""
    return own(data, Body)


def page_of_record(project: Project, path: str, digest: str) -> Page | None:
    """Return a page as it was read once; None where it or its text is no longer known."""
    key = page_key(path, digest)
    record = project.cache.get("page", key, Record)
    return record.page if record and project.cache.read("body", key) is not None else None


def read(_frame: None, sheets: Sequence[Sheet]) -> list[Leaflet]:
    """Read some pages, and write their text as HTML."""
    return [_read(sheet) for sheet in sheets]


def lost(sheet: Sheet, reason: str) -> Leaflet:
    """Say that a process broke on a page."""
    problem = Problem(Location(sheet.path), Kind.PAGE_WRONG, f"the page could not be read: it {reason}")
    return Leaflet(sheet.digest, Record(None, (problem,)), None, is_lost=True)


def _read(sheet: Sheet) -> Leaflet:
    page, markdown, problems = read_page(sheet.path, sheet.data)
    if page is None:
        return Leaflet(sheet.digest, Record(None, tuple(problems)), None)
    text = body_of(page.path, markdown, page.line)
    if isinstance(text, Problem):
        return Leaflet(sheet.digest, Record(page, (*problems, text)), None)
    return Leaflet(sheet.digest, Record(replace(page, links=file_links(text)), tuple(problems)), encoded(text))


def _keep(project: Project, path: str, leaflet: Leaflet) -> None:
    key = page_key(path, leaflet.digest)
    project.cache.put("page", key, leaflet.record)
    if leaflet.body is not None:
        project.cache.write("body", key, leaflet.body)


def _sheet(project: Project, path: str) -> Sheet:
    """Read a file, once: its key names what was read, also where it changed since it was looked at."""
    data = file_bytes(project.root, path)
    return Sheet(path, digest_of(data), data)
