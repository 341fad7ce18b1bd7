"""A brief in the words of schema.org, as a data block of its page: https://schema.org/AnalysisNewsArticle.

The article stays its publisher's: it is what the brief is based on. There is no ClaimReview: a brief of relayed claims
reviews none of them, and its statuses are no ratings.
"""

from collections.abc import Iterator, Mapping

from sitegen.model.brief import Brief, PrintedQuote
from sitegen.model.vocabulary import Identified, State, Wording
from sitegen.render.addresses import CORRECTED, DATA, INDEX, LABELS, absolute, brief_path, root_of
from sitegen.render.site import Site
from sitegen.travels import Role, in_a_row, label_of, of_brief, of_quote

CONTEXT = "https://schema.org"
Data = dict[str, object]
_BODIES = frozenset({"news-report", "official-statement", "organisation", "compiled-count"})
"""Kinds of sources that are no person."""


def brief_linked_data(site: Site, brief: Brief, headline: str, picture: str = "") -> Data:
    """Return a brief; `headline` begins with its status, `picture` is a path. Of a withdrawn one only the tombstone."""
    lines = list(of_brief(brief, site.words))
    data: Data = {
        "@context": CONTEXT,
        "@type": "AnalysisNewsArticle",
        "@id": _here(site, brief),
        "url": _address(site, brief_path(brief.slug), brief_path(brief.slug)),
        "headline": headline,
        "disambiguatingDescription": label_of(brief),
        "description": in_a_row(lines),
        "datePublished": brief.about.date,
        "dateModified": brief.updated,
        "inLanguage": site.settings.language,
        "author": {"@type": "Organization", "name": brief.about.editor or site.settings.title},
        "publisher": publisher(site, brief_path(brief.slug)),
    }
    if brief.state is not State.WITHDRAWN:
        data |= _contents(site, brief, picture)
    return _filled(data)


def site_linked_data(site: Site, path: str, kind: str = "WebSite") -> Data:
    """Return what the site is, for its first page."""
    settings = site.settings
    return _filled(
        {
            "@context": CONTEXT,
            "@type": kind,
            "@id": _address(site, INDEX, path),
            "url": _address(site, INDEX, path),
            "name": settings.title,
            "description": settings.description,
            "inLanguage": settings.language,
            "license": _licence(site),
            "publisher": publisher(site, path),
        }
    )


def dataset_linked_data(site: Site, path: str, description: str, files: Mapping[str, str]) -> Data:
    """Return the data set that the site's tables are; `files` are media types by path."""
    data = site_linked_data(site, path, "Dataset")
    own = _address(site, DATA, path)
    found = [
        {"@type": "DataDownload", "contentUrl": _address(site, file, path), "encodingFormat": kind}
        for file, kind in files.items()
    ]
    return data | {"@id": own, "url": own, "description": description, "distribution": found}


def publisher(site: Site, path: str) -> Data:
    """Return who publishes the site, and by which principles."""
    return {
        "@type": "Organization",
        "name": site.settings.editor or site.settings.title,
        "url": _address(site, INDEX, path),
        "publishingPrinciples": _address(site, LABELS, path),
        "correctionsPolicy": _address(site, CORRECTED, path),
    }


def _contents(site: Site, brief: Brief, picture: str) -> Data:
    path = brief_path(brief.slug)
    article = _article(brief)
    return {
        "image": _address(site, picture, path) if picture else "",
        "keywords": list(brief.about.tags),
        "license": _licence(site),
        "isBasedOn": article,
        "citation": {"@id": article["@id"]},
        "backstory": _backstory(site, brief),
        "hasPart": [_quotation(site, brief, quote, article) for quote in brief.quotes if _is_printed(quote)],
        "correction": [
            {"@type": "CorrectionComment", "datePublished": each.on, "text": each.text} for each in brief.corrections
        ],
    }


def _article(brief: Brief) -> Data:
    facts = brief.facts
    return _filled(
        {
            "@type": "NewsArticle",
            "@id": facts.url or "#_article",
            "url": facts.url,
            "headline": facts.title,
            "author": [{"@type": "Person", "name": name} for name in facts.authors],
            "publisher": {"@type": "Organization", "name": brief.publisher} if brief.publisher else None,
            "datePublished": facts.published,
            "inLanguage": facts.language,
            "archivedAt": facts.archive,
        }
    )


def _is_printed(quote: PrintedQuote) -> bool:
    return bool(quote.parts) and quote.withdrawn is None


def _quotation(site: Site, brief: Brief, quote: PrintedQuote, article: Data) -> Data:
    lines = list(of_quote(brief, quote, site.words))
    role = "creator" if _is_surely_said(brief, quote) else "spokenByCharacter"
    return _filled(
        {
            "@type": "Quotation",
            "@id": f"{_here(site, brief)}#{quote.id}",
            "disambiguatingDescription": in_a_row(line for line in lines if line.role in {Role.STATUS, Role.MARK}),
            "description": in_a_row(lines),
            "text": quote.text,
            role: {"@type": _kind_of_speaker(brief, quote), "name": _speaker(brief, quote, role)},
            "inLanguage": brief.facts.language,
            "isPartOf": {"@id": article["@id"]},
        }
    )


def _is_surely_said(brief: Brief, quote: PrintedQuote) -> bool:
    """Say whether nothing puts in doubt that these are the words of whom the article names."""
    credit = quote.credit
    if brief.proposed or credit.proposed or credit.inferred or quote.wording is not Wording.DIRECT:
        return False
    sources = {source.id: source for source in brief.sources}
    way = [sources[step.source] for step in credit.steps if step.source in sources]
    doubts = any(source.unverified for source in way) or any(step.inferred for step in credit.steps)
    return bool(way) and way[-1].id == credit.source and way[-1].identified is Identified.NAMED and not doubts


def _speaker(brief: Brief, quote: PrintedQuote, role: str) -> str:
    """Return the name where it is sure, else how the brief puts it: "a voice said to be …"."""
    return brief.source(quote.credit.source).name if role == "creator" else quote.credit.speaker


def _kind_of_speaker(brief: Brief, quote: PrintedQuote) -> str:
    kinds = {source.id: source.kind for source in brief.sources}
    return "Organization" if kinds.get(quote.credit.source) in _BODIES else "Person"


def _backstory(site: Site, brief: Brief) -> str:
    return " ".join(_held(site, brief))


def _held(site: Site, brief: Brief) -> Iterator[str]:
    """Yield how the text was held."""
    words, held = site.words, brief.held
    slots = {"characters": held.characters, "words": held.words, "encoding": held.encoding, "sha256": held.sha256}
    yield words("export.held", copy=words("held.copy_text", **slots))
    if brief.facts.captured:
        yield words("export.captured", day=words.day(brief.facts.captured))
    if brief.facts.copy:
        yield words("export.flaw", flaw=brief.facts.copy)


def _licence(site: Site) -> object:
    licence = site.settings.licence
    is_address = licence.startswith(("http://", "https://"))
    return licence if is_address or not licence else {"@type": "CreativeWork", "name": licence}


def _here(site: Site, brief: Brief) -> str:
    """Return the name of a brief: its full address, or where the site's is not known, its file."""
    path = brief_path(brief.slug)
    return absolute(site.settings.url, path) if site.settings.url else path.rpartition("/")[2]


def _address(site: Site, path: str, page: str) -> str:
    """Return the address of a file of the site: in full where it is known, else from the page that names it."""
    return absolute(site.settings.url, path) if site.settings.url else f"{root_of(page)}{path}"


def _filled(data: Data) -> Data:
    """Leave out what is empty."""
    return {name: value for name, value in data.items() if value not in ("", None, [])}
