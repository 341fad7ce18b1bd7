"""YAML files that ship with sitegen, as plain dicts, lists and texts without places."""

from collections.abc import Iterator
from pathlib import Path

import yaml


def load_plain(path: Path) -> object:
    """Return what a trusted file says, every scalar as text; raises OSError or yaml.YAMLError.

    Nodes of YAML, which the library would make first, take as long as all the rest.
    """
    events = iter(yaml.parse(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))
    return next(_values(events), None)


def _values(events: Iterator[yaml.Event]) -> Iterator[object]:
    """Yield values up to the end of the list or mapping that they stand in."""
    for event in events:
        if isinstance(event, yaml.ScalarEvent):
            yield event.value
        elif isinstance(event, yaml.SequenceStartEvent):
            yield list(_values(events))
        elif isinstance(event, yaml.MappingStartEvent):
            inner = _values(events)
            yield dict(zip(inner, inner, strict=True))
        elif isinstance(event, yaml.CollectionEndEvent):
            return
        elif isinstance(event, yaml.AliasEvent):
            raise yaml.YAMLError(event)
