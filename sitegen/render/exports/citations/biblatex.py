"""BibLaTeX, UTF-8: entries of the type @online; the note, which every standard style prints, has status and caveats."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from sitegen.model.brief import Brief
from sitegen.render.exports.citations.cited import Cited, cited
from sitegen.render.site import Site

_SPECIAL = {
    "\\": r"\textbackslash{}",
    # Braces by name: BibTeX counts even escaped ones.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_SPECIALS = re.compile("[" + re.escape("".join(_SPECIAL)) + "]")
_LANGUAGES = {
    "ar": "arabic",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "he": "hebrew",
    "hi": "hindi",
    "it": "italian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "uk": "ukrainian",
}
"""Names that the LaTeX package babel has for languages; others are left out, since it stops at a name unknown to it."""


def biblatex(site: Site, brief: Brief) -> bytes:
    """Write brief and article as BibLaTeX."""
    return "\n".join(_entry(one) for one in cited(site, brief)).encode(errors="replace")


def escape(text: str) -> str:
    """Return text as LaTeX prints it."""
    return _SPECIALS.sub(lambda match: _SPECIAL[match.group()], text)


def _entry(one: Cited) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(one) if value)
    return f"@online{{{one.id},\n{fields}}}\n"


def _fields(one: Cited) -> Iterator[tuple[str, str]]:
    """Yield the fields; names in braces of their own are taken whole, and addresses are read as they stand."""
    yield "author", " and ".join(f"{{{escape(name)}}}" for name in one.authors)
    yield "title", f"{{{escape(one.title)}}}"
    yield "organization", escape(one.container)
    yield "date", one.issued
    yield "url", _address(one.url)
    yield "urldate", one.accessed
    yield "langid", _LANGUAGES.get(one.language.partition("-")[0], "")
    yield "addendum", escape(_address(one.archive))
    yield "keywords", escape(", ".join(one.keywords))
    yield "note", escape(one.note)


def _address(url: str) -> str:
    """Percent-encode what would end a field or is no address."""
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~-._")
