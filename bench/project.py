"""Project: a small made-up project for the benches, with as many articles as wanted."""

import sys
from pathlib import Path

PROGRAM = [sys.executable, "-m", "sitegen"]

ARTICLE = """\
Harbour office counts {number} boats after the storm

By Runa Selwyn
{day:02d} March 2024

The harbour office of Port Maro said on Monday that {number} boats had broken loose in the storm.

"We have counted {number} boats, and we are still counting," harbour master Ilse Tandor told the Maro Courier.

A fisherman who did not give his name said in a voice message heard by this newspaper that nobody had warned them.

The office did not answer a question about the warning.
"""

ANNOTATION = """\
publisher: Maro Courier
summary: The harbour office of Port Maro counts {number} boats that the storm broke loose.
brief:
  tags: [storm, {tag}]
quotes:
  - quote: We have counted {number} boats, and we are still counting
    source: Ilse Tandor
sources:
  - Maro Courier < Ilse Tandor
"""


def make_project(root: Path, numbers: range) -> Path:
    """Write a project with one article a number; every third has no annotations."""
    (root / "seeds").mkdir(parents=True, exist_ok=True)
    (root / "sitegen.yaml").write_text("title: Bench\n", "utf-8")
    for number in numbers:
        write_article(root, number)
    return root


def write_article(root: Path, number: int, tag: str = "") -> None:
    """Write one article and its annotations, with a tag of their own where one is given."""
    stem = root / "seeds" / f"boats-{number:05d}"
    stem.with_suffix(".txt").write_text(ARTICLE.format(number=number, day=number % 28 + 1), "utf-8")
    if number % 3:
        text = ANNOTATION.format(number=number, tag=tag or f"port-{number % 7}")
        stem.with_suffix(".yaml").write_text(text, "utf-8")


def remove_article(root: Path, number: int) -> None:
    """Remove one article and its annotations."""
    for path in (root / "seeds").glob(f"boats-{number:05d}.*"):
        path.unlink()
