"""Settings: sitegen.yaml -> Settings, with a problem for everything in it that does not fit."""

from sitegen.config.reading import FILE, find_root, read_settings
from sitegen.config.settings import Budget, Settings

__all__ = ["FILE", "Budget", "Settings", "find_root", "read_settings"]
