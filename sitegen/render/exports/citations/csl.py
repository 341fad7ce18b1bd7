"""CSL-JSON: https://github.com/citation-style-language/schema, schemas/input/csl-data.json."""

from urllib.parse import urlsplit

from sitegen.model.brief import Brief
from sitegen.render import json
from sitegen.render.exports.citations.cited import Cited, cited, day_parts
from sitegen.render.site import Site


def csl_json(site: Site, brief: Brief) -> bytes:
    """Write brief and article as a list of CSL items."""
    return json.write([_item(one) for one in cited(site, brief)])


def _item(one: Cited) -> dict[str, object]:
    item: dict[str, object] = {
        "id": one.id,
        "type": "article-newspaper" if one.is_article else "webpage",
        "title": one.title,
        "author": [{"literal": name} for name in one.authors],
        "container-title": one.container,
        "issued": _date(one.issued),
        "accessed": _date(one.accessed),
        "URL": one.url,
        "archive": urlsplit(one.archive).hostname if one.archive else "",
        "archive_location": one.archive,
        "language": one.language,
        "keyword": ", ".join(one.keywords),
        "note": one.note,
    }
    return {name: value for name, value in item.items() if value}


def _date(day: str) -> dict[str, object] | None:
    return {"date-parts": [day_parts(day)]} if day else None
