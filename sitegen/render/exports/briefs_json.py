"""Every brief of the site in one list, for machines: status, day, caveats, and where its forms are."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sitegen.model.entry import Entry
from sitegen.model.vocabulary import State
from sitegen.render import json
from sitegen.render.addresses import BRIEFS_JSON, SCHEMA, absolute, brief_path, status_name
from sitegen.render.exports.chunks import in_chunks, part_of
from sitegen.render.exports.tables import is_shown
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site


def listed_briefs(shelf: Iterable[Shelved]) -> list[Shelved]:
    """Return the briefs that stand in the data, by slug."""
    return sorted((each for each in shelf if is_shown(each.spine)), key=lambda each: each.slug)


def briefs_json(site: Site, shelf: Sequence[Shelved], endings: Sequence[str]) -> Iterator[bytes]:
    """Write the list, a part at a time; `endings` are those of a brief's forms."""
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
    yield head.encode()
    for text in json.listed(_pieces(site, shelf, endings), 2):
        yield text.encode()
    yield tail.encode()


def _pieces(site: Site, shelf: Sequence[Shelved], endings: Sequence[str]) -> Iterator[str]:
    for chunk in in_chunks(shelf):
        keys = {BRIEFS_JSON: site.data_key("listed", [each.entry_key for each in chunk])}
        yield part_of(BRIEFS_JSON, chunk, keys, partial(_texts, site, endings))


def _texts(site: Site, endings: Sequence[str], chunk: Sequence[Shelved]) -> dict[str, str]:
    pieces = (json.piece(_brief(site, each.entry(), endings), 4) for each in chunk)
    return {BRIEFS_JSON: json.BETWEEN.join(pieces)}


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
