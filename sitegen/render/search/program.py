"""The program that makes indexes: Pagefind, which comes as a package where there is one for the platform."""

from pathlib import Path

from sitegen.config import Settings
from sitegen.render.navigation import Stock


def can_search(settings: Settings, stock: Stock) -> bool:
    """Say whether a site can be searched: asked for, with what can be found, and a program for the index here.

    The search finds briefs and quotes.
    """
    return settings.search and not stock.is_plain and program() is not None


def program() -> Path | None:
    """Return where the program stands; None where there is none for this computer."""
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415  (not everywhere)

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        return None
