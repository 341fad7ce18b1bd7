"""`sitegen serve`."""

import click


@click.command("serve")
def command() -> int:
    """Not there yet."""
    return 0
