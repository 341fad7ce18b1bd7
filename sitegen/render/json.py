"""JSON written out, for people and machines."""

import json
from collections.abc import Mapping


def write(data: Mapping[str, object]) -> bytes:
    """Write an object out, indented; half a surrogate pair, which UTF-8 cannot hold, becomes "?"."""
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(errors="replace")
