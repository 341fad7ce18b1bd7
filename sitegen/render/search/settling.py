"""Settling: one input, one set of bytes. Pagefind writes the values of a filter in an order that chance gives.

A filter file is brought into order and named anew by its contents, then the list that names it, then what names that.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from typing import Any

import cbor2

MARK = b"pagefind_dcd"
"""Stands before the contents of a packed file."""
ENTRY = "pagefind-entry.json"
WASM = "wasm.{language}.pagefind"
FILTERS = 3
"""The place of the filters in a list of what an index has: pairs of a filter's name and its file's."""


def settled(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of an index, every order settled. Raises KeyError, TypeError, ValueError for other shapes."""
    found = dict(files)
    entry = json.loads(found[ENTRY])
    for language in entry["languages"].values():
        language["hash"] = _settle_list(found, language["hash"])
    found[ENTRY] = json.dumps(entry, sort_keys=True).encode()
    used = {WASM.format(language=language["wasm"] or "unknown") for language in entry["languages"].values()}
    return {path: found[path] for path in sorted(found) if not path.startswith("wasm.") or path in used}


def _settle_list(found: dict[str, bytes], name: str) -> str:
    """Settle what one index has, and return its new name."""
    contents = _unpacked(found.pop(f"pagefind.{name}.pf_meta"))
    contents[FILTERS] = sorted([filter_, _settle_filter(found, file)] for filter_, file in contents[FILTERS])
    packed = _packed(contents)
    named = _named(name, packed)
    found[f"pagefind.{named}.pf_meta"] = packed
    return named


def _settle_filter(found: dict[str, bytes], name: str) -> str:
    """Bring the values of a filter into order, and return its file's new name."""
    filter_, values = _unpacked(found.pop(f"filter/{name}.pf_filter"))
    packed = _packed([filter_, sorted(values)])
    named = _named(name, packed)
    found[f"filter/{named}.pf_filter"] = packed
    return named


def _named(old: str, contents: bytes) -> str:
    """Return a name that follows from the contents, with the language before it that the old one has."""
    return f"{old.rpartition('_')[0]}_{hashlib.sha256(contents).hexdigest()[:10]}"


def _unpacked(contents: bytes) -> Any:  # noqa: ANN401  (lists, of whatever is in them)
    try:
        return cbor2.loads(gzip.decompress(contents).removeprefix(MARK))
    except (cbor2.CBORError, EOFError) as error:
        raise ValueError(contents[:1]) from error


def _packed(value: object) -> bytes:
    return gzip.compress(MARK + cbor2.dumps(value), mtime=0)
