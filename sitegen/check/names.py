"""Names that lead nowhere, or to more than one thing."""

from collections.abc import Iterable

from sitegen.model.annotations import Annotations
from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem


def quote_ids(annotations: Annotations) -> list[str]:
    """Return the ids of the quotes in order."""
    return [quote.id for quote in annotations.quotes]


def unknown_source(annotations: Annotations, name: str, at: Location) -> Problem:
    """Return the problem of a name that should lead to a source."""
    called = _sources_called(annotations, name)
    if len(called) > 1:
        return _ambiguous(name, called, at)
    if name in quote_ids(annotations):
        return Problem(at, Kind.SOURCE_UNKNOWN, f"“{name}” is a quote, and a source is due here")
    return Problem(at, Kind.SOURCE_UNKNOWN, f"no source is called “{name}”", slip(name, _names(annotations, name)))


def slipped_source(annotations: Annotations, name: str, at: Location) -> Problem | None:
    """Return the problem of a name that may be free text, if it is a source's after all, mistyped or ambiguous.

    Free text has capitals or spaces; an id has neither, so one that is near to another is a slip.
    """
    is_slip = name not in _names(annotations, name) and _is_like_id(name) and slip(name, _names(annotations, name))
    return unknown_source(annotations, name, at) if is_slip or len(_sources_called(annotations, name)) > 1 else None


def unknown_subject(annotations: Annotations, name: str, at: Location) -> Problem:
    """Return the problem of a name that should lead to a quote or a source."""
    called = _sources_called(annotations, name)
    if len(called) > 1:
        return _ambiguous(name, called, at)
    choices = [*quote_ids(annotations), *_names(annotations, name)]
    return Problem(at, Kind.ABOUT_UNKNOWN, f"no quote or source is called “{name}”", slip(name, choices))


def unknown_quote(annotations: Annotations, name: str, at: Location, key: str) -> Problem:
    """Return the problem of a name that should be a quote's id."""
    if any(source.id == name for source in annotations.sources):
        return Problem(at, Kind.MAIN_UNKNOWN, f"`{key}` needs the id of a quote, and “{name}” is a source")
    return Problem(at, Kind.MAIN_UNKNOWN, f"no quote has the id “{name}”", slip(name, quote_ids(annotations)))


def slip(name: str, choices: Iterable[str]) -> str:
    """Return the question whether something else was meant; empty where nothing is near."""
    meant = nearest(name, choices)
    return f"did you mean “{meant}”?" if meant else ""


def _names(annotations: Annotations, typed: str) -> list[str]:
    """Return ids and names of all sources, first those of the form that was typed: ids have no capitals or spaces."""
    ids = [source.id for source in annotations.sources]
    names = [name for source in annotations.sources for name in (source.name, *source.also)]
    return [*ids, *names] if _is_like_id(typed) else [*names, *ids]


def _is_like_id(name: str) -> bool:
    return name == name.lower() and " " not in name


def _sources_called(annotations: Annotations, name: str) -> list[str]:
    wanted = _alike(name)
    sources = annotations.sources
    return [source.id for source in sources if wanted in map(_alike, (source.name, *source.also))]


def _ambiguous(name: str, ids: list[str], at: Location) -> Problem:
    listed = " and ".join(f"“{id_}”" for id_ in ids)
    message = f"{len(ids)} sources are called “{name}”: {listed}"
    return Problem(at, Kind.NAME_AMBIGUOUS, message, "write the id of the one that is meant")


def _alike(name: str) -> str:
    return " ".join(name.casefold().split())
