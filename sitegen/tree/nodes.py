"""What a YAML file says: texts, lists and tables, each with its place in the file."""

from typing import TypeAlias

from msgspec import Struct

from sitegen.problems import Location


class Text(Struct, frozen=True):
    """A scalar, as typed: `no`, `11:27` and `1_000` are text."""

    value: str
    at: Location
    plain: bool = True
    """Whether it stands without quotation marks and is no block text."""


class Items(Struct, frozen=True):
    """A list."""

    items: tuple["Node", ...]
    at: Location


class Table(Struct, frozen=True):
    """A mapping; no key stands twice."""

    pairs: tuple[tuple[Text, "Node"], ...]
    at: Location

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, None where the key was not typed."""
        return next((value for name, value in self.pairs if name.value == key), None)


Node: TypeAlias = Text | Items | Table
