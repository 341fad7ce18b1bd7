"""Mark: where a cache was made. One that came with somebody else's project could say that false things were checked.

It cannot be forged without knowing this machine: its id is 128 random bits that no repository knows (machine-id(5)),
and is written down hashed, as that page asks. Where there is none, as in many containers, the .gitignore that stands
in the folder of the cache tells by its inode and by the nanosecond in which it was made, which nobody can set.
"""

import os
import re
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

MACHINE = Path("/etc/machine-id")
_ID = re.compile(r"[0-9a-f]{32}\n?")


def mark_of(ignore: Path) -> str:
    """Return the mark of a cache whose .gitignore this is. Raises OSError."""
    return sha256(f"sitegen {_machine() or _made(ignore)}".encode()).hexdigest()


def _machine() -> str:
    with suppress(OSError, UnicodeDecodeError):
        found = MACHINE.read_text("ascii")
        return found.strip() if _ID.fullmatch(found) else ""
    return ""


def _made(ignore: Path) -> str:
    facts = os.lstat(ignore)
    return f"{facts.st_dev} {facts.st_ino} {facts.st_ctime_ns}"
