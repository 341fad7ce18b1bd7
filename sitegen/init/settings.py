"""The settings file of a new project: every setting explained, each as a comment."""

import textwrap
from collections.abc import Iterator
from dataclasses import Field, fields
from typing import Any

from sitegen.config import Budget, Settings

HEAD = """\
# The settings of this project. All of them may be left out; take the "#" away before those that you set.
# An empty file is a project too: sitegen knows a project by the file sitegen.yaml.
"""
WIDTH = 110


def settings_text() -> str:
    """Return the text of a new project's sitegen.yaml."""
    return "\n".join([HEAD, *(line for each in fields(Settings) for line in _entry(each))])


def _entry(setting: Field[Any]) -> Iterator[str]:
    """Yield a setting's explanation and an example line, and the empty line behind it."""
    yield from _explained(setting)
    if setting.default_factory is Budget:
        yield f"#{setting.name}:"
        for each in fields(Budget):
            yield from _explained(each)
            yield f"#  {each.name}: {each.metadata['example']}"
    else:
        yield f"#{setting.name}: {setting.metadata['example']}"
    yield ""


def _explained(setting: Field[Any]) -> Iterator[str]:
    for sentence in str(setting.metadata["help"]).splitlines():
        yield from textwrap.wrap(sentence, WIDTH, initial_indent="# ", subsequent_indent="# ")
