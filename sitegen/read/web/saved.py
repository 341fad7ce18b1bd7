"""A saved page -> Article: its text is what `import` would write, its places are those of the file."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from sitegen.model.article import Article, Role
from sitegen.problems import Kind, Location, Problem, Severity
from sitegen.read.decoding import Decoded, Files, read_text
from sitegen.read.paragraphs import find_lacks, understand
from sitegen.read.web.charset import decode_page
from sitegen.read.web.page import Fault, Page
from sitegen.read.web.places import places_of
from sitegen.read.web.reading import read_page
from sitegen.read.web.text import text_of

FEW = 80
"""Words of a story below which a page may show only its beginning."""
_PASTE = "open the page in a browser, paste its text into a .txt file of the same name, and delete this one"


def read_saved(files: Files, path: str, zones: Mapping[str, str]) -> tuple[Article | None, list[Problem]]:
    """Read a saved page of the project."""
    decoded, problems = read_text(files, path, decode_page)
    if decoded is None:
        return None, problems
    return understand_page(decoded, path, zones)


def understand_page(
    decoded: Decoded, path: str, zones: Mapping[str, str], url: str = ""
) -> tuple[Article | None, list[Problem]]:
    """Return the article of a page, and what there is to say about it; `url`: where it was got from, if known."""
    page = read_page(decoded.text, zones, url)
    if isinstance(page, Fault):
        at = Location(path, page.line)
        return None, [Problem(at, Kind.ARTICLE_TANGLED, page.message, hint=_PASTE)]
    article = _article_of(page, decoded, path, zones)
    return article, list(_doubts(article)) or find_lacks(article)


def _article_of(page: Page, decoded: Decoded, path: str, zones: Mapping[str, str]) -> Article:
    """Return the article of a page; its facts are the page's own, where the text could not say them as well."""
    text = text_of(page)
    read = understand(replace(decoded, text=text), path, zones)
    return replace(
        read,
        authors=page.authors,
        modified=page.modified,
        publisher=page.publisher,
        url=page.url,
        language=page.language,
        places=places_of(text, decoded.text),
    )


def _doubts(article: Article) -> Iterator[Problem]:
    """Say where a page has no story, or so little that it may be only the beginning."""
    words = sum(len(article.words_at(each.span).split()) for each in article.paragraphs_of(Role.BODY))
    if not words:
        message = "no article was found on this page"
        yield Problem(Location(article.path), Kind.ARTICLE_NOT_FOUND, message, hint=_PASTE)
    elif words < FEW:
        message = f"only {words} words of an article were found on this page; it may show the beginning alone"
        at = article.location(next(article.paragraphs_of(Role.BODY)).span.start)
        yield Problem(at, Kind.ARTICLE_SHORT, message, hint=_PASTE, severity=Severity.WARNING)
