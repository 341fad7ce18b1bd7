"""Read the pages that people wrote in content/: Markdown, with front matter where they like."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.model.entry import Page
from sitegen.problems import Location, Problem
from sitegen.read.decoding import Bytes, read_text
from sitegen.root import BRIEFS

if TYPE_CHECKING:  # see `read_page`
    from sitegen.read.front_matter import FrontMatter

FOLDER = "content"
_ENDING = ".md"
_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"(?:\A|(?<=[\r\n])) {0,3}#[ \t]++([^\s][^\r\n]*+)")


def page_files(root: Path) -> Iterator[str]:
    """Yield the Markdown files of content/ in order, from the root; neither composed briefs nor hidden files."""
    for where, folders, names in os.walk(root / FOLDER):
        within = Path(where).relative_to(root).as_posix()
        folders[:] = sorted(name for name in folders if name[0] != "." and f"{within}/{name}" != BRIEFS)
        yield from (f"{within}/{name}" for name in sorted(names) if name[0] != "." and name.lower().endswith(_ENDING))


def read_page(path: str, data: Bytes) -> tuple[Page | None, str, list[Problem]]:
    """Return the page of a file, None where it cannot be read, and its Markdown without front matter.

    The first heading is the title of a page that has no other.
    """
    from sitegen.read.front_matter import read_front_matter  # noqa: PLC0415  (pages that stay are not read)

    decoded, problems = read_text({path: data}, path)
    if decoded is None:
        return None, "", problems
    text = decoded.text
    start, front = read_front_matter(path, text)
    markdown = text[start:]
    page = _page(path, decoded.sha256, front, markdown, len(_LINE_END.findall(text, 0, start)) + 1)
    if not page.title and not front.lost:
        front.report(Location(path), "the page has no title", "write `title:` in its front matter, or a heading")
    return (page if page.title and not front.lost else None), markdown, front.problems


def _page(path: str, digest: str, front: "FrontMatter", markdown: str, line: int) -> Page:
    return Page(
        path=path,
        slug=_slug(path, front.last_part("slug")),
        title=front.text("title") or _first_heading(markdown),
        digest=digest,
        line=line,
        description=front.text("description"),
        order=front.number("order"),
        language=front.text("language"),
        aliases=front.addresses("aliases"),
        date=front.day("date"),
        updated=front.day("updated"),
        tags=front.names("tags"),
        authors=front.names("author"),
        draft=front.is_draft(),
    )


def _slug(path: str, last: str) -> str:
    """Return the address of a page: that of its file, the last part as it may have been typed."""
    folder, _, name = path[len(FOLDER) + 1 : -len(_ENDING)].rpartition("/")
    return f"{folder}/{last or name}" if folder else last or name


def _first_heading(markdown: str) -> str:
    heading = _HEADING.search(markdown)
    words = heading[1].rstrip(" \t") if heading else ""
    bare = words.rstrip("#")
    return bare.rstrip(" \t") if bare.endswith((" ", "\t")) else words
