"""Holder: who is at work on a folder, written down for whoever finds it locked."""

import json
import os
import time
from contextlib import suppress
from pathlib import Path

MINUTE, HOUR, DAY = 60, 3600, 86_400
"""Seconds."""


def signature() -> bytes:
    """Return what a note says: which process of which computer begins to work; since when is the note's own date."""
    return json.dumps({"process": os.getpid(), "host": os.uname().nodename}).encode()


def name_holder(note: Path) -> str:
    """Return ": process 12 on desk-1, for 3 minutes"; empty where nobody can say, as while the note is written."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        found, begun = json.loads(note.read_bytes()), note.stat().st_mtime
        return f": process {int(found['process'])} on {_printable(found['host'])}, for {_spoken(time.time() - begun)}"
    return ""


def _printable(host: object) -> str:
    """Return the name of a computer as it may be printed, whatever stands in the note."""
    return "".join(character for character in str(host)[:255] if character.isprintable())


def _spoken(seconds: float) -> str:
    """Say how long that is; clocks of two computers may differ, so that it may be below zero."""
    for length, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"), (1, "second")):
        if count := int(seconds // length) if seconds > 0 else 0:
            return f"{count} {name}{'' if count == 1 else 's'}"
    return "less than a second"
