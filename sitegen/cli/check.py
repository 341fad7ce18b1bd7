"""`sitegen check`: say what is wrong in articles and annotation files."""

from pathlib import Path

import click

from sitegen.cli.project import dask_option, jobs_option, project_option, root_of, way_to
from sitegen.root import followed

EPILOG = """\
\b
Examples:
  sitegen check
  sitegen check seeds/harbour-fire.yaml
  sitegen check --strict --format json > problems.json

\b
Exit codes:
  0  everything is sound (there may be warnings)
  1  there are errors, or warnings with --strict
  2  the command was mistyped, the project's settings are wrong, or the cluster cannot do the work
"""


@click.command("check", short_help="Say what is wrong, and where.", epilog=EPILOG)
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATHS]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["auto", "text", "github", "json"]),
    default="auto",
    help="How problems are printed. auto: github inside GitHub Actions, text everywhere else.",
)
@click.option("--strict", is_flag=True, help="Warnings count as errors.")
@jobs_option
@dask_option
@project_option
def command(  # noqa: PLR0913  (one argument an option)
    paths: tuple[Path, ...], form: str, project: Path, jobs: int, dask: str, *, strict: bool
) -> int:
    """Say what is wrong in articles and annotation files, each with its line.

    Without PATHS everything is checked; with them only those files, or what stands below
    those folders. Nothing is published and no file of yours is changed.
    """
    from sitegen.cli.formats import Format, counted, exit_code, report
    from sitegen.cli.progress import Bar
    from sitegen.pipeline import ClusterError, check

    root = root_of(project)
    for path in paths:
        if not followed(path).is_relative_to(root):
            message = f"{path} is not part of the project {root}."
            raise click.UsageError(message)
    with Bar() as bar:
        try:
            outcome = check(root, paths, bar, jobs=jobs, dask=dask)
        except ClusterError as error:
            raise click.UsageError(str(error)) from error
    report(outcome.problems, Format(form), way_to(root))
    if not outcome.problems:
        click.echo(f"{counted(outcome.briefs, 'article')} checked, no problems", err=True)
    return exit_code(outcome.problems, strict=strict)
