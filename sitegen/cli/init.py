"""`sitegen init`."""

import click


@click.command("init")
def command() -> int:
    """Not there yet."""
    return 0
