"""The page that searches: a frame with all of its words, which a script fills; without it, ways to all briefs."""

import json
from collections.abc import Iterator

from sitegen.model.vocabulary import Status
from sitegen.problems import Problem
from sitegen.render.addresses import SEARCH
from sitegen.render.heads import head
from sitegen.render.search.records import WITHDRAWN
from sitegen.render.site import Site
from sitegen.words import Words

STATUSES = (*(status.value for status in Status), "mixed", WITHDRAWN)
"""In the order in which the filter names them."""
GROUPS = ("status", "kind", "source", "tag", "year")
"""What results are filtered by, in this order."""
SPOKEN = ("failed", "nothing", "count", "near", "shown", "more", "chosen", "cut", "caveats", "others")
"""The sentences that the script says; it fills their slots."""


def search_page(site: Site) -> bytes | Problem:
    """Make the page."""
    words, title = site.words, site.words("search.title")
    shown = site.words("page.title", title=title, site=site.settings.title)
    values = {
        "page": head(site, SEARCH, shown, words("search.about"), searches=True),
        "title": title,
        "statuses": {name: _label(site, name) for name in STATUSES},
        "groups": {name: words(f"search.groups.{name}") for name in GROUPS},
        "spoken": json.dumps(dict(_spoken(words)), ensure_ascii=False),
    }
    return site.press.fill("search.html", values)


def _spoken(words: Words) -> Iterator[tuple[str, str]]:
    """Yield the script's sentences by name, of those that count things each form: "count.one"."""
    for name in SPOKEN:
        whole = f"search.spoken.{name}"
        for key, text in words.sentences.items():
            if key == whole or key.startswith(f"{whole}."):
                yield key.removeprefix("search.spoken."), text


def _label(site: Site, name: str) -> str:
    if name == WITHDRAWN:
        return site.words("state.withdrawn")
    return site.words("page.mixed") if name == "mixed" else site.words(f"status.{name}.label")
