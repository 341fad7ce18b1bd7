"""A site to render briefs in, in an empty project, all of it invented."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from made_brief import HERE, KINDS, WORDS

from sitegen.config import Settings
from sitegen.model.annotations import Source
from sitegen.model.entry import Page
from sitegen.model.output import Edition
from sitegen.render import Site, can_search, open_site
from sitegen.render.navigation import BRIEFS_ALONE, Stock
from sitegen.theme import load_theme

SHARED = (
    Source("herald", "Port Herald", "news-report", HERE, also=("The Herald",)),
    Source(
        "union",
        "Dockers' union",
        "organisation",
        HERE,
        interest="It is in dispute with the port office.",
        interest_basis="https://union.example/dispute",
        note="It speaks for one quay.",
    ),
    Source("ferries", "Ferry office", "official-statement", HERE),
)

ABOUT = "# About us\n\nWe read. See [the labels](labels.md#one).\n"
PAGE = Page("content/about.md", "about", "About us", ABOUT, 4, order=1)

SETTINGS = Settings(
    title="Harbour Desk",
    description="What articles say.",
    url="https://desk.example/briefs/",
    editor="Harbour Desk",
    licence="https://licence.example/by",
    contact="desk@desk.example",
)


def a_site(  # noqa: PLR0913  (what every page follows from)
    root: Path,
    settings: Settings = SETTINGS,
    edition: Edition = Edition.BUILD,
    *,
    pages: Sequence[Page] = (PAGE,),
    shared: Sequence[Source] = SHARED,
    stock: Stock = BRIEFS_ALONE,
) -> Site:
    """Open a site in an empty project."""
    basis, searches = (load_theme(root), settings, WORDS, KINDS, edition), can_search(settings, stock)
    return open_site(*basis, pages=pages, shared=shared, stock=stock, searches=searches)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Open a site in a project of its own."""
    return a_site(tmp_path)
