"""`sitegen import`: take a web page over as an article."""

import os
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sitegen.cli.project import project_option, root_of, way_to

if TYPE_CHECKING:
    from sitegen.importing import Intake, Material
    from sitegen.model.article import Article
    from sitegen.problems import Problem

EPILOG = """\
\b
Examples:
  sitegen import ~/Downloads/fire.html                  a page saved in a browser
  sitegen import ~/Downloads/fire.html --name harbour-fire
  sitegen import https://example.org/harbour-fire       ask the web for it
"""
_ARTICLES = (".txt", ".html", ".htm")
"""Endings of the articles in seeds/."""


@click.command("import", short_help="Take a web page over as an article.", epilog=EPILOG)
@click.argument("page", metavar="FILE|URL")
@click.option("--name", default="", metavar="NAME", help="What to call the article; its headline by default.")
@project_option
def command(page: str, name: str, project: Path) -> int:
    """Take a web page over as an article: FILE, saved in a browser, or URL, an address on the web.

    It writes the text as seeds/NAME.txt, starts its annotation file seeds/NAME.yaml, and keeps the page itself as
    seeds/pages/NAME.html. The text can be corrected by hand; nothing that is already there is ever overwritten.

    An address is asked once, only if it is public and the site lets programs in (robots.txt). Where that fails,
    save the page in a browser and import the file.
    """
    from sitegen.cli.formats import Format, exit_code, report
    from sitegen.config import read_settings
    from sitegen.importing import read_material
    from sitegen.problems import Problem

    root = root_of(project)
    _refuse_seeds(root, page)
    material = _material(page)
    if isinstance(material, Problem):
        report([material], Format.TEXT, err=True)
        return exit_code([material])
    article, problems = read_material(material, read_settings(root)[0].zones)
    report(problems, Format.TEXT, err=True)
    if article is None or exit_code(problems):
        return exit_code(problems)
    return _write(root, _intake(root, name, article, material))


def _material(page: str) -> "Material | Problem":
    from sitegen.importing import from_file, from_web

    if "://" in page:
        return from_web(page, date.today())  # noqa: DTZ011  (the day that the person at the keyboard has)
    return from_file(page)


def _refuse_seeds(root: Path, page: str) -> None:
    """Refuse a page that is an article as it stands, and what names no page."""
    if not page.strip():
        message = "Which page? Name a file, or an address on the web."
        raise click.UsageError(message)
    if "://" in page or Path(page).suffix.lower() not in _ARTICLES:
        return
    path = Path(os.path.realpath(page))
    if path.parent == Path(os.path.realpath(root / "seeds")) and path.is_file():
        message = f"{path.name} is an article as it stands. Start its annotation file: sitegen draft {path.stem}"
        raise click.UsageError(message)


def _intake(root: Path, name: str, article: "Article", material: "Material") -> "Intake":
    """Return what is to be written, or say what stands in its place."""
    from sitegen.importing import NAME, Intake, name_for

    if name and not NAME.fullmatch(name):
        message = f"“{name}” cannot be the name of a file here: letters, digits, “-”, “_” and “.” can."
        raise click.UsageError(message)
    intake = Intake(material, article, name or name_for(article))
    if folder := intake.way_out(root):
        message = f"{folder}/ leads out of the project through a link, so nothing is written there."
        raise click.UsageError(message)
    if taken := intake.obstacle(root):
        message = f"{taken} is already there and stays as it is. Choose another name: --name NAME"
        raise click.UsageError(message)
    return intake


def _write(root: Path, intake: "Intake") -> int:
    """Write the seed, then draft its annotation file from the text as it is read back."""
    from sitegen.cli.formats import Format, exit_code, report
    from sitegen.draft.files import write
    from sitegen.importing import draft_of, write_seed
    from sitegen.pipeline import propose

    write_seed(root, intake)
    text, analysis, problems = propose(root, root / intake.seed.article)
    report(problems, Format.TEXT, way_to(root), err=True)
    if text is None or analysis is None:
        return exit_code(problems)
    write(root, intake.seed, draft_of(root, intake, text, analysis))
    click.echo(f"{intake.seed.article} holds the text of the page; the page itself is kept as {intake.page}.")
    click.echo(f"{intake.annotation} is drafted. Read both, correct them, and run “sitegen check”.")
    return exit_code(problems)
