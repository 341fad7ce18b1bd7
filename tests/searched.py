"""Indexes of the search as tests make them: their records, bundles and files."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from sitegen.model.output import Bundle
from sitegen.problems import Problem
from sitegen.render import Shelved, Site, search_bundles
from sitegen.render.search.buckets import SIZE
from sitegen.render.search.index import indexed
from sitegen.render.search.program import program
from sitegen.render.search.records import Record
from sitegen.render.search.settling import packed_bucket

PROGRAM = program()
assert PROGRAM, "the package pagefind[bin] brings it"
HEAD = "a.pf_head"


def index_of(records: list[Record], language: str = "en") -> Mapping[str, bytes]:
    assert PROGRAM
    return packed_bucket(indexed(PROGRAM, by_brief(records), language), HEAD)


def by_brief(records: Sequence[Record]) -> list[list[Record]]:
    return [list(some) for _, some in groupby(records, key=lambda record: record.url.partition("#")[0])]


def bundles_of(site: Site, shelf: list[Shelved], size: int = SIZE) -> dict[str, Bundle]:
    """Return the bundles of the index by their folders."""
    return {bundle.folder.removeprefix("pagefind/"): bundle for bundle in search_bundles(site, shelf, size=size)}


def bundle_of(site: Site, shelf: list[Shelved]) -> Bundle:
    """Return the only bucket."""
    program_, bucket, list_ = bundles_of(site, shelf).values()
    assert (program_.folder, list_.folder) == ("pagefind/program", "pagefind/list")
    return bucket


def files_of(bundle: Bundle) -> Mapping[str, bytes]:
    made = bundle.make()
    assert not isinstance(made, Problem), made
    return made


def a_record(number: int) -> Record:
    values = tuple(f"value {(number * each) % 17}" for each in range(1, 6))
    meta = {name: f"{name} of {number}" for name in ("title", "what", "status", "standing", "by", "caveats")}
    return Record(f"briefs/{number}.html", f"words number {number}", meta, {"tag": values, "year": ("2024",)}, "2024")
