"""Directories: pages that name the lists of one sort, each with what it is and how much is on it."""

from collections.abc import Sequence
from functools import partial

from msgspec import Struct

from sitegen.model.output import Output
from sitegen.problems import Problem
from sitegen.render.heads import head
from sitegen.render.site import Link, Site


class Row(Struct, frozen=True):
    """One list as a directory names it."""

    name: str
    path: str
    """Empty where there is nothing to list."""
    counts: tuple[str, ...] = ()
    """What is counted, in words."""
    text: str = ""
    """What it is, in a sentence."""
    status: str = ""
    """A status, where the list is one of a status: its icon and colour stand beside the name."""
    kind: str = ""
    """A kind of source, where the list is one of a kind: its icon stands beside the name."""


class Directory(Struct, frozen=True):
    """A page of rows."""

    path: str
    title: str
    about: str
    """What stands above the rows."""
    rows: Sequence[Row]
    empty: str
    """What stands there where there are no rows."""
    more: tuple[Link, ...] = ()
    """Where one may go on."""
    name: str = ""
    """Tells the directories apart for the style."""


def directory_output(site: Site, directory: Directory) -> Output:
    """Return the page of a directory."""
    return Output(directory.path, site.key("directory", directory), partial(_page, site, directory))


def _page(site: Site, directory: Directory) -> bytes | Problem:
    title = site.words("page.title", title=directory.title, site=site.settings.title)
    values = {"page": head(site, directory.path, title, directory.about), "directory": directory}
    return site.press.fill("directory.html", values)
