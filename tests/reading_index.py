"""What tests see of a search index: its records, and all else of it as far as it has words."""

import gzip
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
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


def readable(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the files of a folder as text: records by their address, index files with the words that they hold.

    Pictures stand as they are, byte by byte; the program that searches (WebAssembly) is none of ours and is left out.
    """
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name, contents = path.relative_to(folder).as_posix(), path.read_bytes()
        if path.suffix == ".pf_fragment":
            text = unpacked(contents).decode()
            yield f"{name.partition('/fragment/')[0]}/{json.loads(text)['url']}.record", text
        elif path.suffix in {".pf_index", ".pf_filter", ".pf_meta"}:
            yield name, unpacked(contents).decode(errors="replace")
        elif path.suffix != ".pagefind":
            yield name, contents.decode("latin-1" if path.suffix == ".png" else "utf-8")
