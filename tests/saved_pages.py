"""Saved pages in tests: a story to fill them with, and what was read off them as lines."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from sitegen.model.article import Article, Seed
from sitegen.problems import Problem
from sitegen.read import read_article

CASES = Path(__file__).parent / "cases" / "pages"
CASE = re.compile(
    r"^## ([^\n]+)\n(?:(?!```|## )[^\n]*\n)*```saved\n(.*?)^```\n+```found\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
STORY = tuple(
    """\
The crew of the night ferry Solveig was left on the pier on Thursday, the Port of Arnholm said in a statement.
A recording that the radio club Nightwatch shared on Friday has a man say, "We cast off without them. We had no \
choice." Nightwatch did not say where it got the recording, and the port would not say whose voice it is.
The Solveig ran on the rocks off Velmora at ten in the evening with forty passengers and no deck crew, and a tug \
brought her back to the pier of Arnholm before midnight. Nobody was hurt, the port said. It has asked the mate, the \
captain and two of the passengers to say what they saw, and it will publish what they say in the autumn.
""".splitlines()
)
MARK = "<!-- story -->\n"


def page_of(text: str) -> str:
    """Put the story where its mark stands, a paragraph a line."""
    return text.replace(MARK, "".join(f"<p>{words}</p>\n" for words in STORY))


PAGE = page_of(
    '<html lang="en"><title>Ferry runs aground off Arnholm’s pier</title>\n'
    '<link rel="canonical" href="https://courier.example/ferry">\n'
    '<meta property="og:site_name" content="Harbour Courier">\n'
    '<meta property="article:published_time" content="2024-05-04T09:10:00+02:00">\n'
    f"<h1>Ferry runs aground off Arnholm’s pier</h1>\n<p class=byline>By Ines Marlow</p>\n{MARK}"
)
"""The story as a newspaper has it, with a headline, a byline and a day."""


def cases() -> Iterator[tuple[str, str, str]]:
    """Yield title, page and findings of every case."""
    for path in sorted(CASES.glob("*.md")):
        for title, page, found in CASE.findall(path.read_text(encoding="utf-8")):
            yield f"{path.stem}: {title}", page_of(page), found


def read(root: Path, page: str | bytes, zones: Mapping[str, str] | None = None) -> tuple[Article | None, list[Problem]]:
    """Read a page as an article of a project."""
    (root / "seeds").mkdir(exist_ok=True)
    (root / "seeds/a.html").write_bytes(page if isinstance(page, bytes) else page.encode())
    return read_article(root, Seed("a", "seeds/a.html"), zones or {})


def found_in(article: Article) -> str:
    """Write what was read, a line each: paragraphs with their places, but for those of the story, then facts."""
    lines = []
    for paragraph in article.paragraphs:
        words = article.words_at(paragraph.span)
        at = article.location(paragraph.span.start)
        if words not in STORY and paragraph.role not in {"byline", "date-line"}:
            lines.append(f"{paragraph.role} {at.line}:{at.column} {words}")
    facts = {
        "authors": "; ".join(article.authors),
        "published": article.date.iso if article.date else "",
        "modified": article.modified,
        "publisher": article.publisher,
        "url": article.url,
        "language": article.language,
    }
    lines += [f"{name}: {value}" for name, value in facts.items() if value]
    return "\n".join(lines) + "\n"


def update(root: Path) -> None:
    """Write the findings of all cases anew."""
    for path in sorted(CASES.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        for title, page, found in CASE.findall(text):
            article, problems = read(root, page_of(page))
            start = text.index("```found\n", text.index(f"## {title}\n")) + len("```found\n")
            new = found_in(article) if article else "".join(f"{problem}\n" for problem in problems)
            text = text[:start] + new + text[start + len(found) :]
        path.write_text(text, encoding="utf-8")
