"""Where a draft belongs: its article found, the file written, the schema laid beside the settings."""

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from sitegen.model.article import Seed
from sitegen.theme import PACKAGE

SCHEMA = "annotation.schema.json"
"""In the project's root, so that every copy of the project has it and editors find it without a network."""
SHIPPED = PACKAGE / "read" / SCHEMA


def seed_of(root: Path, seeds: Sequence[Seed], typed: str) -> Seed | None:
    """Return the seed that a path to its article or annotation file, or its name, stands for."""
    here = Path(typed).resolve()
    below = (root / typed).resolve()
    for seed in seeds:
        files = {(root / name).resolve() for name in (seed.article, target_of(seed))}
        if typed == seed.stem or here in files or below in files:
            return seed
    return None


def target_of(seed: Seed) -> str:
    """Return the path of a seed's annotation file, whether it is there or not."""
    return seed.annotation or str(PurePosixPath(seed.article).with_suffix(".yaml"))


def way_to_schema(seed: Seed) -> str:
    """Return the way from an annotation file to the schema, with "/"."""
    return "../" * len(PurePosixPath(seed.article).parent.parts) + SCHEMA


def write(root: Path, seed: Seed, text: str) -> None:
    """Write a new annotation file, and the schema where there is none. Raises FileExistsError, never overwrites."""
    if not (root / SCHEMA).exists():
        new_file(root / SCHEMA, SHIPPED.read_bytes())
    new_file(root / target_of(seed), text.encode())


def has_old_schema(root: Path) -> bool:
    """Say whether the project's schema is another than this version's."""
    return (root / SCHEMA).read_bytes() != SHIPPED.read_bytes()


def new_file(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all. Raises FileExistsError where it is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise
    except OSError:
        # Half a file would be taken for an editor's, and never be overwritten.
        path.unlink(missing_ok=True)
        raise
