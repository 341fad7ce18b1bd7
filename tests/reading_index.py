"""What tests see of a search index: its records."""

import gzip
import json
from collections.abc import Mapping
from typing import Any

MARK = b"pagefind_dcd"


def unpacked(contents: bytes) -> bytes:
    """Return the contents of a packed file of an index."""
    found = gzip.decompress(contents)
    assert found.startswith(MARK)
    return found.removeprefix(MARK)


def records_in(files: Mapping[str, bytes]) -> list[Any]:
    """Return the records of an index as browsers get them, by address."""
    found = (contents for path, contents in files.items() if path.endswith(".pf_fragment"))
    return sorted((record for one in found for record in json.loads(unpacked(one))), key=lambda each: str(each["url"]))


def files_in(archive: bytes) -> dict[str, bytes]:
    """Take an archive apart, as browsers do."""
    sizes, _, contents = unpacked(archive).partition(b"\n")
    found = {}
    for path, size in json.loads(sizes).items():
        found[path], contents = contents[:size], contents[size:]
    assert contents == b""
    return found
