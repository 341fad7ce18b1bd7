"""The command line: one command a file, and what happens when something gets in its way."""

import atexit
import errno
import gc
import io
import os
import sys
import threading
from collections.abc import Sequence
from typing import NoReturn

STOPPED = 130
"""128 and the number of SIGINT, as shells count it."""

BUG_NOTE = (
    "This is a mistake in sitegen, not in your files. "
    "Please report it with all of the text above and the file that caused it."
)

ADVICE = {
    errno.ENOSPC: "; make room and run the command again",
    errno.EADDRINUSE: "; try another --port",
    errno.EROFS: "; the folder can only be read",
}


def start() -> NoReturn:
    """Run the command of the command line, and end the process."""
    end(main())


def end(code: int) -> NoReturn:
    """End the process and leave its memory to the system: Python would first take all of it apart, piece by piece.

    What is due at an end is done all the same: threads are waited for, and what was printed reaches its reader.
    """
    if threading.active_count() > 1:
        sys.exit(code)
    atexit._run_exitfuncs()  # noqa: SLF001  (as Python itself does)
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Python has its own way to say that nobody reads, or that a stream is closed
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 sound, 1 problems in content, 2 usage or settings."""
    # A terminal whose encoding lacks a sign shows its number; no command ends for that.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # Tens of thousands of records stay until the end: to look among them for garbage costs more than there is.
    gc.set_threshold(500_000, 50, 100)
    import click

    from sitegen.cli.group import group

    colour = False if os.environ.get("NO_COLOR") else None  # https://no-color.org: any value but an empty one
    try:
        return int(group.main(argv, prog_name="sitegen", standalone_mode=False, color=colour) or 0)
    except click.ClickException as mistake:
        mistake.show()
        return mistake.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; nothing is half done, the next build carries on", err=True)
        return STOPPED
    except OSError as failure:
        click.echo(_sentence(failure), err=True)
        return 1
    except Exception as bug:
        bug.add_note(BUG_NOTE)
        raise


def _sentence(failure: OSError) -> str:
    """Say in one sentence what the machine refused."""
    reason = (failure.strerror or str(failure) or type(failure).__name__).lower()
    place = failure.filename2 or failure.filename  # of a move, where to
    where = f" ({place})" if place else ""
    advice = ADVICE.get(failure.errno or 0, "")
    return f"the computer could not do this: {reason}{where}{advice}"
