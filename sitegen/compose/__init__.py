"""Compose stage: article, annotations and analysis -> Brief, and its Markdown."""

from sitegen.compose.brief import compose
from sitegen.compose.desk import Desk
from sitegen.compose.entry import entry_of
from sitegen.compose.markdown import to_markdown
from sitegen.compose.written import is_edited, write

__all__ = ["Desk", "compose", "entry_of", "is_edited", "to_markdown", "write"]
