"""The stages in their order: read, check, analyse, compose, review, render, publish."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import chain, starmap
from pathlib import Path

from msgspec import Struct

from sitegen.cache import Cache
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Seed
from sitegen.model.entry import Page
from sitegen.model.output import AnyOutput, Edition, Group
from sitegen.pipeline.choose import Choice, choose, choose_pages, keep_good
from sitegen.pipeline.crew import Crew, crew_of
from sitegen.pipeline.inputs import Inputs
from sitegen.pipeline.judgements import docket_of, judge_all
from sitegen.pipeline.keeping import Held
from sitegen.pipeline.order import ClusterError, Order, Outcome, Progress
from sitegen.pipeline.pages import body, body_bytes, page_key, read_own_pages, with_links
from sitegen.pipeline.project import Project, open_project
from sitegen.pipeline.recurring import find_recurring
from sitegen.pipeline.rendering import SiteFrame, maker, site_of
from sitegen.pipeline.witness import Witness
from sitegen.pipeline.written import remove_stale, write_briefs
from sitegen.problems import Kind, Location, Problem, Severity, in_order
from sitegen.publish import publish
from sitegen.read import file_bytes, find_seeds
from sitegen.render import (
    BriefGroup,
    Neighbours,
    Shelved,
    Site,
    Stock,
    can_search,
    page_groups,
    search_bundles,
    shaping,
    site_outputs,
)
from sitegen.root import FILE, followed
from sitegen.theme import load_theme


def run(inputs: Inputs, order: Order, progress: Progress, kept: Crew | None = None) -> Outcome:
    """Make the site of a project: every stage in its order, and nothing published that anything bars."""
    project, problems = open_project(inputs)
    if project is None:
        return Outcome(tuple(in_order(problems)))
    seeds, unread = find_seeds(project.root, inputs.seeds())
    with nullcontext(kept) if kept else _crew(project, order) as crew:
        own = read_own_pages(project, crew, progress)
        pages = with_links(choose_pages(project, own.pages, own.problems, order))
        choice = choose(project, judge_all(project, crew, seeds, progress, order.edition), pages, order)
        del seeds  # the choice has those that count
        inputs.let_go()
        problems += [*unread, *own.problems, *choice.problems, *_missing_url(project, order)]
        if order.bars(problems) and not order.keep_going:
            return Outcome(tuple(in_order(problems)))
        if order.edition is Edition.BUILD:
            problems += _write(inputs, project, choice, order)
        frame = _frame(project, order, choice, pages)
        site = site_of(frame)
        problems += _missing_search(site)
        shelf = list(map(Held(project).shelved, choice.judgements))
        outputs, groups = _outputs(project, site, shelf, pages), _Groups(site, shelf, Neighbours(shelf), pages)
        make = maker(crew, frame, partial(body_bytes, project))
        witness = Witness(project.cache, order.name)
        made = publish(outputs, order.target, groups, make, verify=order.verify, progress=progress, witness=witness)
    published, faults = made
    if published is not None:
        keep_good(project, choice, pages, order)
        _prune(project, choice, chain(own.digests.items(), ((page.path, page.digest) for page in pages)))
    return Outcome(tuple(in_order([*problems, *faults])), published, len(choice.judgements))


def judge_only(root: Path, cache: Cache, paths: Sequence[Path], order: Order, progress: Progress) -> Outcome:
    """Judge the articles whose files are at or below the paths; all of the project where there are no paths."""
    project, problems = open_project(Inputs.of(root, cache))
    if project is None:
        return Outcome(tuple(in_order(problems)))
    seeds, unread = find_seeds(root)
    wanted = [seed for seed in seeds if not paths or any(_is_asked(root, path, paths) for path in seed.paths)]
    with _crew(project, order) as crew:
        own = read_own_pages(project, crew, progress)
        choice = choose(project, judge_all(project, crew, wanted, progress), own.pages, order)
    elsewhere = [
        problem for problem in (*unread, *own.problems) if not paths or _is_asked(root, problem.at.path, paths)
    ]
    recurring = () if paths else find_recurring(map(Held(project).entry, choice.judgements))
    return Outcome(tuple(in_order([*problems, *elsewhere, *choice.problems, *recurring])), briefs=len(wanted))


def analyse_one(root: Path, cache: Cache, article: Path) -> tuple[Article | None, Analysis | None, list[Problem]]:
    """Read and analyse one article of seeds/, whatever an annotation file says of it."""
    from sitegen.pipeline.judge import read_analysed  # noqa: PLC0415  (the stages are imported where they are needed)

    seed = Seed(article.stem, article.resolve().relative_to(root.resolve()).as_posix(), None)
    project, problems = open_project(Inputs.of(root, cache), cache.digests([seed.article]))
    if project is None:
        return None, None, problems
    key = docket_of(project).analysis_key(seed)
    files = {seed.article: file_bytes(root, seed.article)}
    text, analysis, faults = read_analysed(project.frame, files, seed, cache.get("analysis", key, Analysis))
    if analysis is not None:
        cache.put("analysis", key, analysis)
    return text, analysis, [*problems, *faults]


def _crew(project: Project, order: Order) -> Crew:
    """Return those who work, here or on a cluster. Raises ClusterError where that cannot do it."""
    if not order.dask:
        return crew_of(order.jobs)
    try:
        from sitegen.pipeline.cluster import cluster_at  # noqa: PLC0415  (an extra, which only this needs)
    except ModuleNotFoundError as error:
        message = "--dask needs a library that is not installed: pip install 'sitegen[dask]'"
        raise ClusterError(message) from error
    return Crew(cluster_at(order.dask, project.settings.model))


def _write(inputs: Inputs, project: Project, choice: Choice, order: Order) -> Iterator[Problem]:
    """Bring content/briefs/ up to date; with briefs missing, nobody can say which composed ones are stale."""
    inputs.rewritten.update(write_briefs(project, choice.written, order.overwrite))
    slugs = (judgement.spine.slug for judgement in choice.written if judgement.spine)
    for found in remove_stale(project, slugs) if choice.complete else ():
        if isinstance(found, Problem):
            yield found
        else:
            inputs.rewritten.add(found)


def _frame(project: Project, order: Order, choice: Choice, pages: Sequence[Page]) -> SiteFrame:
    frame = project.frame
    basis = load_theme(project.root), frame.settings, frame.words, frame.kinds
    stock = Stock(bool(choice.spines), any(page.is_note for page in pages))
    searches = can_search(frame.settings, stock)
    return SiteFrame(*basis, order.edition, tuple(shaping(pages)), frame.shared, stock, searches)


class _Groups(Struct, frozen=True):
    """The files of briefs and of people's own pages; each group is made when it is its turn, and kept by nobody."""

    site: Site
    shelf: Sequence[Shelved]
    neighbours: Neighbours
    pages: Sequence[Page]

    def __iter__(self) -> Iterator[Group]:
        yield from (BriefGroup(self.site, each, self.neighbours) for each in self.shelf)
        yield from page_groups(self.site, self.pages)

    def __len__(self) -> int:
        return len(self.shelf) + len(self.pages)


def _outputs(project: Project, site: Site, shelf: Sequence[Shelved], pages: Sequence[Page]) -> list[AnyOutput]:
    start = "static/"
    static = {path: digest for path, digest in project.digests.items() if path.startswith(start)}
    named = [(path.removeprefix(start), project.root / path, digest) for path, digest in sorted(static.items())]
    return [*site_outputs(site, shelf, pages, named, partial(body, project)), *search_bundles(site, shelf)]


def _prune(project: Project, choice: Choice, pages: Iterable[tuple[str, str]]) -> None:
    """Let the cache drop what nothing rests on any more; `pages` are paths with the digests of files."""

    def used() -> dict[str, Iterable[str]]:
        briefs, analyses = choice.keys()
        of_briefs = dict.fromkeys(("judgement", "brief", "entry"), briefs)
        of_pages = tuple(starmap(page_key, pages))
        return {**of_briefs, "page": of_pages, "body": of_pages, "analysis": analyses}

    project.cache.prune(used, derived=("roll", "pages", "part"))


def _missing_url(project: Project, order: Order) -> Iterator[Problem]:
    if not project.settings.url and order.edition is Edition.BUILD:
        message = "`url:` is not set, so the feeds and the sitemap, which need it, are left out"
        yield Problem(
            Location(FILE), Kind.URL_MISSING, message, "url: https://where.the.site.stands/", Severity.WARNING
        )


def _missing_search(site: Site) -> Iterator[Problem]:
    if site.settings.search and not site.searches and not site.stock.is_plain:
        message = "the search is left out: there is no Pagefind, which makes its index, for this computer"
        yield Problem(Location(FILE), Kind.SEARCH_FAILED, message, "search: no", Severity.NOTE)


def _is_asked(root: Path, path: str, paths: Sequence[Path]) -> bool:
    """Say whether a file is one of the paths or stands below one of them."""
    asked = followed(root / path)
    return any(asked.is_relative_to(followed(wanted)) for wanted in paths)
