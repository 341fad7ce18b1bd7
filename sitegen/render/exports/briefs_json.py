"""Every brief of the site in one list, for machines: status, day, caveats, and where its forms are."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from sitegen.model.entry import Entry
from sitegen.model.output import LateOutput
from sitegen.model.vocabulary import State
from sitegen.render import json
from sitegen.render.addresses import BRIEFS_JSON, SCHEMA, absolute, brief_path, status_name
from sitegen.render.exports.chunks import Chunks, chunks_of, in_order
from sitegen.render.exports.tables import is_shown
from sitegen.render.shelf import Shelved
from sitegen.render.site import Site


def listed_briefs(shelf: Iterable[Shelved]) -> list[list[Shelved]]:
    """Return the briefs that stand in the data, by slug, in chunks."""
    return in_order(each for each in shelf if is_shown(each.spine))


def briefs_output(site: Site, shown: Iterable[Sequence[Shelved]], endings: Sequence[str]) -> LateOutput:
    """Return the list of the briefs that are shown; `endings` are those of a brief's forms."""
    make, between = partial(_texts, site, endings), json.BETWEEN.encode()
    chunks = chunks_of(site, "listed", shown, lambda each: each.entry_key, make, between)
    return LateOutput(BRIEFS_JSON, partial(chunks.key, BRIEFS_JSON), partial(_written, site, chunks))


def _written(site: Site, chunks: Chunks) -> Iterator[bytes]:
    """Write the list, a part at a time."""
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
    yield from json.listed(chunks.parts(BRIEFS_JSON), 2)
    yield tail.encode()


def _texts(site: Site, endings: Sequence[str], shelved: Shelved) -> dict[str, str]:
    return {BRIEFS_JSON: json.piece(_brief(site, shelved.entry(), endings), 4)}


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
