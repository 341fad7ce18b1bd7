"""Buckets: the index is several, so that an edited brief has one of them made anew; which brief stands where.

It follows from the briefs alone: their number of records says how many buckets there are, a hash of a slug in which
one a brief stands. Where a site grows past a power of two, each bucket becomes two.
"""

from collections.abc import Sequence
from zlib import crc32

from sitegen.render.shelf import Shelved

SIZE = 320
"""Records of a bucket at most, on the average: Pagefind takes a quarter of a second for as many."""


def in_buckets(shelf: Sequence[Shelved], size: int = SIZE) -> dict[int, list[Shelved]]:
    """Return the briefs of each bucket that has any, by its number, sorted by slug."""
    records, count = sum(1 + each.spine.quotes_counted for each in shelf), 1
    while records > size * count:
        count *= 2
    found: dict[int, list[Shelved]] = {}
    for each in sorted(shelf, key=lambda each: each.slug):
        found.setdefault(crc32(each.slug.encode()) % count, []).append(each)
    return dict(sorted(found.items()))
