"""How much a YAML file may hold: bounds on the event stream, before anything is composed from it."""

from collections.abc import Iterator

import yaml

CHARACTERS = 1_000_000
"""Of one file: some two hundred pages of typing."""
DEPTH = 30
NODES = 100_000


class LimitError(Exception):
    """The file holds more than a person writes; carries the sentence and the mark where it was noticed."""

    def __init__(self, message: str, mark: yaml.Mark) -> None:
        super().__init__(message)
        self.message = message
        self.mark = mark


def bounded_events(text: str) -> Iterator[yaml.Event]:
    """Yield the parser's events; raises LimitError, and yaml.YAMLError where the text is no YAML."""
    depth = nodes = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        nodes += isinstance(event, yaml.NodeEvent)
        if depth > DEPTH:
            message = f"lists and mappings stand more than {DEPTH} deep in one another"
            raise LimitError(message, event.start_mark)
        if nodes > NODES:
            message = f"the file holds more than {NODES:,} values"
            raise LimitError(message, event.start_mark)
        yield event
