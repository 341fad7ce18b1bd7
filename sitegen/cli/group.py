"""A group of commands, each imported only when it is called or listed."""

from importlib import import_module

import click

from sitegen import __version__

COMMANDS = ("init", "import", "draft", "check", "build", "serve", "clean")
"""In the order in which people meet them; each is a file of its name, with a function `command`."""
_FILES = {"import": "importing"}
"""Where a word of Python cannot name a file."""

EPILOG = """\
\b
The usual way:
  sitegen init my-desk               make a project with example articles
  cd my-desk
  sitegen build                      make the website
  sitegen import page.html           take over an article that you saved in a browser
  sitegen draft seeds/article.txt    start the annotation file of an article that you pasted
  sitegen check                      see what is wrong, and where
  sitegen serve                      see the site in a browser while you write

Every command explains itself: sitegen COMMAND --help
"""


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


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EPILOG,
)
@click.version_option(__version__, "--version", message="sitegen %(version)s", help="Show the version and end.")
def group() -> None:
    """Publish briefs about articles: what they say, who said it, and how far it is checked.

    You write a short annotation file beside each article in seeds/; sitegen checks it
    against the article and makes a website in site/ that any host can serve.
    """


def _unknown(name: str) -> str:
    from sitegen.near import nearest

    meant = nearest(name, COMMANDS)
    hint = f"Did you mean “{meant}”?" if meant else f"The commands are {', '.join(COMMANDS)}."
    return f"There is no command “{name}”. {hint}"
