"""Something that happens at the very moment at which a file is opened, renamed or removed, whatever code does it."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir"}
"""What Python tells an audit hook before it does it (https://docs.python.org/3/library/audit_events.html)."""


class Meddler:
    """Acts before one of the next of these events at a path, or below it; such a hook stays for good."""

    def __init__(self) -> None:
        self._path = ""
        self._left = 0
        self._act: Callable[[], object] | None = None
        sys.addaudithook(self._hear)

    @contextmanager
    def at(self, path: Path, number: int, act: Callable[[], object]) -> Iterator[None]:
        """Act at the so-manieth event, if there are so many; what the act raises comes out of the event."""
        self._path, self._left, self._act = str(path), number, act
        try:
            yield
        finally:
            self._act = None

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if self._act is None or event not in EVENTS:
            return
        path = arguments[0]
        if isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self._path):
            self._left -= 1
            if not self._left:
                act, self._act = self._act, None
                act()


@pytest.fixture(scope="session")
def meddler() -> Meddler:
    """Add the hook once."""
    return Meddler()
