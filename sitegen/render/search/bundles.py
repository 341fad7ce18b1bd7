"""The folder of the index: made anew when any brief of it is."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from sitegen.cache import code_version, key_of
from sitegen.model.output import Bundle
from sitegen.problems import Problem
from sitegen.render.search.index import index_files
from sitegen.render.search.program import program
from sitegen.render.search.records import Record, records_of
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site

FOLDER = "pagefind"


def search_bundles(site: Site, shelf: Sequence[Shelved]) -> Iterator[Bundle]:
    """Yield the index, where the site is searched. A build finds what is listed, a preview all."""
    found = program() if site.searches else None
    if found is None:
        return
    shown = sorted((each for each in shelf if each.entry.listed or site.is_preview), key=lambda each: each.entry.slug)
    words, language = site.words.fingerprint, site.settings.language
    key = key_of("search", code_version(), words, language, [(each.entry.slug, each.key) for each in shown])
    yield Bundle(FOLDER, key, partial(_index, site, found, shown))


def _index(site: Site, found: Path, shelf: Sequence[Shelved]) -> Mapping[str, bytes] | Problem:
    return index_files(found, _records(site, shelf), site.settings.language)


def _records(site: Site, shelf: Sequence[Shelved]) -> Iterator[Record]:
    """Yield the records of all briefs, one brief at a time in memory."""
    for each in shelf:
        brief, _markdown = each.load()
        yield from records_of(site, brief)
