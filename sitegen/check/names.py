"""Names that lead nowhere, or to more than one thing."""

import re
from collections.abc import Iterable

from sitegen.model.annotations import Annotations
from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem

_FEW = 8


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
    names = _names(annotations, name)
    hint = slip(name, names) or _bracketed(name, names) or _several(name, names) or _new(annotations, name)
    return Problem(at, Kind.SOURCE_UNKNOWN, f"no source is called “{name}”", hint)


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
    hint = _several(name, choices) or slip(name, choices)
    return Problem(at, Kind.ABOUT_UNKNOWN, f"no quote or source is called “{name}”", hint)


def unknown_quote(annotations: Annotations, name: str, at: Location, key: str) -> Problem:
    """Return the problem of a name that should be a quote's id."""
    if any(source.id == name for source in annotations.sources):
        return Problem(at, Kind.MAIN_UNKNOWN, f"`{key}` needs the id of a quote, and “{name}” is a source")
    ids = quote_ids(annotations)
    hint = _by_words(annotations, name) or slip(name, ids) or _told(ids)
    return Problem(at, Kind.MAIN_UNKNOWN, f"no quote has the id “{name}”", hint)


def slip(name: str, choices: Iterable[str]) -> str:
    """Return the question whether something else was meant; empty where nothing is near."""
    meant = nearest(name, choices)
    return f"did you mean “{meant}”?" if meant else ""


def _bracketed(typed: str, names: Iterable[str]) -> str:
    """Return what was meant where the name before brackets was typed alone: in them stands no kind of source."""
    bare = {name[: name.rindex("(")].strip(): name for name in names if name.endswith(")") and "(" in name}
    meant = nearest(typed, bare)
    if meant is None:
        return ""
    inside = bare[meant].rpartition("(")[2].rstrip(")")
    return f"did you mean “{bare[meant]}”? “{inside}” is no kind of source, and so it is part of the name"


def _told(ids: Iterable[str]) -> str:
    """Name the ids that there are, where they are few."""
    some = [f"“{id_}”" for id_ in ids]
    return f"ids of quotes in this file: {', '.join(some)}" if 0 < len(some) <= _FEW else ""


def _several(typed: str, names: Iterable[str]) -> str:
    """Return how several names are typed, where one text holds them with commas between."""
    parts = [part.strip() for part in re.split(r"[,;]| and ", typed)]
    known = {_alike(name) for name in names}
    is_list = len(parts) > 1 and all(_alike(part) in known for part in parts)
    return f"several names stand in brackets: [{', '.join(parts)}]" if is_list else ""


def _new(annotations: Annotations, name: str) -> str:
    """Return how a source is added that the file does not have."""
    publisher = next((each.name for each in annotations.sources if each.id == annotations.facts.publisher), "")
    return f"add it to `sources:`, for instance: - {publisher} < {name}" if publisher else "add it to `sources:`"


def _by_words(annotations: Annotations, typed: str) -> str:
    """Return the id of the quote whose words stand where its id is due."""
    ids = [quote.id for quote in annotations.quotes if _alike(typed) in _alike(" ".join(quote.parts))]
    return f"these are words of the quote “{ids[0]}”: write its id" if len(ids) == 1 and " " in typed else ""


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
