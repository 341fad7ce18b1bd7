"""Briefs as data: our own JSON, W3C Web Annotations, citations, schema.org, and tables of the whole site."""

from sitegen.render.exports.brief_json import brief_json, schema_json
from sitegen.render.exports.briefs_json import briefs_output, listed_briefs
from sitegen.render.exports.citations import biblatex, csl_json, ris
from sitegen.render.exports.schema_org import brief_linked_data, dataset_linked_data, site_linked_data
from sitegen.render.exports.tables import BETWEEN, COLUMNS, table_outputs
from sitegen.render.exports.web_annotations import annotations_jsonld

__all__ = [
    "BETWEEN",
    "COLUMNS",
    "annotations_jsonld",
    "biblatex",
    "brief_json",
    "brief_linked_data",
    "briefs_output",
    "csl_json",
    "dataset_linked_data",
    "listed_briefs",
    "ris",
    "schema_json",
    "site_linked_data",
    "table_outputs",
]
