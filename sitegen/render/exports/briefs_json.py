"""Every brief of the site in one list, for machines: status, day, caveats, and where its forms are."""

from collections.abc import Iterable, Sequence
from functools import partial

from sitegen.model.entry import Entry
from sitegen.model.vocabulary import State
from sitegen.render import json
from sitegen.render.addresses import SCHEMA, absolute, brief_path, status_name
from sitegen.render.exports.tables import is_shown
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site


def listed_briefs(shelf: Iterable[Shelved]) -> list[Shelved]:
    """Return the briefs that stand in the data, by slug."""
    return sorted((each for each in shelf if is_shown(each.spine)), key=lambda each: each.slug)


def briefs_json(site: Site, shelf: Sequence[Shelved], endings: Sequence[str]) -> bytes:
    """Write the list; `endings` are those of a brief's forms."""
    pieces = []
    for each in shelf:
        key = site.data_key("listed", each.entry_key)
        pieces.append(each.recall(key, partial(_piece, site, each, endings))["json"])
    settings = site.settings
    data = {
        "title": settings.title,
        "description": settings.description,
        "language": settings.language,
        "licence": settings.licence,
        "rights": site.words("page.rights"),
        "schema": _address(site, SCHEMA),
        "briefs": [],
    }
    head, _, tail = json.write(data).decode().rpartition("[]")
    return f"{head}{json.listed(pieces, 2)}{tail}".encode()


def _piece(site: Site, shelved: Shelved, endings: Sequence[str]) -> dict[str, str]:
    return {"json": json.piece(_brief(site, shelved.entry(), endings), 4)}


def _brief(site: Site, entry: Entry, endings: Sequence[str]) -> dict[str, object]:
    gone = entry.state is State.WITHDRAWN
    return {
        "slug": entry.slug,
        "title": entry.title,
        "url": _address(site, brief_path(entry.slug)),
        "state": entry.state,
        "status": "withdrawn" if gone else status_name(entry.badge_status),
        "as_of": entry.date,
        "text": entry.badge,
        "reason": entry.reason,
        "caveats": entry.caveats,
        "counts": {str(status): count for status, count in entry.counts},
        "updated": entry.updated,
        "publisher": entry.publisher,
        "tags": () if gone else entry.tags,
        "forms": {ending: _address(site, brief_path(entry.slug, ending)) for ending in endings},
    }


def _address(site: Site, path: str) -> str:
    """Return the address of a file; where the site's is not known, its place in the site."""
    return absolute(site.settings.url, path) if site.settings.url else path
