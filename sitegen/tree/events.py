"""PyYAML's events as our own, with bounds on how much a file may hold, before anything is composed from it."""

from collections.abc import Iterator
from enum import Enum, auto

import yaml
from msgspec import Struct

DEPTH = 30
"""Lists and mappings in one another. Composing thousands of them would overflow the C stack and end the process."""
NODES = 20_000
"""Of one file: far more than a person types."""


class Sort(Enum):
    """What an event begins, ends or is."""

    LIST = auto()
    TABLE = auto()
    END = auto()
    TEXT = auto()
    ALIAS = auto()


class Spot(Struct, frozen=True):
    """A place in the text that the parser was given; line and column from 0, `index` in characters."""

    line: int
    column: int
    index: int


class Event(Struct, frozen=True):
    """One event of the parser."""

    sort: Sort
    start: Spot
    end: Spot
    value: str = ""
    """Of a text, or the name of an alias."""
    plain: bool = False
    flow: bool = False
    """Whether a list or mapping stands in brackets."""
    feature: str = ""
    """An anchor or tag as typed."""


class NotYamlError(Exception):
    """The parser stopped at a spot."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(str(spot))
        self.spot = spot


class LimitError(Exception):
    """The file holds more than a person writes; carries the sentence that says so."""

    def __init__(self, message: str, spot: Spot) -> None:
        super().__init__(message)
        self.message = message
        self.spot = spot


def bounded_events(text: str) -> Iterator[Event]:
    """Yield the events of the first document; raises NotYamlError and LimitError."""
    depth = nodes = 0
    for event in _events(text):
        nodes += event.sort is not Sort.END
        depth += {Sort.LIST: 1, Sort.TABLE: 1, Sort.END: -1}.get(event.sort, 0)
        if depth > DEPTH:
            message = f"lists and mappings stand more than {DEPTH} deep in one another"
            raise LimitError(message, event.start)
        if nodes > NODES:
            message = f"the file holds more than {NODES:,} values"
            raise LimitError(message, event.start)
        yield event


def is_sound(text: str) -> bool:
    """Say whether a short text is YAML."""
    try:
        return bool(list(bounded_events(text)))
    except (NotYamlError, LimitError):
        return False


def _events(text: str) -> Iterator[Event]:
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.DocumentEndEvent):
                return
            made = _event(event)
            if made:
                yield made
    except yaml.MarkedYAMLError as error:
        raise NotYamlError(_spot(error.problem_mark or error.context_mark)) from None


def _event(event: yaml.Event) -> Event | None:
    """Return our event, None where the parser only says that a stream or document begins."""
    start, end = _spot(event.start_mark), _spot(event.end_mark)
    match event:
        case yaml.ScalarEvent():
            return Event(Sort.TEXT, start, end, event.value, plain=not event.style, feature=_feature(event))
        case yaml.AliasEvent():
            return Event(Sort.ALIAS, start, end, str(event.anchor))
        case yaml.SequenceStartEvent():
            return Event(Sort.LIST, start, end, flow=bool(event.flow_style), feature=_feature(event))
        case yaml.MappingStartEvent():
            return Event(Sort.TABLE, start, end, flow=bool(event.flow_style), feature=_feature(event))
        case yaml.CollectionEndEvent():
            return Event(Sort.END, start, end)
        case _:
            return None


def _feature(event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> str:
    return f"&{event.anchor}" if event.anchor else str(event.tag or "")


def _spot(mark: "yaml.error.Mark | yaml._yaml.Mark | None") -> Spot:
    return Spot(mark.line, mark.column, mark.index) if mark else Spot(0, 0, 0)
