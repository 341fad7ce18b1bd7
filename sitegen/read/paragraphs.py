"""The text of an article -> its paragraphs, what each of them is, and what follows from that."""

from collections.abc import Mapping

from sitegen.model.article import Article, Paragraph, Role
from sitegen.problems import Kind, Location, Problem
from sitegen.read.bylines import is_byline
from sitegen.read.date_lines import first_dating, is_date_line, without_dates
from sitegen.read.decoding import Decoded
from sitegen.read.layout import chunks_of
from sitegen.read.roles import roles_of


def understand(decoded: Decoded, path: str, zones: Mapping[str, str]) -> Article:
    """Tell the paragraphs of a text and what each of them is."""
    chunks = chunks_of(decoded.text, _stands_alone)
    roles, authors = roles_of(chunks)
    words = {role: [chunk.words for chunk, found in zip(chunks, roles, strict=True) if found is role] for role in Role}
    beside_names = [line[len(without_dates(line)) :] for line in words[Role.BYLINE]]
    return Article(
        path=path,
        text=decoded.text,
        sha256=decoded.sha256,
        encoding=decoded.encoding,
        paragraphs=tuple(Paragraph(role, chunk.span) for chunk, role in zip(chunks, roles, strict=True)),
        headline=next(iter(words[Role.HEADLINE]), ""),
        authors=authors,
        date=first_dating([*words[Role.DATE_LINE], *beside_names], zones),
    )


def _stands_alone(words: str) -> bool:
    return is_date_line(words) or is_byline(without_dates(words))


def find_lacks(article: Article) -> list[Problem]:
    """Say what an article needs and does not have."""
    roles = {paragraph.role for paragraph in article.paragraphs}
    if not roles:
        message, hint = "the article is empty", ""
    elif Role.HEADLINE not in roles:
        message, hint = "the article has no headline", "put its headline on the first line, and an empty line below it"
    elif Role.BODY not in roles:
        message, hint = "the article has no text below its headline", ""
    else:
        return []
    return [Problem(Location(article.path), Kind.ARTICLE_EMPTY, message, hint=hint)]
