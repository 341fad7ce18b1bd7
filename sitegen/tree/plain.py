"""YAML files that ship with sitegen, as plain dicts, lists and texts without places."""

from pathlib import Path

import yaml


def load_plain(path: Path) -> object:
    """Return what a trusted file says, every scalar as text; raises OSError or yaml.YAMLError."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506  (it makes texts only)
