"""A brief as data: brief.json by our own schema, W3C Web Annotations, citations."""

from sitegen.render.exports.brief_json import brief_json, schema_json
from sitegen.render.exports.citations import biblatex, csl_json, ris
from sitegen.render.exports.schema_org import brief_linked_data
from sitegen.render.exports.web_annotations import annotations_jsonld

__all__ = ["annotations_jsonld", "biblatex", "brief_json", "brief_linked_data", "csl_json", "ris", "schema_json"]
