"""The page that says how to read the labels: every status, caveat, kind of source and sign that pages use."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from sitegen.model.output import Output
from sitegen.model.vocabulary import Status
from sitegen.problems import Problem
from sitegen.render.addresses import LABELS
from sitegen.render.heads import head
from sitegen.render.site import Site
from sitegen.words import Words


class Meaning(Struct, frozen=True):
    """A label and what it means."""

    name: str
    """By which wording, icons and anchors know it."""
    label: str
    text: str


def labels_output(site: Site) -> Output:
    """Return the page, which follows from wording and kinds alone."""
    return Output(LABELS, site.key("labels"), partial(_page, site))


def _page(site: Site) -> bytes | Problem:
    words = site.words
    title = words("page.title", title=words("across.labels.title"), site=site.settings.title)
    values = {
        "page": head(site, LABELS, title, words("across.labels.about")),
        "statuses": [_status(words, status) for status in Status],
        "whose": words.texts("across.labels.whose"),
        "caveats": list(_caveats(words)),
        "kinds": list(_kinds(site)),
        "unchecked": site.kinds.unverified,
        "signs": words.texts("across.labels.signs"),
    }
    return site.press.fill("labels.html", values)


def _status(words: Words, status: Status) -> Meaning:
    return Meaning(status, words(f"status.{status}.label"), words(f"status.{status}.explained"))


def _caveats(words: Words) -> Iterator[Meaning]:
    """Yield the kinds of caveats in the order of the wording."""
    for key in words.sentences:
        top, _, kind = key.partition(".")
        if top == "caveat":
            yield Meaning(kind, words(key), words(f"caveat_explained.{kind}"))


def _kinds(site: Site) -> Iterator[Meaning]:
    """Yield the kinds of sources, each with the standard caveat that it comes with; names in it are left open."""
    words = site.words
    for kind in site.kinds.sources:
        key = f"kinds.{kind}.caveat"
        open_slots = dict.fromkeys(words.slots_of(key), "…") if words.has(key) else {}
        yield Meaning(kind, words(f"kinds.{kind}.label"), words(key, **open_slots) if words.has(key) else "")
