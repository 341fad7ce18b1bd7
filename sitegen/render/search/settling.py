"""Settling: what Pagefind made, in the form that readers get. One input, one set of bytes.

What a browser needs of a bucket before it can ask is one file, the head. The records of one brief are one file, in
which each still has its own status and caveats. Words stand in small files: a browser fetches one of every bucket.
Pagefind writes the values of a filter in an order that chance gives; they are sorted.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import cbor2

from sitegen.render.search.records import Record

Files = Mapping[str, bytes]
"""By their paths from the folder that they stand in."""

MARK = b"pagefind_dcd"
"""Stands before the contents of a packed file."""
ENTRY = "pagefind-entry.json"
SCRIPT = "pagefind.js"
INSTANCE = b"var PagefindInstance="
"""What asks one index, in the script, which itself lends it to nobody."""
LENT = b"export{PagefindInstance};\n"
PROBE = "probe.pf_head"
"""The head of an index of next to nothing, which tells to which stems words that somebody typed are reduced."""
HEAD = "head"
"""By this name the entry of a bucket knows its list of pages."""
SHOWN = ("url", "content", "meta")
"""What browsers get of a record; filters stand in the head."""
WEIGHT = 4000
"""Numbers and texts in a file of words after which the next file begins: two to three kilobytes, packed."""

Word = list[Any]
"""A word, its pages, each with two lists of places, and its other spellings."""


def packed_program(files: Files) -> dict[str, bytes]:
    """Return the program that asks an index, and its probe. Raises KeyError, TypeError, ValueError for other shapes."""
    wasm = f"wasm.{_language(files)['wasm'] or 'unknown'}.pagefind"
    if INSTANCE not in files[SCRIPT]:
        raise ValueError(SCRIPT)
    probe = {path: files[path] for path in sorted(files) if path == ENTRY or path.endswith((".pf_meta", ".pf_index"))}
    return {SCRIPT: files[SCRIPT] + LENT, wasm: files[wasm], PROBE: _archive(probe)}


def packed_bucket(files: Files, records: Sequence[Record], name: str) -> dict[str, bytes]:
    """Return the files of a bucket, its head by this name. Raises KeyError, TypeError, ValueError for other shapes."""
    known = _language(files)["hash"]
    version, pages, chunks, filters, _sorts, fields = _unpacked(files[f"pagefind.{known}.pf_meta"])
    packs, ids = _packs(files, records)
    words = (word for _, _, chunk in chunks for word in _unpacked(files[f"index/{chunk}.pf_index"])[0])
    indexes = {_named(packed): (ends, packed) for ends, packed in _chunks(sorted(words, key=lambda word: word[0]))}
    meta = [
        version,
        [[ids[page], *counted] for page, *counted in pages],
        [[*ends, chunk] for chunk, (ends, _) in indexes.items()],
        sorted([filter_, filter_] for filter_, _ in filters),
        [],  # results are sorted where they come together
        fields,
    ]
    head = {ENTRY: _entry(files), f"pagefind.{HEAD}.pf_meta": _marked(meta), **_filters(files, filters)}
    return {
        name: _archive(head),
        **{f"index/{chunk}.pf_index": packed for chunk, (_, packed) in indexes.items()},
        **{f"fragment/{pack}.pf_fragment": packed for pack, packed in packs.items()},
    }


def _language(files: Files) -> dict[str, Any]:
    """Return what the entry says of its one language."""
    (found,) = json.loads(files[ENTRY])["languages"].values()
    return dict(found)


def _entry(files: Files) -> bytes:
    entry = json.loads(files[ENTRY])
    for language in entry["languages"].values():
        language["hash"] = HEAD
    return json.dumps(entry, sort_keys=True).encode()


def _filters(files: Files, filters: Sequence[tuple[str, str]]) -> dict[str, bytes]:
    """Return the files of the filters, named by them, every value in its place."""
    found = {}
    for filter_, file in sorted(filters):
        _, values = _unpacked(files[f"filter/{file}.pf_filter"])
        found[f"filter/{filter_}.pf_filter"] = _marked([filter_, sorted(values)])
    return found


def _chunks(words: Sequence[Word]) -> Iterator[tuple[tuple[str, str], bytes]]:
    """Yield files of words with the first and the last word of each."""
    taken, weight = list[Word](), 0
    for at, word in enumerate(words):
        taken.append(word)
        weight += 1 + sum(3 + len(places) + len(beside) for _, places, beside in word[1])
        if weight >= WEIGHT or at == len(words) - 1:
            yield (taken[0][0], taken[-1][0]), _packed([taken])
            taken, weight = [], 0


def _packs(files: Files, records: Sequence[Record]) -> tuple[dict[str, bytes], dict[str, str]]:
    """Return the records of each brief as one file, by its name, and new names of all pages by the old ones.

    The name of a page says in which file it stands, at which place, and of which day it is: "0c1d2e3f4a.2.2024-03-05".
    """
    found = (json.loads(_plain(files[path])) | {"page": _stem(path)} for path in files if path.startswith("fragment/"))
    pages = {page["url"]: page for page in found}
    packs, ids = {}, {}
    for _, of_brief in groupby(records, key=lambda record: record.url.partition("#")[0]):
        of_one = [(record, pages[record.url]) for record in of_brief]
        shown = [{**{name: page[name] for name in SHOWN}, **_own(record)} for record, page in of_one]
        packed = _zipped(json.dumps(shown, ensure_ascii=False).encode())
        packs[_named(packed)] = packed
        ids.update({page["page"]: f"{_named(packed)}.{at}.{record.date}" for at, (record, page) in enumerate(of_one)})
    return packs, ids


def _own(record: Record) -> dict[str, str]:
    """Return the content of a record that has no words: Pagefind was given others."""
    return {} if record.has_words else {"content": record.content}


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _archive(files: Files) -> bytes:
    """Return files as one: a line that names them with their sizes, then their contents."""
    sizes = json.dumps({path: len(contents) for path, contents in files.items()}, ensure_ascii=False)
    return _zipped(sizes.encode() + b"\n" + b"".join(files.values()))


def _named(contents: bytes) -> str:
    return hashlib.sha256(contents).hexdigest()[:10]


def _plain(contents: bytes) -> bytes:
    try:
        return gzip.decompress(contents).removeprefix(MARK)
    except EOFError as error:
        raise ValueError(contents[:1]) from error


def _unpacked(contents: bytes) -> Any:  # noqa: ANN401  (lists, of whatever is in them)
    try:
        return cbor2.loads(_plain(contents))
    except cbor2.CBORError as error:
        raise ValueError(contents[:1]) from error


def _marked(value: object) -> bytes:
    return MARK + cbor2.dumps(value)


def _packed(value: object) -> bytes:
    return _zipped(cbor2.dumps(value))


def _zipped(contents: bytes) -> bytes:
    return gzip.compress(MARK + contents, mtime=0)
