"""The program that makes indexes: Pagefind, which comes as a package where there is one for the platform."""

from pathlib import Path


def program() -> Path | None:
    """Return where the program stands; None where there is none for this computer."""
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415  (not everywhere)

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        return None
