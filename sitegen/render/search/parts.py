"""Parts: what an index has of one brief, from which those of whole buckets are put together.

All that an index of Pagefind has belongs to single pages. So what was made of many briefs at once can be taken apart,
a brief that was edited is indexed alone, and nobody can tell. In a part, pages are numbered from 0.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec import Struct

from sitegen.render.search.packing import (
    ENTRY,
    Files,
    language_of,
    listed,
    named,
    number,
    numbers,
    plain,
    stem,
    unpacked,
    zipped,
)
from sitegen.render.search.records import FIELDS, Record

SHOWN = ("url", "content", "meta")
"""What browsers get of a record; filters stand in the head."""
HEAD = "head"
"""By this name the entry of a bucket knows its list of pages."""
ITSELF = ""
"""Stands among the spellings of a word for the word as the index has it."""

_Page = tuple[int, int, bytes]
"""The number of a page that has a word, the weight of that, and what is written of where it is."""


class Run(Struct, frozen=True, array_like=True):
    """Pages with a word, as an index has them."""

    first: int
    last: int
    count: int
    weight: int
    """Of the file that it stands in: how many numbers there are."""
    written: bytes
    """All but `begun` of the first page."""


class Part(Struct, frozen=True, array_like=True):
    """What an index has of one brief."""

    about: bytes
    """The entry of the index, in which no pages are counted."""
    pack: bytes
    """The records as one file, as browsers get them."""
    pages: Sequence[tuple[str, int]]
    """Of each record its name, and how many words it has."""
    words: Mapping[str, Mapping[str, Run]]
    """Where it has which words, by their spellings."""
    filters: Mapping[str, Mapping[str, Sequence[int]]]
    """Pages by filter and value."""


def parts_of(files: Files, briefs: Sequence[Sequence[Record]]) -> list[Part]:
    """Take the index of some briefs apart. Raises LookupError, TypeError, ValueError for other shapes."""
    known = language_of(files[ENTRY])["hash"]
    _, pages, chunks, filters, _sorts, fields = unpacked(files[f"pagefind.{known}.pf_meta"])
    packs = list(_packs(files, briefs, pages))
    shares = _Shares(briefs, fields)
    for _, _, chunk in chunks:
        for word, found, others in unpacked(files[f"index/{chunk}.pf_index"])[0]:
            shares.deal_word(word, ITSELF, found)
            for spelling, found_so in others:
                shares.deal_word(word, spelling, found_so)
    for filter_, file in filters:
        for value, found in unpacked(files[f"filter/{file}.pf_filter"])[1]:
            shares.deal_value(filter_, value, found)
    parts = zip(packs, shares.words, shares.filters, strict=True)
    about = _about(files[ENTRY])
    return [Part(about, *pack, _runs(words), filters) for pack, words, filters in parts]


@cache
def begun(further: int) -> bytes:
    """Write how a page begins that comes so many behind the one before."""
    return _THREE + number(further)


_THREE = listed(3)


def _about(entry: bytes) -> bytes:
    found = json.loads(entry)
    for language in found["languages"].values():
        language |= {"hash": HEAD, "page_count": 0}
    return json.dumps(found, sort_keys=True).encode()


class _Shares:
    """What each brief has of an index."""

    def __init__(self, briefs: Sequence[Sequence[Record]], fields: Iterable[str]) -> None:
        self._owners = [(owner, at) for owner, records in enumerate(briefs) for at in range(len(records))]
        numbered = {-1 - number: -1 - FIELDS.index(name) for number, name in enumerate(fields)}
        self._written = cache(partial(_written, numbered))
        """Most words stand in the same few places."""
        self.words: list[dict[str, dict[str, list[_Page]]]] = [{} for _ in briefs]
        self.filters: list[dict[str, dict[str, list[int]]]] = [{} for _ in briefs]

    def deal_word(self, word: str, spelling: str, found: Iterable[tuple[int, Sequence[int], Sequence[int]]]) -> None:
        """Give each brief its pages with a word; in an index each is counted from the one before."""
        page, latest, pages = 0, -1, list[_Page]()
        for further, places, in_fields in found:
            page += further
            owner, at = self._owners[page]
            if owner != latest:
                latest, pages = owner, self.words[owner].setdefault(word, {}).setdefault(spelling, [])
            weight, written = 3 + len(places) + len(in_fields), self._written(tuple(places), tuple(in_fields))
            pages.append((at, weight, written))

    def deal_value(self, filter_: str, value: str, found: Iterable[int]) -> None:
        """Give each brief its pages with a value of a filter."""
        for owner, at in (self._owners[page] for page in found):
            self.filters[owner].setdefault(filter_, {}).setdefault(value, []).append(at)


def _written(fields: Mapping[int, int], places: Sequence[int], in_fields: Sequence[int]) -> bytes:
    """Write where on a page a word is: in its content, and in its fields, each behind a negative number."""
    return numbers(places) + numbers([fields[each] if each < 0 else each for each in in_fields])


def _runs(words: Mapping[str, Mapping[str, Sequence[_Page]]]) -> dict[str, dict[str, Run]]:
    return {word: {spelling: _run(found) for spelling, found in each.items()} for word, each in words.items()}


def _run(found: Sequence[_Page]) -> Run:
    first, weight, written = found[0]
    last = first
    for page, more, where in found[1:]:
        weight += more
        written += begun(page - last) + where
        last = page
    return Run(first, last, len(found), weight, written)


def _packs(
    files: Files, briefs: Sequence[Sequence[Record]], pages: Sequence[tuple[str, int]]
) -> Iterator[tuple[bytes, list[tuple[str, int]]]]:
    """Yield the records of each brief as one file, with their names and how many words they have.

    The name of a page says in which file it stands, at which place, and of which day it is: "0c1d2e3f4a.2.2024-03-05".
    """
    shown = {stem(path): json.loads(plain(files[path])) for path in files if path.startswith("fragment/")}
    if [shown[page]["url"] for page, _ in pages] != [record.url for records in briefs for record in records]:
        raise ValueError(ENTRY)
    rest = iter(pages)
    for records in briefs:
        of_one = [(record, shown[page], words) for record, (page, words) in zip(records, rest, strict=False)]
        texts = [{**{name: page[name] for name in SHOWN}, **_own(record)} for record, page, _ in of_one]
        pack = zipped(json.dumps(texts, ensure_ascii=False).encode())
        names = (f"{named(pack)}.{at}.{record.date}" for at, record in enumerate(records))
        yield pack, [(name, words) for name, (_, _, words) in zip(names, of_one, strict=True)]


def _own(record: Record) -> dict[str, str]:
    """Return the content of a record that has no words: Pagefind was given others."""
    return {} if record.has_words else {"content": record.content}
