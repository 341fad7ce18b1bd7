"""The folders of the index: each bucket is made anew when a record in it changes, the program almost never."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from sitegen.cache import code_version, key_of
from sitegen.model.output import Bundle
from sitegen.problems import Problem
from sitegen.render.search.buckets import SIZE, in_buckets
from sitegen.render.search.index import bucket_files, program_files
from sitegen.render.search.program import program
from sitegen.render.search.records import Record, records_digest, records_of
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site

PROGRAM, BUCKETS, LIST = "pagefind/program", "pagefind/buckets", "pagefind/list"
CODE = ("render/search/index.py", "render/search/settling.py")
"""What makes an index of records, beside Pagefind and other libraries."""


def search_bundles(site: Site, shelf: Sequence[Shelved], *, size: int = SIZE) -> Iterator[Bundle]:
    """Yield the index, where the site is searched. A build finds what is listed, a preview all.

    A bucket is made anew when something changes that a search finds or shows.
    """
    found = program() if site.searches else None
    if found is None:
        return
    code, language = code_version(*CODE), site.settings.language
    yield Bundle(PROGRAM, key_of("program", code, language), partial(program_files, found, language))
    heads = {}
    for number, briefs in in_buckets([each for each in shelf if _is_found(site, each)], size).items():
        key = key_of("bucket", code, language, _digest(site, briefs))
        heads[number] = f"{key[:10]}.pf_head"
        yield Bundle(f"{BUCKETS}/{number}", key, partial(_made, site, found, briefs, heads[number]))
    yield Bundle(LIST, key_of("list", heads), partial(_listed, heads))


def _digest(site: Site, briefs: Sequence[Shelved]) -> str:
    """Return a hash of the records of some briefs; of those that it is known of, none is loaded."""
    keys = [key_of("records", site.data_fingerprint, each.slug, each.key) for each in briefs]
    known = dict(zip(keys, briefs, strict=True))

    def of_one(shelved: Shelved) -> bytes:
        return records_digest(site, shelved.load()[0]).encode()

    def of_all() -> bytes:
        return key_of([each.recall(key, partial(of_one, each)) for key, each in known.items()]).encode()

    return briefs[0].recall(key_of(keys), of_all).decode()


def bucket_records(site: Site, briefs: Sequence[Shelved]) -> list[Record]:
    """Return the records of these briefs, with one brief at a time in memory."""
    return [record for each in briefs for record in records_of(site, each.load()[0])]


def _is_found(site: Site, shelved: Shelved) -> bool:
    return shelved.spine.listed or site.is_preview


def _made(site: Site, found: Path, briefs: Sequence[Shelved], head: str) -> Mapping[str, bytes] | Problem:
    return bucket_files(found, bucket_records(site, briefs), site.settings.language, head)


def _listed(heads: Mapping[int, str]) -> Mapping[str, bytes]:
    """Make the list by which browsers find the buckets: always asked for anew, since names in it change."""
    return {"buckets.json": json.dumps([f"{number}/{head}" for number, head in heads.items()]).encode()}
