"""docs/settings.md, generated from the settings themselves."""

from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from typing import Any

from sitegen.config import Budget, Settings

HEAD = """# Settings

`sitegen.yaml` at the root of a project holds its settings, each on a line of its own: `title: Harbour Desk briefs`.
No setting must be given, and an empty file is a project.
A setting that is unknown or has a value that it does not take is a problem with its line, and the build stops.

This page is generated from `sitegen/config/settings.py`: `make docs` writes it anew.
"""


def settings_page() -> str:
    """Return the whole page."""
    return "\n".join([HEAD, *(section for setting in fields(Settings) for section in _sections(setting))])


def _sections(setting: "Field[Any]") -> Iterator[str]:
    yield _section(setting, "##", "")
    if setting.name == "budget":
        yield from (_section(share, "###", "budget.") for share in fields(Budget))


def _section(setting: "Field[Any]", mark: str, within: str) -> str:
    form = setting.metadata.get("form")
    lines = [f"{mark} {within}{setting.name}", "", setting.metadata["help"], ""]
    if form:
        each = setting.metadata.get("each")
        what = f"takes {form.takes} for each {each}" if each else f"takes {form.takes}"
        example = f"    {setting.name}: {setting.metadata['example']}"
        lines += [
            f"It {what}; {_default(setting)}.",
            "",
            *(["    budget:", f"  {example}"] if within else [example]),
            "",
        ]
    return "\n".join(lines)


def _default(setting: "Field[Any]") -> str:
    if setting.default in {"", MISSING}:
        return "it is empty by default"
    typed = ("yes" if setting.default else "no") if setting.type is bool else setting.default
    return f"`{typed}` by default"
