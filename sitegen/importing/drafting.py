"""The annotation file of an imported page: what `draft` finds in its text, and what only the page says."""

from pathlib import Path

from msgspec.structs import replace

from sitegen.compose import Desk
from sitegen.config import read_settings
from sitegen.draft import Findings, draft
from sitegen.draft.files import way_to_schema
from sitegen.importing.seeding import Intake
from sitegen.kinds import load_kinds
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.own_words import read_words


def draft_of(root: Path, intake: Intake, text: Article, analysis: Analysis) -> str:
    """Return the annotation file; `text` is the written article as it is read back, `analysis` is of it."""
    settings, _ = read_settings(root)
    words, _ = read_words(root, settings.language)
    desk = Desk(settings, words, load_kinds())
    page, material = intake.article, intake.material
    article = replace(text, authors=page.authors, modified=page.modified, language=page.language)
    kept = f"the page as it was saved: {intake.page}, sha256 {material.sha256}"
    findings = Findings(article, analysis, desk, page.publisher, page.url or material.url, material.captured, kept)
    return draft(findings, way_to_schema(intake.seed))
