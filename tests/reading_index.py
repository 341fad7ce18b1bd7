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
    return sorted((json.loads(unpacked(contents)) for contents in found), key=lambda record: str(record["url"]))
