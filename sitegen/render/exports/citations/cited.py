"""What there is to cite: the brief, whose title carries its status, and the article that it is about."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sitegen.model.brief import Brief
from sitegen.model.vocabulary import State
from sitegen.render.addresses import absolute, brief_path
from sitegen.render.site import Site
from sitegen.render.xml import legal
from sitegen.travels import Line, Role, in_a_row, label_of, of_brief

_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_WEB = ("http://", "https://")


class Cited(Struct, frozen=True):
    """One thing to cite; every text is one line, what is not known is empty."""

    id: str
    """The slug of the brief; ":article" after it for the article. Keeps its meaning for as long as the slug does."""
    is_article: bool
    title: str
    authors: tuple[str, ...]
    """Names as they are printed: which part of a name is the family's is not guessed."""
    container: str
    issued: str
    """As much of the day as is sure, ISO 8601."""
    accessed: str
    url: str
    archive: str
    """The address of an archived copy."""
    language: str
    keywords: tuple[str, ...]
    notes: tuple[str, ...]
    """How far it is checked, with its day, and every caveat."""

    @property
    def note(self) -> str:
        """The notes as one paragraph: reference managers read lines of a note as fields."""
        return in_a_row(Line(Role.WHOLE, note) for note in self.notes)


def cited(site: Site, brief: Brief) -> list[Cited]:
    """Return the brief and the article; of a withdrawn brief the tombstone alone."""
    own = _brief(site, brief)
    return [own] if brief.state is State.WITHDRAWN else [own, _article(site, brief, own)]


def day_parts(day: str) -> list[int]:
    """Return year, month and day, as far as they are given."""
    match = _DAY.match(day)
    return [int(part) for part in match.groups() if part] if match else []


def _brief(site: Site, brief: Brief) -> Cited:
    editor = brief.about.editor or site.settings.editor or site.settings.title
    path = brief_path(brief.slug)
    return Cited(
        brief.slug,
        is_article=False,
        title=_line(site.words("export.cite.title", title=brief.title, label="; ".join(_labels(site, brief)))),
        authors=(_line(editor),),
        container=_line(site.settings.title),
        issued=_day(brief.about.date),
        accessed="",
        url=absolute(site.settings.url, path) if site.settings.url else "",
        archive="",
        language=site.settings.language,
        keywords=() if brief.state is State.WITHDRAWN else tuple(map(_line, brief.about.tags)),
        notes=tuple(_line(line.text) for line in of_brief(brief, site.words)),
    )


def _article(site: Site, brief: Brief, own: Cited) -> Cited:
    facts = brief.facts
    cited_in = site.words("lists.comma").join(text for text in (own.title, own.url) if text)
    return Cited(
        f"{brief.slug}:article",
        is_article=True,
        title=_line(facts.title),
        authors=tuple(map(_line, facts.authors)),
        container=_line(brief.publisher),
        issued=_day(facts.published),
        accessed=_day(facts.captured),
        url=_web(facts.url),
        archive=_web(facts.archive),
        language=facts.language,
        keywords=(),
        notes=(site.words("export.cite.cited_in", brief=cited_in), *own.notes),
    )


def _labels(site: Site, brief: Brief) -> Iterator[str]:
    """Yield what stands in brackets after the title: what nobody reviewed says so there too."""
    if brief.proposed:
        yield site.words("page.proposed_mark")
    elif brief.state in {State.DRAFT, State.REVIEW}:
        yield site.words(f"state.{brief.state}")
    yield label_of(brief).rstrip(".")


def _line(text: str) -> str:
    """Return text as one line that every format can hold."""
    return " ".join(legal(text).split())


def _day(day: str) -> str:
    match = _DAY.match(day)
    return match.group() if match else ""


def _web(address: str) -> str:
    return _line(address) if address.startswith(_WEB) else ""
