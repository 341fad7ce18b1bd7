"""Articles and annotations made by hand, small enough to stand beside a test."""

from collections.abc import Sequence
from typing import Any

from sitegen.kinds import Kinds, SourceKind
from sitegen.model.annotations import About, Annotations, Check, Facts, Hop, Places, Quote, Source, Standing
from sitegen.model.article import Article, Paragraph, Role, Span
from sitegen.model.vocabulary import Basis, CheckObject, CheckResult
from sitegen.problems import Location

PATH = "seeds/case.yaml"
KINDS = Kinds(
    {
        "news-report": SourceKind("news-report", relays=True),
        "official-statement": SourceKind("official-statement"),
        "person": SourceKind("person"),
        "video": SourceKind("video", unverified=True),
        "social-media-post": SourceKind("social-media-post", unverified=True),
    }
)
_ROLES = {f"{role.value}: ": role for role in Role}


def made_article(*paragraphs: str, between: str = "\n\n") -> Article:
    """Return an article of paragraphs; "headline: …", "caption: …" and so on say what one is, all else is body."""
    text, made = "", []
    for paragraph in paragraphs:
        mark = next((mark for mark in _ROLES if paragraph.startswith(mark)), "")
        start = len(text)
        text += paragraph.removeprefix(mark)
        made.append(Paragraph(_ROLES.get(mark, Role.BODY), Span(start, len(text))))
        text += between
    return Article("seeds/case.txt", text, "0" * 64, "utf-8", tuple(made), "")


def at(line: int = 1) -> Places:
    """Return a place that all keys share."""
    return Places(Location(PATH, line))


def made_source(id_: str, *hops: str, kind: str = "person", **more: Any) -> Source:  # noqa: ANN401  (fields of Source)
    """Return a source and what it is `from`; "<?gur" is an inferred hop."""
    ways = tuple(Hop(hop.removeprefix("<?"), Basis.INFERRED if hop.startswith("<?") else Basis.STATED) for hop in hops)
    return Source(id_, more.pop("name", id_.capitalize()), kind, more.pop("place", at()), hops=ways, **more)


def made_quote(source: str = "", *parts: str, **more: Any) -> Quote:  # noqa: ANN401  (fields of Quote)
    """Return a quote; its standing is given as `status=`, `checks=` and so on."""
    standing = {key: more.pop(key) for key in ("status", "checks", "denied_by", "history") if key in more}
    return Quote(more.pop("id", "said"), parts, more.pop("place", at()), source, standing=Standing(**standing), **more)


def made_check(by: str, result: str = "verified", of: str = "content", how: str = "") -> Check:
    """Return a check."""
    return Check(CheckObject(of), CheckResult(result), at(), by, how=how)


def made_annotations(sources: Sequence[Source] = (), quotes: Sequence[Quote] = (), **more: Any) -> Annotations:  # noqa: ANN401  (any field)
    """Return annotations whose publisher is "courier", unless `facts=` says otherwise."""
    facts = more.pop("facts", Facts(publisher="courier"))
    courier = made_source("courier", kind="news-report", name="The Harbour Courier")
    has_publisher = any(source.id == "courier" for source in sources)
    everyone = tuple(sources) if has_publisher else (courier, *sources)
    return Annotations(PATH, facts, more.pop("about", About()), at(), sources=everyone, quotes=tuple(quotes), **more)
