"""Settling: what Pagefind made, in the form that readers get. One input, one set of bytes.

What a browser needs of a bucket before it can ask is one file, the head. The records of one brief are one file, in
which each still has its own status and caveats. Words stand in small files: a browser fetches one of every bucket.
Pagefind writes the values of a filter in an order that chance gives; they are sorted.
"""

import json
from collections.abc import Iterable, Iterator, Sequence

from sitegen.render.search.packing import ENTRY, Files, archive, language_of, listed, marked, named, text, zipped
from sitegen.render.search.parts import HEAD, ITSELF, Part, Run, begun
from sitegen.render.search.records import FIELDS

SCRIPT = "pagefind.js"
INSTANCE = b"var PagefindInstance="
"""What asks one index, in the script, which itself lends it to nobody."""
LENT = b"export{PagefindInstance};\n"
PROBE = "probe.pf_head"
"""The head of an index of next to nothing, which tells to which stems words that somebody typed are reduced."""
WEIGHT = 4000
"""Numbers and texts in a file of words after which the next file begins: two to three kilobytes, packed."""

Word = tuple[str, int, bytes]
"""A word, its weight, and what is written of it: the word, its pages, and its other spellings with theirs."""
Runs = list[tuple[int, Run]]
"""Pages of several parts, with the number of each part's first page."""


def packed_program(files: Files) -> dict[str, bytes]:
    """Return the program that asks an index, and its probe. Raises KeyError, TypeError, ValueError for other shapes."""
    wasm = f"wasm.{language_of(files[ENTRY])['wasm'] or 'unknown'}.pagefind"
    if INSTANCE not in files[SCRIPT]:
        raise ValueError(SCRIPT)
    probe = {path: files[path] for path in sorted(files) if path == ENTRY or path.endswith((".pf_meta", ".pf_index"))}
    return {SCRIPT: files[SCRIPT] + LENT, wasm: files[wasm], PROBE: archive(probe)}


def packed_bucket(parts: Sequence[Part], name: str) -> dict[str, bytes]:
    """Put the parts of a bucket together; its head has this name."""
    indexes = {named(packed): (ends, packed) for ends, packed in _chunks(_words(parts))}
    pages, filters = [page for part in parts for page in part.pages], _filters(parts)
    entry = json.loads(parts[0].about)
    for language in entry["languages"].values():
        language["page_count"] = len(pages)
    meta = [
        entry["version"],
        pages,
        [[*ends, chunk] for chunk, (ends, _) in indexes.items()],
        [[filter_, filter_] for filter_ in filters],
        [],  # results are sorted where they come together
        FIELDS,
    ]
    head = {
        ENTRY: json.dumps(entry, sort_keys=True).encode(),
        f"pagefind.{HEAD}.pf_meta": marked(meta),
        **{f"filter/{filter_}.pf_filter": marked([filter_, values]) for filter_, values in filters.items()},
    }
    return {
        name: archive(head),
        **{f"index/{chunk}.pf_index": packed for chunk, (_, packed) in indexes.items()},
        **{f"fragment/{named(part.pack)}.pf_fragment": part.pack for part in parts},
    }


def _placed(parts: Iterable[Part]) -> Iterator[tuple[int, Part]]:
    """Yield parts with the number that the first page of each has in the bucket."""
    first = 0
    for part in parts:
        yield first, part
        first += len(part.pages)


def _filters(parts: Iterable[Part]) -> dict[str, list[tuple[str, list[int]]]]:
    """Return the values of each filter with their pages, every filter and value in its place."""
    found: dict[str, dict[str, list[int]]] = {}
    for first, part in _placed(parts):
        for filter_, values in part.filters.items():
            for value, pages in values.items():
                found.setdefault(filter_, {}).setdefault(value, []).extend([first + page for page in pages])
    return {filter_: sorted(values.items()) for filter_, values in sorted(found.items())}


def _words(parts: Iterable[Part]) -> Iterator[Word]:
    """Yield the words of a bucket in their order."""
    found: dict[str, dict[str, Runs]] = {}
    for first, part in _placed(parts):
        for word, spellings in part.words.items():
            of_all = found.setdefault(word, {})
            for spelling, run in spellings.items():
                of_all.setdefault(spelling, []).append((first, run))
    for word, ways in sorted(found.items()):
        itself = ways.pop(ITSELF, [])
        others = (listed(2, text(spelling), _joined(runs)) for spelling, runs in sorted(ways.items()))
        written = listed(3, text(word), _joined(itself), listed(len(ways), *others))
        yield word, 1 + sum(run.weight for _, run in itself), written


def _joined(runs: Runs) -> bytes:
    """Write runs as one list of pages; each run comes with the number in the bucket of its part's first page."""
    last, count, pieces = 0, 0, list[bytes]()
    for first, run in runs:
        pieces.append(begun(first + run.first - last))
        pieces.append(run.written)
        last = first + run.last
        count += run.count
    return listed(count, *pieces)


def _chunks(words: Iterable[Word]) -> Iterator[tuple[tuple[str, str], bytes]]:
    """Yield files of words with the first and the last word of each."""
    taken, weight = list[Word](), 0
    for each in words:
        taken.append(each)
        weight += each[1]
        if weight >= WEIGHT:
            yield _chunk(taken)
            taken, weight = [], 0
    if taken:
        yield _chunk(taken)


def _chunk(words: Sequence[Word]) -> tuple[tuple[str, str], bytes]:
    written = listed(1, listed(len(words), *(written for _, _, written in words)))
    return (words[0][0], words[-1][0]), zipped(written)
