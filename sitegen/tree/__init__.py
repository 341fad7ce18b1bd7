"""YAML as people type it, understood: values with their places, and problems in plain words."""

from sitegen.tree.nodes import Items, Node, Table, Text
from sitegen.tree.plain import load_plain
from sitegen.tree.read import read_tree
from sitegen.tree.writing import yaml_text

__all__ = ["Items", "Node", "Table", "Text", "load_plain", "read_tree", "yaml_text"]
