"""Project: a small made-up project for the benches, with as many articles as wanted."""

import subprocess
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


def change_project(root: Path, articles: int) -> None:
    """Take the first fifth of the articles away, change the next fifth, and add the last fifth."""
    part = part_of(articles)
    for number in range(part):
        remove_article(root, number)
        write_article(root, part + number, tag="changed")
        write_article(root, articles - part + number)


def part_of(articles: int) -> int:
    """Return how many articles a fifth is."""
    return max(1, articles // 5)


def make_unchanged(root: Path, articles: int) -> None:
    """Make and build the project that is changed later, with a cache that knows all articles, so that none is slow."""
    make_project(root, range(articles))
    build_project(root)
    for number in range(articles - part_of(articles), articles):
        remove_article(root, number)
    build_project(root)


def build_project(root: Path, *options: str) -> None:
    """Build a project; raises where that fails."""
    subprocess.run([*PROGRAM, "build", "-q", *options], cwd=root, check=True, stderr=subprocess.DEVNULL)
