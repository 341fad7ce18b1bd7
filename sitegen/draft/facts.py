"""The head of a drafted file: what it is, the facts about the article, our brief, a summary to be rewritten."""

from collections.abc import Iterator

from sitegen.compose.proposal.weaving import PUBLISHER
from sitegen.draft.findings import Findings
from sitegen.draft.sources import looks_like_id
from sitegen.draft.text import block, comment, listed
from sitegen.tree import yaml_text


def fact_lines(findings: Findings, schema: str) -> Iterator[str]:
    """Yield everything that stands before `sources:`."""
    yield f"# yaml-language-server: $schema={schema}"
    yield from _head(findings)
    yield from _article(findings)
    yield from _brief()
    yield from _summary(findings)


def _head(findings: Findings) -> Iterator[str]:
    yield "#"
    yield comment(f"Drafted by sitegen from {findings.article.path}.")
    yield "# Software proposed everything below, and nobody has checked it: read it against the article, correct it,"
    yield "# and delete what is wrong. The comments are for you; delete them as you go. Every key is explained in"
    yield "# annotations.md of sitegen's documentation."
    yield "# While `state:` is draft, only “sitegen serve” shows the brief. Set it to published when you are done."


def _article(findings: Findings) -> Iterator[str]:
    article = findings.article
    yield from ("", "# ---- the article")
    yield f"url: {yaml_text(findings.url)}" if findings.url else "# url: https://…    # where the original stands"
    yield f"title: {yaml_text(article.headline)}"
    if findings.publisher.strip():
        is_id = looks_like_id(findings.publisher)
        yield f"publisher: {PUBLISHER if is_id else yaml_text(findings.publisher)}"
    else:
        yield 'publisher: "(not stated)"    # who published it? The text alone does not say'
    yield f"authors: {listed(article.authors)}" if article.authors else "# authors: […]    # no byline was found"
    yield from _published(findings)
    yield from _page(findings)


def _page(findings: Findings) -> Iterator[str]:
    """Yield what only a saved page tells."""
    if findings.article.modified:
        yield comment(f"the page says that it was changed last: {findings.article.modified}")
    if findings.article.language:
        yield f"language: {yaml_text(findings.article.language)}"
    if findings.captured:
        yield f"captured: {findings.captured}"
    if findings.kept:
        yield f"# {findings.kept}"


def _published(findings: Findings) -> Iterator[str]:
    date = findings.article.date
    if date is None:
        yield "# published: 2023-07-18    # no date was found; then also: published_basis: editor"
        return
    if date.zone and date.zone not in findings.settings.zones and "T" in date.iso:
        yield comment(f"printed: “{date.printed}”. “{date.zone}” means several zones: add the offset, such as +05:30")
    else:
        yield comment(f"printed: “{date.printed}”")
    yield f"published: {yaml_text(date.iso)}"


def _brief() -> Iterator[str]:
    yield from ("", "# ---- our brief", "brief:", "  state: draft    # draft | review | published")
    yield "  # title: …           # our own title: whose claim is it? Without one, the article's headline stands"
    yield "  # date: 2023-07-19   # the statuses below hold as of this day; without one, the article's"
    yield "  # tags: [one-tag, another]"


def _summary(findings: Findings) -> Iterator[str]:
    yield from (
        "",
        "# ---- the summary: in your own words, two to five sentences: who says what, and who has checked it?",
    )
    if kind := findings.analysis.main_evidence:
        yield comment(f"What it mainly rests on: {findings.words(f'kinds.{kind}.label')}.")
    if findings.analysis.summary:
        yield "# These sentences are the article's own, as a start: rewrite them, they belong to its publisher."
    yield from block("summary", " ".join(findings.words_at(span) for span in findings.analysis.summary))
