"""The stages in their order: read, check, analyse, compose, review, render, publish."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sitegen.cache import Cache
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article, Seed
from sitegen.model.brief import Brief
from sitegen.model.entry import Page
from sitegen.model.output import Bundle, Edition, Output
from sitegen.pipeline.choose import Choice, choose, choose_pages, keep_good
from sitegen.pipeline.judge import Judgement, analysed, composed, judge
from sitegen.pipeline.order import Order, Outcome, Progress
from sitegen.pipeline.project import Project, open_project
from sitegen.pipeline.recurring import find_recurring
from sitegen.pipeline.written import remove_stale, write_briefs
from sitegen.problems import Kind, Location, Problem, Severity, in_order
from sitegen.publish import publish
from sitegen.read import find_seeds, read_article, read_pages
from sitegen.render import Shelved, Site, brief_outputs, neighbours, open_site, search_bundles, site_outputs
from sitegen.root import FILE


def run(root: Path, cache: Cache, order: Order, progress: Progress) -> Outcome:
    """Make the site of a project: every stage in its order, and nothing published that anything bars."""
    project, problems = open_project(root, cache)
    if project is None:
        return Outcome(tuple(in_order(problems)))
    seeds, unread = find_seeds(root)
    typed, broken = read_pages(root)
    pages = choose_pages(project, typed, broken, order)
    choice = choose(project, judge(project, seeds, progress), pages, order)
    problems += [*unread, *broken, *choice.problems, *_missing_url(project, order)]
    if order.bars(problems) and not order.keep_going:
        return Outcome(tuple(in_order(problems)))
    if order.edition is Edition.BUILD:
        problems += _write(project, choice, order)
    frame = project.settings, project.words, project.kinds
    site = open_site(project.root, *frame, order.edition, pages=pages, shared=project.shared)
    problems += _missing_search(site)
    outputs = _outputs(project, site, choice, pages)
    published, faults = publish(outputs, order.target, verify=order.verify, progress=progress)
    if published is not None:
        keep_good(project, choice, pages, order)
        cache.prune()
    return Outcome(tuple(in_order([*problems, *faults])), published, len(choice.judgements))


def judge_only(root: Path, cache: Cache, paths: Sequence[Path], progress: Progress) -> Outcome:
    """Judge the articles whose files are at or below the paths; all of the project where there are no paths."""
    project, problems = open_project(root, cache)
    if project is None:
        return Outcome(tuple(in_order(problems)))
    seeds, unread = find_seeds(root)
    pages, broken = read_pages(root)
    wanted = [seed for seed in seeds if not paths or any(_is_asked(root, path, paths) for path in seed.paths)]
    choice = choose(project, judge(project, wanted, progress), pages, Order(root))
    elsewhere = [problem for problem in (*unread, *broken) if not paths or _is_asked(root, problem.at.path, paths)]
    recurring = () if paths else find_recurring(choice.entries)
    return Outcome(tuple(in_order([*problems, *elsewhere, *choice.problems, *recurring])), briefs=len(wanted))


def analyse_one(root: Path, cache: Cache, article: Path) -> tuple[Article | None, Analysis | None, list[Problem]]:
    """Read and analyse one article of seeds/, whatever an annotation file says of it."""
    project, problems = open_project(root, cache)
    if project is None:
        return None, None, problems
    seed = Seed(article.stem, article.resolve().relative_to(root.resolve()).as_posix(), None)
    text, faults = read_article(root, seed, project.settings.zones)
    analysis = analysed(project, [text])[0] if text else None
    return text, analysis, [*problems, *faults]


def _write(project: Project, choice: Choice, order: Order) -> list[Problem]:
    """Bring content/briefs/ up to date; with briefs missing, nobody can say which composed ones are stale."""
    write_briefs(project, choice.written, order.overwrite)
    slugs = (judgement.entry.slug for judgement in choice.written if judgement.entry)
    return remove_stale(project, slugs) if choice.complete else []


def _outputs(project: Project, site: Site, choice: Choice, pages: Sequence[Page]) -> list[Output | Bundle]:
    shelf = [Shelved(each.entry, each.key, _loader(project, each)) for each in choice.judgements if each.entry]
    static = sorted(path for path in (project.root / "static").rglob("*") if path.is_file())
    digests = project.cache.digests(static)
    named = [(path.relative_to(project.root / "static").as_posix(), path, digests[path]) for path in static]
    beside = neighbours(shelf)
    briefs = (output for each in shelf for output in brief_outputs(site, each, beside.get(each.entry.slug)))
    return [*briefs, *site_outputs(site, shelf, pages, named), *search_bundles(site, shelf)]


def _loader(project: Project, judgement: Judgement) -> Callable[[], tuple[Brief, str]]:
    def load() -> tuple[Brief, str]:
        found = composed(project, judgement)
        return found.brief, found.markdown

    return load


def _missing_url(project: Project, order: Order) -> Iterator[Problem]:
    if not project.settings.url and order.edition is Edition.BUILD:
        message = "`url:` is not set, so the feeds and the sitemap, which need it, are left out"
        yield Problem(
            Location(FILE), Kind.URL_MISSING, message, "url: https://where.the.site.stands/", Severity.WARNING
        )


def _missing_search(site: Site) -> Iterator[Problem]:
    if site.settings.search and not site.searches:
        message = "the search is left out: there is no Pagefind, which makes its index, for this computer"
        yield Problem(Location(FILE), Kind.SEARCH_FAILED, message, "search: no", Severity.NOTE)


def _is_asked(root: Path, path: str, paths: Sequence[Path]) -> bool:
    """Say whether a file is one of the paths or stands below one of them."""
    asked = (root / path).resolve()
    return any(asked.is_relative_to(wanted.resolve()) for wanted in paths)
