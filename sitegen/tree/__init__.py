"""YAML as people type it, turned into values that know their places."""

from sitegen.tree.plain import load_plain

__all__ = ["load_plain"]
