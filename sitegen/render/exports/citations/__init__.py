"""Citations of a brief and of its article, for reference managers: CSL-JSON, BibLaTeX, RIS."""

from sitegen.render.exports.citations.biblatex import biblatex
from sitegen.render.exports.citations.csl import csl_json
from sitegen.render.exports.citations.ris import ris

__all__ = ["biblatex", "csl_json", "ris"]
