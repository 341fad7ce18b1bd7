"""A value with some of its fields changed: of the model, which is made of Structs, or of the settings, a dataclass."""

import dataclasses
from typing import Any, TypeVar

from msgspec import Struct, structs

T = TypeVar("T")


def replace(value: T, **changes: Any) -> T:  # noqa: ANN401  (as both take them)
    """Return a copy of a value that differs in these fields."""
    if isinstance(value, Struct):
        return structs.replace(value, **changes)
    return dataclasses.replace(value, **changes)  # type: ignore[type-var]
