"""Blocks of Markdown: lists and labelled lines of plain text."""

from collections.abc import Iterable, Iterator

from sitegen.compose.escape import escape
from sitegen.model.brief import Brief, PrintedCaveat
from sitegen.words import Words


def items(lines: Iterable[str]) -> Iterator[str]:
    """Yield one list of lines that are Markdown already; nothing where there are none."""
    text = "\n".join(f"- {line}" for line in lines)
    if text:
        yield text


def labelled(label: str, text: str) -> str:
    """Return "**Label:** text", the text escaped."""
    return f"**{escape(label)}:** {escape(text)}"


def caveat(one: PrintedCaveat) -> str:
    """Return a caveat as the Markdown of one line."""
    return labelled(one.label, one.text)


def name_of(value: str, brief: Brief, words: Words) -> str:
    """Return what an id or a text names: "us", a source of the brief, or the text itself."""
    if value == "us":
        return words("check.us")
    found = (source.name for source in brief.sources if source.id == value)
    return next(found, value)


def names_of(ids: Iterable[str], brief: Brief) -> list[str]:
    """Return the names of sources and the ids of quotes, each once."""
    names = {source.id: source.name for source in brief.sources}
    return list(dict.fromkeys(names.get(id_) or id_ for id_ in ids))
