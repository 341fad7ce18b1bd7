"""The shelf: every brief of the site as it waits to be rendered, the whole of it only when one is due."""

from dataclasses import dataclass

from sitegen.model.entry import Entry
from sitegen.render.site import Load


@dataclass(frozen=True, slots=True)
class Shelved:
    """One brief."""

    entry: Entry
    key: str
    """Names everything that the brief follows from."""
    load: Load
    """Gives the brief and its Markdown."""
