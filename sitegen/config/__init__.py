"""Settings: sitegen.yaml -> Settings, with a problem for everything in it that does not fit."""

from sitegen.config.reading import read_settings
from sitegen.config.settings import Budget, Settings

__all__ = ["Budget", "Settings", "read_settings"]
