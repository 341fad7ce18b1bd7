"""The content security policy: what pages may load and run, in each page and in the headers of hosts.

https://www.w3.org/TR/CSP3/: where a page and its host both name a policy, what both allow is allowed.
"""

from sitegen.model.output import Edition

WEBASSEMBLY = " 'wasm-unsafe-eval'"
"""What the search's program needs: it is WebAssembly."""


def page_policy(edition: Edition, *, searches: bool) -> str:
    """Return the policy that stands in a page: as strict as this page can be."""
    # Any page may ask its own site: what looks at a page for its readers asks for robots.txt from there.
    connects = "'self' ws:" if edition is Edition.PREVIEW else "'self'"
    return _policy(WEBASSEMBLY if searches else "", connects)


def host_policy(*, searches: bool) -> str:
    """Return the policy that a host sends with every file: it must allow what any page needs.

    Hosts join the values of all rules that match a path, so that one rule must do for all pages.
    `frame-ancestors` has no effect in a page, only here.
    """
    return f"{page_policy(Edition.BUILD, searches=searches)}; frame-ancestors 'none'"


def _policy(runs: str, connects: str) -> str:
    return (
        f"default-src 'none'; style-src 'self'; script-src 'self'{runs}; img-src 'self' data:; font-src 'self';"
        f" connect-src {connects}; base-uri 'none'; form-action 'none'"
    )
