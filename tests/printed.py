"""What a built site prints of an article: every run of its words in every file, and what it may print."""

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from walking import decoded, hidden_in, words_of

from sitegen.kinds import load_kinds
from sitegen.model.article import Article, Role, Span
from sitegen.read import find_seeds, read_annotations, read_article, read_shared

LEAST = 8
"""Words in a row that are no chance."""
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Origin:
    """An article whose words are looked for, and what is said of it."""

    slug: str
    article: Article
    passages: tuple[str, ...] | None
    """Those that the annotation file names; None where there is no such file."""

    @classmethod
    def of(cls, root: Path, slug: str) -> "Origin":
        """Read a seed."""
        (seed,) = [each for each in find_seeds(root)[0] if each.stem == slug]
        article, problems = read_article(root, seed, {})
        assert article, problems
        if seed.annotation is None:
            return cls(slug, article, None)
        shared, _ = read_shared(root, load_kinds())
        notes, problems = read_annotations(root, seed, shared, load_kinds())
        assert notes, problems
        named = [*(gap.passage for gap in notes.gaps), *(caveat.passage for caveat in notes.caveats)]
        return cls(slug, article, tuple(named))

    @cached_property
    def spans(self) -> list[Span]:
        """Return where each word of headline and body stands."""
        paragraphs = sorted(each.span for each in self.article.paragraphs_of(Role.HEADLINE, Role.BODY))
        found = (match for each in paragraphs for match in WORD.finditer(self.article.text, each.start, each.end))
        return [Span(*match.span()) for match in found]

    @cached_property
    def words(self) -> list[str]:
        """Return the words of headline and body as they compare."""
        return [words_of(self.article.text[each.start : each.end]).strip() for each in self.spans]

    @cached_property
    def starts(self) -> dict[tuple[str, ...], list[int]]:
        """Return where each run of so many words begins, as numbers of words."""
        found: dict[tuple[str, ...], list[int]] = {}
        for at in range(len(self.words) - LEAST + 1):
            found.setdefault(tuple(self.words[at : at + LEAST]), []).append(at)
        return found

    @property
    def headline(self) -> set[int]:
        """Return the words of the headline, which names the article wherever it is cited."""
        return self.within(each.span for each in self.article.paragraphs_of(Role.HEADLINE))

    def within(self, spans: Iterable[Span]) -> set[int]:
        """Return the words that stand in some places."""
        wanted = list(spans)
        return {number for number, word in enumerate(self.spans) if any(word.overlaps(each) for each in wanted)}

    def runs_in(self, text: str) -> Iterator[range]:
        """Yield each run of the article that a text has; one that the article has twice, at both places."""
        words = words_of(text).split()
        for at in range(len(words) - LEAST + 1):
            for start in self.starts.get(tuple(words[at : at + LEAST]), ()):
                yield range(start, start + LEAST)

    def places_of(self, text: str) -> set[int]:
        """Return the words of a passage, at every place where the article has the whole of it."""
        words = words_of(text).split()
        starts = (at for at in range(len(self.words)) if words and self.words[at : at + len(words)] == words)
        return {number for start in starts for number in range(start, start + len(words))}

    def share(self, numbers: Iterable[int]) -> float:
        """Return how much of the article some words are, in per cent."""
        return 100 * len({*numbers}) / len(self.words)


@dataclass(frozen=True)
class Declared:
    """What may be printed of an article."""

    quotes: set[int]
    direct: set[int]
    """Those of the quotes that the article has in quotation marks."""
    passages: set[int]
    contexts: set[int]
    """What the page and the data print around quotes and passages, cut to the budget."""
    own: set[int]
    """What sentences of the desk's, or of the software's proposal, repeat."""


def declared(origin: Origin, files: dict[str, str]) -> Declared:
    """Return what may be printed of an article; of one that is withdrawn or linked alone nothing."""
    brief = json.loads(files[f"site/briefs/{origin.slug}.json"])
    quotes = [each for each in brief.get("quotes", []) if not each["withdrawn"]]
    selectors = [(each, one) for each in quotes for one in each["selectors"]]
    spans = {id(one): Span(one["start"], one["end"]) for _, one in selectors}
    around = [
        span
        for _, one in selectors
        for span in (
            Span(one["start"] - len(one["prefix"]), one["start"]),
            Span(one["end"], one["end"] + len(one["suffix"])),
        )
    ]
    excerpts = (
        piece for text in _excerpts(files[f"site/briefs/{origin.slug}.html"]) for piece in re.split("[…█]", text)
    )
    proposed = [each.get("passage", "") for each in (*brief.get("gaps", []), *brief.get("caveats", []))]
    named = proposed if origin.passages is None else origin.passages
    is_silent = brief["state"] == "withdrawn" or brief["article"]["republish"] == "link-only"
    return Declared(
        origin.within(spans.values()),
        origin.within(spans[id(one)] for each, one in selectors if each["words"] == "direct"),
        {number for passage in named for number in origin.places_of(passage) if not is_silent},
        origin.within(around) | {number for piece in excerpts for number in origin.places_of(piece)},
        {number for text in _sentences(brief) for run in origin.runs_in(text) for number in run},
    )


def printed(origin: Origin, files: dict[str, str]) -> dict[range, str]:
    """Return every run of the article that any file has, in any encoding, with the path of one of them."""
    found: dict[range, str] = {}
    for path, text in files.items():
        plain = decoded(text)
        bare = re.sub(r"<[^<>]*>", "", plain), re.sub(r"<[^<>]*>", " ", plain)
        for form in (plain, *bare, hidden_in(text)):
            for run in origin.runs_in(form):
                found.setdefault(run, path)
    return found


def _sentences(brief: Any) -> Iterator[str]:  # noqa: ANN401  (JSON)
    """Yield the sentences of a brief that are not the article's."""
    yield from (brief["title"], brief.get("summary", ""))
    yield from (each.get("says", "") for each in brief.get("quotes", []))
    yield from (each["text"] for each in brief.get("caveats", []))
    yield from (each["question"] for each in brief.get("gaps", []))
    yield from (each["note"] for each in brief.get("sources", []))


def _excerpts(page: str) -> Iterator[str]:
    """Yield the words of each excerpt of a page: what stands in it before its notes."""
    for part in page.split('<div class="excerpt">')[1:]:
        quote = part.partition("</blockquote>")[0]
        text = re.sub(r"<(button|a) [^>]*>\d+</\1>", "", quote)
        yield html.unescape(re.sub(r"<[^<>]*>", "", text))
