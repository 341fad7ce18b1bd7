"""The page of a brief: the pieces of its Markdown, placed beside what only the brief itself can give."""

from collections.abc import Iterator, Mapping
from functools import partial

from msgspec import Struct

from sitegen.model.brief import Brief, PrintedQuote
from sitegen.model.entry import Entry
from sitegen.model.vocabulary import State
from sitegen.problems import Problem
from sitegen.render import json
from sitegen.render.addresses import SCHEMA, brief_path, root_of
from sitegen.render.cards import picture_of
from sitegen.render.chain import draw
from sitegen.render.citing import citation_of
from sitegen.render.context import shown_excerpts
from sitegen.render.exports import brief_linked_data
from sitegen.render.heads import DESCRIPTION, Alternate, Head, head, mark_of, mark_of_entry
from sitegen.render.parts import Block, Part, take_apart
from sitegen.render.shelf import ALONE, Beside
from sitegen.render.site import Site
from sitegen.render.tongue import told, tongue_of

SECTIONS = ("summary", "quotes", "sources", "gaps", "caveats", "context", "held", "history", "cite")


class Piece(Struct, frozen=True):
    """A block of a quote's part, and what it is."""

    role: str
    """status, caveats, words, speaker, claim, chain, denial, response, original, or other."""
    html: str


class Placed(Struct, frozen=True):
    """A quote of the page: its pieces from the Markdown, and what is made from the brief."""

    quote: PrintedQuote
    heading: str
    """The heading's words as HTML."""
    pieces: tuple[Piece, ...]
    citation: str
    """What the copy button copies; empty for a withdrawn quote."""

    def of(self, *roles: str) -> list[Piece]:
        """Return the pieces of these roles in their order."""
        return [piece for piece in self.pieces if piece.role in roles]


class Section(Struct, frozen=True):
    """A section of the page."""

    name: str
    """One of SECTIONS, or "other"."""
    id: str
    part: Part


def brief_page(site: Site, brief: Brief, markdown: str, *, entry: Entry, beside: Beside = ALONE) -> bytes | Problem:
    """Make the page of a brief; `entry` is its own."""
    page = _brief_head(site, brief, entry)
    whole = told(take_apart(markdown), brief, page)
    notices, kicker, lead = _top(brief, whole)
    sections = tuple(_sections(site, whole))
    quotes = next((section.part for section in sections if section.name == "quotes"), Part())
    values: Mapping[str, object] = {
        "page": page,
        "tongue": tongue_of(brief, page),
        "brief": brief,
        "whole": whole,
        "notices": notices,
        "kicker": kicker,
        "lead": lead,
        "sections": sections,
        "quotes": tuple(_placed(site, brief, quotes)),
        "excerpts": shown_excerpts(brief),
        "drawing": draw(brief, site.words) if brief.state is not State.WITHDRAWN else None,
        "forms": _forms_of(site, brief),
        "beside": _entries_of(beside),
        "mark": partial(mark_of_entry, site),
        "schema": f"{root_of(brief_path(brief.slug))}{SCHEMA}",
    }
    return site.press.fill("brief.html", values)


def _entries_of(beside: Beside) -> Mapping[str, object]:
    earlier, later = (each and each.entry() for each in (beside.earlier, beside.later))
    return {"earlier": earlier, "later": later, "related": [each.entry() for each in beside.related]}


def _brief_head(site: Site, brief: Brief, entry: Entry) -> Head:
    """Return the head of a brief's page; its title and description begin with the status."""
    status = brief.badge.label.status if brief.badge.label else None
    mark = mark_of(site, brief.state, status, proposed=brief.proposed)
    due, more = _description(site, brief)
    published = brief.state is State.PUBLISHED and not brief.proposed
    headline = site.words("feed.title", mark=mark, title=brief.title)
    picture = picture_of(site, entry)
    return head(
        site,
        brief_path(brief.slug),
        site.words("page.title_marked", mark=mark, title=brief.title, site=site.settings.title),
        more,
        due=due,
        indexed=published,
        type="article",
        alternates=_forms_of(site, brief),
        picture=picture,
        dates=(entry.date, entry.updated) if published and entry.date else (),
        linked_data=json.inline(brief_linked_data(site, brief, headline, picture.path if picture else "")),
    )


def _forms_of(site: Site, brief: Brief) -> tuple[Alternate, ...]:
    """Return the other forms of a brief: its data, and citations of it."""
    forms = (
        ("md", "text/markdown", "page.forms.markdown"),
        ("json", "application/json", "page.forms.json"),
        ("annotations.jsonld", "application/ld+json", "page.forms.annotations"),
        ("csl.json", "application/vnd.citationstyles.csl+json", "export.forms.csl"),
        ("bib", "application/x-bibtex", "export.forms.biblatex"),
        ("ris", "application/x-research-info-systems", "export.forms.ris"),
    )
    return tuple(Alternate(brief_path(brief.slug, ending), kind, site.words(key)) for ending, kind, key in forms)


def _description(site: Site, brief: Brief) -> tuple[str, str]:
    """Return what a description must say whole (status, day, reason), and what it may go on with.

    A long claim is among the latter: its status then stands without it, at the beginning.
    """
    badge = brief.badge
    long = badge.label and len(badge.text) > DESCRIPTION // 2
    standing = badge.label.text if badge.label and long else badge.text
    due = [*_marks(site, brief), f"{standing.rstrip('.')}.", badge.reason]
    return " ".join(due), f"{badge.text.rstrip('.')}. {brief.summary}" if long else brief.summary


def _marks(site: Site, brief: Brief) -> Iterator[str]:
    if brief.proposed:
        yield site.words("notice.proposed")
    elif brief.state is State.REVIEW:
        yield site.words("notice.review")


def _top(brief: Brief, whole: Part) -> tuple[tuple[Block, ...], tuple[Block, ...], tuple[Block, ...]]:
    """Return what stands under the title before the badge (notices), the line on what a brief is, and what follows.

    The page draws the badge itself.
    """
    badge, reason = _bare(brief.badge.text), _bare(brief.badge.reason)
    place = next((n for n, block in enumerate(whole.blocks) if _bare(block.text) == badge), len(whole.blocks))
    after = tuple(block for block in whole.blocks[place + 1 :] if _bare(block.text) != reason)
    return whole.blocks[:place], after[:1], after[1:]


def _sections(site: Site, whole: Part) -> Iterator[Section]:
    """Yield the sections by name; one that no wording names is kept as "other", so that no words are lost."""
    names = {site.words(f"sections.{name}"): name for name in SECTIONS}
    for number, part in enumerate(whole.parts, 1):
        name = names.get(part.heading, "other")
        yield Section(name, f"_{name}" if name != "other" else f"_{number}", part)


def _placed(site: Site, brief: Brief, quotes: Part) -> Iterator[Placed]:
    parts = {part.heading: part for part in quotes.parts}
    for quote in brief.quotes:
        part = parts.get(quote.id, Part(quote.id))
        citation = "" if quote.withdrawn else citation_of(site, brief, quote)
        yield Placed(quote, part.html, tuple(_pieces(site, quote, part)), citation)


def _pieces(site: Site, quote: PrintedQuote, part: Part) -> Iterator[Piece]:
    """Say of each block of a quote's part what it is: by its place before the words, by what it says after them."""
    before = True
    due = _due(site, quote)
    for number, block in enumerate(part.blocks):
        if block.kind == "blockquote" and before:
            before = False
            yield Piece("words", block.html)
        elif before and block.kind == "bullet_list":
            yield Piece("caveats", block.html)
        elif number == 0:
            yield Piece("status", block.html)
        else:
            role = next((role for role, text in due.items() if text == _bare(block.text)), "other")
            due.pop(role, None)
            yield Piece(role, block.html)


def _due(site: Site, quote: PrintedQuote) -> dict[str, str]:
    """Return what stands after the words of a quote, each as a paragraph of its own, by what it is."""
    said = {
        "speaker": quote.credit.speaker,
        "claim": site.words("quote.claim", says=quote.says) if quote.says else "",
        "chain": quote.credit.chain,
        "denial": quote.denial_line,
        "response": quote.response_line,
        "original": site.words("quote.original"),
    }
    return {role: _bare(text) for role, text in said.items() if text}


def _bare(text: str) -> str:
    """Return a text as it compares: the Markdown may begin it with a capital and end it with a full stop."""
    return " ".join(text.split()).casefold().rstrip(".")
