"""A group of commands, each imported only when it is called or listed."""

from importlib import import_module

import click

COMMANDS = ("init", "import", "draft", "check", "build", "serve", "clean")
"""In the order in which people meet them; each is a file of its name, with a function `command`."""
_FILES = {"import": "importing"}
"""Where a word of Python cannot name a file."""


class LazyGroup(click.Group):
    """The commands of COMMANDS."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click's signature)
        """Name the commands in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  (click gives it)
        """Import a command's file."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"sitegen.cli.{_FILES.get(cmd_name, cmd_name)}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called, or say which one was meant."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            ctx.fail(_unknown(name))
        return super().resolve_command(ctx, args)


def _unknown(name: str) -> str:
    from sitegen.near import nearest

    meant = nearest(name, COMMANDS)
    hint = f"Did you mean “{meant}”?" if meant else f"The commands are {', '.join(COMMANDS)}."
    return f"There is no command “{name}”. {hint}"
