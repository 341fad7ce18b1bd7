"""`sitegen clean`: delete what sitegen can make again."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.project import output_option, project_option, root_of, target_of, way_to

if TYPE_CHECKING:
    from sitegen.problems import Problem

EPILOG = """\
\b
Examples:
  sitegen clean            free the room that .sitegen/ takes
  sitegen clean --all      take the site away, too

\b
Exit codes:
  0  it is gone
  1  a build is at work, or the list of files in the site is damaged
  2  the command was mistyped
"""

UNITS = ("bytes", "kB", "MB", "GB", "TB")


@click.command("clean", short_help="Delete what sitegen can make again.", epilog=EPILOG)
@click.option("--all", "everything", is_flag=True, help="Remove what sitegen made in site/, too; all else there stays.")
@output_option("With --all: the folder of the site, where that is not site/ in the project.")
@project_option
def command(output: Path | None, project: Path, *, everything: bool) -> int:
    """Delete the folder .sitegen/, in which builds keep what they worked out, and say what that frees.

    The next build takes as long as the first one, and gives the same site. Your articles,
    annotation files and settings stay, and so do the briefs in content/briefs/.
    """
    from sitegen.cache import FOLDER
    from sitegen.cache.clearing import clear
    from sitegen.publish.lock import hold_project

    root = root_of(project)
    target = target_of(root, output)
    if output and not everything:
        message = "--output goes with --all: without it nothing is removed but .sitegen/."
        raise click.UsageError(message)
    with hold_project(root / FOLDER, target) as busy:
        if busy:
            return _refuse(root, busy)
        if everything and (code := _clear_site(root, target)):
            return code
        freed = clear(root)
    click.echo(f"{FOLDER}/ is gone: {_size(freed)} freed" if freed else f"there was nothing in {FOLDER}/")
    return 0


def _clear_site(root: Path, target: Path) -> int:
    from sitegen.cli.formats import counted
    from sitegen.publish.clearing import clear

    count, problems = clear(target)
    if problems:
        return _refuse(root, *problems)
    stay = f"; what is not on its list stays in {target.name}/" if target.exists() else ""
    click.echo(f"{counted(count, 'file')} of sitegen removed from {target.name}/{stay}")
    return 0


def _refuse(root: Path, *problems: "Problem") -> int:
    from sitegen.cli.formats import Format, report

    report(problems, Format.TEXT, way_to(root), err=True)
    click.echo("nothing was removed", err=True)
    return 1


def _size(count: float) -> str:
    """Return bytes as people say them, with units of a thousand."""
    unit = 0
    while count >= 1000 and unit < len(UNITS) - 1:  # noqa: PLR2004  (what the prefixes of SI mean)
        count, unit = count / 1000, unit + 1
    return f"{count:.1f} {UNITS[unit]}" if unit else f"{count:.0f} {UNITS[0]}"
