"""What Python runs first in the workers of the tests' clusters: it takes from them what other machines lack.

HIDDEN is a folder that they cannot open anything in, WITHOUT the modules that they have not got, with commas.
"""

import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec

HIDDEN = os.environ.get("HIDDEN", "")
WITHOUT = set(filter(None, os.environ.get("WITHOUT", "").split(",")))


class Without(MetaPathFinder):
    """Finds that some modules are not there."""

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Stop the search for a module that is not to be had."""
        if fullname.partition(".")[0] in WITHOUT:
            raise ModuleNotFoundError(fullname, name=fullname)
        return None


def hide(event: str, args: tuple[object, ...]) -> None:
    """Refuse to open or list anything in the hidden folder (https://docs.python.org/3/library/audit_events.html)."""
    if event in {"open", "os.listdir", "os.scandir"} and str(args[0]).startswith(HIDDEN):
        raise FileNotFoundError(str(args[0]))


if WITHOUT:
    sys.meta_path.insert(0, Without())
if HIDDEN:
    sys.addaudithook(hide)
