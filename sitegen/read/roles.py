"""What each paragraph of an article is, told by small rules in order."""

import re
from collections.abc import Callable, Sequence
from functools import cache

from msgspec import Struct

from sitegen.model.article import Role
from sitegen.read.bylines import authors_in, is_byline, starts_by
from sitegen.read.captions import is_caption
from sitegen.read.date_lines import is_date_line, without_dates
from sitegen.read.layout import Chunk

_HEAD, _TAIL = 12, 8
"""Paragraphs from the top and from the end within which bylines, dates and biographies are looked for."""
_END = 3
"""Paragraphs from the end, a biography's two included, of which one may be the story's last."""
_PROSE = 140
"""Characters from which a paragraph under the headline is the story."""
_LONGEST_HEADLINE = 300
_LONGEST_BIOGRAPHY = 900
"""Characters."""
_ABOUT_AUTHOR = re.compile(
    r"(?:about|meet) the (?:author|writer|reporter|journalist|correspondent)s?\b.{0,40}", re.IGNORECASE
)
_TRADE = (
    r"(?:reporter|correspondent|journalist|editor|writer|columnist|author|contributor|freelancer|producer|fellow"
    r"|professor|analyst|researcher|photographer|intern|bureau chief|sub-?editor|novelist|lecturer|blogger)"
)
_CREDITS = (
    *("additional ", "with ", "reporting", "writing", "editing", "research"),
    *("follow ", "contact ", "email ", "e-mail ", "reach "),
)
"""What `_credit` begins with, but for a bracket."""
_CONTRIBUTED = re.compile(
    r".{3,120}\bcontributed (?:reporting|to this (?:report|story|article))\b.{0,80}", re.IGNORECASE
)

# Few articles say who wrote them in such words, and these take long to compile.


@cache
def _is_a() -> re.Pattern[str]:
    return re.compile(rf"\b(?:is|was|has been|works as) (?:an?|the|our|one of)\b.{{0,80}}?\b{_TRADE}\b", re.IGNORECASE)


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(
        r"\(?(?:(?:additional |with )?(?:reporting|writing|editing|research)(?: and \w+)? by\b"
        r"|with (?:agency )?inputs from\b"
        r"|(?:follow|contact|email|e-mail|reach) (?:[A-Z]|the (?:author|writer|reporter))).{0,300}",
        re.IGNORECASE | re.DOTALL,
    )


class Scene(Struct, frozen=True):
    """A paragraph, and what stands around it."""

    words: str
    in_head: bool
    in_tail: bool
    indented: bool
    """Further in than the story."""
    authors: tuple[str, ...]
    dated: bool
    """Whether a byline or date line stands directly before or after."""
    near_end: bool = False
    """Whether the story may end here, as it does with an agency in brackets: "… he said.(AP)"."""
    in_biography: bool = False
    """Whether the paragraph before it is part of one."""


def _is_date(scene: Scene) -> bool:
    return (scene.in_head or scene.in_tail) and is_date_line(scene.words)


def _is_byline(scene: Scene) -> bool:
    return scene.in_head and is_byline(without_dates(scene.words), beside_date=scene.dated)


def _opens_biography(scene: Scene) -> bool:
    """Say whether this is the author's name alone, or "About the author": the rest is the biography."""
    if not scene.in_tail or len(scene.words) > _LONGEST_BIOGRAPHY:
        return False
    return bool(_ABOUT_AUTHOR.fullmatch(scene.words)) or scene.words.casefold() in map(str.casefold, scene.authors)


def _is_biography(scene: Scene) -> bool:
    """Say whether this is a short paragraph of the tail that speaks of the author."""
    if not scene.in_tail or len(scene.words) > _LONGEST_BIOGRAPHY:
        return False
    named = any(author.casefold() in scene.words[:80].casefold() for author in scene.authors)
    return (named and (scene.indented or bool(_is_a().search(scene.words)))) or _is_credit(scene.words)


def _follows_biography(scene: Scene) -> bool:
    return scene.in_biography and scene.in_tail and (scene.indented or len(scene.words) <= _LONGEST_BIOGRAPHY)


def _is_credit(words: str) -> bool:
    """Say whether this tells who else worked on the story ("Additional reporting by …")."""
    return (_may_credit(words) and bool(_credit().fullmatch(words))) or bool(_CONTRIBUTED.fullmatch(words))


def _may_credit(words: str) -> bool:
    return words.casefold().removeprefix("(").startswith(_CREDITS)


def _is_caption(scene: Scene) -> bool:
    return is_caption(scene.words, may_end_story=scene.near_end)


RULES: tuple[tuple[Role, Callable[[Scene], bool]], ...] = (
    (Role.DATE_LINE, _is_date),
    (Role.BYLINE, _is_byline),
    (Role.BIOGRAPHY, _opens_biography),
    (Role.BIOGRAPHY, _is_biography),
    (Role.BIOGRAPHY, _follows_biography),
    (Role.CAPTION, _is_caption),
)
"""The first rule that holds gives the role; where none does, the paragraph is the story."""


def roles_of(chunks: Sequence[Chunk]) -> tuple[list[Role], tuple[str, ...]]:
    """Return the role of each chunk, and the authors that its bylines name."""
    headline = _headline_of(chunks)
    dated = [is_date_line(chunk.words) for chunk in chunks[: _HEAD + 1]]
    head = _head_of(chunks, headline)
    inset = min((chunk.indent for chunk in chunks), default=0)
    authors: tuple[str, ...] = ()
    roles: list[Role] = []
    for number, chunk in enumerate(chunks):
        scene = Scene(
            chunk.words,
            in_head=number < head,
            in_tail=number >= len(chunks) - _TAIL and Role.BODY in roles[:_HEAD],
            indented=chunk.indent > inset,
            authors=authors,
            dated=any(dated[max(number - 1, 0) : number + 2]),
            near_end=number >= len(chunks) - _END,
            in_biography=bool(roles) and roles[-1] is Role.BIOGRAPHY and not _is_credit(chunks[number - 1].words),
        )
        role = Role.HEADLINE if number == headline else _role_of(scene)
        roles.append(role)
        if role is Role.BYLINE:
            authors += tuple(name for name in authors_in(without_dates(chunk.words)) if name not in authors)
    return roles, authors


def _role_of(scene: Scene) -> Role:
    """Return the role that the first fitting rule gives; the story where none fits."""
    return next((role for role, holds in RULES if holds(scene)), Role.BODY)


def _headline_of(chunks: Sequence[Chunk]) -> int | None:
    """Return the number of the first paragraph that is neither byline, date nor caption, if it can be a headline."""
    for number, chunk in enumerate(chunks[:_HEAD]):
        line = without_dates(chunk.words)
        # "National News Agency | Blast in the city" is a byline only below a headline.
        other = is_date_line(chunk.words) or (is_byline(line) and (number > 0 or starts_by(line)))
        if not other and not is_caption(chunk.words):
            return number if len(chunk.words) <= _LONGEST_HEADLINE else None
    return None


def _head_of(chunks: Sequence[Chunk], headline: int | None) -> int:
    """Return how many chunks stand before the story's first paragraph."""
    start = 0 if headline is None else headline + 1
    for number, chunk in enumerate(chunks[start:_HEAD], start):
        if len(chunk.words) >= _PROSE:
            return number
    return min(len(chunks), _HEAD)
