"""The part of docs/cli.md that is the help of the commands."""

from collections.abc import Iterator

import click

from sitegen.cli.group import group

WIDTH = 100

BEGIN = "<!-- from here to the next mark, this page is the help of the commands: `make docs` writes it anew -->\n"
END = "<!-- end of the help -->\n"


def cli_page(page: str) -> str:
    """Return the page with the part between its marks written anew."""
    head, _, rest = page.partition(BEGIN)
    tail = rest.partition(END)[2]
    return "".join([head, BEGIN, "\n", *(line for name, text in helps() for line in _section(name, text)), END, tail])


def helps() -> Iterator[tuple[str, str]]:
    """Yield the name and the help of the program and of every command."""
    parent = click.Context(group, info_name="sitegen", terminal_width=WIDTH, **group.context_settings)
    yield "sitegen", group.get_help(parent)
    for name in group.list_commands(parent):
        command = group.get_command(parent, name)
        assert command
        yield f"sitegen {name}", command.get_help(click.Context(command, info_name=name, parent=parent))


def _section(name: str, text: str) -> Iterator[str]:
    yield f"## {name}\n\n"
    yield from (f"    {line}".rstrip() + "\n" for line in text.splitlines())
    yield "\n"
