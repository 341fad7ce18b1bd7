"""Start the command line: `python -m sitegen`."""

import sys

if not sys.flags.safe_path:
    # Python puts the folder in which people stand before all others: a project could bring modules of its own.
    del sys.path[0]

from sitegen.cli import start

start()
