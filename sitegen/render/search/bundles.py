"""The folders of the index: each bucket is made anew when a record in it changes, the program almost never."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from msgspec import Struct

from sitegen.cache import code_version, encoded, key_of, own
from sitegen.model.output import Bundle
from sitegen.problems import Problem
from sitegen.render.search.buckets import SIZE, in_buckets
from sitegen.render.search.index import PagefindError, indexed, program_files
from sitegen.render.search.parts import Part
from sitegen.render.search.program import program
from sitegen.render.search.records import FIELDS, records_digest, records_of
from sitegen.render.search.settling import packed_bucket
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site

PROGRAM, BUCKETS, LIST = "pagefind/program", "pagefind/buckets", "pagefind/list"
CODE = tuple(f"render/search/{name}.py" for name in ("index", "packing", "parts", "settling"))
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
        bucket = _Bucket(site, briefs, key_of(code, language, FIELDS))
        key = bucket.key
        heads[number] = f"{key[:10]}.pf_head"
        yield Bundle(f"{BUCKETS}/{number}", key, partial(bucket.made, found, heads[number]))
    yield Bundle(LIST, key_of("list", heads), partial(_listed, heads))


class _Bucket(Struct, frozen=True):
    """Some briefs whose records are one index."""

    site: Site
    briefs: Sequence[Shelved]
    maker: str
    """A hash of what makes an index of records."""

    @property
    def key(self) -> str:
        """A hash of all that its files follow from; where nothing changed, it is known at once."""
        known = [f"{each.slug} {each.key}" for each in self.briefs]
        digest = self.briefs[0].recall(
            key_of("records", self.site.data_fingerprint, known), lambda: key_of(list(self._digests())).encode()
        )
        return key_of("bucket", self.maker, digest.decode())

    def made(self, program: Path, head: str) -> Mapping[str, bytes] | Problem:
        """Make its files: of briefs that stood in an index before, from what that had of them."""
        briefs = {key_of("part", self.maker, digest): brief for digest, brief in self._digests().items()}

        def missing(keys: Iterable[str]) -> Mapping[str, bytes]:
            due = {key: list(records_of(self.site, briefs[key].load()[0])) for key in keys}
            parts = indexed(program, list(due.values()), self.site.settings.language)
            return dict(zip(due, map(encoded, parts), strict=True))

        try:
            parts = self.briefs[0].recall_all(briefs, missing)
        except PagefindError as error:
            return error.problem
        return packed_bucket([own(part, Part) for part in parts.values()], head)

    def _digests(self) -> dict[str, Shelved]:
        """Return the briefs by a hash of their records; of those that it is known of, none is loaded."""
        keys = {key_of("records", self.site.data_fingerprint, each.slug, each.key): each for each in self.briefs}

        def missing(due: Iterable[str]) -> Mapping[str, bytes]:
            return {key: records_digest(self.site, keys[key].load()[0]).encode() for key in due}

        found = self.briefs[0].recall_all(keys, missing)
        return {found[key].decode(): each for key, each in keys.items()}


def _is_found(site: Site, shelved: Shelved) -> bool:
    return shelved.spine.listed or site.is_preview


def _listed(heads: Mapping[int, str]) -> Mapping[str, bytes]:
    """Make the list by which browsers find the buckets: always asked for anew, since names in it change."""
    return {"buckets.json": json.dumps([f"{number}/{head}" for number, head in heads.items()]).encode()}
