"""Find what stands in seeds/: articles, and the annotation files beside them."""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sitegen.model.article import Seed
from sitegen.near import nearest
from sitegen.problems import Kind, Location, Problem
from sitegen.root import SEEDS

_PAGES = (".html", ".htm")
_ARTICLES = frozenset({".txt", *_PAGES})
_KEEP_ELSEWHERE = "delete one of them, or keep the page in a folder of its own: seeds/pages/"
_ARCHIVE = ("web archives are not read", "save the page as HTML, or paste the article's text into a .txt file")
_NOT_READ = {
    ".mht": _ARCHIVE,
    ".mhtml": _ARCHIVE,
    ".webarchive": _ARCHIVE,
    ".yml": ("the names of annotation files end in .yaml", "rename the file"),
}


def find_seeds(root: Path, names: Iterable[str] | None = None) -> tuple[list[Seed], list[Problem]]:
    """Return the seeds by stem; a project without a seeds/ folder has none.

    `names` are those of the files there, where somebody has looked already.
    """
    problems: list[Problem] = []
    articles: dict[str, list[str]] = defaultdict(list)
    annotations: dict[str, str] = {}
    if (root / SEEDS).is_file():
        problems.append(Problem(Location(SEEDS), Kind.FILE_UNREADABLE, "a file stands where the folder is due"))
    for name in _file_names(root / SEEDS) if names is None else names:
        path = f"{SEEDS}/{name}"
        if not name.isprintable():
            message = "the file's name has characters that cannot be printed"
            problems.append(Problem(Location(ascii(path)), Kind.FILE_UNREADABLE, message, hint="rename the file"))
            continue
        stem, dot, ending = name.rpartition(".")
        match dot + ending.lower():
            case suffix if suffix in _ARTICLES:
                articles[stem].append(path)
            case ".yaml":
                annotations[stem] = path
            case suffix if suffix in _NOT_READ:
                message, hint = _NOT_READ[suffix]
                problems.append(Problem(Location(path), Kind.ARTICLE_FORMAT, message, hint=hint))
    for paths in articles.values():
        if len(paths) > 1:
            paths.sort(key=is_page)  # somebody pasted the text, or imported it, to be read instead of the page
    problems += _misfits(articles, annotations)
    return [Seed(stem, paths[0], annotations.get(stem)) for stem, paths in sorted(articles.items())], problems


def is_page(path: str) -> bool:
    """Say whether an article is a saved web page."""
    return path.lower().endswith(_PAGES)


def _file_names(folder: Path) -> list[str]:
    """Return the names of the folder's files in order, without hidden ones."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if not entry.name.startswith(".") and not _is_folder(entry))
    except (FileNotFoundError, NotADirectoryError):
        return []


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    """Say whether it is a folder, or a link to one; a link that leads in a circle is a file that cannot be read."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def _misfits(articles: Mapping[str, list[str]], annotations: Mapping[str, str]) -> Iterator[Problem]:
    """Yield what stands twice and what stands alone."""
    for stem, paths in sorted((stem, paths) for stem, paths in articles.items() if len(paths) > 1):
        for path in paths[1:]:
            message = f"the article “{stem}” is already there as {paths[0]}"
            hint = _KEEP_ELSEWHERE if is_page(path) else "rename one of them, or delete it"
            yield Problem(Location(path), Kind.ARTICLE_TWICE, message, hint)
    for stem in sorted(annotations.keys() - articles.keys()):
        message = f"this annotation file has no article: {SEEDS}/{stem}.txt is missing"
        near = nearest(stem, sorted(articles.keys() - annotations.keys()))
        hint = (
            f"if it belongs to {articles[near][0]}, rename it {near}.yaml"
            if near
            else "put the text of the article there"
        )
        yield Problem(Location(annotations[stem]), Kind.ARTICLE_MISSING, message, hint)
