"""A quote as text that can be copied: with everything that travels with it, and where it stands."""

from sitegen.model.brief import Brief, PrintedQuote
from sitegen.render.addresses import absolute, brief_path
from sitegen.render.site import Site
from sitegen.travels import Role, of_quote

_BEFORE = frozenset({Role.STATUS, Role.MARK})
"""What stands before the words."""


def citation_of(site: Site, brief: Brief, quote: PrintedQuote) -> str:
    """Return the text that "Copy with caveats" copies; no line of it is ever left out."""
    lines = list(of_quote(brief, quote, site.words))
    before = [f"[{line.text}]" if line.role is Role.STATUS else line.text for line in lines if line.role in _BEFORE]
    after = [line.text for line in lines if line.role not in _BEFORE]
    place = site.words(
        "page.copy.from", title=brief.title, site=site.settings.title, address=_address_of(site, brief, quote)
    )
    return "\n".join([*before, quote.text, *after, place])


def _address_of(site: Site, brief: Brief, quote: PrintedQuote) -> str:
    """Return where a quote stands: in full where the site's address is known."""
    path = brief_path(brief.slug)
    return f"{absolute(site.settings.url, path) if site.settings.url else path}#{quote.id}"
