"""`sitegen serve`: show a preview in the browser."""

from pathlib import Path

import click

from sitegen.cli.project import project_option, root_of

EPILOG = """\
\b
Examples:
  sitegen serve                    then open http://127.0.0.1:8000/ in a browser
  sitegen serve --open             open the browser too
  sitegen serve --port 8080        where 8000 is taken

\b
With --host 0.0.0.0, everyone in your network can read your drafts.
"""


@click.command("serve", short_help="Show a preview in the browser while you write.", epilog=EPILOG)
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen at.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="The port to listen at; 0: any."
)
@click.option("--open", "open_browser", is_flag=True, help="Open the preview in your browser.")
@project_option
def command(host: str, port: int, project: Path, *, open_browser: bool) -> int:
    """Show a preview of the site in the browser, and show it anew whenever you save a file.

    Drafts and articles without annotations are shown too. When something is wrong, the last
    good version of the page stays, with the problems on it. The preview has a folder of its
    own: site/ is not touched. Stop it with Ctrl-C.
    """
    from sitegen.serve import serve

    serve(root_of(project), host, port, open_browser=open_browser, say=click.echo)
    return 0
