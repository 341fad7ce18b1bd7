"""Everything that was put right: corrections, changes of status and withdrawals of all briefs, the newest first."""

from collections.abc import Iterator
from functools import partial

from msgspec import Struct

from sitegen.model.annotations import Correction
from sitegen.model.entry import Spine
from sitegen.model.output import Output
from sitegen.problems import Problem
from sitegen.render.addresses import CORRECTED
from sitegen.render.heads import head
from sitegen.render.pages.catalogue import Catalogue
from sitegen.render.pages.listing import marks
from sitegen.render.pages.lists import Leaf, leaves
from sitegen.render.site import Link, Site


class Amendment(Struct, frozen=True):
    """One thing that was put right, with the brief that it is about."""

    spine: Spine
    correction: Correction


def correction_outputs(site: Site, catalogue: Catalogue) -> Iterator[Output]:
    """Yield the page of corrections and its archive."""
    for leaf in leaves(CORRECTED, amendments(catalogue), site.settings.page_size, lambda each: each.correction.on):
        shown = [(catalogue.hash_of(each.spine), each.correction) for each in leaf.items]
        key = site.key(leaf.path, leaf.newer, leaf.older, leaf.oldest, leaf.total, leaf.years, shown)
        yield Output(leaf.path, key, partial(_page, site, catalogue, leaf))


def amendments(catalogue: Catalogue) -> list[Amendment]:
    """Return everything that was put right by its day, the newest first; what has no day stands last."""
    found = [Amendment(spine, each) for spine in catalogue.spines if not spine.proposed for each in spine.corrections]
    by_slug = sorted(found, key=lambda each: (each.spine.slug, each.correction.text))
    return sorted(by_slug, key=lambda each: each.correction.on, reverse=True)


def _page(site: Site, catalogue: Catalogue, leaf: Leaf[Amendment]) -> bytes | Problem:
    words = site.words
    title = words("across.corrections.title")
    shown = [{"entry": catalogue.entry_of(each.spine), "correction": each.correction} for each in leaf.items]
    named = words("across.pager.titled", title=title, n=leaf.number) if leaf.number else title
    titled = words("page.title", title=named, site=site.settings.title)
    values = {
        "page": head(site, leaf.path, titled, words("across.corrections.about")),
        "title": title,
        "leaf": leaf.showing(shown),
        "trail": (Link(title, CORRECTED),) if leaf.number else (),
        **marks(site),
    }
    return site.press.fill("corrections.html", values)
