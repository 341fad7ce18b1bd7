"""`sitegen build`: make the website."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.project import dask_option, jobs_option, output_option, project_option, root_of, target_of, way_to

if TYPE_CHECKING:
    from sitegen.pipeline import Order, Outcome


EPILOG = """\
\b
Examples:
  sitegen build
  sitegen build --strict             in an automatic check: no warnings either
  sitegen build --keep-going         publish what is sound
  sitegen build --overwrite harbour-fire

\b
Exit codes:
  0  the site is up to date
  1  there are errors, or warnings with --strict
  2  the command was mistyped, the project's settings are wrong, or the cluster cannot do the work
"""


@click.command("build", short_help="Make the website.", epilog=EPILOG)
@click.option("--strict", is_flag=True, help="Warnings stop the build as errors do.")
@click.option(
    "--keep-going",
    is_flag=True,
    help="Publish the sound briefs; those with errors keep their last good version.",
)
@click.option(
    "--overwrite",
    multiple=True,
    metavar="NAME",
    help="Compose content/briefs/NAME.md anew although someone edited it by hand. May be given several times.",
)
@click.option("--verify", is_flag=True, help="Look at every file of the site, and mend what was changed or lost.")
@output_option("Write the site here instead of to site/ in the project.")
@jobs_option
@dask_option
@click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
@project_option
def command(  # noqa: PLR0913  (one argument an option)
    overwrite: tuple[str, ...],
    output: Path | None,
    project: Path,
    jobs: int,
    dask: str,
    *,
    strict: bool,
    keep_going: bool,
    verify: bool,
    quiet: bool,
) -> int:
    """Make the website in site/ from the articles and annotation files in seeds/.

    Only what changed is made anew. If anything is wrong, nothing is published and the site
    stays as it was; the problems are listed, each with its file and line.
    """
    from sitegen.cli.formats import Format, condensed, exit_code, report
    from sitegen.cli.progress import Bar
    from sitegen.pipeline import ClusterError, Order, build

    root = root_of(project)
    target = target_of(root, output)
    order = Order(
        target, strict=strict, keep_going=keep_going, overwrite=overwrite, verify=verify, jobs=jobs, dask=dask
    )
    with Bar(quiet=quiet) as bar:
        try:
            outcome = build(root, order, bar)
        except ClusterError as error:
            message = str(error)
            raise click.UsageError(message) from error
    problems, waiting = condensed(outcome.problems)
    report(problems, Format.TEXT, way_to(root), err=True)
    if waiting and not quiet:
        click.echo(waiting, err=True)
    if not quiet:
        click.echo(_result(outcome, order), err=outcome.published is None)
    return exit_code(outcome.problems, strict=strict)


def _result(outcome: "Outcome", order: "Order") -> str:
    """Return what the build did, in one line."""
    from sitegen.cli.formats import counted

    where = f"{order.target.name}/"
    published = outcome.published
    if published is None:
        return f"nothing was published, {where} is as it was"
    files = len(published.new) + len(published.changed) + published.kept
    # A site of notes has no briefs.
    briefs = f"{counted(outcome.briefs, 'brief') if outcome.briefs else counted(files, 'file')} in {where}"
    if not (published.new or published.changed or published.removed):
        return f"{briefs}, nothing changed"
    did = f"{len(published.new)} new, {len(published.changed)} changed, {len(published.removed)} removed"
    return f"{briefs}; files: {did}"
