"""RIS, UTF-8: one tag a line, two spaces, a hyphen and a space after it, lines ended by CR LF."""

from collections.abc import Iterator

from sitegen.model.brief import Brief
from sitegen.render.exports.citations.cited import Cited, cited
from sitegen.render.site import Site


def ris(site: Site, brief: Brief) -> bytes:
    """Write brief and article as RIS; each note (status, reason, caveat) is an N1 of its own."""
    lines = (f"{tag}  - {value}" for one in cited(site, brief) for tag, value in _tags(one))
    return "".join(f"{line}\r\n" for line in lines).encode(errors="replace")


def _tags(one: Cited) -> Iterator[tuple[str, str]]:
    yield "TY", "NEWS" if one.is_article else "ELEC"
    yield "ID", one.id
    yield "TI", one.title
    yield from (("AU", name) for name in one.authors)
    for tag, value in (
        ("T2", one.container),
        ("PY", one.issued[:4]),
        ("DA", one.issued.replace("-", "/")),
        ("Y2", one.accessed.replace("-", "/")),
        ("UR", one.url),
        ("AV", one.archive),
        ("LA", one.language),
    ):
        if value:
            yield tag, value
    yield from (("KW", word) for word in one.keywords)
    yield from (("N1", note) for note in one.notes)
    yield "ER", ""
