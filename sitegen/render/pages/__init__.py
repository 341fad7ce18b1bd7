"""Every page but those of briefs: lists of them, directories of lists, what explains and counts, people's own pages."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial

from sitegen.model.entry import Page
from sitegen.model.output import Output
from sitegen.render.addresses import INDEX, SEARCH, page_path
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.corrections import correction_outputs
from sitegen.render.pages.data import data_output
from sitegen.render.pages.index import index_outputs
from sitegen.render.pages.kinds import kind_outputs
from sitegen.render.pages.labels import labels_output
from sitegen.render.pages.lists import by_tag, newest_first
from sitegen.render.pages.own import moved_pages, not_found_output, own_outputs, redirect_outputs
from sitegen.render.pages.sources import source_outputs
from sitegen.render.pages.statistics import statistics_output
from sitegen.render.pages.statuses import status_outputs
from sitegen.render.pages.tags import tag_outputs
from sitegen.render.search.page import search_page
from sitegen.render.site import Site

__all__ = ["Catalogue", "by_tag", "moved_pages", "newest_first", "page_outputs"]


def page_outputs(site: Site, catalogue: Catalogue, own: Sequence[Page]) -> list[Output]:
    """Return all pages; where people have one of their own at the address of a generated one, theirs stands there."""
    theirs = [*own_outputs(site, own), *redirect_outputs(site, catalogue.entries, own)]
    return [*_without({output.path for output in theirs}, _generated(site, catalogue, own)), *theirs]


def _without(taken: Collection[str], outputs: Iterable[Output]) -> Iterator[Output]:
    yield from (output for output in outputs if output.path not in taken)


def _generated(site: Site, catalogue: Catalogue, own: Sequence[Page]) -> Iterator[Output]:
    introduction = next((page for page in own if page_path(page) == INDEX), None)
    yield from index_outputs(site, catalogue, introduction)
    yield from tag_outputs(site, catalogue)
    yield from status_outputs(site, catalogue)
    yield from kind_outputs(site, catalogue)
    yield from source_outputs(site, catalogue)
    yield from correction_outputs(site, catalogue)
    yield labels_output(site)
    yield statistics_output(site, catalogue)
    yield data_output(site)
    if site.searches:
        yield Output(SEARCH, site.key(SEARCH), partial(search_page, site))
    yield not_found_output(site)
