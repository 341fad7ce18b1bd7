"""`sitegen init`: make a new project."""

from pathlib import Path

import click

EPILOG = """\
\b
Examples:
  sitegen init my-desk                  make the folder my-desk
  sitegen init .                        use the folder you stand in, if it is empty
  sitegen init my-desk --host github    add the file by which GitHub builds and publishes the site
"""


@click.command("init", short_help="Make a new project with example articles.", epilog=EPILOG)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--host",
    type=click.Choice(["github", "gitlab", "netlify"]),
    help="Add the file by which this host builds and publishes the site on every change.",
)
def command(folder: Path, host: str | None) -> int:
    """Make a new project in the folder DIR: example articles, settings, a README.

    The project builds as it stands, so that you can look at the result first and put
    your own articles in afterwards. DIR must be new or empty; nothing is ever overwritten.
    """
    from sitegen.init import HOSTS, make_project, obstacle

    if reason := obstacle(folder):
        raise click.UsageError(reason)
    files = make_project(folder, host or "")
    click.echo(f"A new project stands in {folder if folder != Path() else 'this folder'} ({len(files)} files). Next:\n")
    if folder.resolve() != Path.cwd():
        click.echo(f"  cd {folder}")
    click.echo("  sitegen build      make the website of the example articles; open site/index.html")
    click.echo("  sitegen serve      or look at it in the browser while you write")
    if host:
        click.echo(f"\n{HOSTS[host][1]} tells the host how to build the site. Set “url:” in sitegen.yaml first.")
    click.echo("\nThen save an article of your own as seeds/NAME.txt and start with “sitegen draft NAME”.")
    return 0
