"""`sitegen draft`."""

import click


@click.command("draft")
def command() -> int:
    """Not there yet."""
    return 0
