"""Where the shipped theme and wording stand, and what a project puts in their place."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def shipped(folder: str) -> Path:
    """Return a shipped folder ("templates", "words"): inside the package, else beside it (editable installs)."""
    inside = PACKAGE / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder
