"""`sitegen draft`: start the annotation file of an article."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sitegen.cli.project import project_option, root_of, way_to

if TYPE_CHECKING:
    from sitegen.model.analysis import Analysis
    from sitegen.model.article import Article, Seed


class _Given(NamedTuple):
    """What a draft is asked to be made from."""

    article: "Article"
    analysis: "Analysis"
    publisher: str
    url: str


EPILOG = """\
\b
Examples:
  sitegen draft seeds/harbour-fire.txt
  sitegen draft harbour-fire --publisher "Harbour Gazette" --url https://example.org/fire
  sitegen draft harbour-fire --stdout        look at the proposals, write no file
"""


def _address(_context: click.Context, _parameter: click.Parameter, typed: str) -> str:
    """Return an address that annotation files take; anything else is a usage error."""
    if typed and (not typed.startswith(("https://", "http://")) or set(typed) & set('<>" \t\n')):
        message = f"“{typed}” is no web address; one begins with https:// and has no spaces."
        raise click.BadParameter(message)
    return typed


@click.command("draft", short_help="Start the annotation file of an article.", epilog=EPILOG)
@click.argument("article")
@click.option("--publisher", default="", metavar="NAME", help="Who published the article.")
@click.option("--url", default="", metavar="ADDRESS", callback=_address, help="Where the original stands.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print the file instead of writing it.")
@project_option
def command(article: str, publisher: str, url: str, project: Path, *, to_stdout: bool) -> int:
    """Start the annotation file of ARTICLE, a file in seeds/ or its name without ending.

    Quotes with their speakers, sources, gaps and caveats are filled in as far as software finds
    them, with the questions to ask of each as comments. It proposes; you correct and complete.
    The file says `state: draft`, so that nothing is published before you are done.
    A file that is already there is never overwritten.
    """
    from sitegen.cli.formats import Format, exit_code, report
    from sitegen.pipeline import propose

    root = root_of(project)
    seed = _seed(root, article)
    if seed.annotation and not to_stdout:
        message = f"{seed.annotation} is already there and stays as it is. To see a fresh draft, add --stdout."
        raise click.UsageError(message)
    found, analysis, problems = propose(root, root / seed.article)
    report(problems, Format.TEXT, way_to(root), err=True)
    unread = [problem for problem in problems if problem.at.path == seed.article]
    if found is None or analysis is None or exit_code(unread):
        return exit_code(problems)
    text = _text(root, seed, _Given(found, analysis, publisher or found.publisher, url or found.url))
    if to_stdout:
        click.echo(text, nl=False)
    else:
        _write(root, seed, text)
    return exit_code(problems)


def _seed(root: Path, typed: str) -> "Seed":
    """Find the article, or say which ones there are."""
    from sitegen.draft.files import seed_of
    from sitegen.near import nearest
    from sitegen.read import find_seeds

    seeds, problems = find_seeds(root)
    seed = seed_of(root, seeds, typed)
    if seed is None:
        for problem in problems:
            if Path(problem.at.path).stem == Path(typed).stem:
                message = f"{problem.at.path}: {problem.message}; {problem.hint}"
                raise click.UsageError(message)
        meant = nearest(Path(typed).stem, (each.stem for each in seeds))
        save = "Save its text as seeds/NAME.txt first, or import its page: sitegen import FILE.html"
        hint = f"Did you mean “{meant}”?" if meant else save
        message = f"There is no article “{typed}” in seeds/. {hint}"
        raise click.UsageError(message)
    return seed


def _text(root: Path, seed: "Seed", given: _Given) -> str:
    from sitegen.compose import Desk
    from sitegen.config import read_settings
    from sitegen.draft import Findings, draft
    from sitegen.draft.files import way_to_schema
    from sitegen.kinds import load_kinds
    from sitegen.own_words import read_words

    settings, _ = read_settings(root)
    words, _ = read_words(root, settings.language)
    desk = Desk(settings, words, load_kinds())
    findings = Findings(given.article, given.analysis, desk, given.publisher, given.url)
    return draft(findings, way_to_schema(seed))


def _write(root: Path, seed: "Seed", text: str) -> None:
    from sitegen.draft.files import SCHEMA, has_old_schema, target_of, write

    write(root, seed, text)
    click.echo(f"{target_of(seed)} is drafted. Read it against the article, correct it, and run “sitegen check”.")
    if has_old_schema(root):
        hint = "delete it, and the next draft writes the new one"
        click.echo(f"{SCHEMA}, which helps your text editor, is from another version of sitegen; {hint}", err=True)
