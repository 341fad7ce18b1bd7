"""Which briefs and pages a build publishes, and what stands against the others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from sitegen.model.entry import Page, Spine
from sitegen.model.output import Edition
from sitegen.model.vocabulary import State
from sitegen.pipeline.judgements import is_held
from sitegen.pipeline.order import Order
from sitegen.pipeline.pages import page_of_record
from sitegen.pipeline.papers import Judgement, not_published
from sitegen.pipeline.project import Project
from sitegen.pipeline.written import edited
from sitegen.problems import Kind, Location, Problem

KEY = 64
"""Signs of a key."""


class Choice(Struct, frozen=True):
    """What goes out, and what was found on the way."""

    judgements: tuple[Judgement, ...]
    drafts: tuple[Judgement, ...]
    """Drafts that a build keeps from the site; their Markdown is written, so that people can review it."""
    problems: tuple[Problem, ...]
    judged: tuple[bytes, ...]
    """The keys of every judgement, chosen or not, and of the analysis that it rests on, packed one behind the other."""
    complete: bool
    """Whether everything that is due goes out in its present form."""

    @property
    def written(self) -> tuple[Judgement, ...]:
        """Return what has its Markdown in content/briefs/."""
        return (*self.judgements, *self.drafts)

    def keys(self) -> tuple[set[str], set[str]]:
        """Return the keys of all judgements, and of the analyses that they rest on."""
        judged = [each.hex() for each in self.judged]
        briefs = {*(each.key for each in self.written), *(each[:KEY] for each in judged)}
        return briefs, {*(each.analysis for each in self.written), *(each[KEY:] for each in judged)}

    @property
    def spines(self) -> list[Spine]:
        """Return what the shelf shows of the briefs."""
        return [judgement.spine for judgement in self.judgements if judgement.spine]


def choose(project: Project, judgements: Iterable[Judgement], pages: Sequence[Page], order: Order) -> Choice:
    """Choose the briefs that nothing bars, and the last good version of the others where there is one."""
    addresses: dict[str, str] = {}
    problems = [problem for page in pages for problem in _claim(addresses, [page.slug, *page.aliases], page.path)]
    complete = not order.bars(problems)
    chosen: list[Judgement] = []
    drafts: list[Judgement] = []
    judged: list[bytes] = []
    good = project.cache.get("good", order.edition, dict[str, str]) or {}
    for judgement in judgements:
        judged.append(bytes.fromhex(judgement.key + judgement.analysis))
        found = [*judgement.problems, *_against(project, judgement, addresses, order)]
        barred = order.bars(found)
        version = _last_good(project, good, judgement) if barred else judgement
        if version and version.spine and is_due(version.spine, project, order.edition):
            chosen.append(version)
        elif version and version.spine and not version.spine.proposed:
            drafts.append(version)
        problems += found
        complete = complete and not barred
    return Choice(tuple(chosen), tuple(drafts), tuple(problems), tuple(judged), complete)


def choose_pages(project: Project, pages: Iterable[Page], problems: Iterable[Problem], order: Order) -> list[Page]:
    """Return the pages that this edition shows, those that a problem bars as they last were good."""
    shown = [page for page in pages if not page.draft or order.edition is Edition.PREVIEW]
    kept = {page.path for page in pages} - {page.path for page in shown}
    barred = {problem.at.path for problem in problems if order.bars([problem])}
    if not barred:
        return shown
    good = project.cache.get("good", f"pages {order.edition}", dict[str, str]) or {}
    last = (page_of_record(project, path, good[path]) for path in sorted(barred - kept) if path in good)
    return [*(page for page in shown if page.path not in barred), *(page for page in last if page)]


def keep_good(project: Project, choice: Choice, pages: Iterable[Page], order: Order) -> None:
    """Remember what was published as the last good version."""
    _put_good(project, f"pages {order.edition}", {page.path: page.digest for page in pages})
    _put_good(project, order.edition, {judgement.seed.stem: judgement.key for judgement in choice.judgements})


def _put_good(project: Project, name: str, good: dict[str, str]) -> None:
    if project.cache.get("good", name, dict[str, str]) != good:
        project.cache.put("good", name, good)


def is_due(spine: Spine, project: Project, edition: Edition) -> bool:
    """Say whether a brief stands in this edition: previews show all, a build neither drafts nor unreviewed articles."""
    if edition is Edition.PREVIEW:
        return True
    return spine.state is not State.DRAFT and (not spine.proposed or project.settings.unreviewed == "show")


def _last_good(project: Project, good: Mapping[str, str], judgement: Judgement) -> Judgement | None:
    key = good.get(judgement.seed.stem)
    found = project.cache.get("judgement", key, Judgement) if key else None
    return found if found and (key == judgement.key or is_held(project, found)) else None


def _against(project: Project, judgement: Judgement, addresses: dict[str, str], order: Order) -> Iterator[Problem]:
    """Yield what stands against a brief beside its own problems."""
    spine = judgement.spine
    if spine is None:
        return
    path = judgement.seed.annotation or judgement.seed.article
    if not spine.proposed or is_due(spine, project, order.edition):
        yield from _claim(addresses, [f"briefs/{slug}" for slug in (spine.slug, *spine.aliases)], path)
        yield from edited(project, judgement, order.overwrite)
    else:
        yield not_published(judgement.seed)


def _claim(addresses: dict[str, str], slugs: Iterable[str], path: str) -> Iterator[Problem]:
    """Report addresses that another file has; upper and lower case are one, as on some file systems."""
    for slug in slugs:
        owner = addresses.setdefault(slug.casefold(), path)
        if owner != path:
            message = f"the address {slug}.html belongs to {owner} already"
            yield Problem(Location(path), Kind.SLUG_TAKEN, message, "give one of them another `slug:`")
