"""Hosting: the files `_headers` and `_redirects`, which Netlify, Cloudflare Pages and others read.

https://docs.netlify.com/manage/routing/headers/, https://developers.cloudflare.com/pages/configuration/headers/
"""

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlsplit

from sitegen.render.policy import host_policy
from sitegen.render.site import Site

HEADERS = "_headers"
REDIRECTS = "_redirects"

SECURITY = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
"""Headers of every file, beside the policy."""

TYPES = {
    "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
    "jsonld": "application/ld+json",
}
"""What hosts may not know, by ending."""

CACHING = {
    "/assets/*": "public, max-age=600",
    "/cards/*": "public, max-age=600",
    "/pagefind/buckets/*": "public, max-age=3600",
}
"""How many seconds browsers may keep files without asking; for all else they ask, as these hosts say by themselves.

Never long, also where names follow from contents: what is withdrawn should soon be gone, and a page and its style
must agree. A rule for all paths would be joined with these, not overruled.
"""


def headers(site: Site) -> bytes:
    """Make the file that says which headers go with which paths. No two rules name one header for one path."""
    policy = {"Content-Security-Policy": host_policy(searches=site.settings.search)}
    rules: dict[str, Mapping[str, str]] = {"/*": policy | SECURITY}
    rules |= {path: {"Cache-Control": value} for path, value in CACHING.items()}
    rules |= {f"/*.{ending}": {"Content-Type": kind} for ending, kind in TYPES.items()}
    return "\n".join(_rule(path, values) for path, values in rules.items()).encode()


def redirects(site: Site, moved: Iterable[tuple[str, str]]) -> bytes:
    """Make the file that says where old addresses lead; `moved` are old and new paths in the site."""
    folder = urlsplit(site.settings.url).path.rstrip("/")
    return "".join(f"{folder}/{quote(old)} {folder}/{quote(new)} 301\n" for old, new in moved).encode()


def _rule(path: str, values: Mapping[str, str]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in values.items())
