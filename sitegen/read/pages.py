"""Read the pages that people wrote in content/: Markdown, with front matter where they like."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from sitegen.model.entry import Page
from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem
from sitegen.read.decoding import read_text
from sitegen.root import BRIEFS
from sitegen.tree import Items, Node, Table, Text, read_tree

FOLDER = "content"
_COMPOSED = PurePosixPath(BRIEFS)
_KEYS = ("title", "description", "order", "aliases", "language")
_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n|\Z)")
_CLOSING = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)")
_LINE_END = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"(?:\A|(?<=[\r\n])) {0,3}#[ \t]+([^\r\n]+?)(?:[ \t]+#+)?[ \t]*(?=[\r\n]|\Z)")


def read_pages(root: Path) -> tuple[list[Page], list[Problem]]:
    """Return the pages by path, those that can be read; the first heading is the title of one that has no other."""
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in _page_files(root):
        decoded, faults = read_text(root, path)
        if decoded:
            page, faults = _read_page(path, decoded.text)
            pages += [page] if page else []
        problems += faults
    return pages, problems


def _page_files(root: Path) -> Iterator[str]:
    """Yield the Markdown files of content/ in order, from the root; neither composed briefs nor hidden files."""
    for where, folders, names in os.walk(root / FOLDER):
        within = PurePosixPath(Path(where).relative_to(root).as_posix())
        folders[:] = sorted(name for name in folders if not name.startswith(".") and (within / name) != _COMPOSED)
        yield from (
            str(within / name) for name in sorted(names) if name.lower().endswith(".md") and not name.startswith(".")
        )


@dataclass(slots=True)
class _Front:
    """Front matter, and what is wrong with it."""

    path: str
    values: Mapping[str, Node] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lost: bool = False
    """Whether it stands there and cannot be understood."""

    def report(self, at: Location, message: str, hint: str = "") -> None:
        self.problems.append(Problem(at, Kind.PAGE_WRONG, message, hint))

    def text(self, key: str) -> str:
        """Return a text on one line; empty where it was not typed."""
        node = self.values.get(key)
        if node is None or isinstance(node, Text):
            return " ".join(node.value.split()) if node else ""
        self.report(node.at, f"“{key}” takes one text, not a {'list' if isinstance(node, Items) else 'mapping'}")
        return ""

    def number(self, key: str) -> int | None:
        typed = self.text(key)
        if typed and not re.fullmatch(r"-?\d{1,6}", typed):
            self.report(self.values[key].at, f"“{key}” takes a whole number, not “{typed}”")
            return None
        return int(typed) if typed else None

    def addresses(self, key: str) -> tuple[str, ...]:
        """Return old addresses of the page, without "/" before and ".html" behind."""
        node = self.values.get(key)
        typed = node.items if isinstance(node, Items) else (node,) if node else ()
        return tuple(address for item in typed if (address := self._address(key, item)))

    def _address(self, key: str, item: Node) -> str:
        if not isinstance(item, Text):
            self.report(item.at, f"“{key}” takes a list of addresses")
            return ""
        parts = item.value.strip().removesuffix(".html").strip("/").split("/")
        if any(part in ("", ".", "..") or "\\" in part or not part.isprintable() for part in parts):
            self.report(item.at, f"“{item.value}” cannot be the address of a page of this site")
            return ""
        return "/".join(parts)


def _read_page(path: str, text: str) -> tuple[Page | None, list[Problem]]:
    start, front = _front_matter(path, text)
    markdown = text[start:]
    heading = _HEADING.search(markdown)
    title = front.text("title") or (heading[1] if heading else "")
    page = Page(
        path=path,
        slug=path.removeprefix(f"{FOLDER}/")[: -len(".md")],
        title=title,
        markdown=markdown,
        line=len(_LINE_END.findall(text, 0, start)) + 1,
        description=front.text("description"),
        order=front.number("order"),
        language=front.text("language"),
        aliases=front.addresses("aliases"),
    )
    if not title and not front.lost:
        front.report(Location(path), "the page has no title", "write `title:` in its front matter, or a heading")
    return (page if title and not front.lost else None), front.problems


def _front_matter(path: str, text: str) -> tuple[int, _Front]:
    """Return where the body begins, in characters, and the front matter before it."""
    opening = _FENCE.match(text)
    if not opening:
        return 0, _Front(path)
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        front = _Front(path, lost=True)
        front.report(Location(path), "the front matter has no end", "close it with a line of three hyphens: ---")
        return len(text), front
    tree, problems = read_tree(text[opening.end() : closing.start()], path, first_line=2, keys=_KEYS)
    front = _Front(path, problems=problems, lost=tree is None and bool(problems))
    if isinstance(tree, Table):
        front.values = dict(_known(front, tree))
    elif tree is not None and not (isinstance(tree, Text) and not tree.value):
        front.lost = True
        front.report(tree.at, "front matter takes lines of the form “key: value”")
    return closing.end(), front


def _known(front: _Front, table: Table) -> Iterator[tuple[str, Node]]:
    """Yield the keys that pages have, and report the others."""
    for key, value in table.pairs:
        if key.value in _KEYS:
            yield key.value, value
        else:
            near = nearest(key.value, _KEYS)
            hint = f"did you mean “{near}”?" if near else f"pages have {', '.join(_KEYS)}"
            front.report(key.at, f"pages have no key “{key.value}”", hint)
