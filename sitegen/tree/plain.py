"""Shipped YAML files, which are trusted: nested mappings and lists in which every scalar is text as typed."""

from pathlib import Path

from yaml import load

try:
    from yaml import CBaseLoader as Loader
except ImportError:  # pragma: no cover  (PyYAML was built without libyaml)
    from yaml import BaseLoader as Loader  # type: ignore[assignment]  # the slower twin


def load_plain(path: Path) -> object:
    """Return mappings, lists and text; None for an empty file. Raises on broken YAML: the file is ours."""
    return load(path.read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506  (base loaders make text, never objects)
