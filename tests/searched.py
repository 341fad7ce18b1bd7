"""Indexes of the search as tests make them: their records, bundles and files."""

from collections.abc import Mapping

from sitegen.model.output import Bundle
from sitegen.problems import Problem
from sitegen.render import Shelved, Site, search_bundles
from sitegen.render.search.buckets import SIZE
from sitegen.render.search.index import bucket_files
from sitegen.render.search.program import program
from sitegen.render.search.records import Record

PROGRAM = program()
assert PROGRAM, "the package pagefind[bin] brings it"
HEAD = "a.pf_head"


def index_of(records: list[Record], language: str = "en") -> Mapping[str, bytes]:
    assert PROGRAM
    made = bucket_files(PROGRAM, records, language, HEAD)
    assert not isinstance(made, Problem), made
    return made


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
