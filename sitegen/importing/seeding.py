"""Imported material -> the files of a new seed: seeds/NAME.txt and the page itself, which never overwrite anything."""

import re
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path

from msgspec import Struct

from sitegen.draft.files import new_file
from sitegen.importing.material import Material
from sitegen.model.article import Article, Seed
from sitegen.model.slugs import in_ascii
from sitegen.problems import Kind, Location, Problem
from sitegen.read.decoding import Decoded
from sitegen.root import SEEDS, leads_out

PAGES = f"{SEEDS}/pages"
"""Where imported pages are kept: beside the articles, where nothing is read as one."""
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
"""What a seed can be named."""


_WORD = re.compile(r"[a-z0-9]+")
_LONGEST = 60
"""Characters of a name that is made from a headline."""


class Intake(Struct, frozen=True):
    """A page that is taken over, and the files that it becomes; paths from the project's root, with "/"."""

    material: Material
    article: Article
    """As the page has it."""
    name: str

    @property
    def seed(self) -> Seed:
        """Return the new seed, before its annotation file is there."""
        return Seed(self.name, f"{SEEDS}/{self.name}.txt")

    @property
    def page(self) -> str:
        """Return where the page itself is kept."""
        return f"{PAGES}/{self.name}.html"

    @property
    def annotation(self) -> str:
        """Return the path of the annotation file to be drafted."""
        return f"{SEEDS}/{self.name}.yaml"

    def obstacle(self, root: Path) -> str:
        """Return the file that stands where one is due; empty where none does."""
        pages = (f"{SEEDS}/{self.name}{ending}" for ending in (".html", ".htm"))
        due = (self.seed.article, self.annotation, self.page, *pages)
        return next((path for path in due if (root / path).exists()), "")

    @staticmethod
    def way_out(root: Path) -> str:
        """Return the folder that leads out of the project through a link; empty where none does."""
        return next((folder for folder in (SEEDS, PAGES) if leads_out(root, folder)), "")


def read_material(material: Material, zones: Mapping[str, str]) -> tuple[Article | None, list[Problem]]:
    """Return the article of a page, and what there is to say about it."""
    from sitegen.read.web import decode_page, understand_page  # noqa: PLC0415  (trafilatura is slow to import)

    found = decode_page(material.data, material.charset)
    if isinstance(found, str):
        return None, [Problem(Location(material.origin), Kind.FILE_NOT_TEXT, f"the page is no text: {found}")]
    decoded = Decoded(*found, material.sha256)
    return understand_page(decoded, material.origin, zones, material.url)


def name_for(article: Article) -> str:
    """Return a name for a seed: the first words of the headline, in small letters."""
    words = _WORD.findall(in_ascii(article.headline.replace("’", "")).lower().replace("'", ""))
    lengths = accumulate(len(word) + 1 for word in words)
    return "-".join(word for word, length in zip(words, lengths, strict=True) if length <= _LONGEST) or "article"


def write_seed(root: Path, intake: Intake) -> None:
    """Write the article's text, and keep the page. Raises FileExistsError, never overwrites."""
    new_file(root / intake.page, intake.material.data)
    new_file(root / intake.seed.article, intake.article.text.encode())
