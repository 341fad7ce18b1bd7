"""A quote as text that can be copied: with status, day, speaker, every caveat, and where it stands."""

from collections.abc import Iterator

from sitegen.model.brief import Brief, PrintedQuote
from sitegen.render.addresses import absolute, brief_path
from sitegen.render.site import Site


def citation_of(site: Site, brief: Brief, quote: PrintedQuote) -> str:
    """Return the text that "Copy with caveat" copies; no line of it is ever left out."""
    return "\n".join(line for line in _lines(site, brief, quote) if line)


def _lines(site: Site, brief: Brief, quote: PrintedQuote) -> Iterator[str]:
    words = site.words
    yield f"[{standing_of(site, quote)}]"
    if brief.proposed or quote.credit.proposed:
        yield words("notice.proposed")
    yield quote.text
    yield words("page.copy.speaker", speaker=quote.credit.speaker, chain=quote.credit.chain)
    if quote.says:
        yield words("quote.claim", says=quote.says)
    yield quote.denial_line
    yield quote.response_line
    for caveat in quote.caveats:
        yield words("page.copy.caveat", label=caveat.label, text=caveat.text)
    yield words("page.copy.from", title=brief.title, site=site.settings.title, address=_address_of(site, brief, quote))


def standing_of(site: Site, quote: PrintedQuote) -> str:
    """Return the status with its day and its second line."""
    if quote.label.reason:
        return site.words("page.copy.status", status=quote.label.text, reason=quote.label.reason)
    return quote.label.text


def _address_of(site: Site, brief: Brief, quote: PrintedQuote) -> str:
    """Return where a quote stands: in full where the site's address is known."""
    path = brief_path(brief.slug)
    return f"{absolute(site.settings.url, path) if site.settings.url else path}#{quote.id}"
