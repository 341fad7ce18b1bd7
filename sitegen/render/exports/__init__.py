"""A brief as data: brief.json by our own schema, and W3C Web Annotations."""

from sitegen.render.exports.brief_json import brief_json, schema_json
from sitegen.render.exports.web_annotations import annotations_jsonld

__all__ = ["annotations_jsonld", "brief_json", "schema_json"]
