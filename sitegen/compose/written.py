"""The written form of a brief: its hash, and its file in content/briefs/."""

import re
from hashlib import sha256
from pathlib import Path

from sitegen.root import BRIEFS

_HASH = re.compile(r"^hash: \"?([0-9a-f]{64})\"?\n", re.MULTILINE)
_FRONT_MATTER = re.compile(r"\A---\n.*?^---\n", re.MULTILINE | re.DOTALL)


def sealed(front_matter: str, body: str) -> str:
    """Return a whole brief: front matter (its lines, without the dashes) with the hash of all else, then the body."""
    bare = f"---\n{front_matter}---\n\n{body}"
    return f"---\n{front_matter}hash: {_digest(bare)}\n---\n\n{body}"


def is_edited(text: str) -> bool:
    """Say whether a brief is no longer as it was composed; one that was never composed counts as edited.

    Line ends alone are no edit: git may change them on checkout.
    """
    unix = _unix(text)
    front_matter = _FRONT_MATTER.match(unix)
    found = _HASH.search(front_matter.group()) if front_matter else None
    if found is None:
        return True
    return _digest(unix[: found.start()] + unix[found.end() :]) != found.group(1)


def write(root: Path, slug: str, text: str) -> bool:
    """Write a brief to content/briefs/ unless it stands there already; return whether it was written.

    The file is whole at every moment. The caller has asked `is_edited` whether what stands there may go.
    """
    path = root / BRIEFS / f"{slug}.md"
    if path.is_file() and _unix(path.read_text(encoding="utf-8", errors="replace")) == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, text)
    return True


def _replace(path: Path, text: str) -> None:
    """Put a file into its place in one step.

    The part has the same name each time, so that what a killed build left is gone once the next one writes the brief.
    """
    part = path.with_name(f".brief-{_digest(path.name)[:16]}.part")
    part.unlink(missing_ok=True)
    try:
        with part.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise OSError(error.errno, error.strerror, str(path)) from error
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8")).hexdigest()


def _unix(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")
