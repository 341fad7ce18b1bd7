"""Clearing: the cache is deleted, with what it took."""

import shutil
from pathlib import Path

from sitegen.cache import FOLDER


def clear(root: Path) -> int:
    """Delete the cache of a project, and return the bytes that this frees; links are removed, never followed."""
    folder = root / FOLDER
    if folder.is_symlink():
        folder.unlink()
        return 0
    freed = sum(path.lstat().st_size for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    if folder.exists():
        shutil.rmtree(folder)
    return freed
